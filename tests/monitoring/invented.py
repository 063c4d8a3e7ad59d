"""Invented terms and incidents for the tests of monitoring."""

from __future__ import annotations

from datetime import date
from typing import Any

from ceasefire.coding.statement import Scope
from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment, Place
from ceasefire.monitoring.scope_rules import Circumstances
from ceasefire.monitoring.version import Version

BOTH = ("Maru", "Osele")
ENERGY = Scope(targets=("energy-infrastructure",), between=BOTH)
REGIONS = Named.of(["Kesso Region", "Upper Tarn", "Ruk"])


def day(words: str) -> date:
    return date.fromisoformat(words)


def version(**given: Any) -> Version:
    """A halt to attacks on energy, from 1 to 30 June 2031."""
    held = {"scope": ENERGY, "first": day("2031-06-01"), "after": day("2031-07-01"), **given}
    return Version("pause", "The pause", ("case file",), **held)


def on(words: str, last: str = "") -> Moment:
    return Moment(day(words), day(last or words))


def circumstances(
    when: Moment | None = None, where: Place | None = None, named: Named = REGIONS, **what: Any
) -> Circumstances:
    """An attack on a substation in Kesso on 10 June 2031."""
    held = {"attack": "yes", "targets": ("power-plants",), "domain": "air", **what}
    place = where or Place("Kesso town", 30.0, 10.0, "settlement", 5.0, "Kesso Region")
    return Circumstances(when or on("2031-06-10"), place, Happened(**held), named)
