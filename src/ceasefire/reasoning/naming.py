"""Readable, stable names of provisions: an id for programs and a title for people, from category and scope."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from ceasefire.coding.statement import Scope
from ceasefire.reasoning.lattice import plain
from ceasefire.reasoning.words import category, words
from ceasefire.record.lengths import hours


def slug(text: str) -> str:
    """Lower-case letters and digits of any script, joined by hyphens; accents and quotes fall away."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return re.sub(r"[\W_]+", "-", bare.casefold()).strip("-")


def provision_id(kind: str, scope: Scope) -> str:
    """The id that this category and scope always have, such as "ceasefire-30-days"."""
    narrow = plain(kind, scope)
    start = _form(kind, narrow, "slug", "-and-".join(slug(one) for one in narrow.targets))
    parts = [*narrow.domains, *narrow.area, _length(narrow.duration, "-"), narrow.occasion]
    return "-".join([start, *(slug(part) for part in parts if part)])


def title(kind: str, scope: Scope) -> str:
    """What a brief calls it, such as "30-day ceasefire on land, at sea and in the air"."""
    narrow = plain(kind, scope)
    name = _form(kind, narrow, "title", listed(one.replace("-", " ") for one in narrow.targets))
    if not narrow.targets and (scope.domains or scope.area) and not narrow.direction:
        name = category(kind).get("limited", name)
    where = [listed(place for domain, place in words()["domains"].items() if domain in scope.domains)]
    where += [f"in {listed(_with_article(place) for place in sorted(set(scope.area)))}" if scope.area else ""]
    when = [f"for {_occasion(narrow.occasion)}" if narrow.occasion else ""]
    return " ".join(part for part in [_timed(name, narrow.duration), *where, *when] if part)


def length(duration: str) -> str:
    """A duration in words, such as "30 days"; what is no ISO duration as it stands."""
    return _length(duration, " ")


def listed(items: Iterable[str]) -> str:
    """a, b and c."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _form(kind: str, scope: Scope, field: str, targets: str) -> str:
    """The name without its limits: of the thing, of targets of its kind, or of ending either."""
    known = category(kind)
    name = str(known[field])
    if targets:
        pattern: dict[str, Any] = known.get("doing") or {"slug": name + "-{targets}", "title": name + ": {targets}"}
        name = str(pattern[field]).format(targets=targets)
    if scope.direction != "end":
        return name
    if "end" in known and not targets:
        return str(known["end"][field])
    return f"end-of-{name}" if field == "slug" else f"End of {name[:1].lower()}{name[1:]}"


def _timed(name: str, duration: str) -> str:
    if not duration:
        return name
    if " " in name:
        return f"{name} for {_length(duration, ' ')}"
    return f"{_length(duration, '-', plural=False)} {name[:1].lower()}{name[1:]}"


def _length(duration: str, joint: str, plural: bool = True) -> str:
    """ "30-days", "30 days" or "30-day"; what is no ISO duration as it stands."""
    length = hours(duration)
    if length is None:
        return duration
    unit, size = ("day", Fraction(24)) if length % 24 == 0 else ("hour", Fraction(1))
    count = length / size
    one, many = words()["units"][unit]
    number = str(count.numerator) if count.denominator == 1 else f"{float(count):g}"
    return f"{number}{joint}{many if plural and count != 1 else one}"


def _with_article(place: str) -> str:
    return f"the {place}" if place in words()["with_article"] else place


def _occasion(name: str) -> str:
    return name if name != name.lower() else name.title()
