"""Short ways to write down statements and records in the tests of reasoning."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from ceasefire.coding.statement import Coded, Scope, Statement
from ceasefire.reading.document import Document
from ceasefire.record.memory import MemoryRecord
from ceasefire.when import UNKNOWN, When

HALT = Scope(targets=("energy-infrastructure",))
TRUCE = Scope(domains=("air", "land", "sea"), duration="P30D")
END = Scope(targets=("military-assistance", "intelligence-sharing"), direction="end")
NUMBERS = count()


def said(actor: str, act: str, provision: str = "ceasefire", **more: object) -> Statement:
    """A statement with a fresh id in document "d" unless told otherwise."""
    number = next(NUMBERS)
    start = int(str(more.pop("start", number)))
    given: dict[str, object] = {"id": f"s{number:05}", "document": "d", "quote": f"{actor} {act} {provision}"}
    if "on" in more:
        given["said"] = When(str(more.pop("on")))
    given |= more
    return Statement(actor=actor, act=act, provision=provision, start=start, end=start + 1, **given)  # type: ignore[arg-type]


def record(statements: Iterable[Statement], published: When = UNKNOWN) -> MemoryRecord:
    """A record of these statements, each in the document that it names."""
    kept = MemoryRecord()
    texts: dict[str, list[Statement]] = {}
    for one in statements:
        texts.setdefault(one.document, []).append(one)
    for name, group in texts.items():
        kept.add(Coded(Document(name, "", "", name, published=published), tuple(group)))
    return kept
