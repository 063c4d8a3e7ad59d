"""What the words of a claim or an answer say: numbers of deeds, denials, targets and means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ceasefire.monitoring.happening import harm
from ceasefire.monitoring.happening.lexicon import Lexicon
from ceasefire.monitoring.happening.patterns import Phrase, phrase
from ceasefire.monitoring.happening.sentence import Sentence, sentences
from ceasefire.monitoring.happening.vocabulary import LANGUAGES, phrases
from ceasefire.vocabulary import load

_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}\b)")
_NEAR = 2
"""How many words before counted deeds their number may stand."""


def counted_deeds(text: str) -> str:
    """The words by which a text counts deeds ("120 strikes"); "" where it counts none or few enough to be one event."""
    plain = _THOUSANDS.sub("", _TIME.sub(" ; ", text))
    for sentence in sentences(plain, _answers()):
        for deed in sentence.of("counted"):
            for at in range(max(0, deed.start - _NEAR), deed.start):
                if _number(sentence.written[at]) >= load("claims")["least_number"]:
                    return " ".join(sentence.written[at : deed.end])
    return ""


def of_an_answer(text: str) -> list[Sentence]:
    """An answer's sentences, with the groups "denies", "admits" and "did_it" found in them."""
    return sentences(text, _answers())


def targets_of(text: str) -> tuple[str, ...]:
    """The classes of targets that words name, by the same words as in reports of incidents."""
    read = sentences(text, _happened())
    return harm.targets(read, harm.effects(read))[0]


def means_of(text: str) -> tuple[str, ...]:
    """By what arms, in words' terms."""
    return harm.means(sentences(text, _happened()))


def _number(word: str) -> int:
    known = load("claims")["numbers"].get(word.casefold(), 0)
    return int(word) if word.isdecimal() else int(known)


@cache
def _answers() -> Lexicon:
    return Lexicon(list(_phrases()))


def _phrases() -> Iterator[Phrase]:
    for group, entry in load("claims")["phrases"].items():
        for language in LANGUAGES:
            yield from (phrase(group, group, written, language) for written in entry.get(language, ()))


@cache
def _happened() -> Lexicon:
    return Lexicon(list(phrases()))
