"""The day of an event by the words of its sentence: "18 марта", "вчера", "в понедельник"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ceasefire.coding.events_when import Dated
from ceasefire.coding.russian.lemmas import plain
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.word import Word
from ceasefire.vocabulary import load


def dates(words: Sequence[Word]) -> Iterator[Dated]:
    """Every day that the words give, in order; `start` and `end` count words."""
    for i, word in enumerate(words):
        form = plain(word.text)
        if form in load("russian/events")["days"]:
            yield Dated(i, i + 1, word.text, away=load("russian/events")["days"][form])
        elif (weekday := _weekday(word)) is not None and i and words[i - 1].lemma in group("events", "placing"):
            yield Dated(i, i + 1, word.text, weekday=weekday)
        elif form in load("russian/dates")["months"] and i and re.fullmatch(r"\d{1,2}", words[i - 1].text):
            yield from () if _begins_a_term(words, i - 1) else (_numbered(words, i),)


def _begins_a_term(words: Sequence[Word], i: int) -> bool:
    """ "*с* 18 марта": from then on something holds."""
    return i > 0 and words[i - 1].text.lower() in load("russian/dates")["from"]


def _numbered(words: Sequence[Word], i: int) -> Dated:
    """ "18 марта 2025": the year where it is said."""
    year = words[i + 1].text if i + 1 < len(words) and re.fullmatch(r"\d{4}", words[i + 1].text) else ""
    last = i + 2 if year else i + 1
    said = " ".join(word.text for word in words[i - 1 : last])
    month = load("russian/dates")["months"][plain(words[i].text)]
    return Dated(i - 1, last, said, day=int(words[i - 1].text), month=month, year=int(year or 0))


def _weekday(word: Word) -> int | None:
    days = load("russian/events")["weekdays"]
    return next((number for number, day in enumerate(days) if day in word.lemmas), None)
