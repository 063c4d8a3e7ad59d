"""The section on pauses: each step is cited, what only a case file says is marked, each count has its bar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.reasoning.said import record, said

from ceasefire.coding.statement import Scope
from ceasefire.publishing.brief import Brief, Line
from ceasefire.publishing.compose import compose
from ceasefire.publishing.figures import figures
from ceasefire.publishing.gather import gather
from ceasefire.record.case import load_case
from ceasefire.when import When

CASE = """\
title: T
provisions:
  pause:
    must_not: attack
    towards: energy-infrastructure
    when: {from: 2031-03-01, for: P30D}
    consent: [Mali, Niger]
    extendable: no
    withdrawal: {by: Mali, notice: PT36H}
    response_in_kind: forbidden
    suspended_if: {breach_by: either, at_option_of: Niger}
    except: [{towards: dams, when: {from: 2031-03-02, for: P1D}, otherwise: water}]
  water: {title: The water works, category: other}
"""


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    scope = Scope(targets=("energy-infrastructure",), duration="P30D")
    later = Scope(targets=scope.targets, duration="P30D", start=When("2031-03-05"))
    told = [
        said("Mali", "accept", "limited-ceasefire", on="2031-03-01", scope=scope, document="a", start=1),
        said("Niger", "accept", "limited-ceasefire", on="2031-03-02", scope=scope, document="b", start=1),
        said("Niger", "accept", "limited-ceasefire", on="2031-03-06", scope=later, document="c", start=1),
    ]
    return compose(gather(record(told), load_case(tmp_path), date(2031, 4, 1)))


def lines(line: Line) -> list[Line]:
    return [line, *(each for under in line.under for each in lines(under))]


def test_each_step_cites_words_and_the_case_file_none(brief: Brief) -> None:
    (pause,) = brief.section("pauses").lines
    assert pause.text.endswith("expired by the case file’s dates since 31 March 2031; 3 days left by Niger’s count")
    texts = {one.text: one.rests_on for one in lines(pause)}
    assert [text for text, rests in texts.items() if rests == "nothing"] == [
        "By the case file’s dates: from 1 March 2031, to the end of 30 March 2031 (rests on no words on record)",
        "By the case file, which cites no words: not covered: dams from 2 March 2031 for 1 day (“The water works” "
        "holds there); may be left by Mali, 36 hours after saying so; a response in kind is forbidden; a breach by "
        "either side lets Niger suspend it; not extendable",
    ]


def test_the_time_line_has_a_bar_for_each_count(brief: Brief) -> None:
    assert [(one.count, one.start, one.end) for one in brief.bars] == [
        ("Niger’s count", "2031-03-05", "2031-04-04"),
        ("the case file’s dates", "2031-03-01", "2031-03-31"),
    ]
    drawn = figures(brief)["timeline"].svg
    assert drawn.count("<rect") == 2
    assert "by Niger’s count: from 5 March 2031 until before 4 April 2031" in drawn


def test_without_a_pause_the_section_says_that_nothing_is_on_record() -> None:
    empty = compose(gather(record([said("Mali", "accept", "talks", on="2031-03-01")])))
    assert [one.text for one in empty.section("pauses").lines] == ["Nothing on record."]
    assert empty.bars == ()
