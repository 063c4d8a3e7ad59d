"""A verb above a provision makes an act of it, alone or with the noun that it voices."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.acts import answer, noun_act, opposite, verb_acts
from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.doers import addressed, doers
from ceasefire.coding.russian.governors import Governed
from ceasefire.coding.russian.making import Deed, make
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.roles import genitives, stands_for_a_party
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.speaking import saying, tells
from ceasefire.coding.russian.topics import OTHER, TALKS, Topic
from ceasefire.coding.russian.verb_act import act_of
from ceasefire.coding.russian.view_words import is_denied, preposition
from ceasefire.coding.russian.who import actors
from ceasefire.coding.russian.word import Word


def by_governors(view: View, topic: Topic, above: Governed) -> Iterator[Claim]:
    """The act of the outermost word that has one; who does it is its subject, its agent, or who spoke last."""
    verbs = list(reversed(above.verbs))
    if above.predicate is not None and above.predicate not in verbs:
        verbs.insert(0, above.predicate)
    if not verbs or _only_a_setting(view, topic, above):
        return
    for verb in verbs:
        if not _reaches(view, topic, above, verb):
            continue
        deed = _deed(view, topic, above, verb)
        if deed is not None and not (deed.act in _STANCES and _is_subject_of_talks(view, topic, above)):
            yield from make(view, topic, _as_expected(view, topic, deed))
        if deed is not None or (view.words[verb].lemma in group("acts", "voicing") and above.nouns):
            return


def _reaches(view: View, topic: Topic, above: Governed, verb: int) -> bool:
    """Every verb between this one and the topic hands the act on: "хочу поблагодарить за переговоры" asks for none."""
    return all(_hands_on(view.words[i]) for i in above.verbs if verb < i < topic.start and i != topic.action)


def _hands_on(word: Word) -> bool:
    groups = (("opening",), ("doing",), ("voicing",), ("carrying",))
    return bool(verb_acts(word)) or any(word.lemma in group("acts", *path) for path in groups) or word.pos == "AUX"


#: What is done to a term that no category names: to carry it out or be for it says too little.
_OF_ANY_TERM = frozenset({"propose", "reject"})
_STANCES = frozenset({"accept", "propose", "reject", "suspend"})


def _is_subject_of_talks(view: View, topic: Topic, above: Governed) -> bool:
    """To accept or refuse talks about it says nothing about the thing itself."""
    talks = {i for other in view.topics if other.category == TALKS for i in range(other.start, other.end)}
    return topic.category != TALKS and any(i in talks for i in above.nouns)


def _as_expected(view: View, topic: Topic, deed: Deed) -> Deed:
    """ "исходим из того, что B последует": what one side expects another to do, it asks of it."""
    above = saying(view, view.clause(deed.word))
    if above is None or deed.act not in {"accept", "implement"}:
        return deed
    expecting = any(view.words[i].lemma in group("grammar", "expecting") for i in above.predicates)
    who = actors(view, above)
    if not expecting or not who or who == deed.who:
        return deed
    return Deed("propose", deed.word, who, deed.who, "tentative", above.predicates[0])


def _deed(view: View, topic: Topic, above: Governed, verb: int) -> Deed | None:
    """What one verb above the topic makes of it, None where it makes nothing."""
    word = view.words[verb]
    clause = view.clause(topic.head)
    denied = any(is_denied(view.words, i) for i in (verb, *above.verbs))
    act = answer(view.words, verb)
    noun = _voiced_noun(view, above)
    if not act and word.lemma in group("acts", "voicing") and noun is not None:
        return _voiced(view, topic, verb, noun)
    if not act:
        act = act_of(view, topic, above, verb)
    holding = group("acts", "opening") | group("acts", "verbs", "consult")
    if not act and denied and topic.category == TALKS and word.lemma in holding:
        act, denied = "reject", False  # "не будет вести переговоры"
    if not act or (topic.category == OTHER and not topic.pointed and act not in _OF_ANY_TERM):
        return None
    if denied:
        act, denied = opposite(act), opposite(act) == act
    who = doers(view, topic, verb, act)
    modality = "negated" if denied else ""
    if act == "propose" and word.pos not in {"VERB", "AUX"}:  # "необходимо", "должна": whoever says so asks for it
        asked = actors(view, clause)
        teller = tells(view, clause)
        return Deed("propose", verb, (teller,) if teller else (), tuple(p for p in asked if p != teller), modality)
    towards = () if act == "consult" else addressed(view, verb, topic)
    return Deed(act, verb, who, towards, modality)


def _voiced_noun(view: View, above: Governed) -> int | None:
    """The outermost noun under the verb, when it names an act; names, offices and mere settings are passed over."""
    for i in reversed(above.nouns):
        word = view.words[i]
        at = preposition(view.words, i)
        passed = word.lemma in group("acts", "light") or word.pos == "PROPN" or stands_for_a_party(word)
        setting = at is not None and view.words[at].lemma in group("grammar", "loose")
        if noun_act(word):
            return i
        if not passed and not setting:
            return None
    return None


def _voiced(view: View, topic: Topic, verb: int, noun: int) -> Deed | None:
    """ "выразил готовность": the noun's act, of the one whose noun it is by the words, else of the subject."""
    act = noun_act(view.words[noun])
    if act in {"consult", "mediate"}:
        return None
    owner = tuple(m.party for m in genitives(view, noun) if m.end <= topic.start)[:1]
    who = owner or doers(view, topic, verb, act)
    if is_denied(view.words, verb):
        act = opposite(act)
    return Deed(act, noun if act != "propose" else verb, who, (), "", verb)


def _only_a_setting(view: View, topic: Topic, above: Governed) -> bool:
    """The provision only says when or where: "в контексте инициативы о перемирии", "на переговорах"."""
    outermost = above.nouns[-1] if above.nouns else topic.start
    loose = group("grammar", "loose")
    at = preposition(view.words, outermost)
    if not above.after:
        return at is not None and view.words[at].lemma in loose and topic.action != above.predicate
    nearest = preposition(view.words, topic.start)
    if any(view.words[i].lemma in group("acts", "partaking") for i in above.nouns[:1]):
        return False
    held = above.predicate is not None and view.words[above.predicate].lemma in group("acts", "opening")
    return topic.category == TALKS and nearest is not None and view.words[nearest].lemma in loose and not held
