"""How well near-copies are found, on a small set of our own: `python -m evaluation.near_copies.measure`.

Each dispatch names its family; a dispatch is a copy when one of its family was read before it. Right is
a mark that names one of the same family. The set is read forwards and backwards, for what counts as
the copy depends on the order.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ceasefire.reading import Document, mark_copies, read

SET = Path(__file__).with_name("dispatches.jsonl")


@dataclass(frozen=True, slots=True)
class Count:
    """Right marks, marks in all, and copies that there are; and what was missed or marked wrongly."""

    right: int
    marked: int
    copies: int
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / self.marked if self.marked else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.copies if self.copies else 1.0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.right + other.right, self.marked + other.marked, self.copies + other.copies, self.wrong + other.wrong
        )


def count(documents: list[Document], families: dict[str, str]) -> Count:
    """What `mark_copies` finds in documents read in this order, against the families that they belong to."""
    met: set[str] = set()
    right = marked = copies = 0
    wrong = []
    for document in mark_copies(documents):
        assert isinstance(document, Document)
        family = families[document.id]
        is_copy, is_marked = family in met, document.copy is not None
        is_right = document.copy is not None and families[document.copy.of] == family
        right, marked, copies = right + is_right, marked + is_marked, copies + is_copy
        if is_copy != is_right:
            wrong.append(f"{document.id}: marked as {document.copy.of if document.copy else 'no copy'}")
        met.add(family)
    return Count(right, marked, copies, tuple(wrong))


def measure() -> Count:
    """The count over the set in both orders."""
    rows = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    # What is read twice in one order is marked on reading; here everything is left to `mark_copies`.
    documents = [item for row in rows for item in _one(row)]
    families = {row["id"]: row["family"] for row in rows}
    return count(documents, families) + count(documents[::-1], families)


def _one(row: dict[str, str]) -> list[Document]:
    from io import BytesIO

    line = json.dumps({"id": row["id"], "text": row["text"]}).encode()
    return [item for item in read(["-"], stdin=BytesIO(line)) if isinstance(item, Document)]


def main() -> None:
    found = measure()
    print(f"near-copies  precision {found.precision:.2f}  recall {found.recall:.2f}")
    print(f"             {found.right} right of {found.marked} marked; {found.copies} copies, in two orders")
    for line in found.wrong:
        print(f"             {line}")


if __name__ == "__main__":
    main()
