"""Ledgers: every row is a claim or is kept with its reason; parties, places, days, targets and answers are read."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.monitoring.claims.invented import PARTIES, ROW, ledger, only, row

from ceasefire.errors import CaseError, InputError
from ceasefire.monitoring.claim import NO_EVENT, NUMBER, ONE_EVENT, Claim
from ceasefire.monitoring.claims import ledgers

MAPPING = """\
source: mission
key: no
date: day
claimant: says
accused: against
place: where
asset: what
classes: {column: kind, codes: {grid: [power-plants]}}
codes: {A: Maru, B: Osele}
"""


def test_a_row_becomes_a_claim_with_its_parties_place_targets_and_source(tmp_path: Path) -> None:
    one = only(tmp_path)
    assert (one.id, one.claimant, one.accused) == ("ledger:a1", "Maru", "Osele")
    assert (one.place.name, one.place.region, one.place.precision) == ("Tarn Ford", "Upper Doun", "settlement")
    assert (one.targets, one.means) == (("energy-substations",), ("drone",))
    assert (one.published.edtf, one.source, one.about) == ("2031-06-11", "https://example.org/a1", ONE_EVENT)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2031-06-10", "2031-06-10", "2031-06-10"),
        ("2031-06-10/11", "2031-06-10", "2031-06-11"),
        ("2031-06-10/07-02", "2031-06-10", "2031-07-02"),
        ("2031-06-10/2032-01-02", "2031-06-10", "2032-01-02"),
        ("2031-06", "2031-06-01", "2031-06-30"),
    ],
)
def test_days_are_read_as_precisely_as_they_are_given(tmp_path: Path, written: str, first: str, last: str) -> None:
    when = only(tmp_path, event_date=written).when
    assert (when.first, when.last) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_claim_without_a_day_is_still_a_claim(tmp_path: Path) -> None:
    assert not only(tmp_path, event_date="").when.known


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("River Guard", "Maru"),
        ("Maru MoD", "Maru"),
        ("Port Osele (General Staff)", "Osele"),
        ("TD", "Chad"),
        ("senior Chadian official", "Chad"),
        ("Doun Water Board (Anso)", "Doun Water Board (Anso)"),
    ],
)
def test_parties_resolve_by_alias_code_name_and_adjective_and_else_stay_as_named(
    tmp_path: Path, written: str, party: str
) -> None:
    assert only(tmp_path, claimant=written).claimant == party


@pytest.mark.parametrize(
    ("written", "name", "precision", "region"),
    [
        ("Kesso", "Kesso", "settlement", ""),
        ("Kesso, Lower Doun", "Kesso", "settlement", "Lower Doun"),
        ("Lower Doun obl.", "", "region", "Lower Doun"),
        ("Kesso d., Lower Doun obl.", "Kesso", "district", "Lower Doun"),
        ("Lower Doun obl. (Kesso d.)", "Kesso", "district", "Lower Doun"),
        ("Kesso, Lower Doun obl. (occupied)", "Kesso", "settlement", "Lower Doun"),
        ("Kesso; Tarn Ford", "Kesso; Tarn Ford", "unknown", ""),
        ("-", "", "unknown", ""),
    ],
)
def test_places_are_read_with_what_they_are_and_their_region(
    tmp_path: Path, written: str, name: str, precision: str, region: str
) -> None:
    place = only(tmp_path, location=written).place
    assert (place.name, place.precision, place.region) == (name, precision, region)


@pytest.mark.parametrize(
    ("asset", "kind", "targets"),
    [
        ("35 kV line", "electricity", ("power-plants",)),
        ("oil refinery", "electricity", ("power-plants", "refineries")),
        ("substation", "electricity (local)", ("energy-substations",)),
        ("depot", "unheard of", ()),
    ],
)
def test_the_more_exact_of_words_and_the_ledgers_own_class_stands(
    tmp_path: Path, asset: str, kind: str, targets: tuple[str, ...]
) -> None:
    assert only(tmp_path, asset=asset, asset_class=kind, claim="").targets == targets


@pytest.mark.parametrize(
    ("response", "answer"),
    [
        ("Osele: groundless", "denies"),
        ("General Staff: false", "denies"),
        ("Osele (Anso): a fake, only barracks", "denies"),
        ("Osele admitted it", "admits"),
        ("Osele: no comment", ""),
        ("Osele: does not deny it", ""),
        ("Osele neither confirmed nor denied", ""),
        ("Chad: false", ""),
        ("Osele: 5,000 violations by Maru", ""),
        ("", ""),
    ],
)
def test_an_answer_counts_where_the_accused_denies_or_admits(tmp_path: Path, response: str, answer: str) -> None:
    one = only(tmp_path, response=response)
    assert (one.answer, one.answer_words) == (answer, response)


def test_a_denial_that_accuses_in_return_is_a_claim_of_its_own_besides(tmp_path: Path) -> None:
    found = ledger(tmp_path, row(response="Osele: groundless, Maru shelled it itself"))
    one, other = found.claims
    assert (one.answer, found.rows, len(found.of_rows)) == ("denies", 1, 1)
    assert (other.claimant, other.accused, other.answers) == ("Osele", "Maru", one.id)
    assert (other.place, other.when, other.targets) == (one.place, one.when, one.targets)


def test_to_say_that_the_other_did_it_is_a_denial(tmp_path: Path) -> None:
    assert only(tmp_path, response="Osele: Maru did it").answer == "denies"


def test_a_party_that_tells_of_its_own_deed_admits_it(tmp_path: Path) -> None:
    own = only(tmp_path, alleged_actor="Maru (own)")
    other = only(tmp_path, alleged_actor="Osele (own)")
    assert (own.accused, own.answer, other.answer) == ("Maru", "admits", "")


@pytest.mark.parametrize(
    "words", ["14 attacks in a day", "more than 1,120 separate strikes", "three violations since May"]
)
def test_a_count_of_deeds_is_a_claim_about_a_number(tmp_path: Path, words: str) -> None:
    assert only(tmp_path, claim=words).about == NUMBER


@pytest.mark.parametrize("words", ["two strikes", "12:06 and 23:42 attacks", "8th attack of the year", "19 drones"])
def test_an_ordinal_a_time_and_two_blows_are_no_count_of_deeds(tmp_path: Path, words: str) -> None:
    assert only(tmp_path, claim=words).about == ONE_EVENT


def test_a_row_that_accuses_nobody_is_kept_and_says_so(tmp_path: Path) -> None:
    found = ledger(tmp_path, row(alleged_actor="-", claim="the pause has run out"))
    assert [(one.about, one.accused) for one in found.no_claims] == [(NO_EVENT, "")]
    assert found.no_claims[0].why


def test_rows_that_cannot_be_used_are_kept_with_their_reason_and_nothing_is_lost(tmp_path: Path) -> None:
    rows = [
        row(),
        row(),
        row(claim="something else"),
        row(id="a2", event_date="soon"),
        row(id="a3", event_date="2031-06-10/2031-06-01"),
        row(id="a4", claimant="-"),
        row(id="a5", location="", asset="", claim=""),
        '{"id": "a6", "event_',
        "[1, 2]",
    ]
    found = ledger(tmp_path, *rows)
    assert [(one.number, one.reason) for one in found.unusable] == [
        (3, "key-taken"),
        (4, "date-not-readable"),
        (5, "ends-before-it-begins"),
        (6, "nobody-claims"),
        (7, "says-nothing"),
        (8, "not-a-row"),
        (9, "not-a-row"),
    ]
    assert found.rows == len(rows) == len(found.of_rows) + len(found.unusable) + found.repeats
    assert all(one.row and one.detail for one in found.unusable)


def test_a_table_of_ones_own_is_read_by_a_mapping(tmp_path: Path) -> None:
    mapping, table = tmp_path / "m.yaml", tmp_path / "t.csv.gz"
    mapping.write_text(MAPPING, encoding="utf-8")
    rows = "no;day;says;against;where;what;kind\n7;2031-06-10;A;B;Kesso;a line;grid\n8;2031-06-10;A;B;Kesso\n"
    table.write_bytes(gzip.compress(rows.encode()))
    found = ledgers([(table, mapping)], PARTIES)
    assert [(one.id, one.claimant, one.accused, one.targets) for one in found.claims] == [
        ("mission:7", "Maru", "Osele", ("power-plants",))
    ]
    assert [one.reason for one in found.unusable] == ["not-a-row"]


def test_a_table_says_the_same_as_lines_of_json(tmp_path: Path) -> None:
    table = tmp_path / "ledger.csv"
    with table.open("w", encoding="utf-8", newline="") as out:
        written = csv.DictWriter(out, list(ROW))
        written.writeheader()
        written.writerow(ROW)
    assert ledgers([(table, None)], PARTIES).claims == ledger(tmp_path, ROW).claims


def test_columns_that_nobody_knows_are_refused_with_those_that_are_needed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\(a, b\): name them event_date, claimant, alleged_actor, or give a mapping"):
        ledger(tmp_path, json.dumps({"a": "1", "b": "2"}))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("sourc: a\n", "line 1: sourc .* is not a key here.*did you mean source"),
        ("source: a\ndate: b\n", "has no claimant; a mapping of claims needs: source, date, claimant, accused"),
        (MAPPING.replace("power-plants", "powerplants"), "line 8: .*'powerplants'.* did you mean power-plants"),
    ],
)
def test_a_mapping_that_is_wrong_is_refused_with_its_line(tmp_path: Path, wrong: str, says: str) -> None:
    mapping = tmp_path / "m.yaml"
    mapping.write_text(wrong, encoding="utf-8")
    with pytest.raises(CaseError, match=says):
        ledger(tmp_path, row(), mapping=mapping)


@pytest.mark.shared
def test_the_ledger_of_the_energy_pause_loses_no_row(shared: Path) -> None:
    path = shared / "data" / "incidents" / "energy_pause_claims_ledger.jsonl"
    found = ledgers([(path, None)])
    assert (found.rows, len(found.of_rows), found.unusable, found.repeats) == (36, 36, (), 0)

    def numbers(claims: Sequence[Claim]) -> list[str]:
        return [one.id.rpartition(":")[2] for one in claims]

    assert numbers(found.about_numbers) == ["c24", "c32", "c33", "c36"]
    assert numbers(found.no_claims) == ["c34"]
    answers = {one.id.rpartition(":")[2]: one.answer for one in found.of_rows if one.answer}
    assert answers == {**dict.fromkeys(["c05", "c08", "c09", "c10", "c13", "c24"], "denies"), "c03": "admits"}
    assert {one.accused for one in found.of_rows} == {"Russia", "Ukraine", ""}
