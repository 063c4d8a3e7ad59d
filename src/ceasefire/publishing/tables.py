"""The answers of `positions` and `blockers` for a reader: tables and short lines instead of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from ceasefire.publishing.brief import Brief, Section
from ceasefire.publishing.terminal import show


def show_positions(brief: Brief, stream: IO[str]) -> None:
    """Where everyone stands, with the words."""
    show(_only(brief, ("stands", "gaps", "assumptions", "words")), stream)


def show_blockers(brief: Brief, stream: IO[str]) -> None:
    """What stands in the way, the ways out, and what is assumed."""
    show(_only(brief, ("blocked", "assumptions", "gaps", "words")), stream)


def show_pauses(brief: Brief, stream: IO[str]) -> None:
    """The life of each pause, with the words."""
    show(_only(brief, ("pauses", "gaps", "words")), stream)


def _only(brief: Brief, wanted: tuple[str, ...]) -> Brief:
    return replace(brief, sections=tuple(_chosen(brief, wanted)))


def _chosen(brief: Brief, wanted: tuple[str, ...]) -> Iterator[Section]:
    return (one for one in brief.sections if one.id in wanted)
