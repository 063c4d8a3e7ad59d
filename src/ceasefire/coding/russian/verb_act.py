"""Which act a verb makes of a provision: by what kind of thing it is done to, and with what."""

from __future__ import annotations

from ceasefire.coding.russian.acts import fitting, noun_act, verb_acts
from ceasefire.coding.russian.governors import Governed
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.roles import genitives
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import HALTS, TALKS, Topic
from ceasefire.coding.russian.who import actors, between


def act_of(view: View, topic: Topic, above: Governed, verb: int) -> str:
    """The act of the verb towards the topic, "" for none: deeds are done, halts declared, papers handed over."""
    word = view.words[verb]
    acts = verb_acts(word)
    halting = topic.category in HALTS and topic.action == verb
    if halting or (topic.category in HALTS and word.lemma in group("acts", "declaring") and not _bids(view, above)):
        return "accept"
    if topic.action == verb and topic.category in group("acts", "deeds"):
        return "implement"
    if topic.category in group("acts", "deeds") and word.lemma in group("acts", "doing"):
        return "implement"
    if topic.action == verb and topic.category == "navigation":
        return "suspend" if word.lemma in group("acts", "undoing") else "implement"
    if word.lemma in group("acts", "submitting", "verbs") and _is_document(view, topic):
        return "propose"
    if topic.category == TALKS and word.lemma in group("acts", "hosting") and _others_talk(view, topic, verb):
        return "mediate"
    if word.lemma in group("acts", "voicing") - group("acts", "declaring"):
        return ""
    if word.lemma in group("acts", "opening") and _strives(view, above):
        return "accept"
    return fitting(tuple(a for a in acts if a != "consult" or _talked_about(topic, word.lemma)), topic)


def _talked_about(topic: Topic, lemma: str) -> bool:
    """Talks are held or begun; of anything else only these verbs say that it is talked about."""
    return topic.category != TALKS and lemma in group("acts", "discussing")


def _others_talk(view: View, topic: Topic, verb: int) -> bool:
    """The talks are those of at least two others than the subject."""
    named = {m.party for m in genitives(view, topic.end - 1)} | set(between(view, view.clause(topic.head)))
    return len(named - set(actors(view, view.clause(verb)))) > 1


def _is_document(view: View, topic: Topic) -> bool:
    """The provision is named by a paper that holds it."""
    return view.words[topic.head].lemma in group("acts", "submitting", "documents") and topic.action is None


def _strives(view: View, above: Governed) -> bool:
    """ "продолжат работу по достижению": to go on working for a thing is to be for it."""
    return bool(above.nouns) and any(view.words[i].lemma in group("acts", "striving") for i in above.nouns)


def _bids(view: View, above: Governed) -> bool:
    return any(noun_act(view.words[i]) in {"propose", "reject"} for i in above.nouns)
