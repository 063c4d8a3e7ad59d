"""Which party a noun phrase stands for: a name, or an office, body or side with a name beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.mentions import Mention
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.word import Word

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"})
_BESIDE = 8  # words that a name may stand after its office


def parties_at(view: View, i: int) -> tuple[str, ...]:
    """The parties that the noun phrase headed by words[i] stands for, in the order of the text.

    A name itself; an office or body with an adjective before it or a name after it; both or all of those who met
    last for "стороны", "лидеры"; whoever speaks for "мы". Nothing where the noun is no party's.
    """
    word = view.words[i]
    own = _covering(view, i)
    if own and own[0].how != "adjective":
        return (own[0].party,)
    if word.lemma in group("roles", "first_person"):
        return (view.teller,) if view.teller else ()
    if not stands_for_a_party(word) or _is_former(view, i):
        return ()
    beside = _beside(view, i)
    if beside:
        return beside
    if word.plural and word.lemma in group("roles", "joint"):
        both = any(view.words[j].lemma in group("roles", "both") for j in range(max(0, i - 2), i))
        return (view.named_pair if both else view.pair) or view.pair
    return ()


def stands_for_a_party(word: Word) -> bool:
    """A noun for an office, a body or a side."""
    return not word.lemmas.isdisjoint(group("roles", "officials") | group("roles", "bodies") | group("roles", "joint"))


def _covering(view: View, i: int) -> list[Mention]:
    return [mention for mention in view.mentions if mention.start <= i < mention.end]


def _beside(view: View, i: int) -> tuple[str, ...]:
    """The parties of the adjectives before a noun, else of the names after it: "российская и американская стороны"."""
    before = [m.party for m in _adjectives(view, i)]
    if before:
        return tuple(dict.fromkeys(before))
    if any(view.words[j].lemma in group("roles", "first_person") for j in _modifiers(view, i)):
        return (view.teller,) if view.teller else ()
    return tuple(dict.fromkeys(mention.party for mention in genitives(view, i)))


def _adjectives(view: View, i: int) -> list[Mention]:
    modifiers = set(_modifiers(view, i))
    return [m for m in view.mentions if m.how == "adjective" and m.start in modifiers]


def _modifiers(view: View, i: int) -> Iterator[int]:
    """Back over the adjectives that agree with the noun, and the "и" between them."""
    for j in range(i - 1, -1, -1):
        word = view.words[j]
        agrees = word.pos in {"ADJ", "DET", "NUM", "PRON"} and (
            not word.case or not view.words[i].case or word.case == view.words[i].case
        )
        if agrees:
            yield j
        elif word.pos != "CCONJ":
            return


def genitives(view: View, i: int) -> Iterator[Mention]:
    """The names that hang from the noun at i: a run of nouns after it, with their adjectives, joined by "и"."""
    j = i + 1
    last: Mention | None = None
    while j < len(view.words) and j <= i + _BESIDE:
        word = view.words[j]
        here = next((m for m in view.mentions if m.start == j and m.how != "adjective"), None)
        if here is not None:
            if (
                last is None
                or view.words[here.start].case in {"Gen", ""}
                or view.words[here.start].case == view.words[last.start].case
            ):
                same_person = last is not None and here.how == "leader"
                if not same_person:
                    yield here
            last = here
            j = here.end
            continue
        joined = last is not None and (word.pos == "CCONJ" or word.text == ",")
        if word.verbal or (word.pos not in _INSIDE and not joined and word.text not in '«»"[]'):
            return
        if last is not None and word.nominal and not joined and not stands_for_a_party(word):
            return
        j += 1


def _is_former(view: View, i: int) -> bool:
    return any(view.words[j].lemma in group("roles", "former") for j in _modifiers(view, i))
