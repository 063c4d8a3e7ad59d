"""`ceasefire events` over the examples and, where they are there, over both sides' readouts."""

from __future__ import annotations

import pytest

KEYS = ["id", "kind", "parties", "hosts", "when", "place", "held", "accounts", "documents"]


def test_the_example_tells_of_its_calls(ceasefire, answer):
    found = answer("events", "examples/energy-pause", "--format", "json")
    assert [list(one) for one in found["events"]] == [KEYS] * len(found["events"])
    told = [(one["when"], one["kind"], one["parties"]) for one in found["events"]]
    assert ("2025-03-18", "call", ["Russia", "United States"]) in told
    assert ("2025-03-19", "call", ["Ukraine", "United States"]) in told
    text = ceasefire("events", "examples/energy-pause").stdout
    assert "- 18 March 2025: call between Russia and the United States [" in text
    assert all(one["id"] in text for one in found["events"])


def test_a_case_s_own_parties_meet_too(answer):
    found = answer("events", "examples/river-ceasefire", "--format", "json")["events"]
    assert [(one["kind"], one["when"]) for one in found] == [("talks", "2031-05-06"), ("signing", "2031-06-12")]
    assert {tuple(one["parties"]) for one in found} == {("Maru", "River Front")}


def test_what_was_not_yet_said_is_no_event(answer):
    asked = ("events", "examples/energy-pause", "--as-of", "2025-03-18", "--format", "json")
    assert all(one["when"] is None or one["when"] <= "2025-03-18" for one in answer(*asked)["events"])


def test_without_an_event_it_says_so(ceasefire, tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text("Peru rejected a ceasefire on Tuesday, and Chile called for an exchange of prisoners.")
    assert "No call, meeting, talks or signing" in ceasefire("events", str(paper)).stdout


@pytest.mark.shared
def test_both_readouts_of_one_call_are_its_accounts(answer, shared):
    texts = shared / "data" / "texts"
    names = ("us_whitehouse_readout_putin_call_2025-03-18.txt", "kremlin_ru_putin_trump_call_2025-03-18.txt")
    found = answer("events", *(str(texts / name) for name in names), "--format", "json")["events"]
    [call] = [one for one in found if one["held"]]
    assert (call["kind"], call["when"], sorted(call["accounts"])) == ("call", "2025-03-18", ["Russia", "United States"])
