"""The tables of an export as they are declared (vocabulary/exports.yaml): columns, types, units, meanings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ceasefire.vocabulary import load

Cell = str | int | float | bool | list[str] | None
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `kind` is text, date, integer, number, boolean or list."""

    name: str
    kind: str
    meaning: str
    unit: str = ""

    @property
    def described(self) -> str:
        """Its meaning, and its unit where it has one."""
        unit = str(load("exports")["words"]["unit"]).format(unit=self.unit) if self.unit else ""
        return f"{self.meaning} {unit}".strip()


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `key` names the columns that tell one row from all others."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


@cache
def tables() -> dict[str, Table]:
    """Every table that is declared, by name."""
    return {
        name: Table(
            name,
            one["meaning"],
            tuple(one["key"]),
            tuple(Column(each["name"], each["type"], each["meaning"], each.get("unit", "")) for each in one["columns"]),
        )
        for name, one in load("exports")["tables"].items()
    }
