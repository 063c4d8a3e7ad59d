"""Parts of speech and lemmas of parsed sentences, by the model's own rules, each rule asked once a combination.

The model's rules match every word against every pattern; but what they say depends on no more than the tag, the
relation and, for a few words, the word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.tokens import Doc

from ceasefire.coding.model import model, set_array

_Known = dict[tuple[int, int, int], tuple[int, int, int]]


def lemmatize_each(sentences: Sequence[Doc]) -> None:
    """Part of speech and lemma of every word of tagged and parsed sentences."""
    ruler, lemmatizer = model().get_pipe("attribute_ruler"), model().get_pipe("lemmatizer")
    expletive = model().vocab.strings["expl"]
    known = _known()
    for doc in sentences:
        tags, words, relations, spaces = doc.to_array([TAG, LOWER, DEP, IS_SPACE]).T.tolist()
        if expletive in relations or any(spaces) or any(map(_opens, words)):
            ruler(doc)
        else:
            keys = zip(tags, (word if _is_listed(word) else 0 for word in words), relations, strict=True)
            rows = [known.get(key) or _learned(key) for key in keys]
            set_array(doc, [POS, MORPH, LEMMA], np.array(rows, dtype="uint64"))
        lemmatizer(doc)


def _learned(key: tuple[int, int, int]) -> tuple[int, int, int]:
    """What the rules say of one word with this tag in this relation."""
    tag, word, relation = key
    vocab = model().vocab
    doc = Doc(vocab, words=[vocab.strings[word] if word else "x"])
    set_array(doc, [TAG, DEP], np.array([[tag, relation]], dtype="uint64"))
    model().get_pipe("attribute_ruler")(doc)
    said = doc.to_array([POS, MORPH, LEMMA])[0]
    _known()[key] = found = (int(said[0]), int(said[1]), int(said[2]))
    return found


@cache
def _known() -> _Known:
    return {}


@lru_cache(maxsize=65536)
def _is_listed(word: int) -> bool:
    """A rule names the word, or spells out what it looks like."""
    return _fits(word, [token for pattern in _patterns() for token in pattern])


@lru_cache(maxsize=65536)
def _opens(word: int) -> bool:
    """A rule over two words may begin with this one."""
    return _fits(word, [pattern[0] for pattern in _patterns() if len(pattern) > 1])


def _fits(word: int, tokens: Iterable[dict[str, Any]]) -> bool:
    text = model().vocab.strings[word]
    for token in tokens:
        said = token.get("LOWER")
        if said is None:
            continue
        if said == text or (isinstance(said, dict) and (text in said.get("IN", ()) or _spelt(said, text))):
            return True
    return False


def _spelt(said: dict[str, Any], text: str) -> bool:
    return "REGEX" in said and re.search(said["REGEX"], text) is not None


@cache
def _patterns() -> tuple[list[dict[str, Any]], ...]:
    rules = model().get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
    return tuple(pattern for rule in rules for pattern in rule["patterns"])
