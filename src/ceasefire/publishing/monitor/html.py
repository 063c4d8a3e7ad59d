"""The report as one HTML file in the look of the brief: no script, no request, figures drawn in it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ceasefire import __version__
from ceasefire.publishing.figures.shapes import drawn
from ceasefire.publishing.figures.svg import tag
from ceasefire.publishing.inert import visible
from ceasefire.publishing.monitor.paper import Drawing, Lines, Paper, Table
from ceasefire.publishing.monitor.words import look, phrase

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


def html(paper: Paper) -> str:
    """The whole page."""
    from markupsafe import Markup

    return _template().render(
        paper=paper,
        css=Markup(_text("brief.css") + _text("monitor.css")),
        kind=_kind,
        icon=lambda verdict: Markup(icon(verdict)),
        svg=_svg,
        version=__version__,
    )


def icon(verdict: str, *, namespaced: bool = False) -> str:
    """The form of an assessment as a small drawing beside the word."""
    alone = {"xmlns": "http://www.w3.org/2000/svg"} if namespaced else {}
    made = drawn(look(verdict)["shape"], 8.0, 8.0, 6.0, look(verdict)["colour"])
    return tag("svg", made, viewBox="0 0 16 16", width=14, height=14, aria_hidden="true", class_="shape", **alone)


def _kind(block: object) -> str:
    return {Lines: "lines", Table: "table", Drawing: "drawing"}[type(block)]


def _svg(one: Drawing) -> Markup:
    from markupsafe import Markup

    return Markup(one.svg)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(visible=visible)
    environment.globals.update(phrase=phrase)
    return environment.from_string(_text("monitor.html.j2"))


def _text(name: str) -> str:
    return files("ceasefire.publishing").joinpath("templates", name).read_text(encoding="utf-8")
