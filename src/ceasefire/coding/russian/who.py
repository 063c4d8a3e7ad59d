"""Who acts: the subject of a verb, the agent of a passive, the side named, or whoever spoke last."""

from __future__ import annotations

from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.roles import parties_at, stands_for_a_party
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.word import Word
from ceasefire.vocabulary import load


def subject(view: View, clause: Clause) -> int | None:
    """The index of the noun or pronoun that is the clause's subject, or None."""
    words = view.words
    for predicate in clause.predicates:
        for i in clause.words:
            if words[i].head == predicate and words[i].rel in {"nsubj", "nsubj:pass"} and i != predicate:
                fits = words[i].case in {"Nom", ""} or words[i].pos == "PROPN"
                if fits and (words[i].nominal or words[i].pos == "PRON" or _named(view, i)):
                    return i
    conjunctions = group("grammar", "opening") - group("grammar", "relative")
    for i in clause.words:
        nominative = words[i].case == "Nom" and (words[i].nominal or words[i].pos == "PRON")
        if nominative and (i == 0 or words[i - 1].pos != "ADP") and words[i].lemma not in conjunctions:
            return i
    return None


def actors(view: View, clause: Clause) -> tuple[str, ...]:
    """The parties that do what the clause's predicate says."""
    predicate = view.words[clause.predicates[0]] if clause.predicates else None
    head = subject(view, clause)
    passive = predicate is not None and is_passive(predicate)
    if head is not None and not passive:
        found = _joined_parties(view, clause, head)
        if found or _relative(view, head) is None:
            return found
        return _relative(view, head) or ()
    named = agents(view, clause)
    if named:
        return named
    if head is None and predicate is not None and not passive:
        seat = _seat(view, clause) if predicate.plural else ()
        if seat:
            return seat
        person = predicate.feats.get("Person", "")
        if person == "1" or _first_person_left_out(view, clause):
            return (view.teller,) if view.teller else ()
        if clause.before is not None and person in {"3", ""}:
            return actors(view, clause.before)
        above = clause.parent if _goes_on(view, clause, predicate) else None
        if above is not None:
            return actors(view, above)
    return ()


def _goes_on(view: View, clause: Clause, predicate: Word) -> bool:
    """ "заявили, что прекратят": nobody is named, so the one who says it does it, in the same number."""
    if clause.opener is None or clause.parent is None or view.words[clause.opener].lemma not in group("cues", "that"):
        return False
    above = [view.words[i] for i in clause.parent.predicates]
    return bool(above) and predicate.finite and above[0].plural == predicate.plural


def _seat(view: View, clause: Clause) -> tuple[str, ...]:
    """ "В Анкаре отметили": those who sit there."""
    first = [i for i in clause.words if not view.words[i].sign][:3]
    if len(first) < 2 or view.words[first[0]].lemma != load("russian/grammar")["seat"]:
        return ()
    return tuple(m.party for m in view.mentions if m.start in first[1:] and m.how in {"capital", "body", "name"})[:1]


def agents(view: View, clause: Clause) -> tuple[str, ...]:
    """Who does what is said in the passive: "лидерами", "с российской стороны", "между Россией и Украиной"."""
    found: list[str] = []
    for i in clause.words:
        word = view.words[i]
        before = _preposition(view, i)
        if word.case == "Ins" and before == "" and (word.nominal and (stands_for_a_party(word) or _named(view, i))):
            if _follows_a_verb(view, clause, i):
                found += parties_at(view, i)
        elif before in {"с", "со"} and word.case == "Gen" and word.lemma in group("roles", "sides"):
            found += parties_at(view, i)
    return tuple(dict.fromkeys(found)) or between(view, clause)


def between(view: View, clause: Clause) -> tuple[str, ...]:
    """The parties after "между": "между российской и украинской сторонами"."""
    for i in clause.words:
        if view.words[i].lemma in group("grammar", "between"):
            named: list[str] = []
            for j in range(i + 1, min(i + _LONG, len(view.words))):
                word = view.words[j]
                if word.nominal and (word.case in {"Ins", ""} or any(m.start == j for m in view.mentions)):
                    named += parties_at(view, j)
                elif word.verbal or (word.sign and word.text not in ",[]") or (word.nominal and word.case == "Nom"):
                    break
            return tuple(dict.fromkeys(named))
    return ()


_LONG = 12  # words that the sides of a "между" may take


def partners(view: View, i: int, last: int) -> tuple[str, ...]:
    """The parties after "с" behind the word at i: "разговор с Президентом США"."""
    for j in range(i + 1, min(last, len(view.words))):
        word = view.words[j]
        if word.pos == "ADP" and word.lemma in group("grammar", "with"):
            noun = next((k for k in range(j + 1, min(j + 6, len(view.words))) if view.words[k].nominal), None)
            if noun is not None and view.words[noun].case in {"Ins", ""}:
                return parties_at(view, noun)
        if word.verbal or word.text in ";:":
            break
    return ()


def is_passive(word: Word) -> bool:
    """A short passive participle, or a reflexive verb with nobody behind it ("создаются группы")."""
    return (word.short and word.pos == "VERB") or word.feats.get("Voice") == "Pass"


def _joined_parties(view: View, clause: Clause, head: int) -> tuple[str, ...]:
    """The parties of a subject and of what is joined to it by "и" before the predicate."""
    found = list(parties_at(view, head))
    predicate = clause.predicates[0] if clause.predicates else len(view.words)
    j = head + 1
    while found and j < len(view.words):
        word = view.words[j]
        if word.pos == "CCONJ" and word.lemma == "и":
            other = next((k for k in range(j + 1, min(j + 6, len(view.words))) if view.words[k].nominal), None)
            names = _named(view, head) and other is not None and _named(view, other)  # some names have one form
            same = other is not None and (names or view.words[other].case == view.words[head].case)
            if other is None or not same or (other > predicate > head):
                break
            found += parties_at(view, other)
            j = other
        elif word.verbal or word.text in ",;:":
            break
        j += 1
    return tuple(dict.fromkeys(found))


def _relative(view: View, head: int) -> tuple[str, ...] | None:
    """Whom "который" stands for: the noun before the clause that it opens; None for any other word."""
    if view.words[head].lemma not in group("grammar", "relative"):
        return None
    clause = view.clause(head)
    before = [i for i in range(clause.words[0] - 1, -1, -1) if view.words[i].nominal][:3]
    for i in before:
        found = parties_at(view, i)
        if found and view.words[i].plural == view.words[head].plural:
            return found
    return ()


def _first_person_left_out(view: View, clause: Clause) -> bool:
    """ "(Мы) всегда были готовы": a plural predicate in a speech, with nobody named."""
    predicate = view.words[clause.predicates[0]]
    return view.own_words and predicate.plural and clause.before is None and predicate.short


def _preposition(view: View, i: int) -> str:
    """The preposition before the noun phrase headed at i, "" without one."""
    for j in range(i - 1, max(-1, i - 5), -1):
        word = view.words[j]
        if word.pos == "ADP":
            return word.lemma
        if word.pos not in {"ADJ", "DET", "CCONJ", "NUM", "PRON"}:
            return ""
    return ""


def _named(view: View, i: int) -> bool:
    return any(mention.start <= i < mention.end for mention in view.mentions)


def _follows_a_verb(view: View, clause: Clause, i: int) -> bool:
    """Beside a participle or the predicate, not in the genitive chain of another noun."""
    head = view.words[i].head
    return view.words[head].pos == "VERB" or any(abs(i - p) <= 4 for p in clause.predicates)
