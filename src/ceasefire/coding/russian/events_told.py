"""An event as one Russian sentence tells of it: its kind, who took part, whether it took place, by which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ceasefire.coding.russian.claims_talks import participants
from ceasefire.coding.russian.governors import Governed, governed
from ceasefire.coding.russian.phrases import Phrases, group
from ceasefire.coding.russian.roles import genitives
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import TALKS as TALKING
from ceasefire.coding.russian.topics import Topic
from ceasefire.coding.russian.view_words import is_denied, is_supposed, preposition
from ceasefire.coding.russian.who import actors, partners
from ceasefire.coding.statement import CALL, MEETING, SIGNING, TALKS
from ceasefire.vocabulary import load

_MEMBERS = 4  # words in which those who take part are counted: "экспертных групп двух стран"
_NEAR = 14  # words behind a verb of meeting in which its partner is looked for


@dataclass(frozen=True, slots=True)
class Told:
    """`first` and `last` are the words of the event and its verb; `opens` says that the sentence begins with it."""

    kind: str
    parties: tuple[str, ...]
    held: bool
    first: int
    last: int
    hosts: tuple[str, ...] = ()
    opens: bool = False


def told(view: View) -> Iterator[Told]:
    """The events of a sentence, in the order of its words."""
    end = -1
    for match in _nouns().all(view.words):
        topic = Topic(match.start, match.end, _head(view, match.start, match.end), TALKING)
        found = _by_noun(view, topic, match.label)
        if found is not None and match.start >= end:
            end = match.end
            yield found
    yield from _by_verb(view)


def _head(view: View, start: int, end: int) -> int:
    return next((i for i in range(start, end) if view.words[i].nominal), end - 1)


def _by_noun(view: View, topic: Topic, kind: str) -> Told | None:
    above = governed(view, topic)
    who = tuple(sorted(set(_both_named(view, topic) or participants(view, topic, above))))
    host = _hosts(view, topic)
    who = tuple(party for party in who if party not in host) if len(who) > 2 else who
    if len(who) < 2 and above.verbs and _is_agreed(view, above):
        who = tuple(sorted(view.pair))
    if len(who) < 2 or is_supposed(view.words, view.clause(topic.head)):
        return None
    verb = above.predicate
    if verb is not None and _is_direct(view, topic, above, verb) and _is_event_of(view, above, verb):
        if is_denied(view.words, verb):
            return None
        held = not _is_to_come(view, verb)
        return Told(kind, who, held, min(topic.start, verb), max(topic.end - 1, verb), host, _opens(view, topic, verb))
    if verb is not None and _is_planned(view, above):
        agreed = [topic.start, topic.end - 1, *above.verbs]
        return Told(kind, who, False, min(agreed), max(agreed), host)
    if _is_set_in(view, topic) or _proceeds(view, topic):
        return Told(kind, who, True, topic.start, topic.end - 1, host)
    return None


def _both_named(view: View, topic: Topic) -> tuple[str, ...]:
    """ "… России и США … консультации *двух стран*": the two whom the sentence has named together before."""
    after = view.words[topic.end : topic.end + _MEMBERS]
    if not any(word.lemma in group("roles", "both") and word.case != "Nom" for word in after):
        return ()
    before = [mention for mention in view.mentions if mention.end <= topic.start]
    for one, other in reversed(list(pairwise(before))):
        between = view.words[one.end : other.start]
        if one.party != other.party and len(between) == 1 and between[0].pos == "CCONJ":
            return one.party, other.party
    return ()


def _is_direct(view: View, topic: Topic, above: Governed, verb: int) -> bool:
    """The event is the verb's own subject or object, not a part of another noun's phrase."""
    return not above.nouns or (view.words[topic.head].case == "Nom" and verb >= topic.end)


def _is_event_of(view: View, above: Governed, verb: int) -> bool:
    """ "*состоялся* разговор", "*провели* переговоры": the verb says that it takes place."""
    lemma = view.words[verb].lemma
    if lemma in group("events", "occurring"):
        return True
    return lemma in group("events", "holding") and above.after


def _is_to_come(view: View, verb: int) -> bool:
    word = view.words[verb]
    clause = view.clause(verb)
    return word.feats.get("Tense") == "Fut" or any(
        view.words[i].text.lower() in load("russian/modality")["future"] for i in clause.words
    )


def _is_agreed(view: View, above: Governed) -> bool:
    """ "*Условлено* начать переговоры": between those whose talks the text tells of."""
    return view.words[above.verbs[-1]].short and _is_planned(view, above)


def _is_planned(view: View, above: Governed) -> bool:
    """ "условились провести переговоры"."""
    verbs = [view.words[i].lemma for i in above.verbs]
    inner = verbs[:1] and verbs[0] in group("events", "holding") | group("events", "occurring")
    return bool(inner) and verbs[-1] in group("events", "planning") and len(verbs) > 1


def _is_set_in(view: View, topic: Topic) -> bool:
    """ "*в ходе* разговора с", "*после* встречи с"."""
    known = group("events", "during")
    for before in reversed(view.words[max(0, topic.start - _MEMBERS) : topic.start]):
        if before.lemma in known:
            return True
        if before.pos not in {"ADJ", "DET", "VERB"} or before.verbal:
            break
    at = preposition(view.words, topic.head)
    return at is not None and view.words[at].lemma in known


def _proceeds(view: View, topic: Topic) -> bool:
    """ "*проходящие* сегодня консультации"."""
    return any(
        not word.lemmas.isdisjoint(group("events", "proceeding"))
        for word in view.words[max(0, topic.start - 6) : topic.start]
    )


def _hosts(view: View, topic: Topic) -> tuple[str, ...]:
    """ "при посредничестве Катара"."""
    found = (
        mention.party
        for i in view.clause(topic.head).words
        if view.words[i].lemma in group("events", "hosting")
        for mention in genitives(view, i)
    )
    return tuple(sorted(set(found)))


def _opens(view: View, topic: Topic, verb: int) -> bool:
    """ "*Состоялся* телефонный разговор …": the verb is the first word, as in the readout of an event."""
    return verb == 0 and view.words[verb].lemma in group("events", "occurring")


def _by_verb(view: View) -> Iterator[Told]:
    for i, word in enumerate(view.words):
        if not word.verbal or word.infinitive or is_denied(view.words, i):
            continue
        clause = view.clause(i)
        if is_supposed(view.words, clause):
            continue
        kind = next((kind for kind in (CALL, MEETING, TALKS) if word.lemma in group("events", "verbs", kind)), "")
        others = partners(view, i, i + _NEAR) if kind else ()
        if not kind and word.lemma in group("events", "signing"):
            papers = [j for j in clause.words if j > i and view.words[j].lemma in group("events", "papers")]
            kind = SIGNING if papers else ""
            others = partners(view, i, i + _NEAR) if papers else ()
        if not kind:
            continue
        who = tuple(sorted({*actors(view, clause), *others}))
        if len(who) > 1:
            by_phone = any(view.words[j].lemma in group("events", "phones") for j in clause.words)
            yield Told(CALL if kind == TALKS and by_phone else kind, who, not _is_to_come(view, i), i, i)


@cache
def _nouns() -> Phrases[str]:
    return Phrases((name, kind) for kind, names in load("russian/events")["nouns"].items() for name in names)
