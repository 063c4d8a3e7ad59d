"""For how long, and from when, by the words: "на 30 суток, начиная с 18 марта" → P30D, 2025-03-18."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ceasefire.coding.russian.lemmas import plain
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.word import Word
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When


def duration(words: Sequence[Word]) -> str:
    """ISO 8601, "lasting" for what has no end, "" where nothing is said."""
    table = load("russian/dates")
    for i, word in enumerate(words):
        compound = re.fullmatch(r"(\d+|[а-я]+?)-?(" + "|".join(table["compound_units"]) + ")", word.lemma)
        if compound:
            number = compound[1] if compound[1].isdigit() else table["compounds"].get(compound[1])
            if number:
                return str(table["compound_units"][compound[2]]).replace("#", str(number))
        if word.lemma in table["words"]:
            return str(table["words"][word.lemma])
        if word.lemma in table["units"] and i and not _is_a_time(words, i):
            number = _number(words[i - 1])
            if number:
                return str(table["units"][word.lemma]).replace("#", number)
    return "lasting" if any(word.lemma in group("dates", "lasting") for word in words) else ""


def start(words: Sequence[Word], published: When) -> When:
    """The day from which a thing holds; a year that is not said is that of the text."""
    months = load("russian/dates")["months"]
    for i, word in enumerate(words):
        month = months.get(plain(word.text))
        if month is None or i < 2 or not words[i - 1].text.isdigit():
            continue
        if words[i - 2].text.lower() not in load("russian/dates")["from"]:
            continue
        year = next((w.text for w in words[i + 1 : i + 2] if re.fullmatch(r"\d{4}", w.text)), "")
        if not year and published.first is not None:
            year = str(published.first.year)
        if year:
            return _day(int(year), month, int(words[i - 1].text), f"{words[i - 1].text} {word.text}")
    return UNKNOWN


def _day(year: int, month: int, day: int, words: str) -> When:
    try:
        return When(date(year, month, day).isoformat(), words, "text")
    except ValueError:
        return UNKNOWN


def _number(word: Word) -> str:
    if word.text.isdigit():
        return word.text if len(word.text) <= 3 else ""
    known = load("russian/dates")["numbers"].get(word.lemma)
    return str(known) if known else ""


def _is_a_time(words: Sequence[Word], i: int) -> bool:
    """ "с 18 часов до нуля часов": hours of the clock."""
    return (
        i > 1
        and words[i].lemma == "час"
        and words[i - 2].pos == "ADP"
        and words[i - 2].lemma in group("dates", "clock")
    )
