"""A mapping as a YAML file says it, each wrong key or word refused with its line and the choices."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Map
from pathlib import Path

from ceasefire.errors import InputError
from ceasefire.monitoring.importing.mapping import Dates, Judged, Mapping, Places, Precision, Received, Values
from ceasefire.monitoring.report import CREDIBILITIES, RELIABILITIES
from ceasefire.record.case_file import Node, parsed
from ceasefire.record.entry import canonical
from ceasefire.vocabulary import load

Fields = Map[str, Node]


def mapping_of(path: Path) -> Mapping:
    """The mapping in a file. Raises InputError when it is not there, CaseError where it says what cannot be used."""
    if not path.is_file():
        raise InputError(f"there is no mapping {path}; docs/incidents.md shows how to write one")
    return mapping_in(path.read_bytes(), path.name, str(path))


def mapping_in(data: bytes, name: str, shown: str = "") -> Mapping:
    """The mapping that a file's bytes hold. Raises CaseError where it says what cannot be used."""
    try:
        top = parsed(data.decode("utf-8-sig"), shown or name)
    except UnicodeDecodeError:
        raise InputError(f"the mapping {shown or name} is not UTF-8 text; save it as UTF-8") from None
    held = top.fields(_keys("mapping"))
    for needed in ("source", "date", "place"):
        if needed not in held:
            top.refuse(f"has no {needed}; a mapping needs source, date and place")
    grade = held["grade"].fields(_keys("grade")) if "grade" in held else {}
    return Mapping(
        source=_text(held, "source"),
        name=name,
        digest=hashlib.sha256(canonical(_plain(top)).encode()).hexdigest(),
        needs=_texts(held, "needs"),
        key=_text(held, "key"),
        text=_texts(held, "text"),
        reporter=_values(held.get("reporter")),
        received=_received(held.get("received")),
        actors=_texts(held, "actors"),
        deaths=_text(held, "deaths"),
        date=_dates(held["date"]),
        place=_places(held["place"]),
        reliability=_judged(grade.get("reliability"), RELIABILITIES),
        credibility=_judged(grade.get("credibility"), CREDIBILITIES),
        region_names=_pairs(held.get("region_names")),
        rows=held["rows"].one_of(load("incident_mapping")["rows"]) if "rows" in held else "",
    )


def _keys(group: str) -> list[str]:
    return list(load("incident_mapping")["keys"][group])


def _text(held: Fields, key: str) -> str:
    return held[key].text() if key in held else ""


def _texts(held: Fields, key: str) -> tuple[str, ...]:
    return held[key].texts() if key in held else ()


def _values(node: Node | None) -> Values:
    if node is None or not node.is_mapping:
        return Values(node.text() if node else "")
    held = node.fields(_keys("column"))
    if ("column" in held) == ("is" in held):
        node.refuse("must have a column, or `is` with a constant")
    return Values(_text(held, "column"), _text(held, "separator"), _text(held, "until"), _text(held, "is"))


def _forms(held: Fields) -> tuple[str, ...]:
    choices = load("incident_mapping")["date_forms"]
    return tuple(one.one_of(choices) for one in held["forms"].items()) if "forms" in held else ("iso",)


def _received(node: Node | None) -> Received:
    if node is None or not node.is_mapping:
        return Received(node.text() if node else "")
    held = node.fields(_keys("received"))
    return Received(_text(held, "column"), _text(held, "separator"), _forms(held))


def _dates(node: Node) -> Dates:
    if not node.is_mapping:
        return Dates(node.text())
    held = node.fields(_keys("date"))
    if "first" not in held:
        node.refuse("has no first; name the column of the day")
    by = held["precision"].fields(_keys("time_precision")) if "precision" in held else {}
    codes = by["codes"].fields() if "codes" in by else {}
    words = load("incident_mapping")
    return Dates(
        first=_text(held, "first"),
        last=_text(held, "last"),
        time=_text(held, "time"),
        forms=_forms(held),
        midnight_known="midnight" in held and held["midnight"].one_of(words["midnight"]) == "known",
        precision=_text(by, "column"),
        codes={code: one.one_of(words["time_precisions"]) for code, one in codes.items()},
    )


def _places(node: Node) -> Places:
    held = node.fields(_keys("place"))
    if ("lon" in held) != ("lat" in held):
        node.refuse("has one of lon and lat; a point needs both")
    by = held["precision"].fields(_keys("precision")) if "precision" in held else {}
    if ("column" in by) != ("codes" in by):
        held["precision"].refuse("has one of column and codes; each code needs its meaning")
    codes = by["codes"].fields() if "codes" in by else {}
    return Places(
        name=_texts(held, "name"),
        lon=_text(held, "lon"),
        lat=_text(held, "lat"),
        region=_text(held, "region"),
        precision=_precision(by),
        column=_text(by, "column"),
        codes={code: _precision(one.fields(_keys("code"))) for code, one in codes.items()},
    )


def _precision(held: Fields) -> Precision:
    if "is" not in held and "radius_km" not in held:
        return Precision()
    word = held["is"].one_of(load("incident_mapping")["place_precisions"]) if "is" in held else "unknown"
    if "radius_km" not in held:
        return Precision(word)
    try:
        radius = float(held["radius_km"].text())
    except ValueError:
        held["radius_km"].refuse("must be a number of kilometres")
    if not 0 <= radius <= 20_000:
        held["radius_km"].refuse("must be between 0 and 20000 kilometres")
    return Precision(word, radius)


def _judged(node: Node | None, choices: str) -> Judged:
    if node is None:
        return Judged()
    if not node.is_mapping:
        return Judged(node.one_of(choices))
    held = node.fields(_keys("graded"))
    codes = held["codes"].fields() if "codes" in held else {}
    constant = held["is"].one_of(choices) if "is" in held else ""
    return Judged(constant, _text(held, "column"), {code: one.one_of(choices) for code, one in codes.items()})


def _pairs(node: Node | None) -> dict[str, str]:
    return {name: one.text() for name, one in node.fields().items()} if node else {}


def _plain(node: Node) -> object:
    """What the file says, without its comments and its layout."""
    if node.is_mapping:
        return {name: _plain(one) for name, one in node.fields().items()}
    return list(node.texts()) if node.is_list else node.text()
