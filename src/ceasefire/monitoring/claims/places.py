"""Where a claim says that something happened, from words such as "Kesso, Upper Tarn region" or "Tarn d., Ruk obl."."""

from __future__ import annotations

import re

from ceasefire.monitoring.report import Place
from ceasefire.vocabulary import load

_ASIDE = re.compile(r"\s*\(([^)]*)\)")
SETTLEMENT, DISTRICT, REGION, UNKNOWN = "settlement", "district", "region", "unknown"


def place_of(words: str) -> Place:
    """The place that words name; several places in one cell have the precision "unknown" and keep their words.

    A name beside a district's or region's keeps that one as `region`. A name alone is taken for a settlement;
    whether it is a region's, a gazetteer tells later.
    """
    if says_nothing(words):
        return Place()
    if load("claims")["between_places"] in words:
        return Place(words.strip())
    parts = [part for part in _ASIDE.sub("", words).split(",") if part.strip()]
    parts += [aside for aside in _ASIDE.findall(words) if kind_of(aside) != SETTLEMENT]
    kinds = [(kind_of(part), name_of(part)) for part in parts]
    names = [name for kind, name in kinds if kind == SETTLEMENT]
    districts = [name for kind, name in kinds if kind == DISTRICT]
    regions = [name for kind, name in kinds if kind == REGION]
    if not regions and len(names) > 1:
        regions = [names.pop()]
    region = regions[0] if regions else ""
    if len(names) > 1 or len(regions) > 1:
        return Place(words.strip())
    if names:
        return Place(names[0], precision=SETTLEMENT, region=region)
    if districts:
        return Place(districts[0], precision=DISTRICT, region=region)
    return Place(region=region, precision=REGION) if region else Place(words.strip())


def says_nothing(words: str) -> bool:
    """Whether a cell is empty, or holds a mark for nothing."""
    return not words.strip() or words.strip().casefold() in load("claims")["empty"]


def kind_of(part: str) -> str:
    """What kind of area a name says that it is: settlement, where it says none."""
    kinds = load("claims")["areas"]
    words = _words(part)
    return next((kind for kind in (REGION, DISTRICT) if any(word in kinds[kind] for word in words)), SETTLEMENT)


def name_of(part: str) -> str:
    """A name without the words that say what kind of area it is."""
    kinds = load("claims")["areas"]
    known = {word for words in kinds.values() for word in words}
    return " ".join(word for word in part.split() if word.strip(".").casefold() not in known)


def _words(part: str) -> list[str]:
    return [word.strip(".").casefold() for word in part.split()]
