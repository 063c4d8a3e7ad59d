"""The versions of a provision's terms, and how the counts differ between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ceasefire.coding.statement import Scope
from ceasefire.monitoring.monitored import OfProvision, Period, Tally, UnderVersion
from ceasefire.monitoring.version import RECORD, Version
from ceasefire.publishing.monitor.before import before_in_table, inside
from ceasefire.publishing.monitor.paper import Cell, Line, Lines, Row, Table, cell, lines
from ceasefire.publishing.monitor.parts.summary import kinds
from ceasefire.publishing.monitor.words import classes, counted, day, days, numbered, phrase, words
from ceasefire.publishing.wording import listed, name, start
from ceasefire.reasoning.life import CASE_FILE
from ceasefire.record.terms import Except
from ceasefire.vocabulary import load

WIDTHS = (1.1, 1.4, 2.2, 1.2, 1.2, 0.9, 0.9, 0.9)


def terms(of: OfProvision, previous: Period) -> tuple[Lines | Table, ...]:
    """The table of versions, the sentences on how they differ, and what the terms themselves say."""
    if not of.versions:
        return (lines(phrase("terms.none")),)
    table = Table(
        phrase("terms.caption"),
        tuple(words("terms.columns")),
        tuple(_row(one, previous) for one in of.versions),
        roomy=True,
        widths=WIDTHS,
    )
    said = Lines((Line(phrase("terms.clauses"), of.clauses),)) if of.clauses else Lines(())
    return (table, lines(*_differences(of.versions)), said)


def whose(version: Version) -> str:
    """Those whose terms they are: "the case file and Ukraine"."""
    return listed([_one(by) for by in version.by])


def _one(by: str) -> str:
    return {CASE_FILE: phrase("terms.case_file"), RECORD: phrase("terms.record")}.get(by) or name(by)


def held(version: Version) -> str:
    """From when until when it holds."""
    return days(version.first, version.after - timedelta(days=1) if version.after else None)


def covers(version: Version) -> tuple[str, ...]:
    """What a version covers, field by field."""
    scope = version.scope
    said = [
        phrase("terms.targets", classes=classes(scope.targets)) if scope.targets else phrase("terms.everything"),
        *_limits(scope),
        phrase("terms.between", parties=listed([name(one) for one in scope.between]))
        if scope.between
        else phrase("terms.between_open"),
        *(phrase("terms.except", what=_excepted(one)) for one in version.exceptions),
    ]
    return tuple(said)


def _limits(scope: Scope) -> Iterator[str]:
    if scope.domains:
        titles = load("provisions")["domains"]
        yield phrase("terms.domains", domains=listed([titles.get(one, one) for one in scope.domains]))
    if scope.area:
        yield phrase("terms.area", places=listed(scope.area))


def _excepted(one: Except) -> str:
    first, after = one.window.first, one.window.after
    when = [days(first, after - timedelta(days=1) if after else None)] if first else []
    return ", ".join([*([classes(one.towards)] if one.towards else []), *one.area, *when])


def _row(under: UnderVersion, previous: Period) -> Row:
    version, period = under.version, under.period
    suspended = tuple(phrase("terms.suspended", days=_until(begun, ended)) for begun, ended in version.suspended)
    return Row(
        (
            cell(start(whose(version))),
            Cell((held(version), *suspended)),
            cell(*covers(version)),
            Cell((numbered(inside(period)),), after=(kinds(period),) if inside(period) else ()),
            Cell(_open(period)),
            cell(numbered(period.verdicts.get("outside", 0))),
            before_in_table(under, previous),
            cell(numbered(inside(under.total))),
        )
    )


def _until(begun: date, ended: date | None) -> str:
    return days(begun, ended - timedelta(days=1) if ended else None)


def _open(tally: Tally) -> tuple[str, ...]:
    told = [
        phrase(f"terms.open.{one}", count=numbered(tally.verdicts[one]))
        for one in words("open")
        if tally.verdicts.get(one)
    ]
    return tuple(told) or ("0",)


def _differences(versions: Sequence[UnderVersion]) -> Iterator[str]:
    main, others = versions[0], versions[1:]
    if not others:
        yield phrase("terms.alone")
        return
    for one in others:
        yield _difference(main, one)
    if all(_counts(one) == _counts(main) for one in others):
        yield phrase("terms.same")


def _counts(one: UnderVersion) -> tuple[dict[str, int], dict[str, int]]:
    return dict(one.period.verdicts), dict(one.previous.verdicts)


def _difference(main: UnderVersion, one: UnderVersion) -> str:
    first = one.version.first
    mine = whose(one.version)
    if first is not None and first != main.version.first:
        mine = phrase("terms.starts", whose=mine, date=day(first))
    count = inside(one.period)
    return phrase(
        "terms.differ",
        whose=mine,
        inside=counted("terms.incidents", count),
        are=counted("terms.are", count),
        main=numbered(inside(main.period)),
        first=whose(main.version),
        total=numbered(inside(one.total)),
        main_total=numbered(inside(main.total)),
    )
