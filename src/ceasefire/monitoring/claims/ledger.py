"""Ledgers of claims: every row becomes a claim, or is kept with the reason why it cannot."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ceasefire.coding.parties import Parties
from ceasefire.errors import InputError
from ceasefire.monitoring.claim import NO_EVENT, NUMBER, Claim
from ceasefire.monitoring.claims.days import UnusableError
from ceasefire.monitoring.claims.form import Form, form_of, usual_forms
from ceasefire.monitoring.claims.making import claims_of
from ceasefire.monitoring.claims.rows import Row, rows_of
from ceasefire.monitoring.report import Unusable
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Ledger:
    """The claims of one or more ledgers; `rows` were read, of which `repeats` say what another says word for word.

    Claims that an answer makes in return (`answers` is set) come besides the rows: rows = claims of rows + unusable +
    repeats.
    """

    claims: tuple[Claim, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    rows: int = 0
    repeats: int = 0

    @property
    def of_rows(self) -> tuple[Claim, ...]:
        """One claim a usable row."""
        return tuple(one for one in self.claims if not one.answers)

    @property
    def about_numbers(self) -> tuple[Claim, ...]:
        """Claims about a number of deeds."""
        return tuple(one for one in self.claims if one.about == NUMBER)

    @property
    def no_claims(self) -> tuple[Claim, ...]:
        """Rows that accuse nobody."""
        return tuple(one for one in self.claims if one.about == NO_EVENT)


@dataclass(slots=True)
class _Reading:
    claims: dict[str, tuple[Claim, ...]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    unusable: list[Unusable] = field(default_factory=list)
    rows: int = 0
    repeats: int = 0


def ledgers(paths: Iterable[tuple[Path, Path | None]], parties: Parties | None = None) -> Ledger:
    """The claims of ledgers, each with a mapping or, where None, by the usual form that its columns have.

    Raises InputError when a file cannot be read or has no form that is known.
    """
    known, found = parties or Parties.builtin(), _Reading()
    for path, mapping in paths:
        rows = rows_of(path)
        form = form_of(mapping) if mapping else _recognised(path, rows)
        for row in rows:
            found.rows += 1
            _take(row, replace(form, source=form.source if mapping else _stem(path)), known, found)
    claims = [one for made in found.claims.values() for one in made]
    return Ledger(tuple(claims), tuple(found.unusable), found.rows, found.repeats)


def _take(row: Row, form: Form, parties: Parties, found: _Reading) -> None:
    if row.cells is None:
        return _refuse(row, form, "not-a-row", found)
    key = row.cells.get(form.columns.get("key", ""), "") or hashlib.sha256(row.written.encode()).hexdigest()[:12]
    name, content = f"{form.source}:{key}", repr(sorted(row.cells.items()))
    if name in found.written:
        if found.written[name] != content:
            return _refuse(row, form, "key-taken", found)
        found.repeats += 1
        return None
    try:
        found.claims[name] = claims_of(name, row.cells, form, parties)
    except UnusableError as problem:
        return _refuse(row, form, str(problem), found)
    found.written[name] = content
    return None


def _refuse(row: Row, form: Form, reason: str, found: _Reading) -> None:
    found.unusable.append(Unusable(form.source, row.number, reason, load("claims")["unusable"][reason], row.written))


def _recognised(path: Path, rows: list[Row]) -> Form:
    columns = frozenset(name for row in rows if row.cells for name in row.cells)
    for form in usual_forms():
        if form.fits(columns) or not rows:
            return form
    needed = [usual_forms()[0].columns[one] for one in load("claims")["mapping"]["needs"]]
    raise InputError(
        f"cannot tell what the columns of the claims {path} hold ({', '.join(sorted(columns)) or 'no columns'}): "
        f"name them {', '.join(needed)}, or give a mapping (docs/claims.md)"
    )


def _stem(path: Path) -> str:
    return path.name.partition(".")[0]
