"""What is known of a pause at one moment of its life, while its story is told statement by statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import Evidence
from ceasefire.reasoning.life import NOTHING, Count, Prolonging
from ceasefire.reasoning.story import Story
from ceasefire.record.terms import Terms

YES = ("accepts", "accepts on condition", "has proposed")
NO = ("rejects", "has suspended")


@dataclass(slots=True)
class Now:
    """One moment: where the pause stands, what each party says of it, and what was said just now.

    `bound` are the parties whose consent is needed; `rests` are the statements of the last step. `over`: by
    whose count its time has run out. `leaving`: the day on which a notice runs out, and the statements that gave it.
    """

    bound: tuple[str, ...]
    terms: Terms
    duration: str = ""
    step: str = NOTHING
    rests: tuple[str, ...] = ()
    stories: dict[str, Story] = field(default_factory=dict)
    fresh: list[Evidence] = field(default_factory=list)
    said: list[Statement] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=dict)
    asked: list[Prolonging] = field(default_factory=list)
    over: set[str] = field(default_factory=set)
    leaving: tuple[date, tuple[str, ...]] | None = None

    def stance(self, party: str) -> Evidence | None:
        """What a party last said firmly, or else said at all, of the pause."""
        story = self.stories.get(party)
        return story.chapters[-1].winner if story is not None and story.chapters else None

    def stances(self) -> list[Evidence]:
        """The stances of the parties whose consent is needed, as far as they have taken one."""
        found = (self.stance(party) for party in self.bound)
        return [one for one in found if one is not None]

    def refused(self) -> bool:
        """Whether a party whose consent is needed firmly says no as things stand."""
        return any(one.firm and one.stance in NO for one in self.stances())

    def firm_now(self, *stances: str) -> list[Evidence]:
        """What parties whose consent is needed have firmly said just now."""
        return [one for one in self.fresh if one.firm and one.stance in stances and one.statement.actor in self.bound]


def ids(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The statements that evidence comes from, each once, in the order given."""
    return tuple(dict.fromkeys(one.statement.id for one in evidence))
