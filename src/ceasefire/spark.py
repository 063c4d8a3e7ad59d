"""A session on a Spark cluster, in UTC: what `--engine spark` needs, and what is missing where there is none."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from ceasefire.errors import QuestionError

PATIENCE = 5.0
"""Seconds in which the master of a cluster must answer."""

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
    "spark.python.worker.reuse": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
"""Days are those of the calendar that Python has, times are UTC, and a process of Python serves many tasks."""

_ADDRESS = "spark://"


@contextmanager
def session(master: str) -> Iterator[Any]:
    """A Spark session of its own on the cluster at this address, stopped at the end.

    Raises QuestionError, saying what to do, where pyspark or Java is missing, no address is given or nobody answers.
    """
    _ready(master)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("ceasefire").master(master)
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except Exception as problem:  # py4j has errors of its own for what Java throws
        told = str(problem) if isinstance(problem, PySparkException) else type(problem).__name__
        raise QuestionError(
            f"Spark cannot be started on {master!r} ({' '.join(told.split())[:200]}); "
            "it needs Java 17 or newer, and the address of a cluster of the same Spark version"
        ) from problem
    try:
        yield spark
    finally:
        spark.stop()


def _ready(master: str) -> None:
    """What can be known to be missing before Spark is started."""
    if not master:
        raise QuestionError("the engine spark needs the address of a cluster: --master spark://HOST:7077")
    if find_spec("pyspark") is None:
        raise QuestionError("the engine spark needs pyspark, which is not installed: pip install 'ceasefire[spark]'")
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise QuestionError(
            "the engine spark needs Java 17 or newer, and there is none: apt-get install default-jre-headless"
        )
    if master.startswith(_ADDRESS):
        _answers(master)


def _answers(master: str) -> None:
    """Some master of those named takes a connection; Spark itself would try for a minute."""
    problems = []
    for one in master.removeprefix(_ADDRESS).split(","):
        host, _, port = one.rpartition(":")
        if not host or not port.isdecimal():
            raise QuestionError(f"{master!r} is no address of a Spark cluster; it looks like spark://HOST:7077")
        try:
            socket.create_connection((host.strip("[]"), int(port)), PATIENCE).close()
            return
        except (OSError, OverflowError) as problem:
            problems.append(f"{one}: {getattr(problem, 'strerror', None) or problem}")
    raise QuestionError(
        f"no Spark master can be reached at {master!r} ({'; '.join(problems)}); see that it runs and what it is called"
    )
