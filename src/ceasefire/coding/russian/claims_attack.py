"""An attack that one side holds against another while a halt is spoken of is an accusation of breaking the halt."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.making import Deed, make
from ceasefire.coding.russian.phrases import group, phrases
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.scope import scope_of
from ceasefire.coding.russian.topics import HALTS, Topic
from ceasefire.coding.russian.who import actors
from ceasefire.when import UNKNOWN


def attacks(view: View) -> Iterator[Claim]:
    """ "X обратил внимание на попытки Y атаковать …": what is attacked must be what the halt named before protects."""
    if view.halt is None or any(topic.category in HALTS for topic in view.topics):
        return
    for i, word in enumerate(view.words):
        if word.lemma not in group("acts", "attacks"):
            continue
        for clause in view.clauses:
            held = next((p for p in clause.predicates if _holds_against(view, p)), None)
            accuser = actors(view, clause)[:1] if held is not None else ()
            accused = tuple(
                dict.fromkeys(m.party for m in view.mentions if m.party not in accuser and m.how != "capital")
            )
            if held is not None and accuser and len(accused) == 1 and _protected(view):
                topic = Topic(i, i + 1, i, view.halt[1].category, None, "", True)
                view.refers[topic] = view.halt
                yield from make(view, topic, Deed("accuse", held, accuser, accused, "", i))
                return


def _holds_against(view: View, i: int) -> bool:
    """The verb, with the noun beside it where it needs one ("обратил внимание")."""
    known = phrases("acts", "holding_against")
    return known.at(view.words, i) is not None or view.words[i].lemma in group("acts", "verbs", "accuse")


def _protected(view: View) -> bool:
    """The sentence names a class of targets of the halt, or the halt names none."""
    assert view.halt is not None
    protected = set(scope_of(*view.halt, UNKNOWN).targets)
    named = {match.label for match in phrases("scopes", "targets").all(view.words)}
    return not protected or bool(protected & named)
