"""The terms that the words name beside a provision: from when, whether it may be made longer, what ends it."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.statement import Scope
from ceasefire.publishing.brief import Line
from ceasefire.publishing.desk import Desk
from ceasefire.publishing.wording import day, phrase
from ceasefire.reasoning.state import Provision


def terms_lines(desk: Desk, provision: Provision) -> Iterator[Line]:
    """One line with the terms that statements on the provision name, citing them; none where none is named.

    Terms that only a case file names rest on no words, and the line says so.
    """
    scope = provision.scope
    if not (scope.extendable or scope.ends_if):
        return
    named = [phrase("terms.start", start=day(scope.start))] if scope.start.known else []
    named += [phrase(f"terms.{term}") for term in (scope.extendable, scope.ends_if) if term]
    cited = [one.id for one in desk.statements_on(provision.id) if _names(one.scope)]
    yield desk.line(phrase("terms.line", terms="; ".join(named)), cited)


def _names(scope: Scope) -> bool:
    return bool(scope.extendable or scope.ends_if)
