"""The ledger of the energy pause held against VIINA's reports, each match with a reader's verdict.

python -m evaluation.claims --shared ../shared

Each report stands for itself here, unlinked, so that one event may be behind a claim several times.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ceasefire.monitoring.claim import NOT_COMPARED, Checked
from ceasefire.monitoring.claims import Gazetteer, checked, evidence_of, ledgers, unclaimed
from ceasefire.monitoring.happening import Reader
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.report import Moment, Place, Report
from evaluation.incidents.headlines import Headline, rows

JUDGED = Path(__file__).with_name("claims_judged.yaml")
VERDICTS = ("same", "other", "cannot tell")
STATES = ("incident", "perhaps")


class Regions:
    """The regions that outlines name, by point."""

    def __init__(self, outlines: Path) -> None:
        from shapely import STRtree
        from shapely.geometry import shape

        features = json.loads(outlines.read_text(encoding="utf-8"))["features"]
        self.names = [str(one["properties"]["shapeName"]) for one in features]
        self._tree = STRtree([shape(one["geometry"]) for one in features])
        self._known: dict[tuple[float, float], str] = {}

    def of(self, lon: float, lat: float) -> str:
        """The region of a point; "" outside all, or on an edge between two."""
        from shapely import Point

        if (lon, lat) not in self._known:
            found: Any = self._tree.query(Point(lon, lat), predicate="intersects")
            self._known[lon, lat] = self.names[int(found[0])] if len(found) == 1 else ""
        return self._known[lon, lat]


def incidents(shared: Path, regions: Regions) -> Iterator[Incident]:
    """Every report of the six months as an incident of its own."""
    reader = Reader()
    for one in rows(shared):
        day = date.fromisoformat(one.codes["datetime"][:10])
        place = _place(one, regions)
        report = Report(
            one.id, "viina", one.row, happened=Moment(day, day), place=place, text=one.text, codes=one.codes
        )
        yield Incident(one.id, (one.id,), report.happened, place, reader.happened(report), texts=(one.text,))


def _place(one: Headline, regions: Regions) -> Place:
    lon, lat = float(one.codes["lon"]), float(one.codes["lat"])
    return Place(one.codes["place_name"], lon, lat, "settlement", 5.0, regions.of(lon, lat))


def judged() -> Mapping[tuple[str, str], str]:
    """The verdict on each match: whether report and claim speak of the same event."""
    held = yaml.safe_load(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else {}
    return {(claim, report): verdict for claim, by in held.items() for verdict, ids in by.items() for report in ids}


def counts(found: list[Checked], verdicts: Mapping[tuple[str, str], str]) -> dict[str, Counter[str]]:
    """How many matches of each state have each verdict ("not judged" without one)."""
    told: dict[str, Counter[str]] = {state: Counter() for state in STATES}
    for held in found:
        for one in held.behind:
            key = (held.claim.id.partition(":")[2], one.incident)
            told[one.state][verdicts.get(key, "not judged")] += 1
    return told


def main() -> None:
    """The table, and with --matches every match."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--shared", type=Path, required=True, help="the folder of third-party data")
    asked.add_argument("--matches", action="store_true", help="list every match with its verdict")
    given = asked.parse_args()
    folder = given.shared / "data" / "incidents"
    regions = Regions(folder / "geoboundaries_ukr_adm1.geojson")
    every = list(incidents(given.shared, regions))
    known = Gazetteer.of((one.place for one in every), regions.names)
    read = ledgers([(folder / "energy_pause_claims_ledger.jsonl", None)])
    found, verdicts = checked(read.claims, every, known), judged()
    print(f"rows {read.rows}, claims {len(read.claims)}, of which in return {len(read.claims) - len(read.of_rows)}")
    for state, number in sorted(Counter(one.state for one in found).items()):
        print(f"claims {state}: {number}")
    for state, told in counts(found, verdicts).items():
        print(
            f"matches {state}: {told.total()}",
            *(f"{name} {told[name]}" for name in (*VERDICTS, "not judged")),
            sep=", ",
        )
    print(f"reports of attacks that nobody claimed: {len(unclaimed(every, found))}; denied: {len(evidence_of(found))}")
    if given.matches:
        for held in found:
            for one in held.behind if held.state != NOT_COMPARED else ():
                key = (held.claim.id.partition(":")[2], one.incident)
                print(*key, one.state, verdicts.get(key, "not judged"), *one.against, sep="  ")


if __name__ == "__main__":
    main()
