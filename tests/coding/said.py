"""What the coder makes of a text of our own: one parser a process, each text coded once."""

from __future__ import annotations

from functools import cache

from ceasefire.coding import Coded, code
from ceasefire.coding.statement import Statement
from ceasefire.reading.document import Document
from ceasefire.when import When


@cache
def coded(text: str) -> Coded:
    return next(iter(code([Document("d", text, "0", "d")])))


def said(text: str) -> tuple[Statement, ...]:
    return coded(text).statements


def dated(text: str, published: str) -> tuple[Statement, ...]:
    """What is said in a text of that date."""
    document = Document("d", text, "0", "d", published=When(published))
    return next(iter(code([document]))).statements


def triples(text: str) -> set[tuple[str, str, str]]:
    """(actor, act, provision) of every statement."""
    return {(one.actor, one.act, one.provision) for one in said(text)}


def one(text: str, actor: str) -> Statement:
    """The party's only statement in the text."""
    [found] = [statement for statement in said(text) if statement.actor == actor]
    return found
