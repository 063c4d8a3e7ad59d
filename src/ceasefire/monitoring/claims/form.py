"""The form of a ledger of claims: which column holds what, and what its own codes mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from ceasefire.errors import InputError
from ceasefire.record.case_file import Node, read
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Form:
    """`columns` maps what a claim is made of to columns; `classes` and `codes` say what codes mean for us.

    `source` is the name of the ledger, from which the ids of its claims are made. `classes_in` is the column of the
    ledger's own classes of targets. `codes` are its codes for parties ({"RU": "Russia"}).
    """

    source: str
    columns: Mapping[str, str]
    classes_in: str = ""
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    def fits(self, columns: frozenset[str]) -> bool:
        """Whether a row with these columns holds what a claim cannot do without."""
        return all(self.columns[one] in columns for one in load("claims")["mapping"]["needs"])


def form_of(path: Path) -> Form:
    """The form that a user's mapping declares. Raises CaseError with the line of what cannot be used."""
    if not path.is_file():
        raise InputError(f"there is no mapping {path}; docs/claims.md shows how to write one")
    top, words = read(path), load("claims")["mapping"]
    held = top.fields(words["all"])
    missing = [one for one in ("source", *words["needs"]) if one not in held or not held[one].text()]
    if missing:
        top.refuse(f"has no {missing[0]}; a mapping of claims needs: source, {', '.join(words['needs'])}")
    inner = held["classes"].fields(words["classes"]) if "classes" in held else {}
    codes = inner["codes"].fields() if "codes" in inner else {}
    return Form(
        source=held["source"].text(),
        columns={one: held[one].text() for one in words["columns"] if one in held},
        classes_in=inner["column"].text() if "column" in inner else "",
        classes={code.casefold(): _classes(node) for code, node in codes.items()},
        codes={code: node.text() for code, node in (held["codes"].fields() if "codes" in held else {}).items()},
    )


@cache
def usual_forms() -> tuple[Form, ...]:
    """The forms that the vocabulary declares, by name."""
    folder = files("ceasefire.vocabulary").joinpath("claim_sources")
    return tuple(form_of(Path(str(one))) for one in sorted(folder.iterdir(), key=lambda one: one.name))


def _classes(node: Node) -> tuple[str, ...]:
    return tuple(one.one_of(_known_classes()) for one in node.items())


@cache
def _known_classes() -> tuple[str, ...]:
    """Every class of targets by which incidents are told apart."""
    includes = load("provisions")["targets"]
    inner = {one for held in includes.values() for one in held}
    return tuple(sorted({*load("happened/targets"), *includes, *inner}))
