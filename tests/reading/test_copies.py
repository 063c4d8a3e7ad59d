"""Near-copies across documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from evaluation.near_copies.measure import SET, measure
from hypothesis import given, settings
from hypothesis import strategies as st

from ceasefire.reading import Copy, Document, Unread, mark_copies
from ceasefire.reading.likeness import likeness, print_of

ROWS = {row["id"]: row["text"] for row in map(json.loads, SET.read_text(encoding="utf-8").splitlines())}


def marks(*names: str) -> dict[str, str]:
    """Which of the named dispatches, read in this order, are copies, and of which."""
    found = mark_copies(Document(name, ROWS[name], "", "") for name in names)
    return {item.id: item.copy.of for item in found if isinstance(item, Document) and item.copy}


@pytest.mark.parametrize("copy", ["harbour-2", "harbour-3", "harbour-4"])
def test_a_story_run_again_cut_or_led_differently_is_a_copy(copy):
    assert marks("harbour-1", copy) == {copy: "harbour-1"}
    assert marks(copy, "harbour-1") == {"harbour-1": copy}


def test_a_brief_of_a_long_report_is_a_copy():
    assert marks("lake-1", "lake-2") == {"lake-2": "lake-1"}


@pytest.mark.parametrize(
    "pair",
    [
        ("harbour-1", "harbour-other-account"),
        ("mountain-1", "mountain-breach"),
        ("bulletin-1", "bulletin-2"),
        ("short-1", "short-2"),
        ("lake-1", "lake-update"),
    ],
)
def test_other_news_about_the_same_talks_is_none(pair):
    assert marks(*pair) == {}


def test_a_copy_of_a_copy_goes_under_the_first_of_the_family():
    assert marks("desert-1", "desert-3", "desert-2") == {"desert-3": "desert-1", "desert-2": "desert-1"}


def test_the_set_is_found_as_well_as_the_documentation_says():
    found = measure()
    assert found.precision == 1.0
    assert found.recall >= 0.9


def test_marks_of_reading_are_kept_and_what_is_unread_passes():
    first, again = (Document(name, ROWS["river-1"], "", "") for name in ("river-2", "river-2-2"))
    unread = Unread("x", "x", "empty", "There is nothing in it.")
    marked = Document(again.id, again.text, "", "", copy=Copy("river-2", 1.0))
    root = Document("river-1", ROWS["river-1"], "", "")
    assert list(mark_copies([root, unread, first, marked])) == [
        root,
        unread,
        Document("river-2", first.text, "", "", copy=Copy("river-1", 1.0)),
        Document("river-2-2", again.text, "", "", copy=Copy("river-1", 1.0)),
    ]


def test_documents_are_passed_on_as_they_come():
    def coming():
        yield Document("a", ROWS["river-1"], "", "")
        raise AssertionError("asked for more than was wanted")

    assert next(mark_copies(coming())).id == "a"


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["ceasefire", "talks", "river", "12", "13", "envoy", "said"]), max_size=60))
def test_likeness_is_whole_for_the_same_text_and_the_same_both_ways(words):
    one, other = print_of(" ".join(words)), print_of(" ".join(words[: len(words) // 2]))
    assert likeness(one, one) == 1.0
    assert likeness(one, other) == likeness(other, one)


def test_the_marks_are_the_same_under_every_hash_seed(tmp_path):
    script = (
        "import sys; from ceasefire.reading import mark_copies, read\n"
        "print([(d.id, d.copy) for d in mark_copies(read([sys.argv[1]]))])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script, str(SET)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(printed) == 1
    assert printed.pop().count(b"Copy(") > 10


def test_a_batch_of_one_document_loads_no_library_for_copies(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ROWS["river-1"], encoding="utf-8")
    script = (
        "import sys; from ceasefire.reading import mark_copies, read\n"
        "assert len(list(mark_copies(read([sys.argv[1]])))) == 1\n"
        "heavy = {'datasketch', 'trafilatura', 'httpx', 'feedparser', 'pypdfium2', 'py3langid', 'numpy', 'warcio'}\n"
        "sys.exit(sorted(heavy & set(sys.modules)) and str(heavy & set(sys.modules)) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
