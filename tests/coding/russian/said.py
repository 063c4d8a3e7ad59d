"""What the Russian coder makes of a text of our own; each text is coded once."""

from __future__ import annotations

from functools import cache

from ceasefire.coding import Coded, code
from ceasefire.coding.statement import Statement
from ceasefire.reading.document import Document
from ceasefire.when import UNKNOWN, When


@cache
def coded(text: str, url: str = "", title: str = "", published: str = "") -> Coded:
    when = When(published) if published else UNKNOWN
    document = Document("d", text, "0", "d", title=title, published=when, language="ru", url=url)
    return next(iter(code([document])))


def said(text: str, **about: str) -> tuple[Statement, ...]:
    return coded(text, **about).statements


def triples(text: str, **about: str) -> set[str]:
    """ "actor act provision" of every statement."""
    return {f"{one.actor} {one.act} {one.provision}" for one in said(text, **about)}


def one(text: str, actor: str, **about: str) -> Statement:
    """The party's only statement in the text."""
    [found] = [statement for statement in said(text, **about) if statement.actor == actor]
    return found
