"""Questions that a reader puts to the answers of `positions`, `blockers` and `code`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Ask = Callable[..., Any]


@dataclass(frozen=True)
class Answers:
    """What the commands say about the documents that `paths` name, as of a day where one is given."""

    ask: Ask
    paths: tuple[str, ...]
    as_of: str = ""

    @property
    def asked(self) -> tuple[str, ...]:
        """The words that follow a command about positions."""
        return (*self.paths, "--as-of", self.as_of) if self.as_of else self.paths

    @property
    def positions(self) -> dict[str, Any]:
        found: dict[str, Any] = self.ask("positions", *self.asked)
        return found

    @property
    def coded(self) -> list[dict[str, Any]]:
        """One object a document, as `ceasefire code` prints them."""
        found: list[dict[str, Any]] = self.ask("code", *self.paths)
        return found

    @property
    def statements(self) -> list[dict[str, Any]]:
        return [statement for document in self.coded for statement in document["statements"]]

    def category(self, provision: str) -> str:
        """The codebook category of a provision's id."""
        return next(p["category"] for p in self.positions["provisions"] if p["id"] == provision)

    def ids(self, category: str) -> list[str]:
        """The provisions of a category."""
        return [p["id"] for p in self.positions["provisions"] if p["category"] == category]

    def of(self, party: str, category: str) -> list[dict[str, Any]]:
        """A party's positions on the provisions of a category."""
        return [
            p
            for p in self.positions["positions"]
            if p["party"] == party and self.category(p["provision"]) == category and p["stance"] != "unknown"
        ]

    def stances(self, party: str, category: str) -> set[str]:
        return {p["stance"] for p in self.of(party, category)}

    def prices(self, party: str, category: str) -> set[tuple[str, bool]]:
        """What a party's acceptance depends on: the category of each condition, and whether it is wanted."""
        conditions = [c for p in self.of(party, category) for c in p["conditions"]]
        return {(self.category(c["provision"]) if c["provision"] else "", c["wanted"]) for c in conditions}

    def acts(self, party: str, act: str) -> set[tuple[str, str | None]]:
        """A party's statements of one act, as (provision category, recipient)."""
        return {(s["provision"], s["recipient"]) for s in self.statements if s["actor"] == party and s["act"] == act}

    def outlook(self, provision: str) -> dict[str, Any]:
        """What stands in the way of a provision, and what would unlock it."""
        found: dict[str, Any] = self.ask("blockers", *self.asked, "--provision", provision)
        return found

    def blocked(self, category: str) -> list[dict[str, Any]]:
        """The outlooks of those provisions of a category that something stands in the way of."""
        return [o for o in map(self.outlook, self.ids(category)) if o["blockers"]]

    def causes(self, outlook: dict[str, Any]) -> list[set[tuple[str, str, str]]]:
        """Each blocker as a set of (party, category, stance)."""
        return [
            {(p["party"], self.category(p["provision"]), p["stance"]) for p in blocker["because"]}
            for blocker in outlook["blockers"]
        ]

    def movers(self, outlook: dict[str, Any]) -> list[set[tuple[str, str]]]:
        """Each way out as a set of (party that would have to move, category that it moves on)."""
        return [{(c["party"], self.category(c["provision"])) for c in way["changes"]} for way in outlook["unlocks"]]


def in_any_order(sets: list[set[Any]]) -> list[list[Any]]:
    """Sets of rows in one steady order, for comparing."""
    return sorted(sorted(rows) for rows in sets)
