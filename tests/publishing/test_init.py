"""A new case loads as it is, explains every key, and never writes over another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.publishing.case_template import case_text
from ceasefire.record.case import Case, load_case
from ceasefire.record.case_keys import groups, keys

EVERY_KEY = sorted({(group, key) for group in groups() for key in keys(group)})


def load(folder: Path, text: str) -> Case:
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return load_case(folder)


def test_it_loads_as_it_is(tmp_path: Path) -> None:
    case = load(tmp_path, case_text("The river", ["Maru", "River Front"], ["dispatches"]))
    assert (case.title, list(case.parties), case.sources) == ("The river", ["Maru", "River Front"], ("dispatches",))
    assert load(tmp_path, case_text("The river")) == Case(tmp_path, "The river")


def test_every_example_in_its_comments_loads_too(tmp_path: Path) -> None:
    case = load(tmp_path, re.sub(r"(?m)^# ?(?=(?:  )*[-\w]+:(?:$| [^A-Z\s])|  +[-#]|  +\w)", "", _without_words()))
    assert [one.id for one in case.provisions] == ["energy-pause", "water-works", "harvest-truce", "end-of-arms"]
    pause = case.provisions[0]
    assert pause.terms.withdrawal
    assert pause.terms.ends_if
    assert len(pause.terms.exceptions) == 2
    assert (case.languages, case.record[:10], list(case.parties)) == (
        ("en", "ru"),
        "postgresql",
        ["Northland", "River Front"],
    )


def _without_words() -> str:
    """The template without the lines that only explain: a key's explanation begins with a capital."""
    lines = case_text("T").split("\n")
    return "\n".join(one for one in lines if not re.match(r"# (?:\w+: )?[A-Z]|# known|# [a-z]+(?: \w+)+[.,]", one))


@pytest.mark.parametrize(("group", "key"), EVERY_KEY)
def test_every_key_of_the_schema_is_in_the_template_and_in_the_docs(group: str, key: str, root: Path) -> None:
    assert re.search(rf"\b{key}:", case_text("T"))
    page = (root / "docs" / "case.md").read_text(encoding="utf-8")
    assert keys(group)[key].says in page
    assert f"`{key}`" in page


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_title_and_name_comes_back_as_one_line(words: str) -> None:
    import yaml

    held = yaml.safe_load(case_text(words, [words], [words]))
    assert isinstance(held["title"], str)
    assert list(held["parties"]) == [held["title"]] == held["sources"]


def test_the_command_writes_a_case_that_can_be_asked(ceasefire, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "river"
    made = ceasefire("init", str(folder), "--party", "Maru", "--source", "a.txt")
    assert (made.exit_code, made.stdout) == (0, "")
    assert "case.yaml" in made.stderr
    (folder / "a.txt").write_text("Maru accepted a ceasefire on Tuesday, and said that it would hold talks.")
    assert ceasefire("pauses", str(folder)).exit_code == 0


def test_a_case_that_is_there_is_left_as_it_is(ceasefire, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("title: Mine\n")
    refused = ceasefire("init", str(tmp_path))
    assert (refused.exit_code, (tmp_path / "case.yaml").read_text()) == (2, "title: Mine\n")
    assert "exists and is left as it is; edit it, or name another folder" in refused.stderr


def test_what_would_not_load_is_not_left_behind(ceasefire, tmp_path: Path) -> None:
    refused = ceasefire("init", str(tmp_path / "c"), "--party", "Maru", "--party", "maru")
    assert refused.exit_code == 2
    assert "already stands for" in refused.stderr
    assert not (tmp_path / "c" / "case.yaml").exists()


def test_a_folder_that_cannot_be_made_is_refused(ceasefire, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    refused = ceasefire("init", str(tmp_path / "file" / "case"))
    assert refused.exit_code == 2
    assert "name a folder that you may write" in refused.stderr


def test_the_page_and_the_schema_for_editors_are_made_from_the_declaration(root: Path) -> None:
    """`python -m tools.make_case_docs` makes them again."""
    from ceasefire.publishing.case_schema import schema_text, tables_text

    assert tables_text() in (root / "docs" / "case.md").read_text(encoding="utf-8")
    assert (root / "docs" / "case.schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_example_of_the_page_loads(root: Path, tmp_path: Path) -> None:
    page = (root / "docs" / "case.md").read_text(encoding="utf-8")
    pause, plant = load(tmp_path, "title: T\n" + page.split("```yaml\n")[1].split("```")[0]).provisions
    assert (pause.terms.in_force, pause.terms.exceptions[0].otherwise) == ("when all consent", plant.id)
