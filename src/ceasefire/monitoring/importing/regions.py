"""The region of each report of a batch, and points whose longitude and latitude seem to be exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ceasefire.monitoring.importing.counts import Counts
from ceasefire.monitoring.importing.outlines import OUTSIDE, SEVERAL, Outlines
from ceasefire.monitoring.importing.places import SWAPPED
from ceasefire.monitoring.report import Report

COUNTRY = "country"
"""A point that stands for a whole country lies in one of its regions by chance, so it is given none."""


def with_regions(reports: Sequence[Report], outlines: Outlines, counts: Counts) -> list[Report | str]:
    """Each report with its region, or the reason why it cannot be used: outside all, and inside one when exchanged."""
    found: list[Report | str] = list(reports)
    at = [n for n, one in enumerate(reports) if one.place.lon is not None and one.place.precision != COUNTRY]
    lons, lats = [reports[n].place.lon or 0.0 for n in at], [reports[n].place.lat or 0.0 for n in at]
    if not at:
        return found
    which = outlines.which(lons, lats)
    exchanged = outlines.which(lats, lons)
    alone: list[int] = []
    for k, n in enumerate(at):
        if which[k] == SEVERAL:
            counts.several += 1
        elif which[k] != OUTSIDE:
            found[n] = replace(reports[n], place=replace(reports[n].place, region=outlines.names[which[k]]))
        elif exchanged[k] != OUTSIDE:
            found[n] = SWAPPED
        else:
            alone.append(k)
    counts.outside += len(alone)
    radii = [reports[at[k]].place.radius_km or 0.0 for k in alone]
    counts.near += outlines.near([lons[k] for k in alone], [lats[k] for k in alone], radii)
    return found
