"""The values of case.yaml: dates, lengths, classes and parties, each refused with its line where it is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from ceasefire.record.case_file import Node
from ceasefire.record.case_keys import classes, keys
from ceasefire.when import UNKNOWN, When

if TYPE_CHECKING:
    from ceasefire.coding.parties import Parties

DURATION = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?")
DATABASES = ("sqlite", "postgresql")

Fields = Mapping[str, Node]


@dataclass(slots=True)
class Names:
    """The parties that a case file may name: its own, by any of their names, and those of the vocabulary."""

    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _known: Parties | None = None

    def party(self, node: Node, also: tuple[str, ...] = ()) -> str:
        """The party that a value names, or one of the words in `also`."""
        words = node.text()
        if words in also:
            return words
        found = self.named(words)
        if found is None:
            own = [*self.own, *(alias for aliases in self.own.values() for alias in aliases)]
            node.refuse(
                "is no party that this case or the vocabulary knows; "
                + (f"choose one of: {', '.join(also)}, or a party" if also else "list it under parties")
                + node.near([*also, *own])
            )
        return found

    def parties(self, node: Node) -> tuple[str, ...]:
        """The parties of a list, each once."""
        return tuple(dict.fromkeys(self.party(one) for one in node.items()))

    def named(self, words: str) -> str | None:
        """The party that words stand for, or None."""
        for name, aliases in self.own.items():
            if words.casefold() in {one.casefold() for one in (name, *aliases)}:
                return name
        if not words:
            return None
        if self._known is None:
            from ceasefire.coding.parties import Parties

            self._known = Parties.builtin()
        return words if self._known.get(words) else self._known.named(words)


def texts(fields: Fields, key: str) -> tuple[str, ...]:
    """The texts of a key that may be missing."""
    return fields[key].texts() if key in fields else ()


def text(fields: Fields, key: str) -> str:
    """The text of a key that may be missing."""
    return fields[key].text() if key in fields else ""


def chosen(fields: Fields, group: str, key: str) -> tuple[str, ...]:
    """The values of a key whose choices are declared; each must be one of them."""
    if key not in fields:
        return ()
    found = tuple(one.one_of(keys(group)[key].choices) for one in fields[key].items())
    if not found:
        fields[key].refuse(f"is empty; choose of: {', '.join(keys(group)[key].choices)}")
    return found


def one_chosen(fields: Fields, group: str, key: str) -> str:
    """The one value of a key whose choices are declared; "" where the key is missing."""
    return fields[key].one_of(keys(group)[key].choices) if key in fields else ""


def named_classes(fields: Fields, category: str) -> tuple[str, ...]:
    """The classes under `towards`, each of which the vocabulary must know for this category."""
    known = classes(category)
    if "towards" not in fields:
        return ()
    return tuple(dict.fromkeys(one.one_of(known) if known else one.text() for one in fields["towards"].items()))


def length(node: Node | None) -> str:
    """A length of time in ISO 8601."""
    if node is None:
        return ""
    if not DURATION.fullmatch(node.text()):
        node.refuse('is no duration; write it as in "P30D" (30 days) or "PT12H" (12 hours)')
    return node.text()


def day(node: Node | None) -> When:
    """A date as precise as it is written."""
    if node is None:
        return UNKNOWN
    try:
        return When(node.text(), node.text(), "row") if node.text() else UNKNOWN
    except ValueError:
        node.refuse("is no date; write YYYY-MM-DD, YYYY-MM or YYYY")


def zone(node: Node | None) -> str:
    """The name of a time zone; UTC where none is given."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if node is None or not node.text():
        return "UTC"
    try:
        return ZoneInfo(node.text()).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        node.refuse("is no time zone; write it as in Europe/Kyiv, Africa/Juba or UTC")


def database(node: Node | None) -> str:
    """The URL of the database that keeps the record; a password has no place in a file that is shared."""
    if node is None or not node.text():
        return ""
    url = node.text()
    try:
        parts = urlsplit(url)
        secret = parts.password is not None or any("pass" in name.casefold() for name in parse_qs(parts.query, True))
    except ValueError:
        node.refuse("is no database URL; write sqlite:///record.db or postgresql://user@host/name", quiet=True)
    if secret:
        node.refuse("holds a password; leave it out and give it in PGPASSWORD or in ~/.pgpass", quiet=True)
    if parts.scheme.partition("+")[0] not in DATABASES or "//" not in url:
        node.refuse(
            f"is no database URL of: {', '.join(DATABASES)}; write sqlite:///record.db or postgresql://user@host/name",
            quiet="@" in url,
        )
    return url
