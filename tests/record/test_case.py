"""case.yaml: what a mediator writes is understood, and what is refused is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasefire.errors import CaseError
from ceasefire.record.case import Case, categories, is_case, load_case
from ceasefire.record.terms import Release
from ceasefire.when import When

GOOD = """\
title: The energy pause
parties:
  Russia: [Kremlin, Moscow]
  Ukraine: Kyiv
provisions:
  energy-pause:
    title: Halt to attacks on energy infrastructure
    must_not: attack
    who: [Russia, Ukraine]
    towards: [energy-infrastructure]
    domain: [air, sea, land]
    when: {from: 2025-03-18, for: P30D}
    extendable: by mutual agreement
    ends_if: {breach_by: either, at_option_of: other}
    consent: [Russia, Ukraine]
  black-sea:
    category: navigation
    area: Black Sea
consent:
  ceasefire: [Russia, Ukraine]
sources: [dispatches/*.txt]
"""


P = "title: T\nprovisions:\n  p:\n"


def load(folder: Path, text: str) -> Case:
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return load_case(folder)


def test_a_case_says_who_what_and_from_where(tmp_path: Path) -> None:
    case = load(tmp_path, GOOD)
    assert case.title == "The energy pause"
    assert case.parties == {"Russia": ("Kremlin", "Moscow"), "Ukraine": ("Kyiv",)}
    pause, sea = case.provisions
    assert (pause.id, pause.category, pause.consent) == ("energy-pause", "limited-ceasefire", ("Russia", "Ukraine"))
    assert (pause.scope.duration, pause.scope.start.edtf) == ("P30D", "2025-03-18")
    assert (pause.scope.targets, pause.scope.between) == (("energy-infrastructure",), ("Russia", "Ukraine"))
    assert (pause.terms.extendable, pause.terms.ends_if) == ("by mutual agreement", Release("either", "other"))
    assert (sea.category, sea.scope.area) == ("navigation", ("Black Sea",))
    assert case.consent == {"ceasefire": ("Russia", "Ukraine")}
    assert case.sources == ("dispatches/*.txt",)
    assert is_case(tmp_path)
    assert load_case(tmp_path / "case.yaml") == case


def test_a_folder_without_case_yaml_is_no_case(tmp_path: Path) -> None:
    assert not is_case(tmp_path)
    with pytest.raises(CaseError, match=r"a case is a folder with a case\.yaml"):
        load_case(tmp_path)


def test_a_source_can_be_given_a_date(tmp_path: Path) -> None:
    case = load(tmp_path, "title: T\nsources: [a.txt, {path: b.txt, published: 2031-05}, {path: c.txt}]\n")
    assert case.sources == ("a.txt", "b.txt", "c.txt")
    assert case.dates == {"b.txt": When("2031-05", found_in="given")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("parties: {}\n", r"line 1: the file has no title; the keys are: title, parties"),
        ("title: T\nparty: x\n", r"line 2: party \('party'\) is not a key here; choose one of: title, parties"),
        ("title: T\ntitle: U\n", r"line 2: title .*is given twice, first on line 1"),
        (P + "    category: truce\n", r"line 4: provisions.p.category \('truce'\) must be of: ceasefire"),
        (P + "    title: P\n", r"line 4: provisions.p has no category"),
        (P + "    category: talks\n    domain: [air, space]\n", r"line 5: .*'space'\) must be of: air, land, sea"),
        (P + "    category: talks\n    when: {for: 30 days}\n", r"line 5: .*when.for \('30 days'\) is no duration"),
        (P + "    category: talks\n    when: {from: soon}\n", r"line 5: .*when.from \('soon'\) is no date"),
        ("title: T\nparties:\n  A: [x]\n  B: [X]\n", r"line 4: parties.B gives 'X', which already stands for 'A'"),
        ("title: [a\n", r"line 2: not YAML"),
        ("- a\n", r"line 1: the file must be keys with values"),
        ("title: T\nsources: {a: b}\n", r"line 2: sources.a \('a'\) is not a key here; choose one of: path, published"),
        ("title: T\nsources: [{published: 2025}]\n", r"line 2: sources has no path; write {path: "),
        (
            "title: T\nsources: [{path: a, published: 2025}, {path: a, published: 2026}]\n",
            r"line 2: sources.published \('2026'\) is another date than the 2025 given to it above; keep one",
        ),
        ("", r"is empty; give at least a title and sources"),
    ],
)  # fmt: skip
def test_what_is_refused_is_named_with_its_line_its_value_and_the_choices(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(CaseError, match=expected):
        load(tmp_path, text)


def test_every_category_of_the_codebook_can_be_chosen() -> None:
    assert len(categories()) == 19
