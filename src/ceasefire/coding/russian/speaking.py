"""In whose words a clause stands: a verb of saying above it, a turn of a transcript."""

from __future__ import annotations

from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.who import actors, is_passive


def saying(view: View, clause: Clause) -> Clause | None:
    """The clause with a verb of saying under which this one stands ("заявил, что …")."""
    above = clause.parent
    while above is not None:
        if any(view.words[i].lemma in group("cues", "verbs") for i in above.predicates):
            return above
        above = above.parent
    return None


def speaker(view: View, clause: Clause) -> str:
    """The party that says what the clause says, by the text; "" where the text says it itself."""
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
