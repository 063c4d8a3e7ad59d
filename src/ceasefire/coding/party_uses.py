"""How a name is used in a text that is not parsed yet, by the word after it: it acts, or it stands before a noun.

"The United States agreed" and "the United States military" need other stand-ins. Where the word after can be a noun as
well as a verb ("US strikes"), nobody can say before the parse.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.party_owners import HYPHENS
from ceasefire.coding.party_roles import words
from ceasefire.vocabulary import load

ACTS, MODIFIES, UNSURE = "acts", "modifies", "unsure"
_KINDS = ("officials", "bodies", "related", "collective", "outsiders", "sides", "own_people", "voices", "media")

_DOING = ("verbs", "meeting", "controlling", "joint", "unilateral", "discussing", "undoing", "attacks")


def use(doc: Doc, start: int, end: int) -> str:
    """How the name doc[start:end] is used: ACTS, MODIFIES or UNSURE."""
    if joined(doc, start, end) or end >= len(doc):
        return ACTS
    after = doc[end]
    if not doc[end - 1].whitespace_ or not after.is_alpha or is_function_word(after):
        return ACTS
    if _takes_an_object(doc, end):
        return ACTS
    if after.lower_ in load("norms")["verbs"]:
        return UNSURE
    if after.lower_ in _nouns():
        return UNSURE if after.lower_.endswith("s") and after.lower_[:-1] in _verbs() else MODIFIES
    if after.text[0].isupper():
        return UNSURE
    return _by_form(after.lower_, listed=start > 0 and doc[start - 1].lower_ in load("stand_ins")["listing"])


def joined(doc: Doc, start: int, end: int) -> bool:
    """ "Iran–U.S. talks": one of two names with a dash between."""
    return end < len(doc) and doc[end].text in HYPHENS


def _takes_an_object(doc: Doc, verb: int) -> bool:
    """ "Hamas frees two hostages": after a noun no phrase would begin."""
    if verb + 1 >= len(doc) or not doc[verb].is_lower:
        return False
    return doc[verb + 1].lower_ in load("stand_ins")["opening"] or bool(doc[verb + 1].like_num)


def is_function_word(word: Token) -> bool:
    """A preposition, a conjunction, an auxiliary: what no phrase goes on with."""
    return bool(word.is_stop) and word.is_lower


def _by_form(word: str, *, listed: bool) -> str:
    """A verb in the past or in the third person, a noun, or what can be both: "Greece and Turkey meet" is no noun."""
    if word in load("stand_ins")["past"]:
        return ACTS
    if word.endswith("ly"):
        return ACTS
    if word.endswith("ed"):
        return MODIFIES if word in words("sorts") else ACTS
    if word in _verbs() or word.removesuffix("s") in _verbs() or word.removesuffix("es") in _verbs():
        return UNSURE if word in _both() else ACTS
    return UNSURE if listed or word.endswith(("s", "ing")) else MODIFIES


@cache
def _nouns() -> frozenset[str]:
    """Nouns for bodies, officials and people, one or several."""
    found = frozenset(word for kind in _KINDS for word in words(kind) if " " not in word)
    return found | {f"{word}s" for word in found} | frozenset(load("parties/people")["titles"])


@cache
def _verbs() -> frozenset[str]:
    """Verbs of saying and of doing something to a provision."""
    said = {lemma for group in load("cues")["verbs"].values() for lemma in group["lemmas"]}
    done = {verb for entry in load("acts") for group in _DOING for verb in entry.get(group, ()) if " " not in verb}
    return frozenset(said | done)


@cache
def _both() -> frozenset[str]:
    """Verbs that are nouns as well, one or several: "US demands", "Hamas attacks"."""
    nouns = set(load("cues")["nouns"])
    nouns |= {one for entry in load("acts") for kind in ("attacks", "no_terms") for one in entry.get(kind, ())}
    return frozenset(nouns | {f"{noun}s" for noun in nouns})
