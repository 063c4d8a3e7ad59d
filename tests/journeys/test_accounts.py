"""Whole runs of `ceasefire compare`: an invented call told by both sides, and readouts of March 2025 told by three."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.contracts.tree import ROOT
from tests.journeys.asking import Ask

CASE = str(ROOT / "examples" / "two-accounts")
VARLAND, SUNDRA = (f"{CASE}/dispatches/{name}.txt" for name in ("varland", "sundra"))
SUNDRA_IN_RUSSIAN = f"{CASE}/russian/sundra.txt"


def event(answer: Ask) -> str:
    [found] = [one["id"] for one in answer("events", CASE)["events"] if one["kind"] == "call"]
    return str(found)


def rows(compared: Any) -> dict[str, Any]:
    """The first row of each category, as the first account that mentions it has it."""
    [one] = compared["comparisons"]
    return {(row["first"] or row["second"])["category"]: row for row in reversed(one["rows"])}


def fields(row: Any) -> dict[str, tuple[Any, ...]]:
    """Each difference of a row by its field (and party): both values and the relation."""
    return {
        one["field"] if one["party"] is None else f"{one['field']} of {one['party']}": (
            one["first"],
            one["second"],
            one["relation"],
        )
        for one in row["differences"]
    }


@pytest.fixture
def told(answer: Ask) -> dict[str, Any]:
    return rows(answer("compare", CASE, "--event", event(answer)))


@pytest.mark.parametrize(
    ("category", "verdict"),
    [
        ("limited-ceasefire", "different"),
        ("withdrawal", "contradictory"),
        ("prisoner-release", "same"),
        ("talks", "different"),
        ("peace-agreement", "only first"),
        ("humanitarian-access", "only second"),
        ("monitoring", "only second"),
    ],
)
def test_each_provision_of_the_call_has_its_verdict(told, category, verdict):
    assert told[category]["verdict"] == verdict


def test_the_halt_differs_in_targets_length_start_and_extension(told):
    found = fields(told["limited-ceasefire"])
    assert found == {
        "targets": (["ports"], ["ports", "railways"], "narrower"),
        "duration": (["P30D"], ["P60D"], "narrower"),
        "start": (["2033-04-09"], ["2033-04-05"], "different"),
        "extendable": ([], ["by mutual agreement"], "only second"),
    }


def test_the_same_call_in_english_and_in_russian(answer, tmp_path):
    case = tmp_path / "case"
    (case / "texts").mkdir(parents=True)
    (case / "case.yaml").write_text(
        (Path(CASE) / "case.yaml").read_text("utf-8").replace("[dispatches]", "[texts]"), encoding="utf-8"
    )
    for name, source in (("varland.txt", VARLAND), ("sundra.txt", SUNDRA_IN_RUSSIAN)):
        (case / "texts" / name).write_bytes(Path(source).read_bytes())
    [found] = [one["id"] for one in answer("events", str(case))["events"] if one["kind"] == "call"]
    told = rows(answer("compare", str(case), "--event", found))
    assert {name: told[name]["verdict"] for name in ("withdrawal", "prisoner-release")} == {
        "withdrawal": "contradictory",
        "prisoner-release": "same",
    }
    assert fields(told["limited-ceasefire"])["duration"] == (["P30D"], ["P60D"], "narrower")
    assert told["limited-ceasefire"]["first"]["quotes"][0]["quote"].endswith("на 30 суток")


def test_every_quote_stands_in_its_document(answer):
    compared = answer("compare", CASE, "--event", event(answer))
    [one] = compared["comparisons"]
    texts = {d["id"]: d["origin"] for side in ("first", "second") for d in one[side]["documents"]}
    quotes = [q for row in one["rows"] for side in ("first", "second") if row[side] for q in row[side]["quotes"]]
    assert quotes
    for quote in quotes:
        assert quote["quote"] in Path(texts[quote["document"]]).read_text(encoding="utf-8")


def test_in_a_terminal_both_quotes_stand_beside_each_other_within_80_columns(ceasefire, answer):
    shown = ceasefire("compare", CASE, "--event", event(answer)).stdout
    assert max(map(len, shown.split("\n"))) <= 80
    beside = [line for line in shown.split("\n") if "Sundra rejected" in line and "Sundra accepted" in line]
    assert len(beside) == 1


def test_markdown_has_a_table_for_each_provision_that_both_mention(ceasefire, answer):
    shown = ceasefire("compare", CASE, "--event", event(answer), "--format", "markdown").stdout
    assert shown.count("|---|---|") == 4
    assert "> “Sundra agreed to neutral monitors”" in shown


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((CASE,), ["--event ID", "call of Sundra and Varland"]),
        ((CASE, "--event", "none"), ["no event 'none'", "call of Sundra and Varland"]),
        ((VARLAND,), ["there is one", "1 document of an unknown party"]),
        ((VARLAND, SUNDRA, SUNDRA_IN_RUSSIAN), ["these are 3", "two accounts"]),
    ],
    ids=["no event", "unknown event", "one document", "three accounts"],
)
def test_what_cannot_be_compared_is_refused_with_what_can(ceasefire, words, says):
    result = ceasefire("compare", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert [one for one in says if one not in result.stderr] == []


def test_an_event_with_one_account_says_whose_is_missing(ceasefire, answer):
    planned = next(one for one in answer("events", CASE)["events"] if one["place"] == "Brenn")
    result = ceasefire("compare", CASE, "--event", planned["id"])
    assert result.exit_code == 2
    assert "no account is" in result.stderr
    assert "call of Sundra and Varland" in result.stderr


def test_documents_of_unknown_parties_are_the_first_and_the_second(answer, tmp_path):
    for name, words in (("a", "Peru rejected the ceasefire."), ("b", "Peru accepted the ceasefire.")):
        (tmp_path / f"{name}.txt").write_text(words)
    [one] = answer("compare", str(tmp_path / "b.txt"), str(tmp_path / "a.txt"))["comparisons"]
    assert (one["first"]["party"], one["second"]["party"]) == (None, None)
    assert one["rows"][0]["first"]["status"] == {"Peru": "agreed"}
    assert one["counts"]["contradictory"] == 1


@pytest.fixture
def readouts(answer: Ask, shared: Path):
    """Comparing two documents, or a document and several of one party, of ../shared/data/texts."""
    texts = shared / "data" / "texts"
    return lambda *names: rows(answer("compare", *(str(texts / f"{name}.txt") for name in names)))


CALL = ("us_whitehouse_readout_putin_call_2025-03-18", "kremlin_ru_putin_trump_call_2025-03-18")
RIYADH = (
    "us_ukraine_riyadh_outcomes_2025-03-25",
    "kremlin_ru_us_russia_expert_groups_outcomes_2025-03-25",
    "kremlin_ru_moratorium_facility_list_2025-03-25",
)


@pytest.mark.shared
def test_the_call_of_18_march_as_washington_and_moscow_tell_it(readouts):
    told = readouts(*CALL)
    call = {name: fields(row) for name, row in told.items()}
    energy = told["limited-ceasefire"]
    assert energy["verdict"] == "wider"
    assert fields(energy)["targets"] == (["energy-and-infrastructure"], ["energy-infrastructure"], "wider")
    assert fields(energy)["duration"] == ([], ["P30D"], "only second")
    price = ["End of foreign military assistance and intelligence sharing"]
    assert call["peace-agreement"]["conditions of Russia"] == ([], price, "only second")
    assert call["talks"]["area"] == (["Middle East"], [], "only first")
    assert told["prisoner-release"]["verdict"] == "only second"


@pytest.mark.shared
def test_both_tell_of_the_black_sea(answer, shared):
    paths = [str(shared / "data" / "texts" / f"{name}.txt") for name in CALL]
    [one] = answer("compare", *paths)["comparisons"]
    seas = [
        row
        for row in one["rows"]
        if all(row[side] and "Black Sea" in row[side]["scope"]["area"] for side in ("first", "second"))
    ]
    assert len(seas) == 1
    assert (one["first"]["party"], one["second"]["party"]) == ("United States", "Russia")


@pytest.mark.shared
def test_the_texts_of_25_march_differ_in_start_and_classes_of_targets(readouts):
    told = readouts(*RIYADH)
    energy = fields(told["limited-ceasefire"])
    assert energy["start"] == ([], ["2025-03-18"], "only second")
    assert energy["classes"] == ([], ["dams", "nuclear-facilities", "oil-and-gas", "power-plants"], "only second")
    assert energy["duration"] == ([], ["P30D"], "only second")
    assert told["navigation"]["first"]["scope"]["area"] == ["Black Sea"]
    assert "conditions of Russia" in fields(told["navigation"])
    assert told["prisoner-release"]["verdict"] == "only first"


@pytest.mark.shared
def test_the_order_of_the_documents_only_mirrors_the_answer(ceasefire, shared):
    paths = [str(shared / "data" / "texts" / f"{name}.txt") for name in CALL]
    counts = [
        json.loads(ceasefire("compare", *given, "--format", "json").stdout)["comparisons"][0]["counts"]
        for given in (paths, paths[::-1])
    ]
    mirror = {"wider": "narrower", "narrower": "wider", "only first": "only second", "only second": "only first"}
    assert counts[1] == {verdict: counts[0][mirror.get(verdict, verdict)] for verdict in counts[0]}


def test_the_brief_has_a_line_a_difference_with_both_citations(answer):
    brief = answer("brief", CASE)
    [section] = [one for one in brief["sections"] if one["id"] == "accounts"]
    [call] = section["lines"]
    document_of = {one["number"]: one["document"] for one in brief["citations"]}
    withdrawal = next(line for line in call["under"] if "Withdrawal" in line["text"])
    assert "contradict" in withdrawal["text"]
    [refused] = withdrawal["under"]
    assert len({document_of[number] for number in refused["citations"]}) == 2


def test_without_two_accounts_the_brief_has_no_such_section(answer):
    brief = answer("brief", str(ROOT / "examples" / "river-ceasefire"))
    assert [one["id"] for one in brief["sections"] if one["id"] == "accounts"] == []
