"""Asides that the parser takes for a second object: "would require an end to aid, *a condition that they reject*"."""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP
from spacy.tokens import Doc, Token

from ceasefire.coding.texts import spelling


def hang_asides(doc: Doc) -> None:
    """A noun after a comma that is the second object of its verb, with a clause of its own, explains the first."""
    if "," not in spelling(doc):
        return
    for at in np.flatnonzero(doc.to_array(DEP) == doc.vocab.strings["dobj"]):
        token = doc[int(at)]
        first = _explained(token)
        if first is not None:
            token.head = first
            token.dep_ = "appos"


def _explained(noun: Token) -> Token | None:
    opening = noun.left_edge.i - 1
    if opening < 0 or noun.doc[opening].text != "," or not any(child.dep_ == "relcl" for child in noun.children):
        return None
    return next((other for other in noun.head.children if other.dep_ == "dobj" and other.i < opening), None)
