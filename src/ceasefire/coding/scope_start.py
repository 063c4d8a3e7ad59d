"""From which day a halt holds, by the words of its own clause: "counts the truce *from 18 March*"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.clauses import clause_of
from ceasefire.coding.phrases import lemma
from ceasefire.coding.topic import HALTS
from ceasefire.coding.words import words
from ceasefire.reading.dates import month_numbers
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When, day_of, nearest_day

_FARTHEST = 16  # words from the halt's name to the day
_LATEST = 12  # words from "from" to the end of the day: "from 6 p.m. local time on 19 April 2033"


def start(anchor: Anchor, published: When) -> When:
    """The day named after "from", or after "on" where the halt itself begins; unknown where no day is named.

    A year that is not said is the one that brings the day nearest to the text's own date.
    """
    if anchor.topic.category not in HALTS:
        return UNKNOWN
    doc, verb = anchor.topic.head.doc, clause_of(anchor.token)
    last = min(len(doc), anchor.topic.end + _FARTHEST, anchor.topic.head.sent.end)
    for place in range(anchor.topic.end, last):
        token = doc[place]
        if _begins(token, verb) and verb in (clause_of(token), clause_of(token.head)):
            found = _day(doc[place + 1 : min(last, place + _LATEST)].text, published)
            if found.known:
                return found
    return UNKNOWN


def _begins(token: Token, verb: Token) -> bool:
    if token.lower_ in words("scopes", "starting", "always"):
        return True
    beginning = words("scopes", "starting", "verbs")
    ways = {lemma(verb)} | {f"{lemma(verb)} {child.lower_}" for child in verb.children}
    return token.lower_ in words("scopes", "starting", "after_verbs") and not beginning.isdisjoint(ways)


def _day(text: str, published: When) -> When:
    match = _written().search(text)
    if match is None or not all(_of_the_clock().fullmatch(word.lower()) for word in text[: match.start()].split()):
        return UNKNOWN
    day, month, year = match["day"] or match["day2"], match["month"] or match["month2"], match["year"] or match["year2"]
    number = month_numbers()[month.casefold()]
    if year:
        found = day_of(int(year), number, int(day))
    else:
        found = nearest_day(number, int(day), published.first) if published.first else None
    return When(found.isoformat(), match[0], "text") if found else UNKNOWN


@cache
def _of_the_clock() -> re.Pattern[str]:
    return re.compile(r"[\d:.]+(?:[ap]\.?m\.?)?|" + "|".join(map(re.escape, load("scopes")["clock"])))


@cache
def _written() -> re.Pattern[str]:
    """ "18 March", "18th of March 2025", "March 18, 2025"."""
    months = "|".join(sorted(month_numbers(), key=lambda name: (-len(name), name)))
    ordinal = r"(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?P<day>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<month>{months})\b\.?(?:,?\s+(?P<year>(?:19|20)\d\d))?"
        rf"|\b(?P<month2>{months})\b\.?\s+(?P<day2>\d{{1,2}}){ordinal}\b(?:,?\s+(?P<year2>(?:19|20)\d\d))?",
        re.IGNORECASE,
    )
