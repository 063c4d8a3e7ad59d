"""Which keys case.yaml may have, what each means and which values it takes (vocabulary/case_keys.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ceasefire.reading.language import CODED_LANGUAGES
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the kind of its value, the meaning, the choices; `many` values in a list, or `by_name` under names."""

    name: str
    kind: str
    says: str
    choices: tuple[str, ...] = ()
    many: bool = False
    by_name: bool = False


@cache
def keys(group: str) -> Mapping[str, Key]:
    """The keys of one group ("case", "provision", "window", …), in the order in which they are explained."""
    return {name: _key(name, held) for name, held in load("case_keys")[group].items()}


def groups() -> tuple[str, ...]:
    """Every group of keys."""
    return tuple(load("case_keys")["headings"])


def categories() -> tuple[str, ...]:
    """The categories of provisions that the vocabulary knows."""
    return tuple(load("provisions")["categories"])


def classes(category: str) -> tuple[str, ...]:
    """The classes of targets, or of things given, that a provision of this category can name; () where any word may."""
    if category == "other":
        return ()
    kinds = load("scopes")["kinds"].get(category)
    return tuple(kinds or load("scopes")["targets"])


def every_class() -> tuple[str, ...]:
    """Every class that some category can name."""
    kinds = [name for held in load("scopes")["kinds"].values() for name in held]
    return tuple(dict.fromkeys([*load("scopes")["targets"], *kinds]))


def _key(name: str, held: Mapping[str, Any]) -> Key:
    choices = held.get("choices", ())
    named = _named(choices) if isinstance(choices, str) else tuple(choices)
    return Key(name, held["is"], held["says"], named, bool(held.get("many")), bool(held.get("by_name")))


def _named(what: str) -> tuple[str, ...]:
    """A list of choices that stands elsewhere, by its name."""
    if what == "languages":
        return tuple(sorted(CODED_LANGUAGES))
    return categories() if what == "categories" else tuple(load("scopes")[what])
