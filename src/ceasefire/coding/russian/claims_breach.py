"""A provision is broken, or one side says that another broke it."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.governors import Governed
from ceasefire.coding.russian.making import Deed, make
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.roles import genitives
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.speaking import speaker
from ceasefire.coding.russian.topics import HALTS, Topic
from ceasefire.coding.russian.view_words import is_denied, preposition
from ceasefire.coding.russian.who import actors, agents


def breaches(view: View, topic: Topic, above: Governed) -> Iterator[Claim]:
    """Who accuses whom of breaking it: by a verb of accusing, by whose words they are; else the text itself says so."""
    breach = breach_above(view, above)
    if breach is None:
        return
    clause = view.clause(breach)
    denying = _denying(view, above)
    if denying is not None:
        yield from make(view, topic, Deed("deny", denying, actors(view, view.clause(denying))))
        return
    accuser = _accuser(view, above)
    word = view.words[breach]
    if accuser:
        accused = _named_between(view, accuser[1], topic, accuser[0])
        yield from make(view, topic, Deed("accuse", breach, (accuser[0],), accused, "", accuser[1]))
        return
    if word.nominal:
        breaker = tuple(m.party for m in genitives(view, topic.end - 1)) or agents(view, clause)
        if not breaker and preposition(view.words, breach) is not None:  # "в нарушение перемирия"
            breaker = actors(view, clause)
    else:
        breaker = actors(view, clause)
    if not breaker or is_denied(view.words, breach):
        return
    says = speaker(view, clause) or view.teller
    if says and says not in breaker:
        yield from make(view, topic, Deed("accuse", breach, (says,), breaker))
    else:
        yield from make(view, topic, Deed("violate", breach, breaker))


def despite(view: View, topic: Topic) -> Iterator[Claim]:
    """ "нанесли удары, несмотря на перемирие": the text itself tells of an attack that a halt forbids."""
    at = preposition(view.words, topic.start)
    if topic.category not in HALTS or at is None:
        return
    beside = {view.words[i].lemma for i in range(max(0, at - 1), at + 1)}
    if beside.isdisjoint(group("acts", "despite")):
        return
    for clause in view.clauses:
        attack = next((i for i in clause.words if view.words[i].lemma in group("acts", "attacks")), None)
        if attack is not None and actors(view, clause):
            yield from make(view, topic, Deed("violate", attack, actors(view, clause)))
            return


def _denying(view: View, above: Governed) -> int | None:
    """A verb of denying, or one of refusing with an accusation under it."""
    charged = any(view.words[i].lemma in group("acts", "nouns", "accuse") for i in above.nouns)
    known = group("acts", "verbs", "deny") | (group("acts", "verbs", "reject") if charged else frozenset())
    return next((i for i in above.verbs if view.words[i].lemma in known), None)


def breach_above(view: View, above: Governed) -> int | None:
    """The verb or noun of breaking above the topic."""
    known = group("acts", "verbs", "violate") | group("acts", "nouns", "violate")
    return next((i for i in (*above.nouns, *above.verbs) if view.words[i].lemma in known), None)


def _accuser(view: View, above: Governed) -> tuple[str, int] | None:
    """Whose accusation it is, and the word of it."""
    for i in above.verbs:
        if view.words[i].lemma in group("acts", "verbs", "accuse") | group("acts", "holding_against"):
            found = actors(view, view.clause(i))
            if found:
                return found[0], i
    return None


def _named_between(view: View, verb: int, topic: Topic, accuser: str) -> tuple[str, ...]:
    low, high = sorted((verb, topic.end))
    near = [m.party for m in view.mentions if low < m.start < high + 4 and m.party != accuser]
    return tuple(dict.fromkeys(near))[:1]
