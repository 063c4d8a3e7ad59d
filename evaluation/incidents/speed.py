"""How fast reports are read: `python -m evaluation.incidents.speed --shared ../shared` prints rows, seconds, memory."""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

from ceasefire.monitoring.happening import Reader
from ceasefire.monitoring.report import Report
from evaluation.incidents.headlines import rows


def main() -> None:
    """Reads every row of SHARED's months on one core."""
    ask = argparse.ArgumentParser(description="How fast reports are read.")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ (default: ../shared)")
    held = rows(ask.parse_args().shared)
    reports = [Report(one.id, "viina", one.row, text=one.text, codes=one.codes) for one in held]
    began = time.process_time()
    attacks = sum(one.attack == "yes" for one in Reader().all(reports))
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(reports)} rows, {attacks} attacks, {seconds:.1f} s, {memory} MB at most")


if __name__ == "__main__":
    main()
