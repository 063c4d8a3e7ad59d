"""Document → statements, attributions and readings, each with the span that carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ceasefire.coding.statement import Coded
from ceasefire.reading.document import Document, Unread


def code(
    documents: Iterable[Document], *, aliases: Mapping[str, Iterable[str]] | None = None, jobs: int = 1
) -> Iterator[Coded | Unread]:
    """What the coder makes of each document, in order (the parser is loaded when the first one is asked for).

    `jobs` is how many processes share the work. A document that cannot be coded comes back as `Unread`.
    """
    from ceasefire.coding.coder import code as coded

    return coded(documents, aliases=aliases, jobs=jobs)


__all__ = ["Coded", "code"]
