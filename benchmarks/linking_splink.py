"""The same task for splink (Linacre et al. 2022), with comparisons like ours and its own way of fitting and grouping.

u comes from random pairs, m from two rounds of expectation and maximisation, each blocked by what the other compares;
then links are predicted for pairs near each other, and each group has at most one report of each source.
"""

from __future__ import annotations

import logging
import warnings
from typing import Any

import numpy as np

from benchmarks.linking_rules import Ends, pairs_of, spots
from benchmarks.linking_world import Truth

SHARES = (0.7, 0.45, 0.3, 0.2)
THRESHOLDS = (0.5, 0.9, 0.97, 0.99, 0.998)
NEAR = "abs(l.middle - r.middle) <= l.half + r.half + 2"
CLOSE = "abs(l.x - r.x) <= 5 + 1.5 * (l.radius + r.radius) and abs(l.y - r.y) <= 5 + 1.5 * (l.radius + r.radius)"
KM = "sqrt(power(x_l - x_r, 2) + power(y_l - y_r, 2)) / sqrt(power(radius_l, 2) + power(radius_r, 2))"
DAYS = "abs(middle_l - middle_r) - half_l - half_r"
COMMON = "len(list_intersect(words_l, words_r)) * 2.0 / (len(words_l) + len(words_r))"


def grouped(truth: Truth) -> dict[float, set[Ends]]:
    """For several thresholds of probability, every two reports that splink puts in one group."""
    warnings.filterwarnings("ignore")
    logging.getLogger("splink").setLevel(logging.ERROR)
    from splink import DuckDBAPI, Linker, SettingsCreator

    api = DuckDBAPI()
    frames = [api.register(frame, dataset_display_name=name) for name, frame in _frames(truth).items()]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=_comparisons(),
        blocking_rules_to_generate_predictions=[f"{NEAR} and {CLOSE}"],
        retain_matching_columns=False,
    )
    linker = Linker(frames, settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    learn = linker.training.estimate_parameters_using_expectation_maximisation
    learn("l.cell = r.cell and l.middle = r.middle", record_sample_proportion=1.0)
    learn(
        "l.wide_cell = r.wide_cell and l.fortnight = r.fortnight and l.target = r.target and l.means = r.means",
        populate_probability_two_random_records_match_from_trained_values=True,
        record_sample_proportion=1.0,
    )
    predicted = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    return {threshold: _pairs(linker, predicted, threshold, sorted(_frames(truth))) for threshold in THRESHOLDS}


def _pairs(linker: Any, predicted: Any, threshold: float, names: list[str]) -> set[Ends]:
    found = linker.clustering.cluster_using_single_best_links(
        predicted, duplicate_free_datasets=names, threshold_match_probability=threshold
    ).as_pandas_dataframe()
    return pairs_of(dict(zip(found["unique_id"], found["cluster_id"].astype(str), strict=True)))


def _frames(truth: Truth) -> dict[str, Any]:
    """A table a source."""
    import pandas as pd

    where = spots(truth)
    rows = []
    for (report, said), (x, y) in zip(truth.rows, where.tolist(), strict=True):
        first, last = report.happened.first, report.happened.last
        assert first is not None
        assert last is not None
        half = (last - first).days / 2
        minute = np.nan
        if report.happened.instant:
            hour, minutes = report.happened.instant[11:].split(":")
            minute = first.toordinal() * 1440 + int(hour) * 60 + int(minutes)
        rows.append(
            {
                "unique_id": report.id, "source": report.source, "x": x, "y": y, "radius": report.place.radius_km,
                "cell": f"{int(x // 5)} {int(y // 5)}", "wide_cell": f"{int(x // 40)} {int(y // 40)}",
                "middle": first.toordinal() + half, "half": half, "fortnight": first.toordinal() // 14,
                "minute": minute, "target": said.targets[0], "means": said.means[0] if said.means else None,
                "deaths": report.deaths, "words": sorted(set(report.text.split())) or None,
            }
        )  # fmt: skip
    table = pd.DataFrame(rows).sort_values("unique_id")
    return {str(name): part.drop(columns="source") for name, part in table.groupby("source")}


def _comparisons() -> list[dict[str, Any]]:
    """The levels that ours has, as SQL; what is not given is null."""
    clock = "abs(minute_l - minute_r)"
    return [
        _comparison("place", None, [f"{KM} <= {part}" for part in (0.25, 0.5, 1, 1.5, 2)]),
        _comparison("clock", "minute_l is null or minute_r is null", [f"{clock} <= {m}" for m in (30, 120, 360, 720)]),
        _comparison("day", "minute_l is not null and minute_r is not null", [f"{DAYS} <= 0", f"{DAYS} <= 1"]),
        _comparison(
            "target",
            None,
            [
                "target_l = target_r",
                "starts_with(target_l, target_r) or starts_with(target_r, target_l)",
                "target_l[:4] = target_r[:4]",
                "target_l[:2] = target_r[:2]",
            ],
        ),
        _comparison("means", "means_l is null or means_r is null", ["means_l = means_r"]),
        _comparison("words", "words_l is null or words_r is null", [f"{COMMON} >= {part}" for part in SHARES]),
        _comparison(
            "deaths",
            "deaths_l is null or deaths_r is null",
            [
                "deaths_l = deaths_r and deaths_l >= 3",
                "deaths_l = deaths_r and deaths_l > 0",
                "deaths_l > 0 and deaths_r > 0 and abs(deaths_l - deaths_r) <= 1",
                "deaths_l = 0 and deaths_r = 0",
            ],
        ),
    ]  # fmt: skip


def _comparison(name: str, null: str | None, levels: list[str]) -> dict[str, Any]:
    nothing = [{"sql_condition": null, "label_for_charts": "not given", "is_null_level": True}] if null else []
    held = [{"sql_condition": level, "label_for_charts": level} for level in levels]
    return {
        "output_column_name": name,
        "comparison_levels": [*nothing, *held, {"sql_condition": "ELSE", "label_for_charts": "else"}],
    }
