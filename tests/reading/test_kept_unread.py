"""The bytes of what cannot be read are handed on with their hash, whole, as far as they can be had."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from ceasefire.reading import Unread, read
from ceasefire.reading.kept import sha256_of
from ceasefire.settings import ReadingLimits

NOISE = bytes(range(256)) * 9
CUT = gzip.compress(b"The talks go on. " * 99, mtime=0)[:-9]
GERMAN = "Die Gespräche über eine Waffenruhe gehen am Dienstag weiter, sagte der Sprecher. ".encode() * 3


def kept_of(path: Path, limits: ReadingLimits | None = None) -> tuple[list[Unread], dict[str, bytes]]:
    kept: dict[str, bytes] = {}
    items = read([str(path)], limits or ReadingLimits(), keep=kept.__setitem__)
    return [one for one in items if isinstance(one, Unread)], kept


@pytest.mark.parametrize(
    "data", [b"", b" \n", NOISE, CUT, GERMAN, b"%PDF-1.7 and no more", b"PK\x03\x04" + b"\x00" * 9]
)
def test_a_file_that_cannot_be_read_is_kept_whole(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    [item], kept = kept_of(tmp_path / "a")
    assert kept == {item.sha256: data}
    assert item.sha256 == sha256_of(data)


def test_a_row_that_cannot_be_read_is_kept_by_itself(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": 5}\n{"text": "The talks go on, and nobody left."}\n')
    [item], kept = kept_of(tmp_path / "a.jsonl")
    assert kept[item.sha256] == b'{"text": 5}'
    assert len(kept) == 2


def test_what_is_too_large_or_not_there_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(NOISE)
    for name in ("large.txt", "nowhere.txt"):
        [item], kept = kept_of(tmp_path / name, ReadingLimits(largest_file=99))
        assert (kept, item.sha256) == ({}, "")
