"""Texts coded for a measure, where every one must be coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ceasefire.coding import code
from ceasefire.coding.statement import Coded
from ceasefire.reading.document import Document, Unread


def code_all(documents: Iterable[Document]) -> Iterator[Coded]:
    """What the coder makes of each document; raises ValueError where it cannot get through one."""
    for one in code(documents):
        if isinstance(one, Unread):
            raise ValueError(f"{one.origin}: {one.detail}")
        yield one
