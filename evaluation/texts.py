"""The texts that laws of the coding are measured on: the shared gold bullets where they are, and our own texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ceasefire.reading import Document, read

ROOT = Path(__file__).parent.parent
SHARED_SETS = ("statements_train", "statements_dev")


def text_sets(shared: Path | None = None) -> Iterator[tuple[str, list[Document]]]:
    """Each set's name and its documents; a shared set that is not there is named and passed over."""
    for name in SHARED_SETS if shared is not None else ():
        path = shared / "gold" / f"{name}.jsonl" if shared is not None else Path()
        if path.is_file():
            yield name, _documents([path])
        else:
            print(f"{name}: not measured, {path} is not there")
    yield "own_bullets", _documents([ROOT / "evaluation" / "gold" / "statements.jsonl"])
    yield "own_articles", _documents([*sorted(ROOT.glob("examples/*/dispatches")), ROOT / "tests/journeys/articles"])


def _documents(paths: list[Path]) -> list[Document]:
    return [item for item in read([str(path) for path in paths]) if isinstance(item, Document)]
