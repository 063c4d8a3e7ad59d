"""Writing what is to be read, and reading one thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ceasefire.reading import Document, Unread, read

Save = Callable[[str, bytes | str], str]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Writes a file under a name and gives its path."""

    def write(name: str, content: bytes | str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


@pytest.fixture
def document(save: Save) -> Callable[[str, bytes | str], Document]:
    """Writes a file and reads the one document that it holds."""

    def one(name: str, content: bytes | str) -> Document:
        (item,) = read([save(name, content)])
        assert isinstance(item, Document), item
        return item

    return one


@pytest.fixture
def unread(save: Save) -> Callable[[str, bytes | str], Unread]:
    """Writes a file and gives the one reason why it cannot be read."""

    def one(name: str, content: bytes | str) -> Unread:
        (item,) = read([save(name, content)])
        assert isinstance(item, Unread), item
        return item

    return one
