"""An invented answer of monitoring: a halt on strikes at energy between Maru and Osele, in three regions."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from ceasefire.coding.statement import Scope
from ceasefire.monitoring.assessment import VERDICTS, Assessment, Reason
from ceasefire.monitoring.claim import Behind, Checked, Claim
from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.incident import Incident, Link
from ceasefire.monitoring.monitored import (
    Assessed,
    Coverage,
    DataSet,
    Monitored,
    OfProvision,
    Period,
    Rates,
    Tally,
    UnderVersion,
)
from ceasefire.monitoring.rates.apart import Apart
from ceasefire.monitoring.rates.change import Change, Fit
from ceasefire.monitoring.rates.displacement import Displacement
from ceasefire.monitoring.rates.many import Among
from ceasefire.monitoring.rates.second_fit import NOT_FITTED
from ceasefire.monitoring.rates.series import Series
from ceasefire.monitoring.report import Moment, Place, Report
from ceasefire.monitoring.version import Version
from ceasefire.record.case_accounts import Restriction
from ceasefire.record.terms import Window as Held
from ceasefire.when import When

BEGAN, LAST = date(2031, 6, 1), date(2031, 7, 1)
FIRST_OF_DATA = date(2031, 1, 1)
PERIOD, PREVIOUS = Period(date(2031, 6, 9), date(2031, 6, 15)), Period(date(2031, 6, 2), date(2031, 6, 8))
REGIONS = {"Kesso Region": (28.0, 48.0), "Upper Tarn": (32.0, 48.0), "Ruk": (28.0, 50.0)}
SCOPE = Scope(targets=("energy-infrastructure",), between=("Maru", "Osele"))
WITHIN = Reason("in_the_window", "window", "It happened while the pause held.")
STRUCK = Reason("on_a_target", "target", "What was struck is of a class that the provision covers.")


def outlines(folder: Path) -> str:
    """Three square regions beside each other, as a GeoJSON file."""
    path = folder / "regions.geojson"
    features = [
        {
            "type": "Feature",
            "properties": {"code": f"X{at}", "label": name},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x, y], [x + 4, y], [x + 4, y + 2], [x, y + 2], [x, y]]],
            },
        }
        for at, (name, (x, y)) in enumerate(sorted(REGIONS.items()))
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return str(path)


def version(by: str = "case file", first: date = BEGAN, **given: Any) -> Version:
    """The halt from 1 to 30 June 2031."""
    return Version("energy-halt", "Halt on strikes at energy", (by,), SCOPE, first, LAST, **given)


def incident(number: int, verdict: str = "alleged", **given: Any) -> Assessed:
    """A strike on a substation in Kesso on 10 June 2031, told by one paper."""
    held: dict[str, Any] = {
        "happened_at": Moment(date(2031, 6, 10), date(2031, 6, 10)),
        "place": Place("Kesso town", 29.2, 48.7, "settlement", 5.0, "Kesso Region"),
        "happened": Happened("yes", ("energy-substations",), ("drone",), ("power-cut",), "air", "hit"),
        "sources": ("daily list",),
        "reporters": ("The Courier",),
        **given,
    }
    told = held.pop("told", (Report(f"r{number}", "daily list", number, reporter="The Courier"),))
    others, claims = held.pop("others", ()), held.pop("claims", ())
    one = Incident(f"inc{number:04d}", (f"r{number}",), **held)
    sure = Reason("one_reporter", "", "One reporter tells of it (The Courier).", reports=(f"r{number}",))
    mine = Assessment(one.id, "energy-halt", "case file", verdict, reasons=(sure, WITHIN, STRUCK))
    return Assessed(one, (mine, *others), claims, told)


def outside(number: int, terms: str = "Osele") -> Assessment:
    """The same incident before the halt began, by another's terms."""
    return Assessment(f"inc{number:04d}", "energy-halt", terms, "outside", ("window",))


def shown() -> tuple[Assessed, ...]:
    """One of each kind: exact and coarse, timed and untimed, of no place and of no day."""
    blamed = Happened("yes", ("power-plants",), ("missile", "drone"), ("fire", "deaths"), "air", "hit", "Maru", "Osele")
    joined = (Link("r2", "r2b", 9.43, 0.998, {"place": 5.0, "time": 4.43}),)
    return (
        incident(1, claims=("c1",), others=(outside(1),)),
        incident(
            2,
            "corroborated",
            happened=blamed,
            place=Place("Tarn bridge", 33.1, 49.2, "exact", 0.5, "Upper Tarn"),
            happened_at=Moment(date(2031, 6, 11), date(2031, 6, 11), "2031-06-11T14:30"),
            reporters=("The Courier", "Radio Tarn"),
            links=joined,
        ),
        incident(
            3, "disputed", place=Place("", None, None, "region", None, "Ruk"), happened=replace(blamed, said_by="")
        ),
        incident(4, "unverifiable", happened_at=Moment(date(2031, 6, 8), date(2031, 6, 14)), told=()),
        incident(5, "not yet checked", happened=Happened("unknown"), happened_at=Moment(), reporters=(), told=()),
        incident(6, "alleged", place=Place()),
    )


def counts(days: int = 182) -> tuple[int, ...]:
    """Invented counts a day from 1 January 2031, fewer from June on."""
    drawn = Random(7)
    halt = (BEGAN - FIRST_OF_DATA).days
    return tuple(sum(drawn.random() < (0.5 if at < halt else 0.2) for _ in range(4)) for at in range(days))


def changed(verdict: str = "fewer", **given: Any) -> Change:
    """A change as if it had been fitted."""
    fit = Fit(22, 4, 0, False, False, 0.2, NOT_FITTED)
    held = {"ratio": 0.35, "low": 0.24, "high": 0.52, "chance": 0.001, **given}
    return Change(FIRST_OF_DATA, BEGAN, LAST - timedelta(days=1), 2.09, 0.7, verdict, (), fit, **held)


def rates() -> Rates:
    """Fewer than before, and nothing clear of what the pause does not cover."""
    covered, other = changed(), changed("no clear change", ratio=0.81, low=0.34, high=1.71, chance=0.588)
    return Rates(
        covered,
        Displacement(covered, other, 0.53, 0.21, 1.46, "no clear change", ()),
        (Among("", other, 0.588, False, 2), Among("Maru", covered, 0.001, True, 2)),
        (Among("Kesso Region", changed(), 0.06, False, 2), Among("Upper Tarn", other, 0.588, False, 2)),
        Apart({"daily list": covered}, "fewer", (), (), ()),
        series=Series(FIRST_OF_DATA, counts()),
    )


def tally(**verdicts: int) -> Tally:
    """Counts by assessment; those outside are so by target, a few by date too."""
    counted = {one.replace("_", " "): count for one, count in verdicts.items()}
    out = counted.get("outside", 0)
    return Tally(counted, {"target": out - out // 4, "window": out // 2} if out else {})


def under(one: Version, **period: int) -> UnderVersion:
    """Counts under one version."""
    by_day = {
        FIRST_OF_DATA + timedelta(days=at): {"alleged": count, "not yet checked": at % 3 == 0}
        for at, count in enumerate(counts())
        if count
    }
    everything = {verdict: sum(int(held.get(verdict, 0)) for held in by_day.values()) for verdict in VERDICTS}
    total = {**everything, "outside": 400, "unverifiable": 3}
    return UnderVersion(
        one,
        Tally(total, {"target": 350, "window": 60}),
        tally(**period),
        tally(alleged=9, corroborated=4, disputed=2, not_yet_checked=3, outside=21),
        {day: {name: int(count) for name, count in held.items()} for day, held in by_day.items()},
        {"Maru": {"alleged": 40, "disputed": 2}, "": {"alleged": 60, "not yet checked": 9}},
        {"Kesso Region": {"alleged": 70}, "": {"alleged": 32, "not yet checked": 9}},
    )


def provision(**given: Any) -> OfProvision:
    """The halt, by the case file and, from eight days later, by Osele."""
    versions = (
        under(version(), alleged=7, corroborated=3, disputed=2, unverifiable=1, not_yet_checked=4, outside=30),
        under(version("Osele", date(2031, 6, 11)), alleged=5, corroborated=3, disputed=2, outside=35),
    )
    clauses = ("The halt ends on 30 June 2031 unless both sides make it longer.",)
    held = {"versions": versions, "shown": shown(), "more": 2, "rates": Rates(why_not="no series"), "clauses": clauses}
    return OfProvision("energy-halt", "Halt on strikes at energy", **{**held, **given})


def claims() -> tuple[Checked, ...]:
    """A claim of each state."""
    day = Moment(date(2031, 6, 10), date(2031, 6, 10))
    place = Place("Kesso town", None, None, "settlement", None, "Kesso Region")
    first = Claim(
        "c1",
        day,
        "Osele",
        "Maru",
        place,
        ("energy-substations",),
        words="they hit our lines",
        answer="denies",
        answer_words="we did not",
        source="osele.example/1",
    )
    second = Claim("c2", Moment(), "Maru", "", Place(), source="")
    third = Claim("c3", day, "Maru", "Osele", replace(place, name="Ruk port"), ("ports",), answer="admits")
    return (
        Checked(first, "incident", (Behind("inc0001", ("place", "day"), ("target",)),)),
        Checked(second, "none"),
        Checked(third, "perhaps", (Behind("inc9999", ("day",)),)),
    )


def coverage() -> Coverage:
    """Two sources and a restriction."""
    silent = tuple(date(2031, 6, 3) + timedelta(days=at) for at in (0, 1, 2, 8, 20))
    last = date(2031, 7, 1)
    return Coverage(
        (Restriction(("Ruk",), Held(When("2031-06-05"), "P10D"), "no observer was let in", "mission.example/7"),),
        (
            DataSet("daily list", 1200, 1150, {"no-date": 30, "no-place": 20}, FIRST_OF_DATA, last, 700, silent, 12),
            DataSet("alerts", 90, 90, {}, FIRST_OF_DATA, date(2031, 6, 12), 90),
        ),
    )


def monitored(**given: Any) -> Monitored:
    """The whole answer."""
    held: dict[str, Any] = {
        "title": "Maru and Osele",
        "period": PERIOD,
        "previous": PREVIOUS,
        "time_zone": "Europe/Kyiv",
        "provisions": (provision(),),
        "claims": claims(),
        "unclaimed": ("inc0002", "inc8888"),
        "coverage": coverage(),
        "incidents": 1000,
        "reports": 1240,
        "links": 240,
        "as_of": date(2031, 6, 16),
        "record_end": "4f" * 32,
        **given,
    }
    return Monitored(**held)
