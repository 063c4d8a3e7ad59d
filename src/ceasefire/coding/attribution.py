"""Who says what in a document: every "X said Y", whatever it is about.

1. Clauses: what a verb, adjective or noun of saying, thinking or showing takes.
2. Phrases: "according to X", "as X said", "it is, X thinks, so".
3. Quotations that are still nobody's: the cue beside the marks.
4. Parts: quotations that go on after the cue.
5. Lines: photo credits, signed or labelled quotations, a source before a headline's colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from ceasefire.coding import attribution_clauses as clauses
from ceasefire.coding import attribution_lines as lines
from ceasefire.coding import attribution_nominal as nominal
from ceasefire.coding import attribution_phrases as phrases
from ceasefire.coding.attribution_content import Quoted, without
from ceasefire.coding.attribution_continued import continued
from ceasefire.coding.attribution_quotes import beside_quotations
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.quotation import quotations
from ceasefire.coding.statement import Attribution, Span
from ceasefire.coding.texts import published, words_of

__all__ = ["Said", "attributions", "source_of", "to_attribution"]

_TOKEN_RULES = (
    clauses.clausal,
    nominal.adjectival,
    nominal.nominal,
    phrases.according,
    phrases.in_words_of,
    phrases.as_said,
    phrases.parenthetical,
)


def attributions(doc: Doc, within: Iterable[Token] | None = None) -> list[Said]:
    """Every attribution of a parsed document, outer and nested, sorted by where the content starts.

    `within` are the only words that can be cues, where that is known.
    """
    text = published(doc)
    quoted = Quoted(text, quotations(text))
    found = [
        one
        for token in (words_of(doc) if within is None else within)
        for rule in _TOKEN_RULES
        for one in rule(token, quoted)
        if _in_one_voice(one, quoted)
    ]
    found += beside_quotations(doc, quoted, found)
    found = list(continued(list(_by_cue(found)), quoted))
    taken = {span.start for one in found for span in (*one.content, *one.continued)}
    signed = (*lines.signed(text, quoted.all), *lines.labelled(text, quoted.all))
    found += [_of_line(doc, one) for one in (*lines.credited(text), *lines.headlined(text))]
    found += [_of_line(doc, one) for one in signed if one.content[0].start not in taken]
    return sorted(_distinct(_apart(one, text) for one in found), key=_place)


def source_of(token: Token, said: Sequence[Said]) -> Said | None:
    """The innermost attribution whose content covers the token, or None where the document itself speaks."""
    return min((one for one in said if one.covers(token)), key=lambda one: (one.width, _place(one)), default=None)


def to_attribution(said: Said, party: str | None = None) -> Attribution:
    """The attribution as the record keeps it, with the party that its source stands for."""
    return Attribution(said.source, said.cue, said.content, party)


def _in_one_voice(one: Said, quoted: Quoted) -> bool:
    """A cue inside a quotation belongs to whoever speaks in it: its source stands inside too."""
    if one.cue_token is None or not one.source:
        return True
    around = quoted.at(one.cue_token.idx)
    return around is None or around.holds(one.source[0].start)


def _by_cue(found: list[Said]) -> Iterator[Said]:
    """What several rules found for one cue, as one: the contents joined, none inside another."""
    groups: dict[int, list[Said]] = {}
    for one in found:
        groups.setdefault(one.cue_token.i if one.cue_token is not None else -1, []).append(one)
    for cue in sorted(groups):
        first, *others = groups[cue]
        spans: list[Span] = []
        for span in sorted({span for one in groups[cue] for span in one.content}, key=lambda s: (s.start, -s.end)):
            if not spans or span.start >= spans[-1].end:
                spans.append(span)
        heads = tuple(dict.fromkeys(head for one in groups[cue] for head in one.content_heads))
        yield replace(first, content=tuple(spans), content_heads=heads) if others else first


def _apart(one: Said, text: str) -> Said:
    """Nobody's words hold the naming of who says them."""
    own = (*one.source, *one.cue)
    if all(span.end <= hole.start or hole.end <= span.start for span in one.content for hole in own):
        return one
    return replace(one, content=without(text, one.content, own))


def _distinct(found: Iterable[Said]) -> Iterator[Said]:
    """One of those that say the same: the first rule's."""
    seen = set()
    for one in found:
        key = (one.source, one.content)
        if one.content and key not in seen:
            seen.add(key)
            yield one


def _place(one: Said) -> tuple[object, ...]:
    return (one.content, one.source, one.cue, one.rule)


def _of_line(doc: Doc, one: Attribution) -> Said:
    span = doc.char_span(one.source[0].start, one.source[0].end, alignment_mode="expand")
    return Said(one.source, one.cue, one.content, "line", span.root if span is not None else None)
