"""Which format a file has, told by its columns; and the guess that is made, and said, for GeoJSON without a mapping."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from ceasefire import vocabulary
from ceasefire.monitoring.importing.dates import EITHER
from ceasefire.monitoring.importing.geojson import LAT, LON
from ceasefire.monitoring.importing.mapping import Dates, Mapping, Places, Precision, Values
from ceasefire.monitoring.importing.mapping_file import mapping_of
from ceasefire.monitoring.importing.opening import Refused
from ceasefire.vocabulary import load

MOST_NAMED = 40


@cache
def built_in() -> tuple[Mapping, ...]:
    """The formats that are known without a mapping, the one with most columns first."""
    folder = Path(vocabulary.__file__).parent / "incident_sources"
    found = [mapping_of(path) for path in sorted(folder.glob("*.yaml"))]
    return tuple(sorted(found, key=lambda one: (-len(one.needs), one.name)))


def recognised(columns: Collection[str]) -> Mapping:
    """The format whose columns are all there. Raises Refused, saying what is found and what is missing, for none."""
    for one in built_in():
        if set(one.needs) <= set(columns):
            return one
    if LON in columns or LAT in columns:
        return guessed(columns)
    nearest = min(built_in(), key=lambda one: (len(_missing(one, columns)) / len(one.needs), one.name))
    lacks = ", ".join(_missing(nearest, columns))
    raise Refused(
        "columns",
        f"its columns fit no known format. It has: {_named(columns)}. The nearest is {_title(nearest)}, which also "
        f"needs: {lacks}. Say what the columns mean in a mapping: --mapping FILE (docs/incidents.md)",
    )


def fitting(mapping: Mapping, columns: Collection[str]) -> Mapping:
    """A user's mapping for a file. Raises Refused where it names a column that the file has not."""
    missing = [one for one in mapping.columns() if one not in columns]
    if missing:
        raise Refused(
            "columns",
            f"the mapping {mapping.name} names columns that the file does not have: {', '.join(missing)}; "
            f"it has: {_named(columns)}",
        )
    return mapping


def guessed(columns: Collection[str]) -> Mapping:
    """What the properties of a GeoJSON feature most likely mean, by their names."""
    lower = {one.casefold(): one for one in sorted(columns, reverse=True)}

    def column(kind: str) -> str:
        return next((lower[name] for name in load("incident_mapping")["guessed"][kind] if name in lower), "")

    return Mapping(
        source="geojson",
        name="guessed",
        digest="guessed",
        key=column("key"),
        text=tuple(filter(None, [column("text")])),
        reporter=Values(column("reporter")),
        deaths=column("deaths"),
        date=Dates(column("date"), forms=("iso", EITHER, "day month year")),
        place=Places(tuple(filter(None, [column("name")])), LON, LAT, precision=Precision("near")),
        rows="report" if column("reporter") else "",
    )


def in_words(mapping: Mapping) -> str:
    """What a guessed mapping takes from where, as a note to the user."""
    held = {
        "key": mapping.key,
        "date": mapping.date.first,
        "text": ", ".join(mapping.text),
        "reporter": mapping.reporter.column,
        "place": ", ".join(mapping.place.name),
        "deaths": mapping.deaths,
        "what a row is": mapping.rows or "event",
    }
    return "guessed from its names: " + "; ".join(f"{one} from {what or 'nothing'}" for one, what in held.items())


def _missing(one: Mapping, columns: Collection[str]) -> list[str]:
    return [name for name in one.needs if name not in columns]


def _title(one: Mapping) -> str:
    return one.name.removesuffix(".yaml")


def _named(columns: Collection[str]) -> str:
    more = len(columns) - MOST_NAMED
    return ", ".join([*columns][:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
