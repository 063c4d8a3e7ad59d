"""Which act a word is: the lexicon of vocabulary/acts.yaml, looked up by word, particle and anchor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.clauses import child
from ceasefire.coding.phrases import lemma
from ceasefire.coding.strength import STRENGTH
from ceasefire.coding.verbs import has_auxiliary
from ceasefire.coding.words import act_words
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Entry:
    """One use of a word as an act: on which anchors (empty: any), and when only."""

    act: str
    on: frozenset[str]
    reporting: bool
    future: bool


@cache
def _lexicon() -> tuple[dict[str, list[Entry]], dict[str, str]]:
    verbs: dict[str, list[Entry]] = {}
    adjectives: dict[str, str] = {}
    for group in load("acts"):
        if not isinstance(group, dict) or "act" not in group:
            continue
        entry = Entry(
            group["act"], frozenset(group.get("anchors", ())), bool(group.get("reporting")), bool(group.get("future"))
        )
        for word in group.get("verbs", ()):
            verbs.setdefault(word, []).append(entry)
        for word in group.get("adjectives", ()):
            adjectives[word] = group["act"]
    for entries in verbs.values():
        entries.sort(key=lambda entry: (not entry.future, not entry.on, STRENGTH.index(entry.act)))
    return verbs, adjectives


def forms(verb: Token, preposition: str = "") -> list[str]:
    """A verb with its particles and the preposition that led to it, the most specific first."""
    base = lemma(verb)
    particles = [dependant.lower_ for dependant in verb.children if dependant.dep_ == "prt"]
    found = [f"{base} {particle} {preposition}" for particle in particles if preposition]
    if preposition:
        found.append(f"{base} {preposition}")
        found += [f"{base} {last}" for last in preposition.split()[-1:] if last != preposition]
    found += [f"{base} {particle}" for particle in particles]
    found += [
        f"{base} {dependant.lower_}"
        for dependant in verb.children
        if dependant.dep_ == "advmod" and dependant.i > verb.i
    ]
    held = child(verb, "dobj")
    if held is not None:
        found.append(f"{base} {lemma(held)}")
    for dependant in verb.children:
        if dependant.dep_ == "prep" and dependant.i > verb.i:
            inner = child(dependant, "pobj")
            found.append(
                f"{base} {dependant.lower_} {lemma(inner)}" if inner is not None else f"{base} {dependant.lower_}"
            )
            if f"{base} {dependant.lower_}" in act_words("controlling_through"):
                found.append(f"{base} {dependant.lower_}")
    return [*dict.fromkeys([*found, base])]


def act_of(word: Token, kind: str, role: str) -> str | None:
    """The act that a word is towards an anchor of this kind in this role, or None when it is none."""
    verbs, adjectives = _lexicon()
    preposition = role.removeprefix("prep:") if role.startswith("prep:") else ""
    if word.pos_ == "ADJ" or (word.dep_ == "acomp" and lemma(word) in adjectives):
        return adjectives.get(lemma(word)) or adjectives.get(word.lower_)
    for form in forms(word, preposition):
        for entry in verbs.get(form, ()):
            if entry.on and kind not in entry.on:
                continue
            if entry.reporting and role == "clause":
                continue
            if entry.future and not has_auxiliary(word, "to_come"):
                continue
            return entry.act
    return None


def of_itself(verb: Token) -> str | None:
    """The act of a verb that has the provision as its subject: "the truce holds", "talks collapsed"."""
    phrases = _being(verb) if lemma(verb) == "be" else [*_with_object(verb), *forms(verb)]
    for group in ("suspend", "implement", "consult"):
        if any(form in _of_itself()[group] for form in phrases):
            return group
    return None


def _with_object(verb: Token) -> list[str]:
    """ "take effect", "take hold"."""
    held = child(verb, "dobj")
    return [f"{lemma(verb)} {lemma(held)}"] if held is not None else []


def _being(verb: Token) -> list[str]:
    """What a provision is: "be over", "be in force"."""
    phrases = []
    for dependant in verb.children:
        if dependant.dep_ in {"acomp", "advmod", "attr"}:
            phrases.append(f"be {dependant.lower_}")
        elif dependant.dep_ in {"prep", "prt"}:
            inner = child(dependant, "pobj") or dependant
            phrases.append(f"be {dependant.lower_} {inner.lower_}")
    return phrases


@cache
def _of_itself() -> dict[str, frozenset[str]]:
    found = next(group["of_itself"] for group in load("acts") if "of_itself" in group)
    return {act: frozenset(words) for act, words in found.items()}


@cache
def declaring() -> frozenset[str]:
    """The verbs that report a that-clause but agree to an object: "announced the truce"."""
    return frozenset(verb for group in load("acts") if group.get("reporting") for verb in group["verbs"])


def voices(verb: Token) -> bool:
    """The verb makes a noun of accepting or refusing its subject's: "*expressed* readiness", "*announced* a pause"."""
    return lemma(verb) in declaring() or lemma(verb) in act_words("voicing")
