"""Figures: SVG made once from the brief and used in every form of it."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.publishing.brief import Brief
from ceasefire.publishing.figures.graph import blocker_figure
from ceasefire.publishing.figures.matrix import matrix_figure
from ceasefire.publishing.figures.timeline import timeline_figure
from ceasefire.publishing.wording import phrase


@dataclass(frozen=True, slots=True)
class Figure:
    """One drawing: a name for its file, a caption, and SVG text that loads nothing."""

    name: str
    caption: str
    svg: str


def figures(brief: Brief) -> dict[str, Figure]:
    """The figures that the brief has something to show in, by name."""
    drawn = {}
    if brief.matrix.cells:
        drawn["matrix"] = Figure("matrix", phrase("figures.matrix"), matrix_figure(brief.matrix))
    if brief.knots:
        drawn["blockers"] = Figure("blockers", phrase("figures.blockers"), blocker_figure(brief.knots))
    if brief.moments:
        drawn["timeline"] = Figure("timeline", phrase("figures.timeline"), timeline_figure(brief.moments, brief.bars))
    return drawn
