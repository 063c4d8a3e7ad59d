"""Whose accounts are compared: those of the parties to an event, or of the documents that were named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from ceasefire.coding.statement import Statement
from ceasefire.errors import QuestionError
from ceasefire.reasoning.account_terms import Account
from ceasefire.reasoning.accounts_of import spoken_for
from ceasefire.reasoning.event import Event
from ceasefire.reasoning.events import events
from ceasefire.record.case import Case
from ceasefire.record.view import Record

Both = tuple[Account, Account]


class Accounts:
    """The statements on record by document, looked up once; a statement that a near-copy repeats stands in both."""

    def __init__(self, record: Record, as_of: date | None = None, known_at: date | None = None) -> None:
        self.record = record
        self._first = {one.id: one.copy.of if one.copy else one.id for one in record.documents()}
        self._families: dict[str, list[Statement]] = defaultdict(list)
        for one in record.statements(as_of, known_at):
            self._families[self._first[one.document]].append(one)

    def of(self, party: str | None, documents: Iterable[str]) -> Account:
        """What these documents say, each statement at its place in them."""
        named = tuple(documents)
        found: list[Statement] = []
        for family in dict.fromkeys(self._first[one] for one in named):
            for one in self._families[family]:
                found += (here for document in named if (here := self._within(one, document)) is not None)
        return Account(party, named, tuple(found))

    def both(self, event: Event) -> list[Both]:
        """Every two of the parties' accounts of an event, by party; none where it has fewer than two."""
        if len(event.accounts) < 2:
            return []
        return list(combinations([self.of(party, event.accounts[party]) for party in sorted(event.accounts)], 2))

    def _within(self, one: Statement, document: str) -> Statement | None:
        """The statement as this document has it: the same where it is its own, at the copy's place in a copy."""
        if one.document == document:
            return one
        places = (span for name, span in self.record.places(one.id) if name == document)
        span = next(places, None)
        return None if span is None else replace(one, document=document, start=span.start, end=span.end)


def of_event(
    record: Record,
    wanted: str,
    as_of: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
) -> tuple[Event, list[Both]]:
    """An event and every two of its parties' accounts. Raises QuestionError where there are not two."""
    everything = events(record, as_of, known_at, case)
    event = next((one for one in everything if one.id == wanted), None)
    if event is None:
        raise QuestionError(f"no event {wanted!r} is on record; {comparable(everything)}")
    if len(event.accounts) < 2:
        raise QuestionError(f"{told(event)} cannot be compared: {_lacking(event)}; {comparable(everything)}")
    return event, Accounts(record, as_of, known_at).both(event)


def of_documents(
    record: Record,
    order: Sequence[str],
    as_of: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
) -> Both:
    """The two accounts that these documents (ids, as they were named) are. Raises QuestionError when they are not two.

    Documents of one party are its one account. Two documents of which no party is known, or that are of the same,
    are the first and the second.
    """
    if len(order) < 2:
        whose = _of_whom([(spoken_for(record.document(one), case), [one]) for one in order])
        raise QuestionError(f"comparing takes two accounts, and there is one: {whose}. Name another party's beside it")
    party_of = {one: spoken_for(record.document(one), case) for one in order}
    groups = _grouped(order, party_of)
    if len(groups) == 1 and len(order) == 2:
        groups = [(party_of[one], [one]) for one in order]
    if len(groups) != 2:
        raise QuestionError(f"comparing takes two accounts, and these are {len(groups)}: {_of_whom(groups)}. {_ADVICE}")
    (first, mine), (second, theirs) = groups
    accounts = Accounts(record, as_of, known_at)
    return accounts.of(first, mine), accounts.of(second, theirs)


_ADVICE = "Name the documents of two parties, or an event with --event ID"


def comparable(everything: Iterable[Event]) -> str:
    """Which events have two accounts, in words, for whoever asked for another."""
    found = [told(one) for one in everything if len(one.accounts) > 1]
    return f"events with two accounts: {'; '.join(found)}" if found else "no event on record has two accounts"


def told(event: Event) -> str:
    """An event in a few words, its id first."""
    return f"{event.id} ({event.kind} of {' and '.join(event.parties)}, {event.when})"


def _lacking(event: Event) -> str:
    """Whose account there is, and whose is missing."""
    missing = [party for party in event.parties if party not in event.accounts]
    there = f"only the account of {' and '.join(event.accounts)} is on record" if event.accounts else "no account is"
    return f"{there}, and none of {' and '.join(missing)}" if missing and event.accounts else there


def _grouped(order: Sequence[str], party_of: Mapping[str, str | None]) -> list[tuple[str | None, list[str]]]:
    """The documents by party, in the order in which each was first named; of each without one, a group."""
    groups: list[tuple[str | None, list[str]]] = []
    for one in order:
        known = next((group for party, group in groups if party is not None and party == party_of[one]), None)
        if known is None:
            groups.append((party_of[one], [one]))
        else:
            known.append(one)
    return groups


def _of_whom(groups: Iterable[tuple[str | None, list[str]]]) -> str:
    """How many documents of which party, in words."""
    counted = (
        f"{len(some)} document{'s' * (len(some) > 1)} of {party or 'an unknown party'}" for party, some in groups
    )
    return ", ".join(counted)
