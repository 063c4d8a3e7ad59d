"""Attributions that a phrase beside the clause carries: "according to X", "as X said", "…, X thinks, …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ceasefire.coding import attribution_content as content
from ceasefire.coding.attribution_clauses import said
from ceasefire.coding.attribution_cues import cues
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.attribution_source import spans_of, subject_of
from ceasefire.coding.statement import Span


def according(token: Token, quoted: content.Quoted) -> Iterator[Said]:
    """ "According to X" before, after or inside a clause."""
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
        return
    joint = token.nbor()
    named = next((child for child in (*joint.children, *token.children) if child.dep_ == "pobj"), None)
    if named is not None and named.lemma_.lower() not in cues().binding:
        yield from _phrase("according", token, joint, named, quoted)


def in_words_of(token: Token, quoted: content.Quoted) -> Iterator[Said]:
    """ "In the words of X", "in X's view", "per X" beside a clause."""
    if token.dep_ != "prep" or not _governor(token).i > token.i:
        return
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    if noun is None:
        return
    if token.lower_ == "per" and token.is_title:
        yield from _phrase("according", token, token, noun, quoted)
    elif token.lower_ == "in" and noun.lower_ in cues().phrases:
        owner = next((child for child in noun.children if child.dep_ == "poss"), None)
        of = next((child for child in noun.children if child.lower_ == "of"), None)
        named = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else owner
        if named is not None:
            yield from _phrase("according", token, noun, named, quoted)


def _phrase(rule: str, first: Token, last: Token, named: Token, quoted: content.Quoted) -> Iterator[Said]:
    head = _governor(first)
    spans = _beside(first.i, max(_name_end(named), last.i), head, quoted)
    if spans:
        cue: tuple[Span, ...] = (Span(first.idx, last.idx + len(last)),)
        if named.i < last.i:
            cue = (Span(first.idx, first.idx + len(first)), Span(last.idx, last.idx + len(last)))
        yield replace(said(rule, first, named, spans, (head,)), cue=cue)


def as_said(token: Token, quoted: content.Quoted) -> Iterator[Said]:
    """ "As X said," beside the clause that X said."""
    if not cues().verb_takes(token, "clause") or any(child.dep_ == "ccomp" for child in token.children):
        return
    things = [child for child in token.children if child.dep_ == "dobj" and child.lower_ != "it"]
    if things and token.lemma_.lower() not in cues().dative:
        return
    as_clause = any(child.lower_ == "as" and child.dep_ in ("mark", "advmod") for child in token.lefts)
    source = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
    if token.dep_ == "advcl" and as_clause and source is not None:
        spans = _beside(token.left_edge.i, token.right_edge.i, token.head, quoted)
        if spans:
            yield said("as-said", token, source, spans, (token.head,))


def parenthetical(token: Token, quoted: content.Quoted) -> Iterator[Said]:
    """A cue set into, or after, the clause that it attributes: "it is, I think, over"."""
    if token.dep_ != "parataxis" or not cues().verb_takes(token, "clause"):
        return
    if any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in token.children):
        return
    source = subject_of(token)
    if source is not None and source.lower_ != "you":
        spans = _beside(token.left_edge.i, token.right_edge.i, token.head, quoted)
        if spans:
            yield said("parenthetical", token, source, spans, (token.head,))


def _governor(token: Token) -> Token:
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    return head


def _name_end(named: Token) -> int:
    """The last token of the name, with an apposition and the comma after it."""
    doc = named.doc
    last = _last_of(named)
    for child in named.rights:
        if child.dep_ == "appos" and child.i > last:
            last = _last_of(child)
    return last + 1 if last + 1 < len(doc) and doc[last + 1].text == "," else last


def _last_of(head: Token) -> int:
    end = spans_of(head)[-1].end
    return next(token.i for token in head.doc[head.i :] if token.idx + len(token) >= end)


def _beside(first: int, last: int, head: Token, quoted: content.Quoted) -> tuple[Span, ...]:
    """The clause of `head` around the phrase doc[first..last]: what follows it, what precedes it, or both."""
    doc, text = head.doc, quoted.text
    around = quoted.at(doc[first].idx)
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    spans = []
    if head.left_edge.i < first and (head.i < first or _sets_in(head, first)):
        start, end = doc[head.left_edge.i].idx, doc[first].idx
        end -= len(text[start:end]) - len(text[start:end].rstrip(" \n\t(–—"))
        spans.append(content.trimmed(text, max(start, around.start) if around else start, end, forward=False))
    if head.i > last or (head.right_edge.i > last and _sets_in(head, first)):
        start, end = doc[last].idx + len(doc[last]), _end_of_clause(head)
        closing = quoted.at(max(start, end - 1))
        end = min(end, around.end) if around else max(end, closing.end) if closing else end
        spans.append(content.trimmed(text, start, end))
    return tuple(span for span in spans if span is not None)


def _sets_in(head: Token, first: int) -> bool:
    """The phrase stands between the subject and the verb: commas set it into the clause."""
    subjects = [child for child in head.lefts if child.dep_ in ("nsubj", "nsubjpass", "expl")]
    return bool(subjects) and subjects[-1].i < first < head.i


def _end_of_clause(head: Token) -> int:
    doc, sentence = head.doc, head.sent
    last = head.right_edge if head.right_edge.i < sentence.end - 2 else doc[sentence.end - 1]
    return last.idx + len(last)
