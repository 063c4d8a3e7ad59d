"""Whether it changed anything: the weeks as a figure and a table, and what can be told of the rate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ceasefire.monitoring.monitored import Monitored, OfProvision, Rates
from ceasefire.monitoring.rates.told import method, sentences
from ceasefire.monitoring.version import Version
from ceasefire.publishing.monitor.chart import Shown, chart
from ceasefire.publishing.monitor.paper import Block, Cell, Drawing, Line, Lines, Row, Table, cell, lines
from ceasefire.publishing.monitor.parts.groups import groups
from ceasefire.publishing.monitor.parts.terms import whose
from ceasefire.publishing.monitor.weeks import Week, undated, weeks
from ceasefire.publishing.monitor.words import counted, day, numbered, phrase, words

MOST_ROWS = 26


def trend(of: OfProvision, found: Monitored, name: str) -> tuple[Block, ...]:
    """The two sentences first, then the weeks, then who and where, then the method."""
    rates = of.rates
    return (*_told(rates), *_weeks(of, found, name), *groups(rates, of), *_method(rates))


def _told(rates: Rates) -> Iterator[Lines]:
    if rates.covered is None:
        why = words("trend.why_not").get(rates.why_not, rates.why_not) or phrase("trend.no_reason")
        yield lines(phrase("trend.cannot", why=why.rstrip(".")))
        return
    yield lines(*sentences(rates.covered))
    beside = []
    if rates.displaced is not None:
        beside.append(Line(phrase("trend.displaced"), sentences(rates.displaced)))
    if rates.alone is not None:
        beside.append(Line(phrase("trend.apart"), sentences(rates.alone)))
    yield Lines(tuple(beside))


def _method(rates: Rates) -> Iterator[Lines]:
    if rates.covered is not None:
        yield lines(phrase("trend.method", method=method(rates.covered)), soft=True)


def _weeks(of: OfProvision, found: Monitored, name: str) -> Iterator[Block]:
    if not of.versions:
        return
    main = of.versions[0]
    shown = weeks(of, found)
    if not shown:
        yield lines(phrase("trend.no_weeks"))
    else:
        title = phrase("trend.figure", whose=whose(main.version))
        svg = chart(Shown(shown, tuple(held(main.version, shown)), found.period), title, name)
        yield Drawing(name, phrase("trend.caption"), svg)
        yield _table(shown)
    without = undated(main)
    yield lines(*([counted("trend.undated", without)] if without > 0 else []), soft=True)


def held(version: Version, shown: tuple[Week, ...]) -> list[tuple[date, date]]:
    """The spells of the shown days on which a version holds, each from a day to a day."""
    found: list[tuple[date, date]] = []
    first = shown[0].first
    for number in range(7 * len(shown)):
        one = first + timedelta(days=number)
        if not version.holds_on(one):
            continue
        if found and found[-1][1] == one - timedelta(days=1):
            found[-1] = (found[-1][0], one)
        else:
            found.append((one, one))
    return found


def _table(shown: tuple[Week, ...]) -> Table:
    rows = tuple(
        Row((cell(day(one.first)), *_counts(one), cell(words("trend.in_pause")[_held(one)])))
        for one in shown[-MOST_ROWS:]
    )
    cut = f" {phrase('trend.cut', count=MOST_ROWS)}" if len(shown) > MOST_ROWS else ""
    columns = words("trend.columns")
    return Table(f"{phrase('trend.text')}.{cut}", tuple(columns), rows, again=True)


def _counts(one: Week) -> tuple[Cell, ...]:
    """The counts of a week; where it was not seen as a whole, only what was counted."""
    missing = phrase("trend.unseen")
    return tuple(cell(numbered(count) if one.seen or count else missing) for count in (one.inside, one.open))


def _held(one: Week) -> str:
    return "no" if not one.held else "yes" if one.held == 7 else "partly"
