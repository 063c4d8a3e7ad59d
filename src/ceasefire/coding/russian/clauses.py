"""The clauses of a sentence: which words share a predicate.

The parser hangs far words wrongly in long official sentences, so clauses are cut by signs and conjunctions: a
stretch with a predicate of its own begins a clause, one without goes on with the clause before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.word import Word
from ceasefire.vocabulary import load

_SIGNS = frozenset(",;:()–—-…")
_CLOSING = frozenset(":;")  # whatever follows is another clause


@dataclass(slots=True, eq=False)
class Clause:
    """Words that share a predicate, by their indexes in the sentence.

    `opener` is the index of the conjunction or relative that puts it under `parent`; a clause without one that
    follows another is coordinated with `before`.
    """

    words: list[int] = field(default_factory=list)
    predicates: list[int] = field(default_factory=list)
    opener: int | None = None
    parent: Clause | None = None
    before: Clause | None = None


def clauses(words: Sequence[Word]) -> list[Clause]:
    """The clauses in the order in which they begin; every word stands in one."""
    current = Clause()
    found = [current]
    for start, end in _stretches(words):
        inside = list(range(start, end))
        predicates = [i for i in inside if is_predicate(words[i]) or _is_future(words, i)]
        opener = _opener(words, inside)
        if current.predicates and words[start].text in _CLOSING:
            current = Clause(opener=opener, parent=current if opener is not None else None, before=None)
            found.append(current)
        elif opener is not None and current.words:
            current = Clause(opener=opener, parent=current)
            found.append(current)
        elif predicates and current.predicates:
            back = _open_parent(current)
            if back is not None and words[start].text == ",":
                current = back
            else:
                current = Clause(opener=opener, parent=current.parent, before=current)
                found.append(current)
        elif opener is not None:
            current.opener = opener
        current.words += inside
        current.predicates += predicates
    return found


def is_predicate(word: Word) -> bool:
    """A finite verb, a short participle or adjective, or a word like "необходимо"."""
    if word.finite or (word.short and word.pos in {"VERB", "ADJ"}):
        return word.lemma not in group("grammar", "auxiliary") or word.pos == "VERB"
    return word.lemma in group("grammar", "predicative") and word.pos in {"ADV", "ADJ", "VERB"}


def _is_future(words: Sequence[Word], i: int) -> bool:
    """ "будем договариваться": the auxiliary with an infinitive after it."""
    if words[i].pos != "AUX" or words[i].text.lower() not in load("russian/modality")["future"]:
        return False
    after = next((word for word in words[i + 1 : i + 6] if word.verbal), None)
    return after is not None and after.infinitive


def _stretches(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs between signs and joining conjunctions; a run begins with the sign or conjunction."""
    start = 0
    for i, word in enumerate(words):
        if i > start and (word.text in _SIGNS or (word.pos == "CCONJ" and word.lemma in group("grammar", "joining"))):
            yield start, i
            start = i
    yield start, len(words)


def _opener(words: Sequence[Word], inside: list[int]) -> int | None:
    """The conjunction or relative that the run begins with, after a sign and a preposition."""
    rest = [i for i in inside if not words[i].sign and words[i].pos != "CCONJ"][:2]
    for place, i in enumerate(rest):
        if words[i].lemma in group("grammar", "opening") and words[i].pos in {"SCONJ", "PRON", "ADV", "DET", "CCONJ"}:
            return i
        if place == 0 and words[i].pos != "ADP":
            return None
    return None


def _open_parent(clause: Clause) -> Clause | None:
    """The clause around this one that still waits for its predicate."""
    parent = clause.parent
    return parent if parent is not None and not parent.predicates else None
