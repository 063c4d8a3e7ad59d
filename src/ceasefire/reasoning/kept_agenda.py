"""Which words speak of which provision, kept beside a record, so that it is worked out once for each end of its log.

It follows from the log, the case file, the vocabulary and our code, and is had again as long as these are the same.
What is asked of an earlier day is always worked out. Positions are never kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import orjson

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.announced import is_step
from ceasefire.reasoning.provisions import Agenda, agenda
from ceasefire.reasoning.state import Provision
from ceasefire.record.address import AGENDA
from ceasefire.record.case import Case
from ceasefire.record.kept_file import code_hash, had, put_aside
from ceasefire.record.rows import said_row, scope_of
from ceasefire.record.standing import StandingRecord
from ceasefire.record.terms import of_scope
from ceasefire.record.view import Record

MADE_BY = ("reasoning/*.py", "record/*.py", "coding/statement.py", "when.py", "vocabulary/*.yaml")
"""The code and the words that an agenda comes from."""

TEXTS = ("id", "title", "category", "consent_because")
LISTS = ("covers", "consent", "conflict")


def agenda_of(
    record: Record,
    statements: Sequence[Statement],
    as_of: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
) -> Agenda:
    """The agenda of what a record told when asked for these dates: `statements` is its answer."""
    if not isinstance(record, StandingRecord) or not record.stands_whole(as_of, known_at):
        return agenda(statements, case)
    path, head = record.beside(AGENDA), _head(record, case)
    body = had(path, head)
    if body is not None:
        try:
            return loaded(orjson.loads(body), statements, case)
        except (LookupError, TypeError, ValueError, AttributeError):
            pass
    made = _made(statements, case)
    put_aside(path, head, orjson.dumps(dumped(made, statements)), like=record.like)
    return made


def agenda_differs(record: StandingRecord, case: Case | None) -> bool:
    """Whether there is a file that would be believed, and it says something else than the record."""
    body, statements = had(record.beside(AGENDA), _head(record, case)), record.statements()
    return body is not None and body != orjson.dumps(dumped(_made(statements, case), statements))


def dumped(made: Agenda, statements: Sequence[Statement]) -> dict[str, Any]:
    """An agenda as plain data: for each statement, the number of its provision and of that of its price."""
    number = {one.id: place for place, one in enumerate(made.provisions)}
    names = sorted({*made.about.values(), *made.price.values()} - number.keys())
    number |= {name: place for place, name in enumerate(names, start=len(number))}
    return {
        "provisions": [_row(one) for one in made.provisions],
        "others": names,
        "about": [number[made.about[one.id]] for one in statements],
        "announced": [place for place, one in enumerate(statements) if one.id in (made.announced or ())],
        "price": [[place, number[made.price[one.id]]] for place, one in enumerate(statements) if one.id in made.price],
    }


def loaded(held: Mapping[str, Any], statements: Sequence[Statement], case: Case | None) -> Agenda:
    """The agenda that was dumped. Raises LookupError, TypeError, ValueError or AttributeError when it is none."""
    defined = {one.id: one.terms for one in case.provisions} if case else {}
    provisions = []
    for row in held["provisions"]:
        scope = scope_of(row["scope"])
        given = {name: row[name] for name in TEXTS} | {name: tuple(row[name]) for name in LISTS}
        provisions.append(Provision(scope=scope, terms=defined.get(row["id"]) or of_scope(scope), **given))
    names = [*(one.id for one in provisions), *held["others"]]
    ids = [one.id for one in statements]
    about = dict(zip(ids, map(names.__getitem__, held["about"]), strict=True))
    price = {ids[place]: names[number] for place, number in held["price"]}
    return Agenda(tuple(provisions), about, price, frozenset(map(ids.__getitem__, held["announced"])))


def _made(statements: Sequence[Statement], case: Case | None) -> Agenda:
    return replace(agenda(statements, case), announced=frozenset(one.id for one in statements if is_step(one)))


def _row(one: Provision) -> dict[str, Any]:
    return {**{name: getattr(one, name) for name in (*TEXTS, *LISTS)}, "scope": said_row(one.scope)}


def _head(record: StandingRecord, case: Case | None) -> str:
    """The end of the log, the code, and what the case file says of provisions and consent."""
    said = repr([said_row(one) for one in case.provisions] + sorted(case.consent.items())) if case else ""
    return f"ceasefire agenda {code_hash(MADE_BY)} {record.ends_at} {sha256(said.encode()).hexdigest()[:16]}"
