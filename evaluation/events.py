"""How well events are found and joined, by our own labels: `python -m evaluation.events --shared ../shared --show 20`.

`gold/events.jsonl` holds for each document its name (a file of ours, or one in SHARED; "#id" for a row of JSONL)
and the mentions of events, by offset, with kind, parties, day and firmness; `event` names what several tell of.
An optional mention may be found and need not be: it says again, in the same text, what another says.

- found right: a mention that overlaps a label with the same parties (and hosts), of a kind that is told as the other
  ("talks" of a call), and as firm. Precision is of all that was found, recall of all labels that are not optional.
- day: of those found right, where the label has a day, the share with that day; and of those without, with none.
- joined: of all pairs of mentions found right in different documents, precision and recall of being one event.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from ceasefire.coding import code
from ceasefire.coding.statement import Coded, EventMention
from ceasefire.reading import mark_copies, read
from ceasefire.reading.document import Document
from ceasefire.reasoning.event import Telling
from ceasefire.reasoning.events import joined
from ceasefire.vocabulary import load
from ceasefire.when import When

GOLD = Path(__file__).parent / "gold" / "events.jsonl"
ROOT = Path(__file__).parent.parent
Label = dict[str, Any]


@dataclass
class Count:
    """What was found of what is labelled, in one set of texts."""

    found: int = 0
    right: int = 0
    labelled: int = 0
    met: int = 0
    days: list[bool] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        precision, recall = _share(self.right, self.found), _share(self.met, self.labelled)
        days = _share(sum(self.days), len(self.days))
        return f"{name:<28} {self.found:5} {self.labelled:8} {precision:9} {recall:6} {days:5}"


def documents(shared: Path) -> Iterator[tuple[str, Document, list[Label]]]:
    """Every labelled document that is there, with the set that it belongs to and its labels."""
    rows: dict[Path, dict[str, dict[str, Any]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        name, _, row = gold["document"].partition("#")
        path = (ROOT if (ROOT / name).is_file() else shared) / name
        if not path.is_file():
            continue
        if row:
            known = rows.setdefault(path, {one["id"]: one for one in _lines(path)})
            one = known[row]
            yield "other conflicts", _of_row(gold["document"], one), gold["events"]
        else:
            [document] = [one for one in read([str(path)]) if isinstance(one, Document)]
            kind = (
                "Russian readouts"
                if document.language == "ru"
                else "own dispatches"
                if path.is_relative_to(ROOT)
                else ""
            )
            yield kind or "English readouts and seed", document, gold["events"]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _of_row(name: str, row: dict[str, Any]) -> Document:
    return Document(name, row["text"], "", name, published=When(row["date"], row["date"], "row"))


def measure(shared: Path) -> tuple[dict[str, Count], str]:
    """The count of each set, and how well mentions were joined."""
    every = list(documents(shared))
    counts: dict[str, Count] = {}
    tellings: list[tuple[Telling, str]] = []
    marked = (one for one in mark_copies(one for _, one, _ in every) if isinstance(one, Document))
    for (name, _, labels), coded in zip(every, code(marked), strict=True):
        assert isinstance(coded, Coded)
        met = _score(counts.setdefault(name, Count()), coded, labels)
        published = coded.document.published
        if coded.document.copy:
            continue  # a copy tells of nothing that its first has not told
        tellings += ((Telling(coded.document.id, one, published), label.get("event", "")) for one, label in met)
    return counts, _joined([(told, event) for told, event in tellings if event])


def _score(count: Count, coded: Coded, labels: list[Label]) -> list[tuple[EventMention, Label]]:
    met: list[tuple[EventMention, Label]] = []
    required = [one for one in labels if not one.get("optional")]
    for one in coded.events:
        count.found += 1
        label = next((label for label in labels if _is_right(one, label)), None)
        if label is None:
            count.errors.append(f"+ {coded.document.id}: {one.kind} {', '.join(one.parties)}: {one.quote[:90]!r}")
        else:
            count.right += 1
            met.append((one, label))
            count.days.append(one.when.edtf == label.get("when", "") or (not label.get("when") and not one.when.known))
    seen = [label for _, label in met]
    count.labelled += len(required)
    count.met += sum(label in seen for label in required)
    missed = (label for label in required if label not in seen)
    text = coded.document.text
    count.errors += (
        f"- {coded.document.id}: {one['kind']}: {text[one['start'] : one['end'] + 30]!r}" for one in missed
    )
    return met


def _is_right(one: EventMention, label: Label) -> bool:
    kinds = {label["kind"], *load("events")["also_told_as"][label["kind"]]}
    sides = {*label["parties"], *label.get("hosts", ())}
    same = set(one.parties) <= sides and set(one.parties) | set(one.hosts) >= set(label["parties"])
    return (
        one.kind in kinds
        and same
        and one.held == label["held"]
        and one.start < label["end"]
        and label["start"] < one.end
    )


def _joined(told: list[tuple[Telling, str]]) -> str:
    """Pairs of mentions in different documents: joined by us, by the labels, by both."""
    home = {mention: event.id for event in joined(one for one, _ in told) for mention in event.mentions}
    pairs = [(a, b) for a, b in combinations(told, 2) if a[0].document != b[0].document]
    ours = [pair for pair in pairs if home.get(pair[0][0], 0) == home.get(pair[1][0], 1)]
    theirs = [pair for pair in pairs if pair[0][1] == pair[1][1]]
    both = sum(pair in theirs for pair in ours)
    shares = f"precision {_share(both, len(ours))}, recall {_share(both, len(theirs))}"
    return f"pairs joined {len(ours)}, to be joined {len(theirs)}: {shares}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def main() -> None:
    """Print the table, and with --show as many errors of each set."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    asked.add_argument("--show", type=int, default=0)
    given = asked.parse_args()
    counts, pairs = measure(given.shared)
    print(f"{'':<28} found labelled precision recall  day")
    for name in sorted(counts):
        print(counts[name].row(name))
    print(pairs)
    for name in sorted(counts):
        print("".join(f"{name}: {error}\n" for error in counts[name].errors[: given.show]), end="")


if __name__ == "__main__":
    main()
