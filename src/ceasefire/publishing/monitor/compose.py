"""The report put together from its parts, in a steady order. A pure function of the answer and the outlines."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.monitoring.monitored import Monitored, OfProvision
from ceasefire.publishing.monitor.land import Land, land
from ceasefire.publishing.monitor.numbering import Numbers, numbers
from ceasefire.publishing.monitor.paper import Block, Lines, Paper, Part
from ceasefire.publishing.monitor.parts.claims import claims
from ceasefire.publishing.monitor.parts.coverage import coverage
from ceasefire.publishing.monitor.parts.data import data, method
from ceasefire.publishing.monitor.parts.heading import about, heading
from ceasefire.publishing.monitor.parts.incidents import incidents
from ceasefire.publishing.monitor.parts.mapped import mapped
from ceasefire.publishing.monitor.parts.summary import summary
from ceasefire.publishing.monitor.parts.terms import terms
from ceasefire.publishing.monitor.parts.trend import trend
from ceasefire.publishing.monitor.words import phrase


def compose(found: Monitored) -> Paper:
    """The whole report. Raises InputError when its outlines cannot be read."""
    regions = {one.incident.place.region for of in found.provisions for one in of.shown} - {""}
    called, drawn = numbers(found), land(found.outlines, regions)
    parts = [summary(found)]
    for at, of in enumerate(found.provisions, start=1):
        parts += _provision(of, found, called, drawn, at)
    parts += [*claims(found, called), coverage(found), data(found), method()]
    return Paper(heading(found), about(found), tuple(one for one in map(_full, parts) if one.blocks))


def _provision(of: OfProvision, found: Monitored, called: Numbers, drawn: Land | None, at: int) -> Iterator[Part]:
    """What stands of one provision: its terms, its incidents, the map, the trend."""
    yield Part(f"p{at}", of.title, terms(of, found.previous))
    yield Part(f"p{at}-incidents", phrase("incidents.title"), incidents(of, found, called, at), level=3)
    yield Part(f"p{at}-map", phrase("map.title"), mapped(of, found, called, drawn, _name("map", at)), level=3)
    yield Part(f"p{at}-trend", phrase("trend.title"), trend(of, found, _name("trend", at)), level=3)


def _name(kind: str, at: int) -> str:
    """The name of a figure's file: "map", "map-2"."""
    return kind if at == 1 else f"{kind}-{at}"


def _full(part: Part) -> Part:
    """Without blocks that say nothing."""
    kept: tuple[Block, ...] = tuple(one for one in part.blocks if not isinstance(one, Lines) or one.lines)
    return Part(part.id, part.title, kept, part.intro, part.level)
