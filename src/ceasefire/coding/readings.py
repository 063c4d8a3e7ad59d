"""Who reads whose motives how: what observers suppose, and what a text supposes that a party thinks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from ceasefire.coding.clauses import child
from ceasefire.coding.phrases import lemma, stems
from ceasefire.coding.scene import Scene
from ceasefire.coding.statement import Reading
from ceasefire.coding.subjects import subject
from ceasefire.coding.words import words


def readings(scene: Scene) -> Iterator[Reading]:
    """Every sentence in which somebody supposes something about a party's motive or prospect."""
    seen: set[str] = set()
    for sentence in scene.doc.sents:
        for reading in _supposed_by_observers(scene, sentence) or _supposed_of_a_party(scene, sentence):
            if reading.quote not in seen:
                seen.add(reading.quote)
                yield reading


def _supposed_by_observers(scene: Scene, sentence: Sentence) -> list[Reading]:
    """ "Analysts say that X may be testing Y": observers suppose something of a party."""
    found = []
    for verb in sentence:
        who = child(verb, "nsubj")
        if lemma(verb) not in words("readings", "report") | words("readings", "suppose") or who is None:
            continue
        if not any(form in words("readings", "observers") for form in stems(who)):
            continue
        content = child(verb, "ccomp", "xcomp")
        if content is not None and (_is_hedged(content) or _speaks_of_motive(content)):
            about = _about(scene, content, exclude="")
            if about is not None:
                found.append(_reading(scene, who.lower_, about, who, content))
    return found


def _supposed_of_a_party(scene: Scene, sentence: Sentence) -> list[Reading]:
    """ "X is likely to perceive Y's move as a tactic": the text supposes what a party makes of another."""
    found = []
    for verb in sentence:
        if lemma(verb) not in words("readings", "suppose") or verb.pos_ != "VERB":
            continue
        who = subject(verb) or _named_before(verb)
        readers = scene.parties(who)
        if who is None or not readers or not _speaks_of_motive(verb):
            continue
        about = _about(scene, verb, exclude=readers[0].party)
        if about is not None:
            found.append(_reading(scene, readers[0].party, about, who, verb))
    return found


def _named_before(verb: Token) -> Token | None:
    """ "with Ukraine likely to perceive": the name right before the words of likelihood."""
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.pos_ in {"PROPN", "NOUN"}:
            return token
        if token.pos_ not in {"ADV", "ADJ", "PART", "AUX"}:
            return None
    return None


def _is_hedged(verb: Token) -> bool:
    return any(
        token.lower_ in words("readings", "hedges") or lemma(token) in words("readings", "hedges")
        for token in verb.subtree
    )


def _speaks_of_motive(verb: Token) -> bool:
    return any(form in words("readings", "motive") for token in verb.subtree for form in stems(token))


def _about(scene: Scene, verb: Token, exclude: str) -> str | None:
    for token in verb.subtree:
        for role in scene.cast.of(token):
            if role.party != exclude:
                return role.party
    return None


def _reading(scene: Scene, reader: str, about: str, who: Token, content: Token) -> Reading:
    doc = scene.doc
    first, last = min(who.left_edge.i, content.left_edge.i), content.right_edge.i
    while last > first and (doc[last].is_space or doc[last].text in {".", ",", ";"}):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return Reading(reader, about, scene.text[start:end], start, end)
