"""What cannot be read is said, with its reason, beside all that could; nothing stops and nothing is lost."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest

from ceasefire.coding import Coded
from ceasefire.pipeline import Options, coded
from ceasefire.reading import Unread
from ceasefire.settings import ReadingLimits

GOOD = "Russia rejected a ceasefire on Tuesday, and Ukraine called for an exchange of prisoners."
NO_ENGLISH = "A két fél képviselői kedden ismét találkoztak, de a tűzszünetről nem tudtak megállapodni egymással. " * 4
EMPTY_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
BAD_LINES = [
    json.dumps({"id": "one", "date": "2025-03-18", "text": GOOD}),
    json.dumps({"id": "two", "date": "2025-03-19", "text": "Ukraine accepted a ceasefire on Wednesday."}),
    '{"id": "three", "text": "no end',
    json.dumps({"id": "four", "date": None, "text": "Moscow freed 20 prisoners under the exchange."}),
    json.dumps({"id": "five", "date": "2025-03-21", "text": "Kyiv proposed talks on Friday."}),
]


@pytest.fixture
def code(ceasefire):
    """`ceasefire code` over paths: the result, and its lines."""

    def ask(*words: object):
        result = ceasefire("code", *map(str, words), "--format", "jsonl")
        return result, [json.loads(line) for line in result.stdout.splitlines()]

    return ask


def unreadable(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


ALONE = [
    ("empty.txt", b"", "empty"),
    ("noise.txt", bytes(range(256)) * 40, "binary"),
    ("scan.pdf", EMPTY_PDF, "no-text-layer"),
    ("hungarian.txt", NO_ENGLISH.encode(), "unsupported-language"),
]


@pytest.mark.parametrize(("name", "content", "reason"), ALONE, ids=[name for name, _, _ in ALONE])
def test_a_file_that_cannot_be_read_is_named_with_its_reason_and_the_status_says_so(
    code, tmp_path, name, content, reason
):
    result, [line] = code(unreadable(tmp_path, name, content))
    assert line["unread"] == reason
    assert line["statements"] == []
    assert result.exit_code != 0
    assert name in result.stderr


def test_a_file_of_200_megabytes_is_refused_unopened(code, tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as large:
        large.truncate(200 * 1024 * 1024)
    result, [line] = code(path)
    assert line["unread"] == "too-large"
    assert "large.txt" in result.stderr


def test_broken_html_is_read_as_far_as_it_goes(code, tmp_path):
    page = f"<html><head><title>Talks</title><body><div><p>{GOOD} <p>Kyiv wants talks.</div></span><table><tr><p>{GOOD}"
    result, [line] = code(unreadable(tmp_path, "page.html", page.encode()))
    assert line["unread"] is None
    assert result.exit_code == 0
    assert {s["actor"] for s in line["statements"]} >= {"Russia", "Ukraine"}


def test_an_invalid_line_costs_that_line_alone(code, tmp_path):
    path = unreadable(tmp_path, "rows.jsonl", "\n".join(BAD_LINES).encode())
    result, lines = code(path)
    assert [line["id"] for line in lines if line["unread"] is None] == ["one", "two", "four", "five"]
    [bad] = [line for line in lines if line["unread"]]
    assert bad["unread"] == "invalid"
    assert "3" in result.stderr
    assert all(line["statements"] for line in lines if line is not bad)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_apart_within_a_batch(code, tmp_path, encoding):
    text = f"“We will answer,” said Zelensky – “soon”. {GOOD}"
    unreadable(tmp_path, "a.txt", GOOD.encode())
    unreadable(tmp_path, "b.txt", text.encode(encoding))
    _, [first, second] = code(tmp_path)
    kinds = [[(s["actor"], s["act"], s["provision"]) for s in line["statements"]] for line in (first, second)]
    assert ("Russia", "reject", "ceasefire") in kinds[0]
    assert ("Russia", "reject", "ceasefire") in kinds[1]


def test_a_batch_keeps_what_is_good_and_lists_what_is_not(code, ceasefire, tmp_path):
    for name, content, _ in ALONE:
        unreadable(tmp_path, name, content)
    unreadable(tmp_path, "good.txt", GOOD.encode())
    _, lines = code(tmp_path)
    assert sorted(line["unread"] for line in lines if line["unread"]) == sorted(reason for _, _, reason in ALONE)
    assert [len(line["statements"]) > 0 for line in lines if line["unread"] is None] == [True]
    brief = ceasefire("brief", str(tmp_path), "--format", "markdown")
    for name, _, _ in ALONE:
        assert name in brief.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_folder_with_files_that_may_not_be_opened_is_read_for_the_rest(code, tmp_path):
    unreadable(tmp_path, "good.txt", GOOD.encode())
    unreadable(tmp_path, "secret.txt", GOOD.encode()).chmod(0)
    _, lines = code(tmp_path)
    assert sorted(str(line["unread"]) for line in lines) == ["None", "unreadable"]


def test_a_folder_with_a_link_to_nowhere_is_read_for_the_rest(code, tmp_path):
    unreadable(tmp_path, "good.txt", GOOD.encode())
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    _, lines = code(tmp_path)
    assert sorted(str(line["unread"]) for line in lines) == ["None", "unreadable"]


def test_a_file_that_is_not_there_is_said_to_be_missing(code, tmp_path):
    result, [line] = code(tmp_path / "missing.txt")
    assert line["unread"] == "unreadable"
    assert result.exit_code != 0
    assert "missing.txt" in result.stderr


def test_an_address_that_never_answers_is_given_up_and_the_rest_is_read(tmp_path):
    good = unreadable(tmp_path, "good.txt", GOOD.encode())
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/story"
        limits = ReadingLimits(fetch_seconds=0.5, allow_private=True)
        unanswered, read = coded([address, str(good)], options=Options(limits))
    assert isinstance(unanswered, Unread)
    assert (unanswered.origin, unanswered.reason) == (address, "unreachable")
    assert isinstance(read, Coded)
    assert read.statements


def test_a_private_address_is_refused_unless_it_is_allowed(code):
    result, [line] = code("http://127.0.0.1:9/story")
    assert line["unread"] == "refused-address"
    assert result.exit_code != 0


@pytest.mark.parametrize(
    "words",
    [
        ("positions", "GOOD", "--as-of", "yesterday"),
        ("blockers", "GOOD", "--provision", "moon-landing"),
    ],
    ids=" ".join,
)
def test_a_question_that_cannot_be_put_is_refused_with_what_to_do(ceasefire, tmp_path, words):
    good = unreadable(tmp_path, "good.txt", GOOD.encode())
    result = ceasefire(*[str(good) if word == "GOOD" else word for word in words])
    assert result.exit_code == 2
    assert words[-1] in result.stderr
    assert "Traceback" not in result.stderr
