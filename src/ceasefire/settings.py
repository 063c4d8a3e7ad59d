"""Limits and choices that the whole program shares, in one frozen place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """How much is read before a source becomes `Unread`: sizes in bytes, time in seconds."""

    largest_file: int = 50 * 1024 * 1024
    largest_page: int = 10 * 1024 * 1024
    longest_text: int = 1_000_000
    fetch_seconds: float = 20.0
    fetch_redirects: int = 5
    allow_private: bool = False
