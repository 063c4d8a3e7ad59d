"""The data: rows read, used and not usable by reason; then how the whole was worked out."""

from __future__ import annotations

from ceasefire.monitoring.monitored import DataSet, Monitored
from ceasefire.publishing.monitor.paper import Cell, Line, Lines, Part, Row, Table, cell, lines
from ceasefire.publishing.monitor.words import counted, days, numbered, phrase, words
from ceasefire.publishing.wording import start

WIDTHS = (1.6, 1.8, 1.0, 1.0, 2.0, 1.0, 1.0)


def data(found: Monitored) -> Part:
    """The rows of each source."""
    whole = phrase(
        "data.whole",
        reports=start(counted("data.reports", found.reports)),
        incidents=counted("data.incidents", found.incidents),
        links=counted("data.links", found.links),
    )
    rows = tuple(map(_row, found.coverage.data))
    table = (Table(phrase("data.caption"), tuple(words("data.columns")), rows, widths=WIDTHS),) if rows else ()
    return Part("data", phrase("data.title"), (lines(whole), *table))


def method() -> Part:
    """How the assessments come about, in short."""
    return Part("method", phrase("method.title"), (Lines(tuple(Line(one) for one in words("method.lines"))),))


def _row(one: DataSet) -> Row:
    ranked = sorted(one.unusable.items(), key=lambda item: (-item[1], item[0]))
    reasons = tuple(
        phrase("data.reason", reason=reason.replace("-", " "), count=numbered(count)) for reason, count in ranked
    )
    return Row(
        (
            cell(one.source),
            cell(days(one.first, one.last)),
            cell(numbered(one.rows)),
            cell(numbered(one.used)),
            Cell((numbered(sum(one.unusable.values())),), after=reasons),
            cell(numbered(one.attacks)),
            cell(numbered(one.unplaced)),
        )
    )
