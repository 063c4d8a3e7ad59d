"""How often each method sees a change where there is none, and how often its interval holds the true one: a table.

`python -m benchmarks.calibration [--runs N] [--only WORDS]` draws N series of each world
(benchmarks/calibration_worlds.py) without a change and N with a ratio of 0.6, and holds four methods
against them at a nominal 5 %:

- exact Poisson test of the counts before and during
- negative binomial regression of daily counts (statsmodels), Wald interval
- SARIMAX of weekly counts with AR(1) errors (statsmodels), Wald interval
- ours: the same model, averaged over the autocorrelation, with its rules for "cannot tell"
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import os
import time
import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from benchmarks.calibration_worlds import World, drawn, window

TRUE = 0.6
NORMAL = 1.959964


class Answer(NamedTuple):
    """What the methods said of one series: whether each saw a change, whether its interval held the true ratio."""

    poisson: bool
    daily: bool
    sarimax: bool
    ours: bool
    daily_holds: bool
    sarimax_holds: bool
    ours_holds: bool
    silent: bool
    reasons: tuple[str, ...]
    ranked: float | None


def worlds() -> list[World]:
    """All kinds of series, in the order of the table."""
    both = (0.7, 0.95)
    plain = [World("plain", alike, weeks=weeks, ranked=weeks == 4) for alike in both for weeks in (2, 4, 8, 30)]
    sparse = [World(f"{n} a week", alike, mean=n / 7, weeks=8) for n in (1, 2, 4) for alike in both]
    moving = [World("trend and season", a, weeks=w, trend=-0.7, season=0.4) for a in both for w in (4, 30)]
    short = [World(f"{n} weeks before", alike, days=7 * (n + 4)) for n in (8, 11, 26, 52) for alike in both]
    drift = [World("drifting", 0.993, weeks=weeks) for weeks in (4, 30)]
    late = [World("late reports", 0.7, weeks=8, late=late) for late in ("counted", "compared")]
    late += [replace(one, weeks=4) for one in late]
    return [*plain, *sparse, *moving, *short, *drift, *late]


def answer(asked: tuple[World, float, int]) -> Answer:
    """All methods on one series."""
    from ceasefire.monitoring.rates.change import change
    from ceasefire.monitoring.rates.series import ends

    world, ratio, number = asked
    series, pause = drawn(world, ratio, number), window(world)
    true = math.log(ratio)
    start, stop = (pause.start - series.first).days, (ends(series, pause) - series.first).days + 1
    found = change(series, pause, ranked=world.ranked)
    low, high = _logs(found.low, found.high)
    second = found.fit.second
    reach = NORMAL * second.error
    daily_low, daily_high = _daily(series.counts[:start], series.counts[start:stop])
    return Answer(
        poisson=_poisson(series.counts[:start], series.counts[start:stop]),
        daily=not daily_low <= 0 <= daily_high,
        sarimax=abs(second.step) > reach,
        ours=not low <= 0 <= high,
        daily_holds=daily_low <= true <= daily_high,
        sarimax_holds=abs(second.step - true) <= reach,
        ours_holds=low <= true <= high,
        silent=not found.usable,
        reasons=found.reasons,
        ranked=found.placebo.share if found.placebo else None,
    )


def _logs(low: float | None, high: float | None) -> tuple[float, float]:
    return (math.log(low), math.log(high)) if low and high else (-math.inf, math.inf)


def _poisson(before: Sequence[int], during: Sequence[int]) -> bool:
    """The exact conditional test of two Poisson rates."""
    from scipy.stats import binomtest

    if not during or not sum(before) + sum(during):
        return False
    share = len(during) / (len(before) + len(during))
    return bool(binomtest(sum(during), sum(before) + sum(during), share).pvalue < 0.05)


def _daily(before: Sequence[int], during: Sequence[int]) -> tuple[float, float]:
    """The Wald interval of the step in a negative binomial regression of days."""
    import numpy as np
    from statsmodels.discrete.discrete_model import NegativeBinomial

    counts = np.array([*before, *during])
    columns = np.column_stack([np.ones(len(counts)), np.arange(len(counts)) >= len(before)]).astype(float)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            fitted = NegativeBinomial(counts, columns).fit(disp=0)
            middle, error = float(fitted.params[1]), float(fitted.bse[1])
        except (ValueError, np.linalg.LinAlgError):
            return -math.inf, math.inf
    if not math.isfinite(error):
        return -math.inf, math.inf
    return middle - NORMAL * error, middle + NORMAL * error


def row(world: World, none: Sequence[Answer], some: Sequence[Answer]) -> str:
    """One line of the table, in per cent of the series."""
    cells = [f"{world.name}{', ' + world.late if world.late else ''}", f"{world.alike}", f"{world.weeks}"]
    cells += [_share([getattr(one, name) for one in none]) for name in ("poisson", "daily", "sarimax", "ours")]
    cells += [_share([getattr(one, name) for one in some]) for name in ("daily_holds", "sarimax_holds", "ours_holds")]
    cells += [_share([one.ours and not one.silent for one in answers]) for answers in (none, some)]
    cells += [_share([one.silent for one in (*none, *some)]), _why([*none, *some])]
    ranks = [one.ranked for one in none if one.ranked is not None]
    cells.append(_share([rank <= 0.05 for rank in ranks]) if ranks else "")
    return "| " + " | ".join(cells) + " |"


def _share(held: Sequence[bool]) -> str:
    return f"{100 * sum(held) / len(held):.0f}"


def _why(answers: Sequence[Answer]) -> str:
    said = [reason for one in answers for reason in one.reasons]
    return max(sorted(set(said)), key=said.count) if said else ""


HEAD = (
    "| series | AR a day | weeks | alarms: Poisson | daily NB | SARIMAX | ours | holds 0.6: daily NB | SARIMAX | ours "
    "| said: false | said: true | cannot tell | mostly | rank ≤ 5 % |\n|---|" + "---:|" * 12 + "---|---:|"
)


def main() -> None:
    """Prints the table, a line as soon as it is known."""
    ask = argparse.ArgumentParser(description="False alarms and coverage of four methods on invented series.")
    ask.add_argument("--runs", type=int, default=200, help="series of each kind (default: 200)")
    ask.add_argument("--only", default="", help="only the kinds whose name holds these words")
    ask.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes (default: one a core)")
    options = ask.parse_args()
    began = time.perf_counter()
    print(HEAD, flush=True)
    with multiprocessing.get_context("spawn").Pool(options.jobs) as pool:
        for world in worlds():
            if options.only in world.name:
                asked = [(world, ratio, number) for ratio in (1.0, TRUE) for number in range(options.runs)]
                answers = pool.map(answer, asked, chunksize=10)
                print(row(world, answers[: options.runs], answers[options.runs :]), flush=True)
    print(f"\n{options.runs} series of each kind, {time.perf_counter() - began:.0f} seconds.")


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
