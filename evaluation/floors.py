"""Floors: how good the coding must stay, each with its reason, lowered only with a sentence why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent / "floors.json"
Floors = dict[str, dict[str, Any]]


def load(path: Path = FLOORS) -> Floors:
    """Every floor by the name of its figure: {"floor": per cent, "because": why it stands there}."""
    found: Floors = json.loads(path.read_text(encoding="utf-8"))
    return found


def broken(measured: Mapping[str, float], floors: Floors) -> list[str]:
    """One sentence for each figure that was measured and lies under its floor."""
    return [
        f"{name} is {measured[name]:.1f}, under its floor of {entry['floor']:.1f} ({entry['because']})"
        for name, entry in sorted(floors.items())
        if name in measured and measured[name] < entry["floor"]
    ]


def hold(measured: Mapping[str, float], path: Path = FLOORS) -> int:
    """0 when every floor that was measured holds; else 1, having said which broke."""
    floors = load(path)
    for sentence in broken(measured, floors):
        print(f"BROKEN: {sentence}")
    for name in sorted(set(floors) - set(measured)):
        print(f"not measured, so not held: {name}")
    if broken(measured, floors):
        return 1
    print(f"{len(set(floors) & set(measured))} floors hold")
    return 0


def raised(measured: Mapping[str, float], floors: Floors, because: str) -> Floors:
    """The floors at what was measured.

    Raises ValueError, naming each, when one would be lowered and no sentence says why.
    """
    lower = [name for name in sorted(floors) if name in measured and measured[name] < floors[name]["floor"]]
    if lower and not because.strip():
        falls = ", ".join(f"{name} from {floors[name]['floor']} to {measured[name]}" for name in lower)
        raise ValueError(f'refused to lower {falls}; nothing was written. Say why with --because "…"')
    moved = dict(floors)
    for name, entry in floors.items():
        if name in measured and measured[name] != entry["floor"]:
            moved[name] = {"floor": measured[name], "because": because.strip() or entry["because"]}
    return moved


def write(measured: Mapping[str, float], because: str, path: Path = FLOORS) -> int:
    """Sets the floors to what was measured; 1, with nothing written, when one may not be lowered."""
    try:
        moved = raised(measured, load(path), because)
    except ValueError as refusal:
        print(refusal)
        return 1
    path.write_text(json.dumps(moved, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    print(f"wrote {path}")
    return 0
