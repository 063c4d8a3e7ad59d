"""What a person decided about a statement, with name and reason: it outranks every machine's reading.

A decision stands for the words that it was made on. A newer coder, or a later version of the document, may
give the statement another id or read the words otherwise: the decision is found again by its quote and place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from ceasefire.coding.statement import Span, Statement
from ceasefire.record.rows import row_of, statement_of
from ceasefire.when import GIVEN, UNKNOWN, When

ACCEPT, CORRECT, REJECT, WITHDRAW = "accept", "correct", "reject", "withdraw"
VERDICTS = (ACCEPT, CORRECT, REJECT, WITHDRAW)


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody accepted, corrected or rejected a reading, or took back what had been decided last.

    `before` is the statement as it stood on record, or before it was rejected; `after` as it stands now, None when it
    does not. `lineage` names the text that it is in, whatever its version.
    """

    statement: str
    verdict: str
    by: str
    reason: str
    before: Statement
    after: Statement | None
    lineage: str
    recorded: str = ""

    def row(self) -> dict[str, Any]:
        """Plain data, to be kept."""
        return {
            "verdict": self.verdict,
            "by": self.by,
            "reason": self.reason,
            "before": row_of(self.before),
            "after": row_of(self.after) if self.after else None,
            "lineage": self.lineage,
        }


def decision_of(statement: str, row: Mapping[str, Any], recorded: str) -> Decision:
    """The decision that a row was made of."""
    after = row["after"]
    return Decision(
        statement,
        row["verdict"],
        row["by"],
        row["reason"],
        statement_of(row["before"]),
        statement_of(after) if after else None,
        row["lineage"],
        recorded,
    )


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The last decision on each statement, in the order in which they were made.

    Each withdrawal takes back the one before it that still holds, so that what was decided earlier holds again.
    """
    made: dict[str, list[tuple[int, Decision]]] = {}
    for number, one in enumerate(decisions):
        about = made.setdefault(one.statement, [])
        if one.verdict != WITHDRAW:
            about.append((number, one))
        elif about:
            about.pop()
    return [one for _, one in sorted((about[-1] for about in made.values() if about), key=itemgetter(0))]


def decided(
    machine: Sequence[Statement], decisions: Iterable[Decision], document: str, text: str, published: When = UNKNOWN
) -> list[Statement]:
    """What stands on record of one document: the machine's reading, as far as nobody decided otherwise.

    `decisions` are those in force on this text; `document`, `text` and `published` its present version. A decision on
    words that the present version no longer has is passed over; a date that was given since holds for it too.
    """
    found = list(machine)
    for one in decisions:
        place = _place(one.before, text)
        if place is None:
            continue
        before = _moved(one.before, place, document)
        after = _moved(one.after, _place(one.after, text) or place, document) if one.after else None
        superseded = {said.id for said in found if _is_about(said, before, after)}
        found = [said for said in found if said.id not in superseded]
        if after is not None:
            found.append(_dated(after, published) if one.after and one.after.said == one.before.said else after)
    return sorted(found, key=lambda said: (said.start, said.end, said.actor, said.id))


def _is_about(said: Statement, before: Statement, after: Statement | None) -> bool:
    """Whether a machine's statement reads the words that somebody decided on.

    It is the same statement; or it stands in the same place and gives the same party, before or after the
    correction, an act towards the same provision.
    """
    if said.id == before.id:
        return True
    known = [before] if after is None else [before, after]
    overlaps = said.start < before.end and before.start < said.end
    same = said.actor in {one.actor for one in known} and said.provision in {one.provision for one in known}
    return overlaps and same and (after is not None or said.act == before.act)


def _place(said: Statement, text: str) -> int | None:
    """Where its quote stands: where it stood, or the nearest place that has the same words; None without one."""
    if text[said.start : said.end] == said.quote:
        return said.start
    places = []
    at = text.find(said.quote)
    while at >= 0:
        places.append(at)
        at = text.find(said.quote, at + 1)
    return min(places, key=lambda one: (abs(one - said.start), one), default=None)


def _dated(said: Statement, published: When) -> Statement:
    """With the document's date, where that was unknown or given by a person when it was decided on."""
    if said.said.found_in == GIVEN or not said.said.known:
        return replace(said, said=published)
    return said


def _moved(said: Statement, start: int, document: str) -> Statement:
    """The statement at its place in the present version."""
    if (said.start, said.document) == (start, document):
        return said
    by = start - said.start
    # Other places of a text that has changed cannot be trusted; its own is known.
    places = (Span(start, said.end + by),)
    return replace(said, document=document, start=start, end=said.end + by, places=places)
