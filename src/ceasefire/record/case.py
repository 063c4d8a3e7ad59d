"""A case: a folder with case.yaml, which names the parties, the provisions, who must consent, and the sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ceasefire.coding.statement import Scope
from ceasefire.record.case_file import Node, read
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When

KEYS = ("title", "parties", "provisions", "consent", "sources", "languages")
SCOPE_KEYS = ("who", "towards", "domain", "area", "when", "occasion", "direction")
PROVISION_KEYS = ("title", "category", "must_not", *SCOPE_KEYS, "extendable", "ends_if", "consent")


@dataclass(frozen=True, slots=True)
class CaseProvision:
    """A provision as the case file defines it; `consent` is empty where it is left to be derived.

    `extendable` and `ends_if` are kept as written.
    """

    id: str
    title: str
    category: str
    scope: Scope = field(default_factory=Scope)
    consent: tuple[str, ...] = ()
    extendable: str = ""
    ends_if: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a team sets down about its case: everything else is read from the sources.

    `parties` maps a name to its aliases. `consent` says who must agree to provisions that are
    derived from the sources, by id. `sources` are paths, addresses or globs; paths are relative to
    `folder`.
    """

    folder: Path
    title: str = ""
    parties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    provisions: tuple[CaseProvision, ...] = ()
    consent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    record: str = ""


def is_case(path: Path) -> bool:
    """Whether a path is a case: a folder with a case.yaml, or that file itself."""
    return (path / "case.yaml").is_file() or (path.name == "case.yaml" and path.is_file())


def load_case(path: Path) -> Case:
    """The case in a folder. Raises CaseError, with key, value and line, when its case.yaml is not what it should be."""
    folder = path.parent if path.name == "case.yaml" else path
    top = read(folder / "case.yaml")
    fields = top.fields(KEYS)
    if "title" not in fields:
        top.refuse(f"has no title; the keys are: {', '.join(KEYS)}")
    return Case(
        folder=folder,
        title=fields["title"].text(),
        parties=_parties(fields.get("parties")),
        provisions=tuple(_provision(name, node) for name, node in _items(fields.get("provisions"))),
        consent={name: node.texts() for name, node in _items(fields.get("consent"))},
        sources=_texts(fields, "sources"),
        languages=_texts(fields, "languages"),
    )


def _parties(node: Node | None) -> dict[str, tuple[str, ...]]:
    """Each party with its aliases; no alias may stand for two parties."""
    found: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for name, value in _items(node):
        found[name] = value.texts()
        for alias in {name, *found[name]}:
            if owner.setdefault(alias.casefold(), name) != name:
                value.refuse(f"gives {alias!r}, which already stands for {owner[alias.casefold()]!r}; keep one")
    return found


def _provision(name: str, node: Node) -> CaseProvision:
    fields = node.fields(PROVISION_KEYS)
    when = fields["when"].fields(("from", "for")) if "when" in fields else {}
    scope = Scope(
        targets=_texts(fields, "towards"),
        domains=_chosen(fields, "domain", ("air", "land", "sea")),
        area=_texts(fields, "area"),
        duration=_duration(when.get("for")),
        start=_start(when.get("from")),
        direction=("".join(_chosen(fields, "direction", ("end",)))),
        between=_texts(fields, "who"),
        occasion=fields["occasion"].text() if "occasion" in fields else "",
    )
    ends = fields["ends_if"].fields() if "ends_if" in fields else {}
    return CaseProvision(
        id=name,
        title=fields["title"].text() if "title" in fields else "",
        category=_category(node, fields, scope),
        scope=scope,
        consent=_texts(fields, "consent"),
        extendable=fields["extendable"].text() if "extendable" in fields else "",
        ends_if=tuple((key, value.text()) for key, value in ends.items()),
    )


def _category(node: Node, fields: Mapping[str, Node], scope: Scope) -> str:
    """The category given; a provision that forbids attacks is a ceasefire, or a limited one when it names limits."""
    if "must_not" in fields:
        _chosen(fields, "must_not", ("attack",))
    if "category" in fields:
        return _chosen(fields, "category", categories())[0]
    if "must_not" not in fields:
        node.refuse("has no category; give one, or must_not: attack")
    return "limited-ceasefire" if scope.targets or scope.area or scope.occasion else "ceasefire"


def categories() -> tuple[str, ...]:
    """The categories of provisions that the vocabulary knows."""
    return tuple(load("provisions")["categories"])


def _chosen(fields: Mapping[str, Node], key: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """The values of a key, each of which must be one of the choices."""
    values = _texts(fields, key)
    if key in fields and (not values or not set(values) <= set(choices)):
        fields[key].refuse(f"must be of: {', '.join(choices)}" + (f"; given: {', '.join(values)}" if values else ""))
    return values


def _duration(node: Node | None) -> str:
    if node is None:
        return ""
    if not DURATION.fullmatch(node.text()):
        node.refuse('is no duration; write it as in "P30D" (30 days) or "PT12H" (12 hours)')
    return node.text()


def _start(node: Node | None) -> When:
    if node is None:
        return UNKNOWN
    try:
        return When(node.text(), node.text(), "row")
    except ValueError:
        node.refuse("is no date; write YYYY-MM-DD, YYYY-MM or YYYY")


def _items(node: Node | None) -> list[tuple[str, Node]]:
    return list(node.fields().items()) if node else []


def _texts(fields: Mapping[str, Node], key: str) -> tuple[str, ...]:
    return fields[key].texts() if key in fields else ()


DURATION = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?")
