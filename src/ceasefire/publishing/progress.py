"""Progress of a long run on stderr: only where somebody watches, and only after a second."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from ceasefire.pipeline import Progress, silent
from ceasefire.publishing.inert import shortened
from ceasefire.publishing.wording import phrase

PATIENCE = 1.0

Watch = Callable[[int, int], None]


@contextmanager
def watched(stream: IO[str], quiet: bool) -> Iterator[Progress]:
    """What the pipeline calls for each thing read and coded."""
    if quiet or not stream.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

    console = Console(file=stream, markup=False, highlight=False)
    status = Status("", console=console)
    began, counts, shown = time.monotonic(), Counter[str](), False

    def step(stage: str, name: str) -> None:
        nonlocal shown
        counts[stage] += 1
        if not shown and time.monotonic() - began > PATIENCE:
            status.start()
            shown = True
        if shown:
            done = phrase("progress", read=counts["read"], coded=counts["coded"], name=shortened(name, 60))
            status.update(Text(done))

    try:
        yield step
    finally:
        status.stop()


@contextmanager
def bytes_watched(stream: IO[str], quiet: bool, name: str) -> Iterator[Watch]:
    """What importing calls with the bytes read and to read of one file: a bar, after a second."""
    if quiet or not stream.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console = Console(file=stream, markup=False, highlight=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    task, began, shown = bar.add_task(shortened(name, 60)), time.monotonic(), False

    def step(done: int, total: int) -> None:
        nonlocal shown
        if not shown and time.monotonic() - began > PATIENCE:
            bar.start()
            shown = True
        bar.update(task, completed=done, total=total)

    try:
        yield step
    finally:
        bar.stop()
