"""Whether the rate changed: what is told, and when nothing may be."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import warnings

import pytest
from tests.monitoring.rates.invented import FIRST, counts, on, pause

from ceasefire.monitoring.rates import Series, Window, as_data, change, sentences
from ceasefire.monitoring.rates.autoregression import at_strength, step
from ceasefire.monitoring.rates.design import design
from ceasefire.monitoring.rates.second_fit import second_fit
from ceasefire.monitoring.rates.verdict import RULES, VERDICTS
from ceasefire.vocabulary import load


@pytest.fixture(scope="module")
def fallen():
    return change(counts(40, 6, 20, 0.4), pause(40))


def test_a_clear_fall_is_told_with_the_true_ratio_in_its_interval(fallen):
    assert fallen.verdict == "fewer"
    assert fallen.low < 0.4 < fallen.high < 1
    assert fallen.before == pytest.approx(20, rel=0.1)
    assert fallen.during == pytest.approx(8, rel=0.1)


def test_a_clear_rise_is_told():
    assert change(counts(40, 6, 20, 2.5), pause(40)).verdict == "more"


def test_without_a_change_none_is_told():
    found = change(counts(40, 6, 20), pause(40))
    assert found.verdict == "no clear change"
    assert found.low < 1 < found.high


def test_a_deep_fall_ranks_first_among_earlier_windows(fallen):
    assert (fallen.placebo.rank, fallen.placebo.windows) == (1, 27)
    assert fallen.placebo.share == pytest.approx(1 / 28, abs=1e-4)
    assert fallen.placebo.apart == 5


def test_with_few_earlier_windows_no_rank_is_given():
    found = change(counts(26, 6, 20, 0.4), pause(26))
    assert found.placebo.windows == 13
    assert found.placebo.rank is found.placebo.share is None
    assert "too few earlier periods" in sentences(found)[1]


def blind(days: range, of: int) -> tuple[float, ...]:
    return tuple(0.0 if day in days else 1.0 for day in range(of))


@pytest.mark.parametrize(
    ("series", "window", "reason"),
    [
        (counts(7, 6, 20), pause(7), "too-few-weeks-before"),
        (counts(40, 1, 20), pause(40), "too-few-weeks-during"),
        (Series(FIRST, counts(40, 2, 20).counts[:-2]), pause(40), "too-few-weeks-during"),
        (Series(FIRST, tuple(int(day % 5 == 0) for day in range(322))), pause(40), "too-sparse"),
        (Series(FIRST, counts(40, 6, 20).counts, blind(range(280, 301), 322)), pause(40), "poorly-watched"),
        (Series(FIRST, tuple(int(20 * math.exp(math.sin(day / 60))) for day in range(322))), pause(40), "drifting"),
        (Series(FIRST, (0,) * 322), pause(40), "too-sparse"),
        (Series(FIRST, (3,) * 322), pause(40), "not-fitted"),
        (counts(40, 6, 20), Window(on(900)), "too-few-weeks-during"),
        (counts(40, 6, 20), Window(FIRST), "too-few-weeks-before"),
        (Series(FIRST, ()), Window(FIRST), "too-few-weeks-before"),
    ],
    ids=[
        "before",
        "during",
        "12 days",
        "sparse",
        "unwatched",
        "drifting",
        "nothing",
        "three",
        "later",
        "none",
        "empty",
    ],
)
def test_it_cannot_be_told(series, window, reason):
    found = change(series, window)
    assert found.verdict == "cannot tell"
    assert reason in found.reasons
    assert load("rates")["reasons"][reason] in sentences(found)[0]


def test_a_pattern_that_neither_trend_nor_neighbours_explain_cannot_tell():
    noise = counts(86, 0, 20).counts
    found = change(Series(FIRST, tuple(n * (1, 4, 1)[day // 7 % 3] for day, n in enumerate(noise))), pause(80))
    assert "patterned" in found.reasons


def test_an_interval_that_holds_half_and_twice_tells_nothing():
    swings = tuple(40 if day // 7 % 2 else 2 for day in range(84))
    found = change(Series(FIRST, swings), pause(9))
    assert found.low < 0.5
    assert found.high > 2
    assert found.reasons == ("too-wide",)


def test_nothing_but_the_series_up_to_the_end_of_the_window_matters():
    series = counts(40, 12, 20)
    early = Series(series.first, series.counts[: 7 * 46])
    window = Window(on(280), on(321))
    assert change(series, window) == change(early, window)


def test_the_trend_and_the_time_of_year_need_their_weeks():
    told = [(design(n, n + 4).trend, design(n, n + 4).season) for n in (25, 26, 103, 104)]
    assert told == [(False, False), (True, False), (True, False), (True, True)]


def test_a_fall_that_goes_on_as_before_is_no_change():
    draw = counts(60, 8, 100).counts
    falling = tuple(round(one * math.exp(-day / 200)) for day, one in enumerate(draw))
    found = change(Series(FIRST, falling), pause(60))
    assert found.during < found.before * 0.6
    assert found.verdict == "no clear change"


def logs_and_rows():
    draw = counts(60, 6, 20, 0.5).counts
    logs = [math.log(sum(draw[at : at + 7])) for at in range(0, 462, 7)]
    return logs, design(60, 66).rows


def test_for_one_autocorrelation_the_step_is_that_of_sarimax():
    logs, rows = logs_and_rows()
    near = at_strength(logs, rows, 0.3)
    second = second_fit(logs, rows, (*near.coefficients, 0.3))
    assert second.ended
    same = at_strength(logs, rows, max(0.0, second.strength))
    if second.strength > 0:
        assert same.estimate == pytest.approx(second.step, abs=0.01)
    assert same.estimate == pytest.approx(second.step, abs=0.05)


def test_a_missing_week_is_weighed_as_a_gap():
    logs, rows = logs_and_rows()
    logs[20] = logs[41] = None
    given = at_strength(logs, rows, 0.6)
    import numpy as np

    at = [n for n, log in enumerate(logs) if log is not None]
    likeness = np.array([[0.6 ** abs(a - b) for b in at] for a in at])
    columns = np.array([(*rows[n], 1.0) for n in at])
    weighed = columns.T @ np.linalg.inv(likeness)
    expected = np.linalg.solve(weighed @ columns, weighed @ np.array([logs[n] for n in at]))
    assert given.estimate == pytest.approx(expected[0], abs=1e-9)


def test_the_interval_is_wider_than_that_of_one_autocorrelation_in_a_short_series():
    draw = counts(9, 4, 20, seed=5).counts
    logs = [math.log(sum(draw[at : at + 7])) for at in range(0, 91, 7)]
    rows = design(9, 13).rows
    found = step(logs, rows)
    alone = at_strength(logs, rows, 0.0)
    assert found.high - found.low > 2 * 2.2 * alone.error


def test_the_libraries_warnings_are_kept_and_not_shown():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = change(Series(FIRST, tuple(20 + 15 * (day // 7 % 2) for day in range(322))), pause(40))
    assert isinstance(found.fit.second.warned, tuple)


def test_as_data_it_is_json_and_the_same_each_time(fallen):
    data = as_data(fallen)
    again = as_data(change(counts(40, 6, 20, 0.4), pause(40)))
    assert json.dumps(data, allow_nan=False) == json.dumps(again, allow_nan=False)
    assert data["unit"] == "incidents a day"
    assert "40 weeks before and 6 during" in data["method"]
    assert len(data["sentences"]) == 2


def test_every_rule_and_verdict_has_its_words_and_none_is_left_over():
    words = load("rates")
    others = {"not-fitted", "sources-disagree", "no-source-can-tell"}
    assert set(words["reasons"]) == set(RULES) | others
    assert set(VERDICTS) <= set(words)
    assert set(VERDICTS) == set(words["displacement"]["sides"])


def test_importing_it_loads_no_heavy_library():
    ask = (
        "import sys, ceasefire.monitoring.rates; print({'numpy', 'scipy', 'pandas', 'statsmodels'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout == "set()\n"
