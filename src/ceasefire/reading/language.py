"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

from ceasefire.vocabulary import load

# The languages that there is a coder for; a text in any other is kept as unread, naming its language.
CODED_LANGUAGES = frozenset({"en", "ru"})

# What a short text in Latin letters is taken for when the detector is not sure.
DEFAULT = "en"

_SAMPLE = 6_000
_SURE = 0.95
_FEW_WORDS = 12
_AFTER_LATIN = "\u0250"
# English text has one such word in four or five; no other language has one in eight, and three of them.
_ONE_IN = 8
_DIFFERENT = 3


def language_of(text: str, claimed: str = "", hint: str = "") -> str:
    """The ISO 639-1 code: what the source claims of itself, or else what the letters show; "" without letters.

    A claim ("en-GB") by the one who keeps the text is believed; a page's or feed's own mark decides
    only where the detector is unsure, for such marks are often left at a template's value.
    """
    if code := _code(claimed):
        return code
    sample = text[:_SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    if not letters:
        return ""
    latin = sum(letter < _AFTER_LATIN for letter in letters) * 2 > len(letters)
    if latin and _plainly_english(sample):
        return "en"
    detected, sure = _detected(sample)
    if latin and (not sure or len(sample.split()) < _FEW_WORDS) and detected != DEFAULT:
        return _code(hint) or DEFAULT
    return detected


def _plainly_english(sample: str) -> bool:
    """Whether English function words are so frequent that no detector (which takes half a second to load) is needed."""
    words = sample.lower().split()
    held = [word for word in words if word in _function_words()]
    return len(words) >= _FEW_WORDS and len(held) * _ONE_IN >= len(words) and len(set(held)) >= _DIFFERENT


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load("publication")["english_function_words"])


def name_of(code: str) -> str:
    """The language's English name with its code, for a reader: "Russian (ru)"."""
    name = load("publication")["languages"].get(code)
    return f"{name} ({code})" if name else code


def _code(words: str) -> str:
    return words.replace("_", "-").split("-")[0].strip().lower()


def _detected(sample: str) -> tuple[str, bool]:
    code, share = _identifier().classify(sample)
    return str(code), float(share) >= _SURE


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(load("publication")["languages"])
    identifier.set_languages(sorted(known & set(identifier.nb_classes)))
    return identifier
