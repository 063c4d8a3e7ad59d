"""A file's text as rows: columns and values, whether it is a table, lines of JSON, or GeoJSON."""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO

from ceasefire.monitoring.importing.geojson import features, flat
from ceasefire.monitoring.importing.opening import Refused

TABLE, LINES, GEOJSON = "table", "lines of JSON", "GeoJSON"
DELIMITERS = ",;\t|"
LONGEST = 1 << 17
NOT_A_ROW, WRONG_NUMBER, CUT_OFF = "not-a-row", "wrong-number-of-columns", "cut-off"

csv.field_size_limit(LONGEST)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number (the first after the header is 1), its values by column, and how it stands in the file."""

    number: int
    values: Mapping[str, str]
    raw: str


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A row that is none: the reason, what exactly is wrong, and how it stands in the file."""

    number: int
    reason: str
    detail: str
    raw: str


@dataclass(slots=True)
class Rows:
    """The rows of a text; `kind` and `columns` are known before the first of them is had."""

    stream: IO[str]
    kind: str = TABLE
    columns: tuple[str, ...] = ()
    delimiter: str = ","
    _lines: _Lines = field(init=False)
    _text: str = ""

    def __post_init__(self) -> None:
        self._lines = _Lines(self.stream)
        first = self._lines.ahead()
        if not first.strip():
            raise Refused("empty", "there is nothing in it")
        if first.lstrip().startswith(("{", "[")):
            self._json(first)
        else:
            self.delimiter = max(DELIMITERS, key=lambda sign: (len(_split(first, sign)), -DELIMITERS.index(sign)))
            self.columns = tuple(one.strip() for one in next(csv.reader(self._lines, delimiter=self.delimiter)))
            self._lines.taken.clear()

    def __iter__(self) -> Iterator[Row | Spoilt]:
        if self.kind == TABLE:
            return self._of_table()
        return self._of_lines() if self.kind == LINES else self._of_geojson()

    def _json(self, first: str) -> None:
        """Lines of JSON where the first line is an object that holds no others; else one text of many objects."""
        try:
            held = json.loads(first)
        except ValueError:
            held = None
        if (
            isinstance(held, dict)
            and held.get("type") != "FeatureCollection"
            and not isinstance(held.get("data"), list)
        ):
            self.kind, self.columns = LINES, tuple(flat(held))
            return
        self.kind, self._text = GEOJSON, "".join(self._lines)
        self.columns = tuple(flat(next((one for one, _, _ in features(self._text) if one), {})))

    def _of_table(self) -> Iterator[Row | Spoilt]:
        number, width = 0, len(self.columns)
        reader = csv.reader(self._lines, delimiter=self.delimiter, strict=True)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as problem:
                number += 1
                at_end = self._lines.ended
                raw = self._lines.give_back()
                reason = CUT_OFF if at_end and not raw.endswith(("\n", "\r")) else NOT_A_ROW
                yield Spoilt(number, reason, str(problem), raw)
                reader = csv.reader(self._lines, delimiter=self.delimiter, strict=True)
                continue
            raw = self._lines.had()
            if not cells:
                continue
            number += 1
            if len(cells) == width:
                yield Row(number, dict(zip(self.columns, cells, strict=True)), raw)
            else:
                yield Spoilt(number, WRONG_NUMBER, f"{len(cells)} of {width}", raw)

    def _of_lines(self) -> Iterator[Row | Spoilt]:
        number = 0
        for line in self._lines:
            self._lines.taken.clear()
            if not line.strip():
                continue
            number += 1
            try:
                held = json.loads(line)
            except ValueError as problem:
                yield Spoilt(number, NOT_A_ROW, str(problem), line)
                continue
            if isinstance(held, dict):
                yield Row(number, flat(held), line)
            else:
                yield Spoilt(number, NOT_A_ROW, "it is no object with keys", line)

    def _of_geojson(self) -> Iterator[Row | Spoilt]:
        for number, (held, raw, problem) in enumerate(features(self._text), 1):
            if held is None:
                yield Spoilt(number, CUT_OFF if not problem else NOT_A_ROW, problem or "it breaks off", raw)
            else:
                yield Row(number, flat(held), raw)


class _Lines:
    """The lines of a text, with those that the row at hand was made of; all but the first can be given back."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream, self.waiting, self.taken = iter(stream), deque[str](), list[str]()
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.waiting:
            line = self.waiting.popleft()
        else:
            try:
                line = next(self.stream)
            except StopIteration:
                self.ended = True
                raise
        self.taken.append(line)
        return line

    def ahead(self) -> str:
        """The first line, which stays to be read."""
        line = next(self.stream, "")
        self.waiting.append(line)
        return line

    def had(self) -> str:
        """What the row was made of."""
        raw = "".join(self.taken)
        self.taken.clear()
        return raw

    def give_back(self) -> str:
        """The first line of a row that could not be parsed; the rest is to be read again."""
        raw, rest = self.taken[:1], self.taken[1:]
        self.taken.clear()
        self.waiting.extendleft(reversed(rest))
        return "".join(raw)


def _split(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])
