"""How well reports of one incident are found, on simulations whose truth is known: tables for the docs.

`python -m benchmarks.linking [--seeds N] [--first SEED] [--splink] [--reports N]` prints precision, recall and F1 over
every two reports that are put together (and F1 after B³, Bagga and Baldwin 1998) of four ways: ours, a window of 3 km
and a day, a rule after MELTT, and, with --splink, splink (in the environment of `make bench`). Seeds 1 to 4 were used
to build it; 101 and up were not. Nothing is fitted with the truth. With --reports, how long so many take instead.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from statistics import mean

from benchmarks.linking_rules import Ends, after_meltt, pairs_of, window
from benchmarks.linking_world import TELLERS, Truth, World, includes, simulate
from ceasefire.monitoring.linking.columns import columns
from ceasefire.monitoring.linking.linking import Asked, link

TWICE = "one source has two rows for 30 % of its incidents"
WORLDS: Mapping[str, World] = {
    "as asked: 15 % miscoded": World(),
    "no texts": World(tellers=tuple(replace(one, words=0.0) for one in TELLERS)),
    "30 % miscoded": World(miscoded=0.3),
    "half as dense": World(days=300),
    "three times as dense": World(days=50),
    "twice the jitter": World(jitter=2.0),
    "a tenth of the incidents": World(incidents=240, days=15),
    TWICE: World(tellers=(replace(TELLERS[0], rows_more=0.3), *TELLERS[1:])),
}
Found = tuple[float, float, float, float]


def ours(truth: Truth, world: World) -> set[Ends]:
    """Every two reports that are of one incident by `ceasefire.monitoring.linking`."""
    rows = {one.name: "report" if one.rows_more else "event" for one in world.tellers}
    linked = link(columns(truth.rows), Asked(rows=rows, includes=includes()))
    return pairs_of({report: group[0] for group in linked.groups for report in group})


def measured(found: set[Ends], truth: Truth) -> Found:
    """Precision, recall and F1 of pairs, and F1 after B³."""
    right = pairs_of({report: str(incident) for report, incident in truth.incident.items()})
    both = len(found & right)
    precision, recall = both / max(1, len(found)), both / max(1, len(right))
    return precision, recall, _f1(precision, recall), b_cubed(found, right, truth.incident)


def b_cubed(found: set[Ends], right: set[Ends], reports: Iterable[str]) -> float:
    """F1 of what each report's company holds of its right company, itself among both."""
    mine, theirs = _company(found), _company(right)
    each = [(mine.get(one, set()) | {one}, theirs.get(one, set()) | {one}) for one in reports]
    precision = mean(len(a & b) / len(a) for a, b in each)
    return _f1(precision, mean(len(a & b) / len(b) for a, b in each))


def _company(pairs: set[Ends]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(name: str, world: World, seeds: Iterable[int], peers: bool) -> list[str]:
    """The rows of one world: the means over the seeds, and the least and greatest F1."""
    ways: dict[str, list[Found]] = {}
    for seed in seeds:
        of_seed = replace(world, seed=seed)
        truth = simulate(of_seed)
        found: dict[str, Callable[[], set[Ends]]] = {
            "ours": lambda: ours(truth, of_seed),  # noqa: B023
            "window, 3 km and a day": lambda: window(truth),  # noqa: B023
            "after MELTT": lambda: after_meltt(truth),  # noqa: B023
        }
        for way, find in found.items():
            ways.setdefault(way, []).append(measured(find(), truth))
        if peers and name != TWICE:
            _splink(ways, truth)
    return [f"| {name} | {way} | {_cells(some)} |" for way, some in ways.items()]


def _splink(ways: dict[str, list[Found]], truth: Truth) -> None:
    """splink at one half, and at the threshold that is best for the truth, which nobody knows."""
    from benchmarks.linking_splink import grouped

    each = {threshold: measured(found, truth) for threshold, found in grouped(truth).items()}
    ways.setdefault("splink, p > 0.5", []).append(each[0.5])
    ways.setdefault("splink, best p", []).append(max(each.values(), key=lambda found: found[2]))


def _cells(some: list[Found]) -> str:
    columns_of = list(zip(*some, strict=True))
    means = [f"{mean(column):.3f}" for column in columns_of]
    return " | ".join([*means, f"{min(columns_of[2]):.3f}–{max(columns_of[2]):.3f}"])


def timed(reports: int, world: World) -> str:
    """How long so many reports take, and the memory that the whole run came to."""
    each = sum(one.coverage for one in world.tellers)
    scale = reports / each / world.incidents
    truth = simulate(replace(world, incidents=int(reports / each), days=int(world.days * scale)))
    before = time.perf_counter()
    linked = link(columns(truth.rows), Asked(includes=includes()))
    took = time.perf_counter() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"| {len(truth.rows):,} | {linked.compared:,} | {len(linked.groups):,} | {took:.1f} | {peak:.0f} |"


def main() -> None:
    """Prints the table that was asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seeds", type=int, default=3)
    asked.add_argument("--first", type=int, default=101)
    asked.add_argument("--splink", action="store_true")
    asked.add_argument("--world", action="append", choices=list(WORLDS), help="only these")
    asked.add_argument("--reports", type=int)
    given = asked.parse_args()
    if given.reports:
        print("| reports | pairs compared | incidents | seconds | MB |\n|---:|---:|---:|---:|---:|")
        print(timed(given.reports, World()))
        print(timed(given.reports, replace(World(), days=15, towns=600)))
        return
    print("| simulation | way | precision | recall | F1 | F1, B³ | F1, least–greatest |")
    print("|---|---|---:|---:|---:|---:|---:|")
    for name in given.world or WORLDS:
        seeds = range(given.first, given.first + given.seeds)
        print("\n".join(table(name, WORLDS[name], seeds, given.splink)), flush=True)


if __name__ == "__main__":
    main()
