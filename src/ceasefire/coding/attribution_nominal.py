"""Attributions that a noun or an adjective carries: "the claim that it failed", "they are sure that it holds"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding import attribution_content as content
from ceasefire.coding.attribution_clauses import said
from ceasefire.coding.attribution_cues import cues
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.attribution_source import subject_of, surface_subject


def adjectival(token: Token, quoted: content.Quoted) -> Iterator[Said]:
    """A state of mind with its clause: "they are sure that it holds", "he is concerned it may end"."""
    if not {token.lemma_.lower(), token.lower_} & cues().adjectives:
        return
    for head in token.children:
        if head.dep_ in ("ccomp", "advcl") and head.i > token.i and content.is_finite(head) and not _adverbial(head):
            source = surface_subject(token)
            span = content.after(token, [head], quoted)
            if span and source is not None:
                yield said("adjectival", token, source, (span,), (head,))


def nominal(token: Token, quoted: content.Quoted) -> Iterator[Said]:
    """A noun of saying with its clause: "the claim that", "came to the conclusion that"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in cues().nouns:
        return
    for head in token.children:
        marked = any(child.dep_ == "mark" and child.lemma_ == "that" for child in head.children)
        if head.dep_ in ("acl", "ccomp", "relcl") and head.i > token.i and marked and content.is_finite(head):
            span = content.after(token, [head], quoted)
            cue, source = _holder(token)
            if span and source is not None:
                yield said("nominal", cue, source, (span,), (head,))


def _adverbial(head: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ != "that" for child in head.lefts)


def _holder(noun: Token) -> tuple[Token, Token | None]:
    """The cue and the source of a cue noun: its verb's subject, its possessor, or whom it comes from."""
    own = [child for child in noun.children if child.dep_ == "poss"]
    if own:
        return noun, own[0]
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            named = [each for each in child.children if each.dep_ == "pobj"]
            if named:
                return noun, named[0]
    verb = noun.head.head if noun.head.dep_ == "prep" else noun.head
    if verb.pos_ == "VERB" and (verb.lemma_.lower() in cues().light or cues().verb_takes(verb, "clause")):
        return verb, subject_of(verb)
    return noun, None
