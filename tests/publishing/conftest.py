"""The brief of a small case, made once."""

from __future__ import annotations

import pytest
from tests.publishing.story import story

from ceasefire.publishing.brief import Brief
from ceasefire.publishing.compose import compose


@pytest.fixture(scope="session")
def brief() -> Brief:
    """The brief of the story."""
    return compose(story())
