"""Sentences that no rule can start from are not parsed, and nothing is lost by it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.corpus import corpus, plain_pool
from tests.contracts.tree import ROOT

from ceasefire.coding import triggers
from ceasefire.coding.attribution import attributions
from ceasefire.coding.coder import code_batch
from ceasefire.coding.forms import forms
from ceasefire.coding.parse import Draft, parsed
from ceasefire.coding.parties import Parties
from ceasefire.coding.skipping import Look
from ceasefire.coding.topics import speaks_of_any, topics
from ceasefire.reading.document import Document


def document(name: str, text: str) -> Document:
    return Document(name, text, hashlib.sha256(text.encode()).hexdigest(), name)


def own_texts() -> Iterator[str]:
    for path in sorted(ROOT.glob("examples/*/dispatches/*.txt")) + sorted(ROOT.glob("tests/journeys/articles/*.txt")):
        yield path.read_text(encoding="utf-8")
    for name in ("statements", "attributions"):
        for line in (ROOT / f"evaluation/gold/{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
    yield from corpus(40, "mixed")
    yield "\n\n".join(plain_pool())


def shared_texts(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
    for path in sorted((shared / "data" / "texts").glob("us_*.txt")):
        yield path.read_text(encoding="utf-8")


def assert_nothing_is_lost(texts: Iterator[str]) -> None:
    documents = [document(str(at), text) for at, text in enumerate(texts)]
    for first in range(0, len(documents), 64):
        some = documents[first : first + 64]
        skipping, whole = code_batch(some, Parties.builtin()), code_batch(some, Parties.builtin(), whole=True)
        for ours, theirs in zip(skipping, whole, strict=True):
            assert ours == theirs


def test_our_own_texts_say_the_same_when_every_sentence_is_parsed() -> None:
    assert_nothing_is_lost(own_texts())


@pytest.mark.slow
@pytest.mark.shared
def test_third_party_texts_say_the_same_when_every_sentence_is_parsed(shared: Path) -> None:
    assert_nothing_is_lost(shared_texts(shared))


def test_plain_news_is_parsed_in_part() -> None:
    looks = [Look(Draft(text), Parties.builtin()) for text in corpus(40, "plain")]
    assert sum(len(look.first) for look in looks) < 0.6 * sum(len(look.every) for look in looks)
    rain = Look(Draft("It rained on the town. The bus was late."), Parties.builtin())
    assert not rain.first
    assert not rain.further([], speaks=False)


@pytest.mark.parametrize(
    ("lemma", "word"),
    [("say", "said"), ("agree", "agreeing"), ("deny", "denies"), ("truce", "truces"), ("think", "thought"),
     ("hostility", "hostilities"), ("be", "been"), ("man", "men")],
)  # fmt: skip
def test_the_forms_of_a_lemma_hold_every_word_that_may_have_it(lemma: str, word: str) -> None:
    assert word in forms([lemma])


def test_every_lemma_that_the_model_gives_is_among_the_forms() -> None:
    for token in parsed("\n\n".join(own_texts())):
        if token.pos_ != "PROPN" and not token.is_space:
            assert token.lower_ in forms([token.lemma_.lower()]), token.lemma_


def test_sentences_with_a_cue_or_a_provision_are_always_found() -> None:
    """Whatever the rules find in a wholly parsed text stands in a sentence that its words alone had shown."""
    for text in own_texts():
        look, doc = Look(Draft(text), Parties.builtin()), parsed(text)
        cues = {look.draft.bounds[at] for at in look.speaking}
        for one in attributions(doc):
            if one.cue_token is not None:
                assert any(start <= one.cue_token.i < end for start, end in cues), one
        beside = look.further((), speaks_of_any(doc))  # actions that are a provision only beside another
        spoken = {look.draft.bounds[at] for at in look.providing | beside}
        strong = [topic for topic in topics(doc) if topic.category != "peace-agreement"]
        weak = {name for entry in triggers.weak_names() for name in entry.split()}
        for topic in strong:
            if topic.head.lower_.rstrip("s") not in weak:
                assert any(start <= topic.head.i < end for start, end in spoken), topic
