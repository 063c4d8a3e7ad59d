"""A Spark cluster of the tests' own, made by tools/with_spark.sh; without one these tests are skipped."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session")
def master() -> str:
    """The address of the cluster."""
    address = os.environ.get("CEASEFIRE_TEST_SPARK", "")
    if not address:
        pytest.skip("there is no cluster: make spark-test")
    return address
