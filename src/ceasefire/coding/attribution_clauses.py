"""Attributions that a clause carries: what a verb, adjective or noun of saying takes as its complement."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding import attribution_content as content
from ceasefire.coding.attribution_cues import cues, is_verb
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.attribution_source import spans_of, subject_of
from ceasefire.coding.statement import Span

_QUESTION_WORDS = frozenset({"WRB", "WP", "WDT", "WP$"})


def clausal(token: Token, quoted: content.Quoted) -> Iterator[Said]:
    """A verb of saying with its clause, before it or after it: "she said that they left", "they left, she said"."""
    heads = [child for child in token.children if child.dep_ == "ccomp" and _attributes(token, child)]
    following = [head for head in heads if head.i > token.i] or _unjoined(token) or _unread(token)
    preceding = [] if following else heads[-1:]
    if not following and not preceding:
        return
    source = subject_of(token)
    if source is None and not _is_passive(token):
        return
    if following:
        span = None if _merely_beside(token, following[0]) else content.after(token, following, quoted)
    else:
        span = _preceding(token, preceding[0], quoted)
    if span:
        yield said("clausal", token, source, (span,), tuple(following or preceding))


def _preceding(verb: Token, head: Token, quoted: content.Quoted) -> Span | None:
    """What precedes its cue, where something sets the two apart: "they left, she said", not "taxes requested"."""
    lefts = [child.left_edge.i for child in verb.lefts if child.i > head.right_edge.i and not child.is_punct]
    limit = min([verb.i, *lefts])
    apart = limit > 0 and (verb.doc[limit - 1].is_punct or verb.doc[limit - 1].is_space)
    return content.before(verb, head, limit, quoted) if apart else None


def _merely_beside(verb: Token, head: Token) -> bool:
    """A bare clause cut off by a comma, or after "That said", is no complement."""
    doc = verb.doc
    if any(child.dep_ == "mark" for child in head.lefts) or _asks(head):
        return False
    subject = subject_of(verb)
    if subject is not None and subject.tag_ == "DT" and subject.lower_ == "that":
        return True
    gap = [token for token in doc[verb.i + 1 : head.left_edge.i + 1] if not token.is_space]
    return _is_passive(verb) and any(token.text == "," for token in gap)


def _unread(verb: Token) -> list[Token]:
    """The clause of a "that" which stands right behind a verb of saying, when the parse hangs it elsewhere."""
    if verb.i + 1 >= len(verb.doc) or not cues().verb_takes(verb, "clause"):
        return []
    that = verb.nbor()
    if that.lower_ != "that" or that.tag_ != "IN":
        return []
    return [head for head in verb.rights if head.dep_ in ("advcl", "conj", "dep") and content.is_finite(head)][:1]


def _asks(head: Token) -> bool:
    return head.doc[head.left_edge.i].tag_ in _QUESTION_WORDS


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.lefts)


def _unjoined(verb: Token) -> list[Token]:
    """A second verb beside a verb of saying with nothing that joins them is its clause, whatever the parse says."""
    if not cues().verb_takes(verb, "clause") or any(child.dep_ == "xcomp" for child in verb.rights):
        return []
    for head in verb.rights:
        if head.dep_ == "conj" and content.is_finite(head) and not any(child.dep_ == "cc" for child in verb.rights):
            between = verb.doc[verb.i + 1 : head.i]
            if not any(token.is_quote or token.text in (";", ":", ".") for token in between):
                return [head]
    return []


def said(rule: str, cue: Token, source: Token | None, spans: tuple[Span, ...], heads: tuple[Token, ...]) -> Said:
    """A `Said` of a cue token, the head of its source, and the content."""
    return Said(
        source=spans_of(source, cue) if source is not None else (),
        cue=(Span(cue.idx, cue.idx + len(cue)),),
        content=spans,
        rule=rule,
        source_head=source,
        cue_token=cue,
        content_heads=heads,
    )


def _attributes(verb: Token, head: Token) -> bool:
    known, lemma = cues(), verb.lemma_.lower()
    if not is_verb(verb):
        return False
    if not content.is_finite(head) and not verb.doc[head.left_edge.i].is_quote and not _lost_subject(verb, head):
        return False
    if lemma in known.personal:
        subject = subject_of(verb)
        return subject is not None and subject.tag_ == "PRP" and subject.lower_ != "it"
    bare = not any(child.dep_ == "mark" for child in head.lefts) and not _asks(head)
    if known.verb_takes(verb, "clause") or known.verb_takes(verb, "quote"):
        return not (bare and lemma in known.sensing and head.lower_ == head.lemma_)
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in head.lefts)
    at_once = all(token.pos_ in ("ADV", "ADP", "PART") for token in verb.doc[verb.i + 1 : head.left_edge.i])
    return marked and at_once and lemma not in known.effecting and subject_of(verb) is not None


def _lost_subject(verb: Token, head: Token) -> bool:
    """A bare verb after an object that its verb of saying cannot have: the object is the clause's subject."""
    known = cues()
    if head.tag_ != "VB" or any(child.tag_ == "TO" for child in head.lefts):
        return False
    plain = not {verb.lemma_.lower()} & (known.dative | known.sensing)
    return (
        plain
        and known.verb_takes(verb, "clause")
        and any(child.dep_ == "dobj" and child.i < head.i for child in verb.rights)
    )
