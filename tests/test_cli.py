"""The command line: every command is documented, every ending has its status, nothing unread goes unsaid."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from ceasefire.cli import cli

COMMANDS = sorted(cli.commands)
WORDS = "Russia rejected a ceasefire on Tuesday, and Ukraine called for an exchange of prisoners in the coming days."
KEYS = ["id", "date", "statements", "attributions", "unread"]
STATEMENT_KEYS = [
    "id", "actor", "act", "provision", "recipient", "condition", "condition_provision", "speaker", "modality",
    "quote", "start", "end", "scope", "condition_scope", "places", "listed",
]  # fmt: skip


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(WORDS)
    return str(path)


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    return str(path)


def test_help_lists_every_command(ceasefire):
    result = ceasefire("--help")
    assert result.exit_code == 0
    assert [command for command in COMMANDS if f"  {command} " not in result.stdout] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_and_each_option_has_its_place_in_the_docs(command, root):
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    heading = f"## `ceasefire {command}`"
    assert heading in page
    section = page.split(heading)[1].split("\n## ")[0]
    named = [option.opts[0] for option in cli.commands[command].params if option.opts[0].startswith("--")]
    assert [option for option in named if f"`{option}" not in section] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command, ceasefire):
    result = ceasefire(command, "--help")
    assert result.exit_code == 0
    assert "SOURCE..." in result.stdout or "CASE" in result.stdout.splitlines()[0]


def test_everything_read_ends_with_0_and_nothing_on_stderr(ceasefire, paper):
    result = ceasefire("positions", paper)
    assert (result.exit_code, result.stderr) == (0, "")


def test_some_unread_ends_with_3_and_says_what_and_why(ceasefire, paper, empty):
    result = ceasefire("brief", paper, empty)
    assert result.exit_code == 3
    assert empty in result.stderr
    assert "empty" in result.stderr
    assert empty in " ".join(result.stdout.split()).replace(" ", "") or "Not read" in result.stdout


def test_nothing_read_ends_with_1(ceasefire, empty):
    result = ceasefire("code", empty)
    assert result.exit_code == 1
    assert json.loads(result.stdout)["unread"] == "empty"


@pytest.mark.parametrize(
    "words",
    [
        ("brief",),
        ("nothing",),
        ("positions", "--as-of", "soon", "PAPER"),
        ("blockers", "--provision", "no-such", "PAPER"),
        ("brief", "--format", "html", "--format", "json", "PAPER"),
        ("code", "--format", "xml", "PAPER"),
    ],
    ids=" ".join,
)
def test_a_question_that_cannot_be_put_ends_with_2_and_one_clear_message(words, ceasefire, paper):
    result = ceasefire(*(paper if word == "PAPER" else word for word in words))
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_two_cases_are_no_single_question(ceasefire, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.yaml").write_text(f"title: {name}\n")
    result = ceasefire("positions", str(tmp_path / "one"), str(tmp_path / "two"))
    assert result.exit_code == 2
    assert "one CASE" in result.stderr


def test_code_gives_the_published_keys_in_their_order(ceasefire, paper):
    line = json.loads(ceasefire("code", paper).stdout)
    assert list(line) == KEYS
    assert line["statements"]
    assert [list(one) for one in line["statements"]] == [STATEMENT_KEYS] * len(line["statements"])
    assert all(WORDS[one["start"] : one["end"]] == one["quote"] for one in line["statements"])


def test_code_keeps_what_is_unread_in_its_place(ceasefire, paper, empty, tmp_path):
    second = tmp_path / "second.txt"
    second.write_text("Kyiv proposed talks on Friday with the government in Moscow, officials said.")
    lines = [json.loads(line) for line in ceasefire("code", paper, empty, str(second)).stdout.splitlines()]
    assert [line["unread"] for line in lines] == [None, "empty", None]


def test_code_as_json_is_one_list(ceasefire, paper, empty):
    assert [line["unread"] for line in json.loads(ceasefire("code", paper, empty, "--format", "json").stdout)] == [
        None,
        "empty",
    ]


def test_each_case_gets_a_folder_of_its_own(ceasefire, tmp_path):
    for name in ("a/case", "b/case"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "case.yaml").write_text(f"title: The {name} case\nsources: [paper.txt]\n")
        (folder / "paper.txt").write_text(WORDS)
    out = tmp_path / "out"
    result = ceasefire("brief", str(tmp_path / "a/case"), str(tmp_path / "b/case"), "--out", str(out), "--quiet")
    assert result.exit_code == 0
    for name in ("case", "case-2"):
        assert {"brief.html", "brief.json", "brief.md", "brief.pdf"} <= {path.name for path in (out / name).iterdir()}
    assert "The a/case case" in result.stdout
    assert "The b/case case" in result.stdout


def test_files_written_are_named_on_stderr_unless_quiet(ceasefire, paper, tmp_path):
    loud = ceasefire("brief", paper, "--out", str(tmp_path / "loud"))
    quiet = ceasefire("brief", paper, "--out", str(tmp_path / "quiet"), "--quiet")
    assert str(tmp_path / "loud" / "brief.html") in loud.stderr
    assert quiet.stderr == ""
    assert loud.stdout == quiet.stdout


def test_one_form_goes_to_standard_output(ceasefire, paper):
    result = ceasefire("brief", paper, "--format", "json")
    assert json.loads(result.stdout)["format"] == "ceasefire-brief/1"


@pytest.fixture
def long_run(root, tmp_path):
    """`ceasefire code` over many rows, as a process of its own that has given its first line."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n".join(json.dumps({"id": str(n), "date": None, "text": f"{WORDS} {n}"}) for n in range(400)))
    run = [sys.executable, "-m", "ceasefire", "code", str(rows)]
    with subprocess.Popen(run, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert json.loads(running.stdout.readline())
        yield running
        running.kill()


def test_a_reader_that_goes_away_ends_it_quietly(long_run):
    long_run.stdout.close()
    assert long_run.stderr.read() == b""
    assert long_run.wait(60) == 141


def test_an_interrupt_ends_it_quietly_and_leaves_what_was_written(long_run):
    long_run.send_signal(signal.SIGINT)
    assert all(json.loads(line) for line in long_run.stdout)
    assert long_run.stderr.read() == b""
    assert long_run.wait(60) == 130


def test_the_environment_can_ask_for_the_traceback(root, tmp_path):
    run = [sys.executable, "-m", "ceasefire", "positions", "--as-of", "soon", "x.txt"]
    plain = subprocess.run(run, cwd=root, capture_output=True, text=True, check=False)
    debug = subprocess.run(
        run, cwd=root, capture_output=True, text=True, check=False, env={**os.environ, "CEASEFIRE_DEBUG": "1"}
    )
    assert "Traceback" not in plain.stderr
    assert "Traceback" in debug.stderr


def test_a_terminal_that_holds_no_unicode_gets_escapes_and_no_traceback(root, paper):
    run = [sys.executable, "-m", "ceasefire", "positions", paper]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    result = subprocess.run(run, cwd=root, capture_output=True, check=False, env=environment)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Russia rejects" in result.stdout
