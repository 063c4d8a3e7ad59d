"""Whose account a document is: the party that published it, by publisher, header, address or, last, its file's name.

What the text says plays no part. A newspaper speaks for nobody, whatever capital its name holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from ceasefire.coding.parties import Parties
from ceasefire.reading.document import Document
from ceasefire.record.case import Case
from ceasefire.vocabulary import load

_HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+[a-z]{2,12}\b")
_LONGEST = 6  # words of a party's name


def spoken_for(document: Document, case: Case | None = None) -> str | None:
    """The party whose own account the document is, or None.

    1. The publisher, where it is a party or names one beside a word for a body of it, or holds a party's address.
    2. What the header gives as publisher or original, in the same way.
    3. The address at which it was published.
    4. The name of its file, where it begins with such an address ("kremlin_ru_call.txt").
    """
    parties = Parties.builtin().with_aliases(case.parties) if case and case.parties else Parties.builtin()
    for name in (document.publisher, *_original(document)):
        found = _publisher(name, parties)
        if found:
            return found
    return _at_address(document.url) or _at_address(document.origin) or _in_file_name(document.origin)


def _original(document: Document) -> Iterator[str]:
    keys = load("publication")["header"]["publisher"]
    fields = {key.lower(): value for key, value in reversed(document.header)}
    return (fields[key] for key in keys if key in fields)


def _publisher(name: str, parties: Parties) -> str | None:
    if not name.strip():
        return None
    whole = parties.named(name)
    if whole:
        return whole if parties.kind(whole) != "outlet" else None
    words = re.findall(r"[^\W_]+(?:[’'.-][^\W_]+)*\.?", name)
    small = {word.lower().removesuffix("'s").removesuffix("’s") for word in words}
    if small & set(load("accounts")["outlets"]):
        return None
    if small & set(load("accounts")["bodies"]):
        named = set(_named(words, parties))
        if len(named) == 1:
            return named.pop()
    hosts = {party for host in _HOST.findall(name.lower()) for party in [_at_host(host)] if party}
    return hosts.pop() if len(hosts) == 1 else None


def _named(words: list[str], parties: Parties) -> Iterator[str]:
    """The parties that the words name, longest names first."""
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            run = " ".join(words[at : at + size]).removesuffix("'s").removesuffix("’s")
            found = parties.named(run)
            if found and parties.kind(found) != "outlet":
                yield found
                at += size - 1
                break
        at += 1


def _at_address(address: str) -> str | None:
    host = urlsplit(address).hostname if "://" in address else None
    return _at_host(host) if host else None


def _at_host(host: str) -> str | None:
    """A known address or one under it; else by its ending: "…gov" alone, "gov.ua", "mfa.am"."""
    labels = host.lower().strip(".").split(".")
    known = load("accounts")["hosts"]
    for at in range(len(labels) - 1):
        party = known.get(".".join(labels[at:]))
        if party:
            return str(party)
    ending = load("accounts")["endings"].get(labels[-1])
    if ending:
        return str(ending)
    if len(labels) > 1 and not set(labels[:-1]).isdisjoint(load("accounts")["government"]) and len(labels[-1]) == 2:
        government = labels[-2] in load("accounts")["government"]
        return _by_letters().get(labels[-1]) if government else None
    return None


def _in_file_name(origin: str) -> str | None:
    """ "kremlin_ru_call.txt": the file's name begins with a known address."""
    name = re.split(r"[\\/]", origin)[-1].lower()
    plain = re.sub(r"[_\s]", ".", name)
    for host, party in sorted(load("accounts")["hosts"].items(), key=lambda item: (-len(item[0]), item[0])):
        if plain.startswith((f"{host}.", f"us.{host.removesuffix('.gov')}.")):
            return str(party)
    return None


@cache
def _by_letters() -> dict[str, str]:
    """The two letters of a state in addresses → the party."""
    found = {
        code.lower(): row["name"] for row in load("parties/states") for code in row.get("codes", ()) if len(code) == 2
    }
    others = load("accounts")["letters"]
    return found | {letters: found[code.lower()] for letters, code in others.items() if code.lower() in found}
