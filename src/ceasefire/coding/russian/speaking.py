"""In whose words a clause stands: a verb of saying above it, a turn of a transcript."""

from __future__ import annotations

from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.phrases import group, phrases
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.who import actors, is_passive


def saying(view: View, clause: Clause) -> Clause | None:
    """The clause with a verb of saying under which this one stands ("заявил, что …")."""
    above = clause.parent
    while above is not None:
        if any(view.words[i].lemma in group("cues", "verbs") for i in above.predicates):
            return above
        above = above.parent
    return next((other for other in view.clauses if other is not clause and _is_aside(view, other)), None)


def _is_aside(view: View, clause: Clause) -> bool:
    """ ", считает Израиль": a short clause of saying that stands beside what is said."""
    if clause.opener is not None or len(clause.words) > _SHORT or clause is view.clauses[0]:
        return False
    first = next((i for i in clause.words if not view.words[i].sign), None)
    return first is not None and first in clause.predicates and view.words[first].lemma in group("cues", "verbs")


_SHORT = 8


def according_to(view: View) -> str:
    """ "По словам министра обороны Ирана, …": the party on whose word the whole sentence stands."""
    for match in phrases("cues", "according").all(view.words[:_SHORT]):
        sign = next((i for i in range(match.end, len(view.words)) if view.words[i].text == ","), None)
        if sign is not None and match.start <= 1:
            return next((m.party for m in view.mentions if match.end <= m.start < sign), "")
    return ""


def speaker(view: View, clause: Clause) -> str:
    """The party that says what the clause says, by the text; "" where the text says it itself."""
    if by := according_to(view):
        return by
    above = saying(view, clause)
    if above is not None:
        said_by = actors(view, above)
        if said_by:
            return said_by[0]
        if any(is_passive(view.words[i]) for i in above.predicates):
            return view.voice or view.teller
        return ""
    return view.teller if view.own_words else ""


def tells(view: View, clause: Clause) -> str:
    """Who lays down what the clause says: its speaker, the voice that the text goes on with, or who published it."""
    return speaker(view, clause) or view.voice or view.teller
