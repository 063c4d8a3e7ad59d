"""The brief as one HTML file: no script, no request, every citation one click from its words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ceasefire import __version__
from ceasefire.publishing import page
from ceasefire.publishing.brief import Brief
from ceasefire.publishing.figures import figures
from ceasefire.publishing.figures.shapes import icon
from ceasefire.publishing.inert import shortened, visible
from ceasefire.publishing.marked import marked_text, marks, split_rules
from ceasefire.publishing.wording import counted, phrase
from ceasefire.vocabulary import load

if TYPE_CHECKING:
    from jinja2 import Template


def html(brief: Brief) -> str:
    """The whole page."""
    from markupsafe import Markup

    documents = [source.document for source in brief.sources]
    found = marks(brief.citations)
    cited = {one.id: found.get(one.id, []) for one in documents}
    texts = {one.id: Markup(marked_text(one.text, cited[one.id])) for one in documents}
    rules = "".join(split_rules(cited[one.id]) for one in documents)
    return _template().render(
        brief=brief,
        page=page,
        heading=page.heading(brief),
        css=Markup(_text("brief.css") + rules),
        figures={name: {"caption": one.caption, "svg": Markup(one.svg)} for name, one in figures(brief).items()},
        icon=lambda stance: Markup(icon(stance)),
        texts=texts,
        cited=cited,
        by_number={one.number: one for one in brief.citations},
        source_of={source.document.id: source for source in brief.sources},
        stances=load("wording")["stances"],
        version=__version__,
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(visible=visible, shortened=shortened)
    environment.globals.update(phrase=phrase, counted=counted)
    return environment.from_string(_text("brief.html.j2"))


def _text(name: str) -> str:
    return files("ceasefire.publishing").joinpath("templates", name).read_text(encoding="utf-8")
