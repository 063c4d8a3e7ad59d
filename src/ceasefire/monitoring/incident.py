"""One thing that happened, from one or more reports; each link between them keeps its weight and can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.report import Moment, Place


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports that tell of the same incident: how much each field speaks for it (in bits) and how sure that is.

    `one` sorts before `other`. `weight` is the sum of `fields` and of the prior; `probability` is between 0 and 1.
    `decided_by` is the person who made or undid it, "" where the weights did.
    """

    one: str
    other: str
    weight: float
    probability: float
    fields: Mapping[str, float] = field(default_factory=dict)
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened, as all its reports together tell it.

    `id` is made from its first report and stays when later reports join it. `happened_at` and `place` are those of
    the most precise report; `sources` and `reporters` who told of it.
    """

    id: str
    reports: tuple[str, ...]
    happened_at: Moment
    place: Place
    happened: Happened
    sources: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    texts: tuple[str, ...] = ()
