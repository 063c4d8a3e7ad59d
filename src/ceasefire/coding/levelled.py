"""The parser reads every text in one typography: straight quotation marks, plain spaces, line ends of one character.

A mark is replaced by one of the same length, so every offset stays true; what is quoted is cut from the text itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from ceasefire.vocabulary import load

_TEXT = "ceasefire_text"
_JOINED = (r"(?<=[A-Z]\.)[-–](?=[A-Z])", r"(?<=[A-Z][0-9])[-–](?=[A-Za-z])", r"(?<=[A-Z][0-9]{2})[-–](?=[A-Za-z])")


class Levelled:
    """A tokenizer that splits the levelled text; the Doc remembers the text as it was published."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        level = text.translate(_marks())
        doc = self.tokenizer(level)
        if level != text:
            doc.user_data[_TEXT] = text
        return doc


def levelled(nlp: Language) -> Levelled:
    """The pipeline's tokenizer over levelled texts; "U.S.-Iran" and "M23-led" are split as "Russia-Ukraine" is."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*English.Defaults.infixes, *_JOINED]).finditer
    return Levelled(tokenizer)


def own_text(doc: Doc) -> str:
    """The text of a Doc as it was published; `doc.text` is the levelled one, of the same length."""
    return str(doc.user_data.get(_TEXT) or doc.text)


@cache
def _marks() -> dict[int, str]:
    found: dict[str, str] = load("stand_ins")["marks"]
    return str.maketrans(found)
