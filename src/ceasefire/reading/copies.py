"""Near-copies across documents: a wire story run by two papers, cut, led differently, or added to.

MinHash with locality-sensitive hashing finds the pairs worth comparing, and each of these is then
compared exactly, so that hashing can miss a copy but never invent one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from ceasefire.reading.document import Copy, Document, Unread
from ceasefire.reading.likeness import Print, Runs, likeness, pieces_of, print_of

# 42 bands of 3 rows find nine in ten pairs of resemblance 0.38, and nearly all above 0.5.
BANDS, ROWS = 42, 3
SEED = 1


def mark_copies(documents: Iterable[Document | Unread]) -> Iterator[Document | Unread]:
    """The same documents, as they come, with `copy` set on those that nearly repeat one that came before.

    What is unread passes through. Marks that are there already are kept and point to the family's first.
    """
    families = _Families()
    for item in documents:
        yield families.placed(item) if isinstance(item, Document) else item


class _Families:
    """The documents seen so far, and under whose id each one's family goes."""

    def __init__(self) -> None:
        self._seen: list[tuple[str, Print]] = []
        self._roots: dict[str, str] = {}
        self._index = _Index()

    def placed(self, document: Document) -> Document:
        copy = document.copy
        if copy is not None:
            copy = replace(copy, of=self._roots.get(copy.of, copy.of))
        else:
            mine = print_of(document.text)
            copy = self._nearest(mine, self._index.enter(pieces_of(document.text)))
            self._seen.append((document.id, mine))
        self._roots[document.id] = copy.of if copy else document.id
        return replace(document, copy=copy) if copy else document

    def _nearest(self, mine: Print, candidates: list[int]) -> Copy | None:
        """The closest earlier document that this one copies, by its family's first; of equals, the one read first."""
        near = [(likeness(mine, self._seen[number][1]), -number) for number in candidates]
        closest, number = max(near, default=(0.0, 0))
        return Copy(self._roots[self._seen[-number][0]], round(closest, 3)) if closest else None


class _Index:
    """Which earlier documents share a piece that looks much the same."""

    def __init__(self) -> None:
        self._lsh: Any = None
        self._owners: list[int] = []
        self._first: list[Runs] | None = None
        self._entered = 0

    def enter(self, pieces: list[Runs]) -> list[int]:
        """The numbers of those earlier documents; the pieces are entered under the next number.

        The first document waits for a second, so that a batch of one never loads the library.
        """
        if self._first is None:
            self._first = pieces
            self._entered = 1
            return []
        if self._lsh is None:
            from datasketch import MinHashLSH

            self._lsh = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
            self._insert(0, _signatures(self._first))
        signatures = _signatures(pieces)
        found = {self._owners[key] for signature in signatures for key in self._lsh.query(signature)}
        self._insert(self._entered, signatures)
        self._entered += 1
        return sorted(found)

    def _insert(self, number: int, signatures: list[Any]) -> None:
        for signature in signatures:
            self._lsh.insert(len(self._owners), signature)
            self._owners.append(number)


def _signatures(pieces: list[Runs]) -> list[Any]:
    from datasketch import MinHash

    return list(MinHash.generator(map(sorted, pieces), num_perm=BANDS * ROWS, seed=SEED, hashfunc=int))


def bands_of(text: str) -> list[int]:
    """Numbers that say what the text and its longer paragraphs look like: near-copies have one in common.

    Each is a band of a MinHash signature, as an integer of 63 bits; sorted. The same bands that `mark_copies`
    compares, for an index that lasts.
    """
    found: set[int] = set()
    for signature in _signatures(pieces_of(text)):
        for band in range(BANDS):
            rows = signature.hashvalues[band * ROWS : (band + 1) * ROWS].astype("<u8").tobytes()
            digest = blake2b(rows, digest_size=8, salt=band.to_bytes(8, "little")).digest()
            found.add(int.from_bytes(digest, "little") >> 1)
    return sorted(found)
