"""What moved in the examples between two dates, as a reader and as a program get it."""

from __future__ import annotations

import json

CASE = "examples/energy-pause"


def test_the_truce_of_eleven_march_came_down_to_a_limited_halt_a_week_later(ceasefire, root):
    result = ceasefire("changes", str(root / CASE), "--since", "2025-03-11", "--until", "2025-03-18", "--quiet")
    told = " ".join(result.stdout.split())
    assert (
        "Narrower than a week earlier: from a 30-day ceasefire on land, at sea and in the air "
        "to a halt to attacks on energy infrastructure for 30 days"
    ) in told
    assert "“Ukraine agreed on Tuesday to a United States proposal for a 30-day ceasefire on land”" in told
    assert "“Russia agreed on Tuesday to halt strikes on energy infrastructure in Ukraine for 30 days”" in told
    assert "“a ceasefire would be possible only if all foreign military aid and intelligence for Kyiv" in told
    assert "Harbour Wire, 18 March 2025" in told


def test_the_same_as_json_has_both_positions_and_their_quotes(ceasefire, root):
    result = ceasefire(
        "changes", str(root / CASE), "--since", "2025-03-11", "--until", "2025-03-18", "--format", "json", "--quiet"
    )
    answer = json.loads(result.stdout)
    (reach,) = answer["reach"]
    assert (reach["direction"], {one["party"] for one in reach["against"]}) == ("away", {"Russia"})
    named = {word for one in answer["moves"] for word in one["statements"]}
    assert named <= answer["quotes"].keys()
    assert all(one["publisher"] and one["quote"] for one in answer["quotes"].values())


def test_the_exchange_announced_for_wednesday_is_ahead_on_tuesday_and_done_a_week_later(ceasefire, root):
    states = {}
    for until in ("2025-03-18", "2025-03-25"):
        asked = ("--since", "2025-03-12", "--until", until, "--format", "json", "--quiet")
        answer = json.loads(ceasefire("changes", str(root / CASE), *asked).stdout)
        states[until] = {one["state"] for one in answer["steps"] if one["provision"] == "prisoner-release"}
    assert states == {"2025-03-18": {"ahead"}, "2025-03-25": {"done"}}


def test_dates_that_are_none_or_the_wrong_way_round_are_refused(ceasefire, root):
    for since, until, words in (("soon", "2025-03-18", "'soon'"), ("2025-03-19", "2025-03-18", "earlier date first")):
        result = ceasefire("changes", str(root / CASE), "--since", since, "--until", until)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
