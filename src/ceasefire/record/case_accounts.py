"""What case.yaml says of the terms as each party has them, and of where and when nobody could look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ceasefire.coding.statement import Scope
from ceasefire.record.case_file import Node
from ceasefire.record.case_keys import keys
from ceasefire.record.case_terms import window
from ceasefire.record.case_values import Names, chosen, named_classes, text, texts
from ceasefire.record.terms import Window

EVERYTIME = Window()


@dataclass(frozen=True, slots=True)
class CaseAccount:
    """A provision's terms as one party has them: `given` names the keys that it sets, all others are as agreed."""

    party: str
    scope: Scope = field(default_factory=Scope)
    window: Window = EVERYTIME
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Restriction:
    """Where (without area, everywhere) and when nobody could look: what could not be done, and who says so."""

    area: tuple[str, ...] = ()
    window: Window = EVERYTIME
    says: str = ""
    source: str = ""


def accounts(node: Node | None, category: str, names: Names) -> tuple[CaseAccount, ...]:
    """Each party's account, by party."""
    found: dict[str, CaseAccount] = {}
    for name, held in (node.fields() if node is not None else {}).items():
        party = names.named(name)
        if party is None:
            held.refuse("is no party that this case or the vocabulary knows; list it under parties")
        if party in found:
            held.refuse(f"is a second account of {party}; keep one")
        found[party] = _account(party, held, category, names)
    return tuple(found[party] for party in sorted(found))


def restrictions(node: Node | None) -> tuple[Restriction, ...]:
    """Every restriction on observation, in the order of the file."""
    return tuple(_restriction(one) for one in (node.items() if node is not None else ()))


def _account(party: str, node: Node, category: str, names: Names) -> CaseAccount:
    fields = node.fields(keys("account"))
    if not fields:
        node.refuse(f"says nothing; name one of: {', '.join(keys('account'))}")
    scope = Scope(
        targets=named_classes(fields, category),
        domains=chosen(fields, "account", "domain"),
        area=texts(fields, "area"),
        between=names.parties(fields["who"]) if "who" in fields else (),
    )
    return CaseAccount(party, scope, window(fields.get("when")), tuple(sorted(fields)))


def _restriction(node: Node) -> Restriction:
    fields: Mapping[str, Node] = node.fields(keys("restriction"))
    found = Restriction(texts(fields, "area"), window(fields.get("when")), text(fields, "says"), text(fields, "source"))
    if not found.says:
        node.refuse("does not say what could not be done; give says")
    return found
