"""The parser reads every text in one typography: straight quotation marks, plain spaces, line ends of one character.

A mark is replaced by one of the same length, so every offset stays true; what is quoted is cut from the text itself.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.util import compile_infix_regex

from ceasefire.vocabulary import load

_JOINED = (r"(?<=[A-Z]\.)[-–](?=[A-Z])", r"(?<=[A-Z][0-9])[-–](?=[A-Za-z])", r"(?<=[A-Z][0-9]{2})[-–](?=[A-Za-z])")


def levelled(text: str) -> str:
    """The text in the typography that the parser reads, of the same length."""
    return text.translate(_marks())


def split_names(nlp: Language) -> None:
    """Have the pipeline's tokenizer split "U.S.-Iran" and "M23-led" as it splits "Russia-Ukraine"."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*English.Defaults.infixes, *_JOINED]).finditer


@cache
def _marks() -> dict[int, str]:
    found: dict[str, str] = load("stand_ins")["marks"]
    return str.maketrans(found)
