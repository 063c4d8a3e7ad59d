"""Words that take up a provision named before: "эту инициативу", "такой договорённости", "мораторий"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from ceasefire.coding.russian.acts import verb_acts
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import HALTS, TALKS, Topic
from ceasefire.coding.russian.view_words import preposition

Named = tuple[View, Topic]


def pointed(view: View, earlier: Sequence[Named]) -> list[tuple[Topic, Named]]:
    """The topics that pointing words of the sentence take up, and a bare "перемирие" that takes up a narrower halt.

    `earlier` are the topics of the sentences before, in order, each with its sentence; each topic found comes with
    the one that it takes up.
    """
    found: list[tuple[Topic, Named]] = []
    taken = {i for topic in view.topics for i in range(topic.start, topic.end)}
    for i, word in enumerate(view.words):
        if i in taken or not word.nominal or word.lemma not in group("topics", "pointing"):
            continue
        start = _pointer(view, i)
        halts = word.lemma in group("topics", "standing")
        if (start is None and not halts) or _has_content(view, i) or _is_aside(view, i):
            continue
        here = [(view, t) for t in view.topics if t.end <= i]
        referred = _last(chain(reversed(here), reversed(earlier)), halts and start is None)
        if referred is not None:
            first = start if start is not None else i
            found.append((Topic(first, i + 1, i, referred[1].category, None, referred[1].term, True), referred))
    return found


def pronouns(view: View, earlier: Sequence[Named]) -> list[tuple[Topic, Named]]:
    """ "к ним готовы", "от него отказались": a pronoun after a preposition, beside a word of accepting or refusing."""
    found: list[tuple[Topic, Named]] = []
    for i, word in enumerate(view.words):
        if (
            i == 0
            or word.pos != "PRON"
            or word.lemma not in group("grammar", "third_person")
            or view.words[i - 1].pos != "ADP"
        ):
            continue
        predicates = [view.words[p] for p in view.clause(i).predicates]
        if not any({"accept", "reject"} & set(verb_acts(p)) for p in predicates):
            continue
        before = [*earlier[-_RECENT:], *((view, t) for t in view.topics if t.end <= i)][-_RECENT:]
        same = [one for one in before if one[0].words[one[1].end - 1].plural == word.plural and not one[1].pointed]
        if same:
            found.append((Topic(i, i + 1, i, same[-1][1].category, None, same[-1][1].term, True), same[-1]))
    return found


_RECENT = 4  # topics back that a pronoun may take up


def numbered(view: View, earlier: Sequence[Named]) -> list[tuple[Topic, Named]]:
    """ "Пункты 1 и 2": the first provision of each part of the document that these numbers open."""
    found: list[tuple[Topic, Named]] = []
    for i, word in enumerate(view.words):
        if (
            word.lemma not in group("topics", "parts")
            or i + 1 == len(view.words)
            or not view.words[i + 1].text.isdigit()
        ):
            continue
        end = i + 1
        while end < len(view.words) and (
            view.words[end].text.isdigit() or view.words[end].pos == "CCONJ" or view.words[end].text == ","
        ):
            end += 1
        numbers = {int(w.text) for w in view.words[i + 1 : end] if w.text.isdigit()}
        part = next(((v, t) for v, t in earlier if v.number in numbers and t.category != TALKS and not t.pointed), None)
        if part is not None:
            found.append((Topic(i, end, i, part[1].category, None, part[1].term, True), part))
    return found


def _has_content(view: View, i: int) -> bool:
    """ "договорённость о …" says itself what it is about."""
    return i + 1 < len(view.words) and view.words[i + 1].lemma in group("cues", "about")


def _is_aside(view: View, i: int) -> bool:
    """ "в этом плане", "при этом решении" only set the scene."""
    at = preposition(view.words, i)
    return at is not None and view.words[at].lemma in group("grammar", "inside")


def _pointer(view: View, i: int) -> int | None:
    """The index of "этот", "такой", "наш" before the noun."""
    for j in range(i - 1, max(-1, i - 4), -1):
        word = view.words[j]
        if not word.lemmas.isdisjoint(group("topics", "pointers")) and word.pos in {"DET", "ADJ", "PRON"}:
            return j
        if word.pos not in {"ADJ", "DET"}:
            return None
    return None


def _last(backwards: Iterable[Named], halts: bool) -> Named | None:
    fits = (one for one in backwards if one[1].category != TALKS and (one[1].category in HALTS or not halts))
    return next(fits, None)
