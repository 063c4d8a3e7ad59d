"""The life of a pause told date by date: what is said moves it, and so do the days that its terms name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import Evidence, agree, shows_no_stance
from ceasefire.reasoning.life import Prolonging, Step, after
from ceasefire.reasoning.life_due import RULE_OF, counted, due
from ceasefire.reasoning.life_now import Now, ids
from ceasefire.reasoning.life_rules import RULES, Rule, explanation
from ceasefire.reasoning.prolonging import speaks_of_prolonging
from ceasefire.reasoning.story import Story
from ceasefire.record.lengths import end_of
from ceasefire.record.order import in_text, in_time, told
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When, from_date


@dataclass(slots=True)
class Telling:
    """A life while it is told: where the pause stands now, and the steps so far."""

    now: Now
    steps: list[Step] = field(default_factory=list)

    def tell(self, statements: Iterable[Statement], shown: Iterable[Evidence], until: date | None) -> None:
        """All that was said, in order of time, and what follows until a day."""
        evidence: dict[str, list[Evidence]] = {}
        for one in shown:
            evidence.setdefault(one.statement.id, []).append(one)
        for _, group in groupby(sorted(statements, key=told), key=lambda one: in_time(one.said)):
            self._on_a_date(list(group), evidence)
        if until is not None:
            self._until(until)

    def _on_a_date(self, said: Sequence[Statement], evidence: dict[str, list[Evidence]]) -> None:
        """What was said on one date: first where the parties stand, then claims, then what is to be made longer."""
        when = said[0].said
        if when.first is not None:
            self._until(when.first)
        longer = [one for one in said if speaks_of_prolonging(one) and one.act not in load("wording")["claim_acts"]]
        rest = [one for one in said if one not in longer]
        for one in rest:
            self._counted(one)
        for group in _by_party(rest, evidence):
            for each in group:
                story = self.now.stories.setdefault(each[0].statement.actor, Story((each[0].statement.actor, "")))
                story.goes_on(each)
            shown = [one for each in group for one in each]
            self._moment(when, [one.statement for one in shown], [one for one in shown if self._is_held(one)])
        self._moment(when, [one for one in rest if shows_no_stance(one)] or rest, [])
        self.now.asked += [
            Prolonging(one.actor, one.act, when, (one.id,)) for one in longer if one.modality == "actual"
        ]
        self._moment(when, longer, [])
        if when.first is not None:
            self._until(when.first, learned=when.first)

    def _is_held(self, one: Evidence) -> bool:
        """Its party stands by it: who names a price on the day of a refusal, in the same breath, has named a price."""
        return agree(one.stance, self.now.stories[one.statement.actor].chapters[-1].winner.stance)

    def _moment(self, when: When, said: list[Statement], fresh: list[Evidence]) -> None:
        """Every rule that holds now takes its step, one after the other; no step is taken twice at one moment."""
        if not said:
            return
        self.now.said, self.now.fresh = said, fresh
        self._adds_to_the_end()
        taken: set[str] = set()
        while (found := next(self._holding(taken), None)) is not None:
            name, rule, rests = found
            taken.add(name)
            if name == "broken off" and self._notice(when, rests):
                continue
            if name == "extended":
                self._made_longer()
            self._take(name, when, rests, rule)

    def _holding(self, taken: set[str]) -> Iterator[tuple[str, Rule, tuple[str, ...]]]:
        for name, rule in RULES:
            if name not in taken and self.now.step in after(name) and (rests := rule(self.now)):
                yield name, rule, rests

    def _take(self, name: str, when: When, rests: tuple[str, ...], rule: Rule, by: tuple[str, ...] = ()) -> None:
        """A step is never dated before the one that it follows; what is agreed anew is counted anew."""
        last = self.steps[-1].when if self.steps else UNKNOWN
        when = last if in_time(when) < in_time(last) else when
        if self.now.step in ("expired", "broken off") and name in ("agreed", "tentatively agreed"):
            self.now.counts, self.now.over = {}, set()
        self.steps.append(Step(name, when, rests, explanation(rule), rule.__name__, by))
        self.now.step, self.now.rests = name, rests
        if name == "in force" and not self.now.counts:
            counted(self.now, "", when, (), self.now.duration)

    def _until(self, day: date, learned: date = date.min) -> None:
        """What comes about by itself until a day, in order of time.

        A beginning that is only learned of later is told on that day, so that what stood before stays as it was told.
        """
        while (found := due(self.now, day)) is not None:
            if found.name == "expired":
                self.now.over |= set(found.by or self.now.counts)
            if found.name == "broken off":
                self.now.leaving = None
            at = max(found.at, learned) if found.name == "in force" else found.at
            self._take(found.name, from_date(at), found.rests, RULE_OF[found.name], found.by)

    def _counted(self, one: Statement) -> None:
        """A party that names the day counts from it, unless it only proposes or supposes it."""
        if not one.scope.start.known or one.act not in load("pauses")["counting"]:
            return
        if one.modality in ("negated", "hypothetical") or one.actor not in self.now.bound:
            return
        known = self.now.counts.get(one.actor)
        rests = (*(known.statements if known and known.start.edtf == one.scope.start.edtf else ()), one.id)
        counted(self.now, one.actor, one.scope.start, rests, one.scope.duration or self.now.duration)

    def _made_longer(self) -> None:
        """Each count ends later by what was agreed, or at a time that nobody has named."""
        for by, count in self.now.counts.items():
            self.now.counts[by] = replace(count, end=UNKNOWN)
        self.now.over = set()

    def _notice(self, when: When, rests: tuple[str, ...]) -> bool:
        """Whether leaving takes effect only after a notice; the day is then kept."""
        withdrawal = self.now.terms.withdrawal
        day = end_of(when.first, withdrawal.notice) if withdrawal is not None else None
        if day is None:
            return False
        self.now.leaving = (day, rests)
        return True

    def _adds_to_the_end(self) -> None:
        """Who stops keeping it after its time is over has not broken it off; the words stand beside its end."""
        stopping = ids(self.now.firm_now("has suspended"))
        if self.now.step == "expired" and stopping:
            last = self.steps[-1]
            self.steps[-1] = replace(last, statements=tuple(dict.fromkeys((*last.statements, *stopping))))


def _by_party(said: Sequence[Statement], evidence: dict[str, list[Evidence]]) -> list[list[list[Evidence]]]:
    """What each party shows on one date, in the order in which they first speak; together when in the same words."""
    of_party: dict[str, list[Evidence]] = {}
    for one in sorted(said, key=in_text):
        for each in evidence.get(one.id, ()):
            of_party.setdefault(one.actor, []).append(each)
    ordered = sorted(of_party.values(), key=lambda each: in_text(each[0].statement)[:3])
    return [list(group) for _, group in groupby(ordered, key=lambda each: in_text(each[0].statement)[:2])]
