"""A batch goes on, whatever is in it; nothing is lost and nothing comes twice under one name."""

from __future__ import annotations

import os
import socket
import time
import tracemalloc
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.samples import ARTICLE, PAGE, packed, pdf, rss

from ceasefire.reading import REASONS, Document, Unread, read
from ceasefire.settings import ReadingLimits


def reasons(path: object) -> dict[str, str]:
    return {Path(item.origin).name: getattr(item, "reason", "read") for item in read([str(path)])}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("header.txt", b"title: Only a header\ndate: 2024\n\n", "empty"),
        ("figures.txt", b"1 2 3\n4 5 6\n", "no-text"),
        ("noise", bytes(range(256)) * 9, "binary"),
        ("report.docx", b"PK\x03\x04" + b"\x00" * 99, "unsupported-format"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "unsupported-format"),
        ("case.yaml", b"parties: [a, b]\n", "unsupported-format"),
        ("list.json", b'[{"text": "a"},\n {"text": "b"}]', "unsupported-format"),
        ("map.xml", b'<?xml version="1.0"?><urlset><url/></urlset>', "unsupported-format"),
        ("twice.gz", packed(packed(b"text")), "unsupported-format"),
        ("long.txt", b"The talks go on. " * 70_000, "too-large"),
    ],
)
def test_what_cannot_be_read_gives_its_reason_and_a_sentence(unread, name, data, reason):
    item = unread(name, data)
    assert item.reason == reason
    assert item.detail[0].isupper()
    assert item.detail.endswith(".")


def test_a_huge_file_is_refused_at_once_and_never_in_memory(tmp_path, save):
    huge = tmp_path / "huge.jsonl"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    after = save("z.txt", ARTICLE)
    tracemalloc.start()
    began = time.monotonic()
    items = list(read([str(huge), after]))
    took, (_, peak) = time.monotonic() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [getattr(item, "reason", "read") for item in items] == ["too-large", "read"]
    assert "200 MB" in items[0].detail
    assert took < 1
    assert peak < 20 * 1024 * 1024


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(save):
    limits = ReadingLimits(largest_file=100_000)
    (item,) = read([save("bomb.txt.gz", packed(b"The talks go on. " * 100_000))], limits)
    assert item.reason == "too-large"


def test_a_folder_is_read_in_order_of_names_and_hidden_files_are_left_out(save, tmp_path):
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.txt"):
        save(name, f"{name}: {ARTICLE}")
    assert [Path(item.origin).relative_to(tmp_path).as_posix() for item in read([str(tmp_path)])] == [
        "a/z.txt",
        "b.txt",
        "c.txt",
    ]


def test_a_folder_without_files_is_told(tmp_path):
    (tmp_path / "inner" / ".hidden").mkdir(parents=True)
    assert reasons(tmp_path) == {tmp_path.name: "empty"}


def test_what_is_no_file_in_a_folder_is_told_and_the_rest_read(save, tmp_path):
    save("good.txt", ARTICLE)
    (tmp_path / "dangling.txt").symlink_to("nowhere.txt")
    (tmp_path / "itself.txt").symlink_to("itself.txt")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        # A socket's path has to be short, which a test's folder is not.
        place = Path.cwd()
        os.chdir(tmp_path)
        try:
            listener.bind("socket")
        finally:
            os.chdir(place)
    (tmp_path / "loop").symlink_to(".")
    assert reasons(tmp_path) == {
        "dangling.txt": "unreadable",
        "good.txt": "read",
        "itself.txt": "unreadable",
        "loop": "unreadable",
        "pipe": "unreadable",
        "socket": "unreadable",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(save):
    path = save("locked.txt", ARTICLE)
    Path(path).chmod(0)
    assert reasons(path) == {"locked.txt": "unreadable"}


@pytest.mark.parametrize("name", ["nowhere.txt", "a\x00b", "", "x" * 5000])
def test_a_name_that_names_nothing_is_unread(name):
    (item,) = read([name])
    assert (item.reason, item.origin) == ("unreadable", name)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (ARTICLE.encode(), "text/plain"),
        (PAGE.encode(), "text/html"),
        (pdf(["The delegations agreed on the truce and on the talks to come."]), "application/pdf"),
        (rss(f"<description>{ARTICLE}</description>"), "application/rss+xml"),
        (b'{"id": "1", "text": "The talks go on."}\n', "application/jsonl"),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(data, media_type):
    (item,) = read(["-"], stdin=BytesIO(data))
    assert isinstance(item, Document), item
    assert item.media_type == media_type
    assert item.origin.startswith("-")


def test_what_a_shell_hands_over_as_a_pipe_is_read():
    reading_end, writing_end = os.pipe()
    with os.fdopen(writing_end, "wb") as file:
        file.write(ARTICLE.encode())
    (item,) = read([f"/dev/fd/{reading_end}"])
    os.close(reading_end)
    assert isinstance(item, Document)
    assert item.text == ARTICLE


def test_a_file_under_a_wrong_name_is_known_by_its_bytes(document):
    assert document("a.txt", PAGE).media_type == "text/html"
    assert document("a.html", pdf(["The delegations agreed on the truce."])).media_type == "application/pdf"


def test_a_text_read_twice_is_a_copy_under_an_id_of_its_own(save):
    path = save("a.txt", ARTICLE)
    first, second, third = read([path, path, save("b.txt", ARTICLE)])
    assert (first.id, first.copy) == (second.id.removesuffix("-2"), None)
    assert [item.copy.of for item in (second, third)] == [first.id] * 2
    assert [item.id for item in (second, third)] == [f"{first.id}-2", f"{first.id}-3"]
    assert second.copy.similarity == 1.0


def test_reading_begins_before_the_last_source_is_named(save):
    def sources():
        yield save("a.txt", ARTICLE)
        raise AssertionError("asked for more than was wanted")

    assert isinstance(next(read(sources())), Document)


def test_a_title_is_the_first_line_that_reads_like_one(document):
    assert document("a.txt", f"# Truce in the valley extended\n\n{ARTICLE}").title == "Truce in the valley extended"
    assert document("b.txt", ARTICLE).title == ""
    assert document("c.txt", f"12 March 2024\n{ARTICLE}").title == ""


written = st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=300), written), max_size=4))
def test_every_source_gives_something_whatever_its_bytes_and_all_ids_differ(contents):
    streams = iter([BytesIO(content) for content in contents])
    items = [item for stream in streams for item in read(["-"], stdin=stream)]
    assert len(items) >= len(contents)
    for item in items:
        if isinstance(item, Unread):
            assert item.reason in REASONS
        else:
            assert item.text.strip()
            item.text.encode("utf-8")


def test_the_same_folder_reads_the_same_twice(save, tmp_path):
    for name, data in (("a.txt", ARTICLE), ("b.html", PAGE), ("c.txt", "x"), ("d.bin", "\x00")):
        save(name, data)
    assert list(read([str(tmp_path)])) == list(read([str(tmp_path)]))


def test_limits_are_the_callers_to_set(save):
    limits = replace(ReadingLimits(), longest_text=10)
    (item,) = read([save("a.txt", ARTICLE)], limits)
    assert (item.reason, "10" in item.detail) == ("too-large", True)
