"""What a provision is made to depend on: "условием перемирия должно стать …", "только после …"."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.acts import verb_acts
from ceasefire.coding.russian.claim import Claim, Price
from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.making import Deed, make
from ceasefire.coding.russian.phrases import group, phrases
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.speaking import tells
from ceasefire.coding.russian.topics import OTHER, Topic
from ceasefire.coding.russian.view_words import preposition
from ceasefire.coding.russian.who import actors


def depends(view: View, topic: Topic) -> Iterator[Claim]:
    """The claims that make this topic hang on something."""
    yield from _required(view, topic)
    yield from _without(view, topic)
    yield from _linked(view, topic)
    yield from _such(view, topic)
    yield from _after_a_phrase(view, topic)


def _linked(view: View, topic: Topic) -> Iterator[Claim]:
    """ "A увязывает X с Y", "X зависит от Y"."""
    clause = view.clause(topic.head)
    known = group("conditions", "linking") | group("conditions", "depending")
    verb = next((i for i in clause.predicates if view.words[i].lemma in known), None)
    topics = _topics_in(view, clause)
    if verb is None or len(topics) < 2 or topic is not topics[0] or topics[1].start < verb:
        return
    who = actors(view, clause) if view.words[verb].lemma in group("conditions", "linking") else ()
    who = who or ((tells(view, clause),) if tells(view, clause) else ())
    price = Price(_phrase_start(view, topics[1]), topics[-1].end, tuple(topics[1:]))
    yield from make(view, topic, Deed("condition", verb, who, (), "", None, price))


def _such(view: View, topic: Topic) -> Iterator[Claim]:
    """ "перемирие должно быть таким, чтобы …": what it must bring is what it hangs on."""
    clause = view.clause(topic.head)
    must = next((i for i in clause.predicates if "propose" in verb_acts(view.words[i])), None)
    under = next((other for other in view.clauses if other.opener is not None and other.parent is clause), None)
    ends = [i for i in clause.words if not view.words[i].sign]
    if (
        must is None
        or under is None
        or view.words[ends[-1]].lemma not in group("conditions", "such")
        or topic.start > must
    ):
        return
    words = [i for i in under.words if not view.words[i].sign]
    inside = tuple(t for t in view.topics if words[0] <= t.start <= words[-1])
    teller = tells(view, clause)
    price = Price(words[0], words[-1] + 1, inside)
    yield from make(view, topic, Deed("condition", must, (teller,) if teller else (), (), "", None, price))


def is_price(view: View, topic: Topic) -> bool:
    """The topic stands in what another is made to depend on."""
    clause = view.clause(topic.head)
    found = _requirement(view, clause)
    if found is not None and topic in _demanded(view, clause, found):
        return True
    topics = _topics_in(view, clause)
    if len(topics) > 1 and topic is not topics[0] and list(_linked(view, topics[0])):
        return True
    phrase = _phrase_in(view, topic)
    return phrase is not None and phrase[1] <= topic.start


def _required(view: View, topic: Topic) -> Iterator[Claim]:
    clause = view.clause(topic.head)
    noun = _requirement(view, clause)
    if noun is None:
        return
    demanded = _demanded(view, clause, noun)
    wanted = [t for t in _topics_in(view, clause) if t not in demanded]
    if topic not in wanted or not demanded or topic is not wanted[0]:
        return
    start = _phrase_start(view, demanded[0])
    price = Price(start, _last_word(view, clause, demanded[-1]), tuple(demanded))
    teller = tells(view, clause)
    if teller:
        yield from make(view, topic, Deed("condition", noun, (teller,), (), "", None, price))


def _without(view: View, topic: Topic) -> Iterator[Claim]:
    """ "Без X Y невозможен": Y hangs on X."""
    clause = view.clause(topic.head)
    ruled_out = next((i for i in clause.predicates if view.words[i].lemma in group("conditions", "impossible")), None)
    prices = [t for t in _topics_in(view, clause) if _is_without(view, t)]
    if ruled_out is None or not prices or topic in prices:
        return
    teller = tells(view, clause)
    price = Price(prices[0].start, prices[-1].end, tuple(prices))
    yield from make(view, topic, Deed("condition", ruled_out, (teller,) if teller else (), (), "", None, price))


def _is_without(view: View, topic: Topic) -> bool:
    at = preposition(view.words, topic.start)
    return at is not None and view.words[at].lemma in group("conditions", "waived")


def _requirement(view: View, clause: Clause) -> int | None:
    """The noun of a condition that the clause's verb joins to what is demanded; "без условий" is none."""
    for i in clause.words:
        word = view.words[i]
        if word.lemma in group("conditions", "required") and word.case in {"Ins", "Nom"}:
            at = preposition(view.words, i)
            waived = at is not None and view.words[at].lemma in group("conditions", "waived")
            joined = any(
                view.words[j].lemma in group("conditions", "becoming") or view.words[j].text in "–—"
                for j in clause.words
            )
            if joined and not waived:
                return i
    return None


def _demanded(view: View, clause: Clause, noun: int) -> list[Topic]:
    """The provisions on the other side of the verb."""
    joints = [
        j for j in clause.words if view.words[j].lemma in group("conditions", "becoming") or view.words[j].text in "–—"
    ]
    joint = joints[-1]
    return [t for t in _topics_in(view, clause) if (t.start > joint) == (noun < joint)]


def _after_a_phrase(view: View, topic: Topic) -> Iterator[Claim]:
    found = _phrase_in(view, topic)
    if found is None or found[1] <= topic.start or topic.start > found[0]:
        return
    start, end = found
    while end < len(view.words) - 1 and view.words[end].sign:
        end += 1
    prices = tuple(t for t in view.topics if t.start >= end)
    price = Price(
        end, _last_word(view, view.clause(min(end, len(view.words) - 1)), prices[-1] if prices else topic), prices
    )
    if price.end <= price.start:
        return
    clause = view.clause(topic.head)
    who = actors(view, clause) or view.agreed.get(topic.category, ())
    who = who or ((tells(view, clause),) if tells(view, clause) else ())
    yield from make(view, topic, Deed("condition", start, who, (), "", None, price))


def _phrase_in(view: View, topic: Topic) -> tuple[int, int] | None:
    """Where the sentence has a phrase of depending."""
    matches = phrases("conditions", "phrases").all(view.words)
    return (matches[0].start, matches[0].end) if matches else None


def _topics_in(view: View, clause: Clause) -> list[Topic]:
    return [t for t in view.topics if view.clause(t.head) is clause]


def _phrase_start(view: View, topic: Topic) -> int:
    """Back to the beginning of the noun phrase that a topic hangs in: "*полное прекращение* военной помощи"."""
    i = topic.start
    while (
        i > 0
        and view.words[i - 1].pos in {"NOUN", "ADJ", "DET"}
        and view.clause_of[i - 1] == view.clause_of[topic.head]
    ):
        i -= 1
    return i


def _last_word(view: View, clause: Clause, topic: Topic) -> int:
    """The end of the clause's words, its closing signs left out."""
    last = max([i for i in clause.words if not view.words[i].sign] + [topic.end - 1])
    return last + 1


def category_of(price: Price) -> str:
    """The category of the first provision in a condition."""
    return price.topics[0].category if price.topics else OTHER
