"""Parts of speech and lemmas of parsed sentences, by the model's own rules, each rule asked once a combination.

The model's rules match every word against every pattern; but what they say depends on no more than the tag, the
relation and, for a few words, the word itself; the lemma on the word and its part of speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.tokens import Doc

from ceasefire.coding.model import model, set_array

_ASKED = [TAG, LOWER, DEP, IS_SPACE, ORTH]
_TOLD = [TAG, POS, MORPH, LEMMA, DEP]
_LARGEST = 20_000  # words whose lemma is kept, so that memory stays bounded

_Rules = dict[tuple[int, int, int, int], tuple[int, ...]]


def lemmatize_each(sentences: Sequence[Doc]) -> None:
    """Part of speech and lemma of every word of tagged and parsed sentences."""
    ruler, lemmatizer = model().get_pipe("attribute_ruler"), model().get_pipe("lemmatizer")
    expletive = model().vocab.strings["expl"]
    rules, lemmas, number = _rules(), _lemmas(), model().vocab.strings.add
    for doc in sentences:
        tags, words, relations, spaces, written = doc.to_array(_ASKED).T.tolist()
        if expletive in relations or any(map(_opens, words)):
            lemmatizer(ruler(doc))
            continue
        rows = []
        listed = (word if _is_listed(word) else 0 for word in words)
        for at, signs in enumerate(zip(tags, listed, relations, spaces, strict=True)):
            tag, pos, morph, lemma, relation = rules.get(signs) or _learned(signs)
            key = (written[at], pos, morph)
            rows.append((tag, pos, morph, lemma or number(lemmas.get(key) or _lemma(key)), relation))
        set_array(doc, _TOLD, np.array(rows, dtype="uint64"))


def _learned(key: tuple[int, int, int, int]) -> tuple[int, ...]:
    """What the rules say of one word with this tag in this relation: as in `_TOLD`, with no lemma for most."""
    tag, word, relation, space = key
    doc = Doc(model().vocab, words=["\n" if space else model().vocab.strings[word] if word else "x"])
    set_array(doc, [TAG, DEP], np.array([[tag, relation]], dtype="uint64"))
    model().get_pipe("attribute_ruler")(doc)
    _rules()[key] = found = tuple(doc.to_array(_TOLD)[0].tolist())
    return found


def _lemma(key: tuple[int, int, int]) -> str:
    word, pos, morph = key
    doc = Doc(model().vocab, words=[model().vocab.strings[word]])
    set_array(doc, [POS, MORPH], np.array([[pos, morph]], dtype="uint64"))
    lemmatizer: Any = model().get_pipe("lemmatizer")
    lemmatizer(doc)
    if len(_lemmas()) > _LARGEST:
        _lemmas().clear()
        lemmatizer.cache.clear()
    _lemmas()[key] = found = doc[0].lemma_
    return found


@cache
def _rules() -> _Rules:
    return {}


@cache
def _lemmas() -> dict[tuple[int, int, int], str]:
    return {}


@lru_cache(maxsize=16384)
def _is_listed(word: int) -> bool:
    """A rule names the word, or spells out what it looks like."""
    return _fits(word, [token for pattern in _patterns() for token in pattern])


@lru_cache(maxsize=16384)
def _opens(word: int) -> bool:
    """A rule over two words may begin with this one."""
    return _fits(word, [pattern[0] for pattern in _patterns() if len(pattern) > 1])


def _fits(word: int, tokens: Iterable[dict[str, Any]]) -> bool:
    text = model().vocab.strings[word]
    for token in tokens:
        said = token.get("LOWER")
        if said == text or (isinstance(said, dict) and (text in said.get("IN", ()) or _spelt(said, text))):
            return True
    return False


def _spelt(said: dict[str, Any], text: str) -> bool:
    return "REGEX" in said and re.search(said["REGEX"], text) is not None


@cache
def _patterns() -> tuple[list[dict[str, Any]], ...]:
    ruler: Any = model().get_pipe("attribute_ruler")
    return tuple(pattern for rule in ruler.patterns for pattern in rule["patterns"])
