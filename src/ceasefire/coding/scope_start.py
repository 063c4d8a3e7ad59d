"""From when a halt is to hold, by the words behind it: "a truce *from 5 April*", "starting at midnight on Friday"."""

from __future__ import annotations

import re
from functools import cache

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.events_when import dates
from ceasefire.coding.texts import text_of
from ceasefire.coding.words import words
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When

_BETWEEN = 5  # words between "from" and the day: "from *6 p.m. Moscow time on* 19 April"


def start_of(anchor: Anchor, published: When) -> When:
    """The first day behind the halt, in its own sentence, that a word of beginning stands before."""
    sentence, doc = anchor.topic.head.sent, anchor.topic.head.doc
    first = doc[anchor.topic.end - 1].idx + len(doc[anchor.topic.end - 1])
    after = text_of(doc)[first : sentence.end_char]
    for found in dates(after):
        if _begins(after[: found.start]):
            told = [found.when(published, held) for held in (False, True)]
            known = [one for one in told if one.known]
            return min(known, key=lambda one: _away(one, published), default=UNKNOWN)
    return UNKNOWN


def _begins(before: str) -> bool:
    """The words before a day end in one of beginning, with nothing but an hour after it."""
    last = re.findall(r"[\w.:]+", before)[-_BETWEEN - 1 :]
    place = max((i for i, word in enumerate(last) if word.lower() in words("scopes", "starting")), default=-1)
    return place >= 0 and all(_of_the_clock().fullmatch(word.lower()) for word in last[place + 1 :])


def _away(one: When, published: When) -> int:
    """How many days lie between: a year that is not said is the one nearest to the text."""
    return abs((one.first - published.first).days) if one.first and published.first else 0


@cache
def _of_the_clock() -> re.Pattern[str]:
    return re.compile(r"[\d:.]+(?:[ap]\.?m\.?)?|" + "|".join(map(re.escape, load("scopes")["clock"])))
