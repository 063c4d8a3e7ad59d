"""Invented ledgers, claims and incidents: Maru and Osele on the river Doun, in 2031."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from ceasefire.coding.parties import Parties
from ceasefire.monitoring.claim import Claim
from ceasefire.monitoring.claims import Gazetteer, Ledger, ledgers
from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.report import Moment, Place

PARTIES = Parties.builtin().with_aliases({"Maru": ("Maru City", "River Guard"), "Osele": ("Port Osele",)})
TARN = Place("Tarn Ford", 30.0, 10.0, "settlement", 5.0, "Upper Doun Region")
ROW = {
    "id": "a1",
    "event_date": "2031-06-10",
    "claimant": "Maru",
    "alleged_actor": "Osele",
    "location": "Tarn Ford, Upper Doun region",
    "asset": "transformer substation",
    "asset_class": "electricity",
    "claim": "two drones",
    "response": "",
    "source_url": "https://example.org/a1",
    "published": "2031-06-11",
}
PLACES = (
    TARN,
    Place("Kesso", 31.0, 10.0, "settlement", 5.0, "Lower Doun Region"),
    Place("Kessova", 31.9, 10.0, "settlement", 5.0, "Lower Doun Region"),
    Place("Vel", 30.0, 12.0, "settlement", 5.0, "Upper Doun Region"),
    Place("Vel", 33.0, 12.0, "settlement", 5.0, "Hill Region"),
    Place("Ford Mills", 30.05, 10.0, "settlement", 5.0, "Upper Doun Region"),
)
KNOWN = Gazetteer.of(PLACES, ["Coast Region"])


def moment(first: str, last: str = "") -> Moment:
    return Moment(date.fromisoformat(first), date.fromisoformat(last or first))


def row(**given: str) -> dict[str, str]:
    """A row of the usual form, with these cells."""
    return {**ROW, **given}


def ledger(folder: Path, *rows: dict[str, str] | str, mapping: Path | None = None) -> Ledger:
    """A ledger of these rows, read."""
    path = folder / "ledger.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in rows), encoding="utf-8")
    return ledgers([(path, mapping)], PARTIES)


def only(folder: Path, **given: str) -> Claim:
    """The claim of one row."""
    return ledger(folder, row(**given)).of_rows[0]


def claim(name: str = "c", **given: Any) -> Claim:
    """Maru says that Osele struck a substation at Tarn Ford on 10 June."""
    held: dict[str, Any] = {
        "when": moment("2031-06-10"),
        "claimant": "Maru",
        "accused": "Osele",
        "place": Place("Tarn Ford", precision="settlement", region="Upper Doun"),
        "targets": ("energy-substations",),
        **given,
    }
    return Claim(name, **held)


def incident(
    name: str = "i",
    on: str = "2031-06-10",
    last: str = "",
    where: Place = TARN,
    texts: tuple[str, ...] = (),
    **what: Any,
) -> Incident:
    """A report of a strike on a substation at Tarn Ford on 10 June, by nobody who is named."""
    happened = Happened(**{"attack": "yes", "targets": ("energy-substations",), **what})
    when = moment(on, last) if on else Moment()
    return Incident(name, (f"r-{name}",), when, where, happened, texts=texts)
