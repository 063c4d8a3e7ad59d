"""Document → statements, attributions and readings, each with the span that carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ceasefire.coding.statement import Coded
from ceasefire.reading.document import Document


def code(documents: Iterable[Document], *, aliases: Mapping[str, Iterable[str]] | None = None) -> Iterator[Coded]:
    """What the coder makes of each document, in order (the parser is loaded when the first one is asked for)."""
    from ceasefire.coding.coder import code as coded

    return coded(documents, aliases=aliases)


__all__ = ["Coded", "code"]
