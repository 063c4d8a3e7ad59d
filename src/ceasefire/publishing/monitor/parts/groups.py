"""The rates by party and by region, with care for how many are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ceasefire.monitoring.monitored import OfProvision, Rates
from ceasefire.monitoring.rates.change import Change
from ceasefire.monitoring.rates.many import Among
from ceasefire.monitoring.rates.verdict import FEWER, MORE
from ceasefire.publishing.monitor.paper import Block, Row, Table, cell, lines
from ceasefire.publishing.monitor.words import numbered, phrase, words
from ceasefire.publishing.wording import listed, start


def groups(rates: Rates, of: OfProvision) -> Iterator[Block]:
    """A table a kind of group where rates were fitted, else the counts alone; and the caution on many comparisons."""
    counts = {"party": of.versions[0].by_party, "region": of.versions[0].by_region} if of.versions else {}
    for kind, fitted in (("party", rates.by_party), ("region", rates.by_region)):
        if fitted:
            yield _table(kind, fitted)
        elif counts.get(kind):
            yield lines(_counted(kind, counts[kind]))
    if rates.by_party or rates.by_region:
        yield lines(phrase("trend.many"), soft=True)


def _table(kind: str, fitted: tuple[Among, ...]) -> Table:
    title = phrase(f"trend.group_names.{kind}")
    first, *rest = words("trend.group_columns")
    rows = tuple(_row(kind, one) for one in fitted)
    return Table(phrase(f"trend.groups.{kind}"), (first.format(kind=title), *rest), rows)


def _row(kind: str, one: Among) -> Row:
    change, missing = one.change, str(words("not_known"))
    return Row(
        (
            cell(_name(kind, one.name)),
            cell(_rate(change.before)),
            cell(_rate(change.during)),
            cell(_ratio(change)),
            cell(_verdict(one)),
            cell(missing if one.adjusted is None else f"{one.adjusted:.3f}"),
        )
    )


def _verdict(one: Among) -> str:
    form = "falls" if one.change.verdict in (FEWER, MORE) and not one.stands else "stands"
    return phrase(f"trend.{form}", verdict=one.change.verdict)


def _ratio(change: Change) -> str:
    if change.ratio is None or change.low is None or change.high is None or not change.usable:
        return str(words("not_known"))
    return phrase("trend.ratio", ratio=f"{change.ratio:.2f}", low=f"{change.low:.2f}", high=f"{change.high:.2f}")


def _rate(rate: float | None) -> str:
    return str(words("not_known")) if rate is None else f"{rate:.2f}"


def _counted(kind: str, counts: Mapping[str, Mapping[str, int]]) -> str:
    total = {_name(kind, one): sum(held.values()) for one, held in counts.items()}
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    told = [phrase("trend.count", name=one, count=numbered(count)) for one, count in ranked]
    title = phrase(f"trend.groups.{kind}")
    return f"{title}. {phrase('trend.counts', counts=start(listed(told)))}"


def _name(kind: str, one: str) -> str:
    return one or phrase("trend.nobody" if kind == "party" else "trend.no_region")
