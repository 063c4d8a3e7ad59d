"""The claims of a case: its ledgers and the accusations in its texts, beside its incidents."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from tests.monitoring.claims.invented import ROW, TARN, incident
from tests.reasoning.said import said

from ceasefire.monitoring.claims import claims_beside
from ceasefire.record.case import load_case

CASE = "title: T\nparties: {Maru: [], Osele: [Port Osele]}\nclaims: [ledger.jsonl]\n"


def test_ledgers_and_texts_of_a_case_are_held_against_its_incidents(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    rows = [{**ROW, "alleged_actor": "Port Osele", "response": "Osele: false"}, {**ROW, "id": "a2", "claimant": ""}]
    (tmp_path / "ledger.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    words = "Maru accused Osele of shelling a substation in Tarn Ford on 10 June"
    accused = said("Maru", "accuse", recipient="Osele", quote=words, on="2031-06-12")
    found = claims_beside(load_case(tmp_path), [accused], [incident(where=TARN)])
    assert [(one.claim.id, one.state) for one in found.checked] == [
        ("ledger:a1", "incident"),
        (accused.id, "incident"),
    ]
    assert [one.reason for one in found.ledger.unusable] == ["nobody-claims"]
    assert found.evidence == {"i": ((), ("ledger:a1",))}
    earlier = claims_beside(load_case(tmp_path), [accused], [incident()], as_of=date(2031, 6, 11))
    assert [one.claim.id for one in earlier.checked] == ["ledger:a1"]


def test_without_a_case_there_are_the_claims_of_texts_alone() -> None:
    assert claims_beside(None, [], [incident()]).checked == ()
