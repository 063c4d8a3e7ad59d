"""Whom a report names as saying that it happened: the party, or the office as it is named."""

from __future__ import annotations

from ceasefire.monitoring.happening.lexicon import Found
from ceasefire.monitoring.happening.party_names import DOER
from ceasefire.monitoring.happening.sentence import Sentence

NEAR, LAST = 3, 5


def said_by(sentence: Sentence) -> str:
    """The party whose office speaks ("the Chadian defence ministry"), else the office; "" when nobody is named."""
    for office in sentence.of("office"):
        if _speaks(sentence, office):
            return _owner(sentence, office) or office.name
    for party in sentence.of("party"):
        if party.name.startswith(DOER) and _speaks(sentence, party):
            return party.name.partition("|")[2]
    return ""


def _speaks(sentence: Sentence, who: Found) -> bool:
    """Beside a verb of saying, or alone after a dash at the end."""
    beside = any(
        -NEAR <= verb.start - who.start <= NEAR + 1 and not any(verb.start < at <= who.start for at in sentence.clauses)
        for verb in sentence.of("speaking")
    )
    ends = who.start in sentence.dashes and len(sentence.written) - who.start <= LAST
    return beside or ends


def _owner(sentence: Sentence, office: Found) -> str:
    near = (
        one
        for one in sentence.of("party")
        if (0 <= one.start - office.end < 1 or 0 <= office.start - one.end < 1)
        and sentence.together(one.start, office.start)
    )
    return next((one.name.partition("|")[2] for one in near), "")
