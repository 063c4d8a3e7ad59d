"""What a sentence says that parties do about each of its topics: the rules, in order.

1. A mere supposition says nothing.
2. It is broken, or said to be (`claims_breach`).
3. It is made to depend on something (`conditions`).
4. A verb or noun governs it (`claims_governed`); a noun names the act of its owner (`claims_own`).
5. Talks are held between those who are named (`claims_talks`); somebody brokers it (`claims_talks`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.claims_breach import breach_above, breaches, despite
from ceasefire.coding.russian.claims_governed import by_governors
from ceasefire.coding.russian.claims_own import by_owners
from ceasefire.coding.russian.claims_talks import brokered, meetings
from ceasefire.coding.russian.conditions import depends, is_price
from ceasefire.coding.russian.conditions_if import under_a_supposition
from ceasefire.coding.russian.governors import governed, is_of_another
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import Topic
from ceasefire.coding.russian.view_words import in_case, is_supposed
from ceasefire.vocabulary import load


def claims(view: View) -> Iterator[Claim]:
    """Every claim of a sentence."""
    for topic in view.topics:
        for claim in about(view, topic):
            yield under_a_supposition(view, claim)


def about(view: View, topic: Topic) -> Iterator[Claim]:
    """The claims about one topic."""
    clause = view.clause(topic.head)
    if is_supposed(view.words, clause) or in_case(view.words, topic.head):
        return
    above = governed(view, topic)
    if is_of_another(view, topic, above):
        return
    if breach_above(view, above) is not None:
        yield from breaches(view, topic, above)
        return
    ignored = list(despite(view, topic))
    if ignored:
        yield from ignored
        return
    if topic.term in load("russian/topics")["other"]["broken_only"]:
        return
    if is_price(view, topic):
        return
    dependent = list(depends(view, topic))
    if dependent:
        yield from dependent
        return
    yield from by_governors(view, topic, above)
    yield from by_owners(view, topic, above)
    yield from meetings(view, topic, above)
    yield from brokered(view, topic, above)
