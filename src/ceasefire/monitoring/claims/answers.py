"""What the accused answered: a denial, an admission, neither; and whether another is accused in return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ceasefire.coding.parties import Parties
from ceasefire.monitoring.claim import ADMITS, DENIES, SILENT
from ceasefire.monitoring.claims.parties import first_named, party_of
from ceasefire.monitoring.claims.places import says_nothing
from ceasefire.monitoring.claims.words import of_an_answer


@dataclass(frozen=True, slots=True)
class Answer:
    """`state` is "denies", "admits" or ""; `by` who answers, `accuses` who is accused in return, "" without one."""

    state: str = SILENT
    words: str = ""
    by: str = ""
    accuses: str = ""


def answer_of(words: str, accused: str, parties: Parties, codes: Mapping[str, str], on: date | None = None) -> Answer:
    """The answer in a cell such as "Osele: groundless, Maru shelled it itself".

    Who answers stands before a colon; without one, or where no party is named there, it is the accused. What another
    party says is no answer of the accused. To say that another did it denies it.
    """
    if says_nothing(words):
        return Answer()
    head, colon, rest = words.partition(":")
    said = rest if colon else words
    named = party_of(head.strip(), parties, codes, on) if colon else ""
    by = named if named and (parties.get(named) or named in codes.values()) else accused
    if by != accused:
        return Answer(SILENT, words, by)
    read = of_an_answer(said)
    accuses = _in_return(said, accused, parties, on)
    denied = any(one.of("denies") for one in read) or bool(accuses)
    admitted = any(one.of("admits") for one in read)
    state = SILENT if denied == admitted else DENIES if denied else ADMITS
    return Answer(state, words, by, accuses)


def _in_return(said: str, accused: str, parties: Parties, on: date | None) -> str:
    """The party that is said to have done the same thing itself."""
    for sentence in of_an_answer(said):
        for deed in sentence.of("did_it"):
            found = first_named(" ".join(sentence.written[: deed.start]), parties, on)
            if found and found != accused:
                return found
    return ""
