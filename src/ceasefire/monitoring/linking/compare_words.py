"""How alike the words of two reports are, where they are written in the same alphabet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Floats, Ints, Levels

WORD = re.compile(r"\w{3,}")
STEM = 6
"""Letters of a word that are compared, so that endings do not matter."""

SHARES = (0.7, 0.45, 0.3, 0.2)
"""Bounds of the levels: twice the stems in common over the stems of both (Dice), each counted by how rare it is."""

BATCH = 200_000
BLOCK = 256


def alphabet(text: str) -> int:
    """The block of 256 characters from which most letters of a text come; all Latin blocks are one."""
    blocks = Counter(max(0, ord(letter) // BLOCK - 1) for letter in text if letter.isalpha())
    return min(blocks, key=lambda block: (-blocks[block], block), default=0)


def words(text: Ints, texts: tuple[str, ...]) -> Callable[[Ints, Ints], Levels]:
    """A function that gives the levels of pairs of reports; texts of different alphabets are not compared."""
    held, size, letters = _stems(texts)

    def levels(one: Ints, other: Ints) -> Levels:
        found = np.full(len(one), NONE, dtype=np.int8)
        a, b = text[one], text[other]
        given = (a != NONE) & (b != NONE)
        given[given] = letters[a[given]] == letters[b[given]]
        found[given & (a == b)] = 0
        compared = np.flatnonzero(given & (a != b))
        for start in range(0, len(compared), BATCH):
            some = compared[start : start + BATCH]
            share = _dice(held, size, a[some], b[some])
            found[some] = len(SHARES) + 1 - np.searchsorted(sorted(SHARES), share, side="right")
        return found

    return levels


def _stems(texts: tuple[str, ...]) -> tuple[Any, Floats, Ints]:
    """A table of texts by stems (the stem's rarity where the text has it), the sum of each text, its alphabet.

    The rarity of a stem is the power of two of the texts among which one has it, in whole numbers, so that what is said
    in every bulletin counts for little and one text more changes next to nothing.
    """
    from scipy.sparse import csr_array

    of_text = [sorted({word[:STEM] for word in WORD.findall(text)}) for text in texts]
    at = {stem: number for number, stem in enumerate(sorted({stem for stems in of_text for stem in stems}))}
    column = np.array([at[stem] for stems in of_text for stem in stems], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum([len(stems) for stems in of_text])]).astype(np.int64)
    rarity = np.round(np.log2((len(texts) + 1) / np.maximum(1, np.bincount(column, minlength=len(at)))))
    held = csr_array((np.sqrt(rarity[column]), column, starts), shape=(len(texts), max(1, len(at))))
    letters = np.array([alphabet(text) for text in texts], dtype=np.int64)
    return held, np.asarray(held.power(2).sum(axis=1), dtype=np.float64).reshape(-1), letters


def _dice(held: Any, size: Floats, one: Ints, other: Ints) -> Floats:
    """Twice what the stems in common count over what the stems of both count."""
    common = np.asarray(held[one].multiply(held[other]).sum(axis=1), dtype=np.float64).reshape(-1)
    share: Floats = 2 * common / np.maximum(1, size[one] + size[other])
    return np.round(share, 6)
