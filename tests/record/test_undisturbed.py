"""The search for cyclic garbage rests while a record is made, and goes on afterwards."""

from __future__ import annotations

import gc
from contextlib import suppress

from ceasefire.record.undisturbed import undisturbed


def test_the_search_rests_inside_and_goes_on_after_an_error() -> None:
    with suppress(KeyError), undisturbed():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()


def test_one_inside_another_does_not_start_it_early() -> None:
    with undisturbed():
        with undisturbed():
            pass
        assert not gc.isenabled()
