"""The change of rates on a long series of others' records: `python -m benchmarks.rates_trial [--shared ../shared]`.

Every row of the UCDP file from May 2014 to December 2021 counts, whatever it tells; three pauses of those years.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from datetime import date, datetime
from pathlib import Path

from ceasefire.monitoring.rates import Window, change, sentences
from ceasefire.monitoring.rates.series import series

FILE = Path("data/incidents/ucdp_ged_ukraine_2014_2023.csv.gz")
FIRST, LAST = date(2014, 5, 1), date(2021, 12, 31)
PAUSES = (
    Window(date(2014, 9, 5), date(2014, 10, 31)),
    Window(date(2015, 2, 15), date(2015, 6, 30)),
    Window(date(2020, 7, 27)),
)


def days(path: Path) -> list[date]:
    """The first day of each row."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as rows:
        return [datetime.strptime(row["date_start"].split(" ")[0], "%m/%d/%Y").date() for row in csv.DictReader(rows)]


def main() -> None:
    """Prints the two sentences of each pause, with its ratio and interval."""
    ask = argparse.ArgumentParser(description="Rates before and during three pauses, from UCDP's records.")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds data/incidents")
    counted = series(days(ask.parse_args().shared / FILE), FIRST, LAST)
    for pause in PAUSES:
        found = change(counted, pause)
        print(f"{pause.start} to {found.end}: {found.verdict}; {found.ratio} ({found.low} to {found.high})")
        print("  " + "\n  ".join(sentences(found)))


if __name__ == "__main__":
    main()
