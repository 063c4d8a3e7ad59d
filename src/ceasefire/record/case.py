"""A case: a folder with case.yaml, which names the parties, the provisions, who must consent, and the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ceasefire.coding.statement import Scope
from ceasefire.record.case_accounts import CaseAccount, Restriction, accounts, restrictions
from ceasefire.record.case_file import Node, read
from ceasefire.record.case_keys import categories, keys
from ceasefire.record.case_sources import ClaimsFile, ledgers, listed
from ceasefire.record.case_terms import terms
from ceasefire.record.case_values import Fields, Names, chosen, database, named_classes, one_chosen, text, texts, zone
from ceasefire.record.terms import Terms
from ceasefire.when import When

__all__ = ["Case", "CaseProvision", "categories", "is_case", "load_case"]


@dataclass(frozen=True, slots=True)
class CaseProvision:
    """A provision as the case file defines it; `consent` is empty where it is left to be derived.

    `accounts` are its terms as a party has them, where these differ.
    """

    id: str
    title: str
    category: str
    scope: Scope = field(default_factory=Scope)
    consent: tuple[str, ...] = ()
    terms: Terms = field(default_factory=Terms)
    accounts: tuple[CaseAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a team sets down about its case: everything else is read from the sources.

    `parties` maps a name to its aliases. `consent` says who must agree to provisions that are
    derived from the sources, by id. `sources` are paths, addresses or globs; paths are relative to
    `folder`; `dates` are those that it gives to some of them. `languages` are the codes of
    those in which documents are coded; without any, every one that there is a coder for. `record` is the URL of the
    database that keeps the record; "" for record.db in `folder`. `restrictions` say where and when nobody could look
    at what happened. `incidents` are paths or globs of incident data, `outlines` a GeoJSON file whose property
    `region_name` names its regions; days are those of `time_zone`. `claims` are ledgers of who accused whom.
    """

    folder: Path
    title: str = ""
    parties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    provisions: tuple[CaseProvision, ...] = ()
    consent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    dates: Mapping[str, When] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    record: str = ""
    restrictions: tuple[Restriction, ...] = ()
    claims: tuple[ClaimsFile, ...] = ()
    incidents: tuple[str, ...] = ()
    outlines: str = ""
    region_name: str = ""
    time_zone: str = "UTC"


def is_case(path: Path) -> bool:
    """Whether a path is a case: a folder with a case.yaml, or that file itself."""
    return (path / "case.yaml").is_file() or (path.name == "case.yaml" and path.is_file())


def load_case(path: Path) -> Case:
    """The case in a folder. Raises CaseError, with key, value and line, when its case.yaml is not what it should be."""
    folder = path.parent if path.name == "case.yaml" else path
    top = read(folder / "case.yaml")
    fields = top.fields(keys("case"))
    if not text(fields, "title"):
        top.refuse(f"has no title; the keys are: {', '.join(keys('case'))}")
    names = Names(_parties(fields.get("parties")))
    provisions = _items(fields.get("provisions"))
    ids = tuple(name for name, _ in provisions)
    sources, dates = listed(fields.get("sources"))
    return Case(
        folder=folder,
        title=text(fields, "title"),
        parties=names.own,
        provisions=tuple(_provision(name, node, names, ids) for name, node in provisions),
        consent={name: names.parties(node) for name, node in _items(fields.get("consent"))},
        sources=sources,
        dates=dates,
        languages=chosen(fields, "case", "languages"),
        record=database(fields.get("record")),
        restrictions=restrictions(fields.get("restrictions")),
        claims=ledgers(fields.get("claims")),
        incidents=texts(fields, "incidents"),
        outlines=text(fields, "outlines"),
        region_name=text(fields, "region_name"),
        time_zone=zone(fields.get("time_zone")),
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


def _provision(name: str, node: Node, names: Names, ids: tuple[str, ...]) -> CaseProvision:
    fields = node.fields(keys("provision"))
    category = _category(node, fields)
    agreed = terms(fields, category, names, ids)
    scope = Scope(
        targets=named_classes(fields, category),
        domains=chosen(fields, "provision", "domain"),
        area=texts(fields, "area"),
        direction=one_chosen(fields, "provision", "direction"),
        between=names.parties(fields["who"]) if "who" in fields else (),
        occasion=one_chosen(fields, "provision", "occasion"),
    )
    return CaseProvision(
        id=name,
        title=text(fields, "title"),
        category=category,
        scope=agreed.in_scope(scope),
        consent=names.parties(fields["consent"]) if "consent" in fields else (),
        terms=agreed,
        accounts=accounts(fields.get("accounts"), category, names),
    )


def _category(node: Node, fields: Fields) -> str:
    """The category given; a provision that forbids attacks is a ceasefire, or a limited one when it names limits."""
    chosen(fields, "provision", "must_not")
    if "category" in fields:
        return one_chosen(fields, "provision", "category")
    if "must_not" not in fields:
        node.refuse("has no category; give one, or must_not: attack")
    limited = any(fields[key].items() for key in ("towards", "area", "occasion") if key in fields)
    return "limited-ceasefire" if limited else "ceasefire"


def _items(node: Node | None) -> list[tuple[str, Node]]:
    return list(node.fields().items()) if node else []
