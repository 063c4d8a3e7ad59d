"""What each party told of each provision, and what that shows of its stance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import Evidence, caution_wins, denials_of_acceptance, evidence
from ceasefire.reasoning.provisions import Agenda
from ceasefire.record.order import by_date

Key = tuple[str, str]


class Told:
    """What each party told of each provision; `statements` are in order of time, as a record gives them."""

    def __init__(self, statements: Iterable[Statement], on: Agenda) -> None:
        self.by_key = by_key(statements, on)
        self.price = on.price
        self._accusing: Mapping[Key, Sequence[Statement]] | None = None

    def accusing(self, key: Key) -> Sequence[Statement]:
        """Accusations against a party on a provision. Only its denials ask for them: few do."""
        if self._accusing is None:
            self._accusing = accusations(self.by_key)
        return self._accusing.get(key, ())


def by_key(statements: Iterable[Statement], on: Agenda) -> dict[Key, list[Statement]]:
    """What each party told of each provision."""
    about = on.about
    told: dict[Key, list[Statement]] = defaultdict(list)
    for one in statements:
        told[one.actor, about[one.id]].append(one)
    return told


def accusations(told: Mapping[Key, Sequence[Statement]]) -> dict[Key, list[Statement]]:
    """Accusations against each party on each provision, which its denials may answer."""
    found: dict[Key, list[Statement]] = defaultdict(list)
    for (_, provision), group in told.items():
        for one in group:
            if one.act == "accuse" and one.recipient:
                found[one.recipient, provision].append(one)
    return found


def shown(told: Sequence[Statement], accusing: Sequence[Statement], price: Mapping[str, str]) -> list[Evidence]:
    """What the statements of one party on one provision show of its stance; `accusing` are accusations against it."""
    return shown_with(told, denials_of_acceptance(told, accusing), price)


def shown_with(told: Iterable[Statement], denials: Iterable[Statement], price: Mapping[str, str]) -> list[Evidence]:
    """The same where it is known which denials take back what others claimed.

    What is said on one date makes nothing else of what is said on another, so it may be asked date by date.
    """
    found = evidence(told, price)
    found += [Evidence(one, "unknown", firm=True, denial=True) for one in denials]
    return caution_wins(found)


def by_dates(found: Iterable[Evidence]) -> list[list[Evidence]]:
    """What was said on each date, in order of time."""
    dates: dict[str, list[Evidence]] = defaultdict(list)
    for each in found:
        dates[each.statement.said.edtf].append(each)
    return [dates[edtf] for edtf in sorted(dates, key=by_date)]
