"""The brief as Markdown: nothing in a document can become a link, a heading or HTML."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ceasefire import __version__
from ceasefire.publishing import inert, page
from ceasefire.publishing.brief import Brief, Line
from ceasefire.publishing.inert import shortened
from ceasefire.publishing.wording import counted, phrase
from ceasefire.vocabulary import load

if TYPE_CHECKING:
    from jinja2 import Template


def markdown(brief: Brief) -> str:
    """The whole brief; numbers in brackets lead to the words at the end."""
    return _template().render(
        brief=brief,
        page=page,
        heading=page.heading(brief),
        by_number={one.number: one for one in brief.citations},
        source_of={source.document.id: source for source in brief.sources},
        stances=load("wording")["stances"],
        flat=_flat,
        version=__version__,
    )


def _flat(line: Line, depth: int = 0) -> list[tuple[int, Line]]:
    """A line and those under it with their depth, as a nested list needs them."""
    return [(depth, line), *(one for under in line.under for one in _flat(under, depth + 1))]


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(md=inert.markdown, shortened=shortened)
    environment.globals.update(phrase=phrase, counted=counted)
    text = files("ceasefire.publishing").joinpath("templates", "brief.md.j2").read_text(encoding="utf-8")
    return environment.from_string(text)
