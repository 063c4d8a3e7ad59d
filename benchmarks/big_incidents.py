"""How much memory and time a large file of incident data takes to import.

python -m benchmarks.big_incidents --gigabytes 1
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from ceasefire.monitoring.importing.running import How, import_file

HEADER = "datetime,lon,lat,place_name,event_type,headline\n"
WORDS = "Several explosions were heard near the settlement; what was hit is not known yet, the administration says"


def write(path: Path, size: int) -> int:
    """Writes so many bytes of invented rows, each different; answers how many rows."""
    rows = written = 0
    with path.open("w", encoding="utf-8") as stream:
        written += stream.write(HEADER)
        while written < size:
            day, hour = rows % 28 + 1, rows // 28 % 24
            lon, lat = 22 + rows % 1700 / 100, 44.5 + rows % 700 / 100
            cells = f"2031-05-{day:02} {hour:02}:17:00,{lon:.4f},{lat:.4f},Place {rows % 9000},uav|loc"
            written += stream.write(f'{cells},"{WORDS} ({rows})"\n')
            rows += 1
    return rows


def main() -> None:
    """Prints the rows, the seconds and the peak of resident memory."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--gigabytes", type=float, default=1.0)
    size = int(asked.parse_args().gigabytes * 1e9)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.csv"
        rows = write(path, size)
        began = time.monotonic()
        counts = import_file(path, Path(folder) / "big", How())
        seconds = time.monotonic() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        made = (Path(folder) / "big.parquet").stat().st_size / 1e6
    print(f"{size / 1e9:.1f} GB, {rows} rows, {counts.used} used: {seconds:.0f} s, {rows / seconds:.0f} rows a second,")
    print(f"peak of resident memory {peak:.0f} MB, Parquet {made:.0f} MB")


if __name__ == "__main__":
    main()
