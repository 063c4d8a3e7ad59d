"""What case.yaml lists to read, with the dates that it gives to texts which carry none, and the ledgers of claims."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceasefire.record.case_file import Node
from ceasefire.record.case_keys import keys
from ceasefire.record.case_values import day, text
from ceasefire.when import GIVEN, When


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A ledger of claims: its path and that of its mapping, "" for the usual columns; from the case's folder."""

    path: str
    mapping: str = ""


def ledgers(node: Node | None) -> tuple[ClaimsFile, ...]:
    """The ledgers of claims, in the order of the file."""
    return tuple(_ledger(one) for one in (node.items() if node is not None else ()))


def _ledger(node: Node) -> ClaimsFile:
    if not node.is_mapping:
        return ClaimsFile(node.text())
    fields = node.fields(keys("ledger"))
    if not text(fields, "path"):
        node.refuse("has no path; write {path: claims.csv, mapping: claims.yaml}")
    return ClaimsFile(text(fields, "path"), text(fields, "mapping"))


def listed(node: Node | None) -> tuple[tuple[str, ...], dict[str, When]]:
    """The sources in their order, and the date of each that is given one."""
    names: list[str] = []
    dates: dict[str, When] = {}
    for one in node.items() if node else ():
        if not one.is_mapping:
            names.append(one.text())
            continue
        fields = one.fields(keys("source"))
        if "path" not in fields or not fields["path"].text():
            one.refuse("has no path; write {path: seed.txt, published: 2025-03-19}")
        name = fields["path"].text()
        date = day(fields.get("published"))
        if date.precision == "instant":
            fields["published"].refuse("is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
        if dates.get(name, date).edtf != date.edtf:
            fields["published"].refuse(f"is another date than the {dates[name].edtf} given to it above; keep one")
        names.append(name)
        if date.known:
            dates[name] = replace(date, words="", found_in=GIVEN)
    return tuple(names), dates
