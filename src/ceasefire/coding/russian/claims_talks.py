"""Talks between those who are named, and who brokers a provision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceasefire.coding.russian.acts import verb_acts
from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.governors import Governed
from ceasefire.coding.russian.making import Deed, make
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.roles import genitives, parties_at, stands_for_a_party
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import OTHER, TALKS, Topic
from ceasefire.coding.russian.view_words import is_denied
from ceasefire.coding.russian.who import actors, between, partners

_NEAR = 14  # words after a meeting in which its partner and its subject are looked for


def meetings(view: View, topic: Topic, above: Governed) -> Iterator[Claim]:
    """Those who meet, by the words: in the phrase itself, or its subject and the partner after "с".

    Talks whose subject is named are about it, others are just talks.
    """
    if topic.category != TALKS or topic.pointed:
        return
    about = subject_of(view, topic)
    who = participants(view, topic, above)
    takes_place = _takes_place(view, above)
    if not who and about is not None and takes_place and above.predicate is not None:
        who = view.pair  # "состоялся обмен мнениями": between those who are talking all along
    if len(who) < 2 or _yet_to_come(view, above):
        return
    if above.predicate is not None and is_denied(view.words, above.predicate):
        return
    for claim in make(view, about or topic, Deed("consult", topic.head, who)):
        yield replace(claim, event=takes_place)


def _takes_place(view: View, above: Governed) -> bool:
    """The talks are the event itself, not something that is mentioned on the way."""
    if above.predicate is None:
        return not above.nouns
    known = group("acts", "of_itself", "consult") | group("acts", "verbs", "consult")
    return view.words[above.predicate].lemma in known and not above.nouns


def participants(view: View, topic: Topic, above: Governed) -> tuple[str, ...]:
    """The parties of a meeting, in the order of the text."""
    i = topic.end - 1
    joint = [m.party for m in view.mentions if m.how == "adjective" and topic.start - 4 <= m.start < topic.end]
    found = list(joint)
    found += [m.party for m in genitives(view, i)]
    found += _of_their_bodies(view, topic)
    with_whom = partners(view, topic.head, topic.end + _NEAR)
    found += with_whom
    clause = view.clause(topic.head)
    found += between(view, clause) if not found else ()
    if len(set(found)) < 2:
        acting = actors(view, clause) or _mine(view, topic)
        found = [*acting, *found] if with_whom or _meets(view, above) else found
    return tuple(dict.fromkeys(found))


def subject_of(view: View, topic: Topic) -> Topic | None:
    """The provision that talks are about: the next topic in the same stretch, with no verb or sign between."""
    for other in view.topics:
        if other.category in {TALKS, OTHER} or other.start < topic.end or other.start > topic.end + _NEAR:
            continue
        between_them = view.words[topic.end : other.start]
        if any(word.verbal or word.text in ",;:" for word in between_them):
            return None
        if any(word.pos == "CCONJ" and not _joins_parties(view, word.i) for word in between_them):
            return None
        return other
    return None


def _joins_parties(view: View, i: int) -> bool:
    """ "переговоры России *и* Украины о …"."""
    return any(m.start == i + 1 or m.start == i + 2 for m in view.mentions)


def brokered(view: View, topic: Topic, above: Governed) -> Iterator[Claim]:
    """ "при посредничестве Катара": who mediates, by a noun or verb of mediation near the provision."""
    words = view.words
    for i, word in enumerate(words):
        if word.lemma not in group("acts", "nouns", "mediate") or topic.start <= i < topic.end:
            continue
        if not _same_stretch(view, i, topic):
            continue
        who = tuple(dict.fromkeys(m.party for m in genitives(view, i)))
        if not who and word.case == "Ins":  # "выступили посредниками"
            who = actors(view, view.clause(i))
        if not who:
            before = [m for m in view.mentions if i - 4 <= m.start < i]
            who = tuple(m.party for m in before[-1:])
        yield from make(view, topic, Deed("mediate", i, who))
        return


def _same_stretch(view: View, i: int, topic: Topic) -> bool:
    """The nearest provision of the sentence to the words of mediation, talks left out unless there is no other."""
    antecedent = _antecedent(view, i)
    if antecedent is not None:
        return antecedent is topic
    real = [other for other in view.topics if other.category != TALKS] or view.topics
    nearest = min(real, key=lambda other: (abs(other.head - i), other.start))
    return nearest is topic


def _antecedent(view: View, i: int) -> Topic | None:
    """What "которая" stands for in the clause of words[i]: the last topic before it in its gender and number."""
    opener = view.clause(i).opener
    if opener is None or view.words[opener].lemma not in group("grammar", "relative"):
        return None
    who = view.words[opener].feats
    for topic in reversed(view.topics):
        head = next((w for w in reversed(view.words[topic.start : topic.end]) if w.nominal), None)
        if topic.end > opener or head is None:
            continue
        if all(head.feats.get(mark) == who.get(mark) for mark in ("Gender", "Number")):
            return topic
    return None


def _of_their_bodies(view: View, topic: Topic) -> list[str]:
    """ "консультации экспертных групп двух стран": those whose groups or leaders meet."""
    for j in range(topic.end, min(topic.end + 5, len(view.words))):
        word = view.words[j]
        if word.nominal and word.case == "Gen" and stands_for_a_party(word):
            found = parties_at(view, j)
            if found:
                return list(found)
        elif word.verbal or word.pos == "ADP":
            break
    return []


def _mine(view: View, topic: Topic) -> tuple[str, ...]:
    """ "у меня состоялся разговор": whoever speaks."""
    clause = view.clause(topic.head)
    own = any(view.words[i].lemma in group("roles", "first_person") for i in clause.words)
    return (view.teller,) if own and view.teller else ()


def _readiness(view: View, above: Governed) -> bool:
    """ "готова начать переговоры": they are not held yet."""
    return any(view.words[i].lemma in group("acts", "adjectives", "accept") for i in above.verbs)


def _meets(view: View, above: Governed) -> bool:
    return any(view.words[i].lemma in group("acts", "meeting") | group("acts", "verbs", "consult") for i in above.verbs)


def _yet_to_come(view: View, above: Governed) -> bool:
    """Talks that are refused, asked for or promised are no meeting."""
    if any(view.words[i].lemma in group("acts", "creating") for i in above.verbs):
        return True
    outermost = verb_acts(view.words[above.verbs[-1]]) if above.verbs else ()
    begun = any(view.words[i].infinitive and view.words[i].lemma in group("acts", "opening") for i in above.verbs)
    if (
        set(outermost[:1]) & {"reject", "propose", "suspend"}
        or _readiness(view, above)
        or ("accept" in outermost and begun)
    ):
        return True
    stances = group("acts", "nouns", "propose") | group("acts", "nouns", "reject") | group("acts", "nouns", "accept")
    return any(view.words[i].lemma in stances for i in above.nouns)
