"""Progress is for somebody who watches and waits: nobody else gets any."""

from __future__ import annotations

import io

import pytest

from ceasefire.pipeline import silent
from ceasefire.publishing import progress
from ceasefire.publishing.progress import watched


class Window(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO(), False), (Window(), True)], ids=["no-terminal", "quiet"])
def test_no_terminal_and_quiet_get_none(stream, quiet):
    with watched(stream, quiet) as step:
        assert step is silent
    assert stream.getvalue() == ""


def test_a_run_shorter_than_a_second_shows_none():
    window = Window()
    with watched(window, quiet=False) as step:
        step("read", "one.txt")
    assert "one.txt" not in window.getvalue()


def test_a_long_run_tells_what_is_read_and_steers_no_terminal(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    window = Window()
    with watched(window, quiet=False) as step:
        step("read", "one\x1b]0;title\x07.txt")
    assert "1 read" in window.getvalue()
    assert "\x1b]0;" not in window.getvalue()
