"""What the vocabulary says about provisions: names, whom they bind, which targets include which."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ceasefire.vocabulary import load


def words() -> Mapping[str, Any]:
    """vocabulary/provisions.yaml."""
    found: Mapping[str, Any] = load("provisions")
    return found


def category(name: str) -> Mapping[str, Any]:
    """What is known of one category; a category that is not listed is treated as "other"."""
    categories: Mapping[str, Any] = words()["categories"]
    return categories.get(name) or {**categories["other"], "slug": name, "title": name}


def rank(name: str) -> int:
    """Its place among the categories, broadest agreement first."""
    names = list(words()["categories"])
    return names.index(name) if name in names else len(names)


@cache
def included(target: str) -> frozenset[str]:
    """A class of targets with every class that it includes, itself among them."""
    inner = words()["targets"].get(target, ())
    return frozenset({target}.union(*(included(one) for one in inner)))


def alike(one: str, other: str) -> bool:
    """Whether two categories may word the same thing where they share a place."""
    return any({one, other} <= set(group) for group in words()["alike"])
