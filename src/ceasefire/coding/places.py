"""What is said twice is one statement with all its places: in repeated passages, and where two rules meet one claim."""

from __future__ import annotations

from dataclasses import replace

from ceasefire.coding.statement import Scope, Span, Statement
from ceasefire.reading.document import Document


def first_place(document: Document, start: int) -> int:
    """Where the words at an offset stood first, when the place lies in a repeated passage."""
    for repeat in document.repeats:
        if repeat.start <= start < repeat.end:
            return repeat.first_start + start - repeat.start
    return start


def again(earlier: Statement, met: Statement) -> Statement:
    """The same claim met again: one statement, the places that add something, the scope that says more."""
    scope = met.scope if _says(met.scope) > _says(earlier.scope) else earlier.scope
    place = Span(met.start, met.end)
    apart = all(place.end <= span.start or span.end <= place.start for span in earlier.places)
    return replace(earlier, scope=scope, places=tuple(sorted({*earlier.places, place})) if apart else earlier.places)


def _says(scope: Scope) -> int:
    """How many things a scope states; whom it binds and from when are no limits of the provision."""
    limits = (scope.targets, scope.domains, scope.area, scope.duration, scope.direction, scope.occasion)
    terms = (scope.extendable, scope.ends_if)
    return sum(map(bool, (*limits, *terms)))
