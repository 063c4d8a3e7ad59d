"""Who says what in a Russian text: source, cue and content.

"X заявил, что Y"; "X заявил о Y"; "по словам X, Y"; a quotation with a verb of saying beside it; a turn in a
transcript.
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.phrases import group, phrases
from ceasefire.coding.russian.roles import parties_at
from ceasefire.coding.russian.scene import Scene, View
from ceasefire.coding.russian.turns import turn_at
from ceasefire.coding.russian.who import agents, subject
from ceasefire.coding.russian.word import Word
from ceasefire.coding.statement import Attribution, Span


def attributions(scene: Scene) -> Iterator[Attribution]:
    """Every attribution in the order of the text."""
    found = [one for view in scene.views for one in _in(view)]
    found += _turns(scene)
    yield from sorted(found, key=lambda one: (one.content or one.cue)[0])


def _in(view: View) -> Iterator[Attribution]:
    for clause in view.clauses:
        for predicate in clause.predicates:
            word = view.words[predicate]
            if word.lemma in group("cues", "verbs"):
                content = _content(view, clause, predicate)
                source = _source(view, clause)
                if content is not None and source is not None:
                    yield Attribution((source[0],), (_span([word]),), (content,), source[1])
        yield from _as_said(view, clause)
    yield from _according(view)


def _source(view: View, clause: Clause) -> tuple[Span, str | None] | None:
    head = subject(view, clause)
    if head is None:
        named = agents(view, clause)
        if not named:
            return None
        at = next((m for m in view.mentions if m.party == named[0] and m.start in clause.words), None)
        return (_span(view.words[at.start : at.end]), named[0]) if at else None
    if view.words[head].lemma in group("grammar", "opening"):
        return None
    parties = parties_at(view, head)
    return _span(_noun_phrase(view, clause, head)), parties[0] if parties else None


def _noun_phrase(view: View, clause: Clause, head: int) -> list[Word]:
    """The noun with its adjectives and the nouns that follow it, up to the verb or a sign."""
    first = last = head
    while first > 0 and view.words[first - 1].pos in {"ADJ", "DET", "NUM"}:
        first -= 1
    while last + 1 < len(view.words) and last + 1 in clause.words:
        word = view.words[last + 1]
        if not (word.nominal or word.pos in {"ADJ"}) or word.verbal:
            break
        last += 1
    return view.words[first : last + 1]


def _content(view: View, clause: Clause, predicate: int) -> Span | None:
    """The clause under the verb, what stands after "о", or the quotation beside it."""
    under = [
        other
        for other in view.clauses
        if other.opener is not None and other.parent is clause and _is_content(view, other)
    ]
    if under:
        words = [view.words[i] for i in range(under[0].words[0], len(view.words))]
        return _span(_bare(words))
    quoted = _quoted(view)
    if quoted is not None:
        return quoted
    after = [i for i in clause.words if i > predicate and view.words[i].lemma in group("cues", "about")]
    if after:
        return _span(_bare([view.words[i] for i in clause.words if i >= after[0]]))
    return None


def _is_content(view: View, clause: Clause) -> bool:
    assert clause.opener is not None
    return view.words[clause.opener].lemma in group("cues", "that") and view.words[clause.opener].pos == "SCONJ"


def _quoted(view: View) -> Span | None:
    """A quotation of several words in the sentence."""
    opened = next((i for i, word in enumerate(view.words) if word.text in '«"'), None)
    closed = next((i for i in range(len(view.words) - 1, -1, -1) if view.words[i].text in '»"'), None)
    if opened is None or closed is None or closed - opened < _SHORTEST:
        return None
    return Span(view.words[opened].start, view.words[closed].end)


def _according(view: View) -> Iterator[Attribution]:
    """ "По словам министра, Y"."""
    for match in phrases("cues", "according").all(view.words):
        sign = next((i for i in range(match.end, len(view.words)) if view.words[i].text == ","), None)
        if sign is None or sign == match.end or sign + 1 >= len(view.words) or match.start > 1:
            continue
        named = next((m.party for m in view.mentions if match.end <= m.start < sign), None)
        rest = _bare(view.words[sign + 1 :])
        if rest:
            cue = _span(view.words[match.start : match.end])
            yield Attribution((_span(view.words[match.end : sign]),), (cue,), (_span(rest),), named)


def _as_said(view: View, clause: Clause) -> Iterator[Attribution]:
    """ "Как отметил министр, Y": the rest of the sentence is what was said."""
    said = next((i for i in clause.predicates if view.words[i].lemma in group("cues", "verbs")), None)
    source = _source(view, clause)
    opened = clause.opener is not None and view.words[clause.opener].lemma in group("cues", "as")
    if said is None or source is None or not opened:
        return
    rest = [other for other in view.clauses if other is not clause and other.predicates]
    words = _bare([view.words[i] for i in rest[0].words]) if rest else []
    if words:
        yield Attribution((source[0],), (_span([view.words[said]]),), (_span(words),), source[1])


def _turns(scene: Scene) -> Iterator[Attribution]:
    """A turn of a named speaker is what that speaker says."""
    held: dict[int, list[View]] = {}
    for view in scene.views:
        turn = turn_at(scene.turns, view.sentence.start)
        if turn is not None:
            held.setdefault(turn.start, []).append(view)
    for turn in scene.turns:
        inside = held.get(turn.start, [])
        if turn.name and inside:
            party = inside[0].teller or None
            ends = next((offset for offset in scene.furniture if offset > inside[0].sentence.start), turn.end)
            last = [view for view in inside if view.sentence.start < ends][-1]
            content = Span(inside[0].sentence.start, last.sentence.end)
            yield Attribution((Span(turn.label, turn.label_end),), (), (content,), party)


def _bare(words: list[Word]) -> list[Word]:
    """Without signs and conjunctions at the ends."""
    first, last = 0, len(words)
    while first < last and (words[first].sign or words[first].pos == "SCONJ"):
        first += 1
    while last > first and words[last - 1].sign:
        last -= 1
    return words[first:last]


def _span(words: list[Word]) -> Span:
    return Span(words[0].start, words[-1].end) if words else Span(0, 0)


_SHORTEST = 4
