"""A change in two plain sentences, and as data; the phrases are vocabulary (vocabulary/rates.yaml)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from ceasefire.monitoring.rates.apart import Apart
from ceasefire.monitoring.rates.change import Change
from ceasefire.monitoring.rates.displacement import Displacement
from ceasefire.monitoring.rates.verdict import CANNOT_TELL
from ceasefire.vocabulary import load


def sentences(found: Change | Displacement | Apart) -> tuple[str, str]:
    """What was found, and what it does not show."""
    if isinstance(found, Displacement):
        return _displaced(found)
    if isinstance(found, Apart):
        return _apart(found)
    return _changed(found)


def method(found: Change) -> str:
    """How the ratio was worked out, in one sentence."""
    words = load("rates")["method"]
    extras = [words[name] for name in ("trend", "season") if getattr(found.fit, name)]
    fit = found.fit
    return str(words["sentence"]).format(
        before=fit.weeks_before, during=fit.weeks_during, extras="".join(f", {extra}" for extra in extras)
    )


def why(reasons: tuple[str, ...]) -> str:
    """The reasons of "cannot tell" as one clause."""
    words = load("rates")["reasons"]
    return "; ".join(words[reason] for reason in reasons)


def as_data(found: Any) -> Any:
    """Any result as JSON holds it: dates as ISO 8601, what is no number as null, names sorted, with its words."""
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, float):
        return round(found, 4) if math.isfinite(found) else None
    if isinstance(found, tuple | list):
        return [as_data(one) for one in found]
    if isinstance(found, Mapping):
        return {name: as_data(found[name]) for name in sorted(found)}
    if not is_dataclass(found):
        return found
    data = {field.name: as_data(getattr(found, field.name)) for field in fields(found)}
    if isinstance(found, Change):
        data["method"] = method(found)
    if isinstance(found, Change | Displacement | Apart):
        data["sentences"] = list(sentences(found))
    return data


def _changed(found: Change) -> tuple[str, str]:
    words = load("rates")
    rates = {"before": _rate(found.before), "during": _rate(found.during)}
    first = str(words["rates"]).format(**rates)
    if found.verdict == CANNOT_TELL:
        return f"{first}; {words['cannot tell'].format(why=why(found.reasons))}", words["shows nothing"]
    clause = words[found.verdict].format(ratio=_share(found.ratio), low=_share(found.low), high=_share(found.high))
    rank = found.placebo
    if rank is None or rank.rank is None:
        return f"{first}; {clause}", words["no ranking"]
    ranked = words["ranking"].format(rank=rank.rank, windows=rank.windows + 1, weeks=rank.weeks)
    return f"{first}; {clause}", ranked


def _displaced(found: Displacement) -> tuple[str, str]:
    words = load("rates")["displacement"]
    of = {"covered": words["sides"][found.covered.verdict], "other": words["sides"][found.other.verdict]}
    first = str(words["each"]).format(**of)
    if found.verdict == CANNOT_TELL:
        return first, words["cannot tell"].format(why=why(found.reasons))
    return first, words["beside"].format(ratio=_share(found.ratio), low=_share(found.low), high=_share(found.high))


def _apart(found: Apart) -> tuple[str, str]:
    words = load("rates")
    each = ", ".join(f"{name}: {one.verdict}" for name, one in sorted(found.changes.items()))
    first = words["sources"]["each"].format(each=each)
    if found.verdict == CANNOT_TELL:
        return first, words["sources"]["cannot tell"].format(why=why(found.reasons))
    return first, words["sources"]["agree"].format(verdict=found.verdict)


def _rate(rate: float | None) -> str:
    """A rate with as many digits as say something."""
    if rate is None:
        return str(load("rates")["unwatched"])
    return f"{rate:.0f}" if rate >= 100 else f"{rate:.1f}" if rate >= 1 else f"{rate:.2f}"


def _share(ratio: float | None) -> str:
    return "?" if ratio is None else f"{ratio:.2f}"
