"""How words are written in vocabulary/happened: "stem*", "stem(a|b)", "stem~" → how a word of a text must look."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’ʼ′`][^\W_]+)*")
PAST = {"uk": "(в|ла|ли|ло)", "ru": "(л|ла|ли|ло)", "en": ""}
_ENDINGS = re.compile(r"^([^(*]*)(?:\(([^)]*)\))?(\*?)$")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "′": "'", "`": "'", "ё": "е"})


@lru_cache(maxsize=1 << 17)
def plain(word: str) -> str:
    """A word in small letters with one kind of apostrophe, without an English possessive."""
    return unicodedata.normalize("NFC", word).lower().translate(_APOSTROPHES).removesuffix("'s")


@dataclass(frozen=True, slots=True)
class Unit:
    """What one word must look like: one of `whole`, or beginning with one of `stems`."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def fits(self, word: str) -> bool:
        return word in self.whole or (bool(self.stems) and word.startswith(self.stems))


def unit(written: str, language: str = "") -> Unit:
    """One word as the vocabulary writes it."""
    parts = _ENDINGS.match(written.replace("~", PAST.get(language, "")).translate(_APOSTROPHES).lower())
    if parts is None:
        raise ValueError(f"{written!r} is no word as the vocabulary writes them: stem*, stem(a|b), stem~")
    stem, endings, open_ended = parts.groups()
    forms = [stem + ending for ending in endings.split("|")] if endings is not None else [stem]
    return Unit(frozenset(), tuple(forms)) if open_ended else Unit(frozenset(forms), ())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row that mean `name` of a `group`; `written` is how an acronym must be, `large` asks for a capital."""

    group: str
    name: str
    units: tuple[Unit, ...]
    written: tuple[str, ...] = ()
    large: bool = False


def phrase(group: str, name: str, written: str, language: str = "") -> Phrase:
    """A phrase as the vocabulary writes it."""
    return Phrase(group, name, tuple(unit(word, language) for word in written.split()))
