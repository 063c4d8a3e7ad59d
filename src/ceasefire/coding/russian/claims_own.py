"""A noun names the act of its owner: "отказ Ирана от переговоров", "высказанная Катаром идея перемирия"."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.acts import noun_act
from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.governors import Governed
from ceasefire.coding.russian.making import Deed, make
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.roles import genitives
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import Topic
from ceasefire.coding.russian.who import actors, agents, between


def by_owners(view: View, topic: Topic, above: Governed) -> Iterator[Claim]:
    """The act of each noun above the topic that has an owner of its own; a proposal counts where others answer it."""
    done = _participle(view, topic)
    if done is not None:
        yield from make(view, topic, done)
        return
    for i in above.nouns:
        act = noun_act(view.words[i])
        if act not in {"accept", "reject", "propose", "suspend"}:
            continue
        who, put_forward = _owner(view, i, topic)
        others = {party for clause in view.clauses for party in (*actors(view, clause), *agents(view, clause))} - {who}
        if who and (act != "propose" or put_forward or others):
            yield from make(view, topic, Deed(act, i, (who,)))
            return


def _participle(view: View, topic: Topic) -> Deed | None:
    """ "согласованный между A и B перечень", "объявленное A перемирие": a participle with its agents."""
    clause = view.clause(topic.head)
    for i in reversed([i for i in clause.words if i < topic.start]):
        word = view.words[i]
        if word.verbal:
            return None
        if word.pos in {"VERB", "ADJ"} and word.lemma in group("acts", "agreeing") | group("acts", "declaring"):
            who = _agents_of(view, i, topic)
            if who:
                return Deed("accept", i, who)
    return None


def _agents_of(view: View, i: int, topic: Topic) -> tuple[str, ...]:
    """Those between a participle and its noun: after "между", or in the instrumental."""
    inside = Clause(words=list(range(i + 1, topic.start)))
    return between(view, inside) or tuple(
        m.party
        for m in view.mentions
        if i < m.start < topic.start and view.words[m.start].case == "Ins" and m.start <= i + 3
    )


def _owner(view: View, i: int, topic: Topic) -> tuple[str, bool]:
    """Whose noun it is, and whether a participle says that they put it forward."""
    after = next((m.party for m in genitives(view, i) if m.end <= topic.start), "")
    if after:
        return after, False
    agent = ""
    for j in range(i - 1, max(-1, i - 7), -1):
        word = view.words[j]
        here = next((m for m in view.mentions if m.start <= j < m.end), None)
        if here is not None and here.how == "adjective" and word.case == view.words[i].case:
            return here.party, False
        if here is not None and word.case == "Ins":
            agent = here.party
        elif word.pos == "VERB" and word.feats.get("VerbForm") == "Part" and agent:
            return agent, word.lemma in group("acts", "voicing")
        elif word.verbal or word.sign:
            break
    return "", False
