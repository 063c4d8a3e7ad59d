"""A promise made under an "если": what is promised hangs on it."""

from __future__ import annotations

from dataclasses import replace

from ceasefire.coding.russian.claim import Claim, Price
from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.scene import View

_PROMISED = frozenset({"accept", "implement"})


def under_a_supposition(view: View, claim: Claim) -> Claim:
    """The claim as a condition where its clause promises something and the sentence says "если"; else as it was."""
    if claim.act not in _PROMISED | {"reject"} or claim.price is not None:
        return claim
    clause = view.clause(claim.words[0])
    supposed = next((other for other in view.clauses if _supposes(view, other)), None)
    refused = claim.act == "reject"
    if supposed is None or supposed is clause or not (refused or _promises(view, clause)):
        return claim
    if refused != _until(view, supposed):
        return claim
    words = [i for i in supposed.words if not view.words[i].sign and i != supposed.opener]
    inside = tuple(t for t in view.topics if words[0] <= t.start <= words[-1])
    price = Price(words[0], words[-1] + 1, inside)
    return replace(claim, act="condition", price=price, words=(*claim.words, price.start, price.end - 1))


def _supposes(view: View, clause: Clause) -> bool:
    """An "если" with a predicate of its own; "если говорить о" supposes nothing."""
    return (
        clause.opener is not None
        and view.words[clause.opener].lemma in group("conditions", "clause") | group("conditions", "until")
        and any(view.words[i].finite or view.words[i].short for i in clause.predicates)
    )


def _until(view: View, clause: Clause) -> bool:
    """ "пока не …": what is refused is refused until then."""
    assert clause.opener is not None
    until = view.words[clause.opener].lemma in group("conditions", "until")
    return until and any(view.words[i].text.lower() in group("modality", "negation") for i in clause.words)


def _promises(view: View, clause: Clause) -> bool:
    """A verb in the future, or a word of readiness: a thing of the past hangs on nothing."""
    return any(
        view.words[i].feats.get("Tense") in {"Fut", "Pres"} or view.words[i].short or view.words[i].pos == "ADJ"
        for i in clause.predicates
    )
