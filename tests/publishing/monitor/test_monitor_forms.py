"""The monitoring report in every form: the same facts, nothing that can steer a reader, the same bytes each time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.publishing.hostile import EVERYTHING
from tests.publishing.monitor.invented import (
    BEGAN,
    FIRST_OF_DATA,
    counts,
    coverage,
    incident,
    monitored,
    outlines,
    provision,
    rates,
    version,
)

from ceasefire.errors import InputError
from ceasefire.monitoring.monitored import Coverage, Period, Tally, UnderVersion
from ceasefire.monitoring.rates.series import Series
from ceasefire.monitoring.report import Place
from ceasefire.publishing.monitor.files import FILES, form, write

TEXTS = ("text", "md", "html")


def said(found, wanted="text"):
    return " ".join(form(found, wanted).decode("utf-8").split())


class Page(HTMLParser):
    """The ids, links and tags of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.tags = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        self.tags.append(tag)
        self.ids += [held["id"]] if "id" in held else []
        self.links += [held["href"]] if tag == "a" else []


@pytest.mark.parametrize("wanted", TEXTS)
def test_the_summary_gives_the_counts_of_the_period_and_of_the_one_before(wanted):
    assert (
        "Halt on strikes at energy, 9 to 15 June 2031: 12 incidents inside the terms (7 alleged, 3 corroborated, "
        "2 disputed); 15 in the 7 days before; 1 unverifiable, 4 not yet checked; 30 outside, 23 of them by target "
        "and 15 of them by date."
    ) in re.sub(r"\\", "", said(monitored(), wanted))


@pytest.mark.parametrize("wanted", TEXTS)
def test_every_listed_incident_is_there_also_without_a_day_or_a_place(wanted):
    text = said(monitored(), wanted)
    assert [one for one in range(1, 7) if f"id inc000{one}" not in text] == []
    assert "day: N/K" in text
    assert "place: N/K" in text
    assert "time not known" in text
    assert "N/K: not known" in text


def test_a_grade_that_says_nothing_is_told_in_words_and_never_averaged():
    assert "grade F6 (cannot be judged)" in said(monitored())


def test_the_incident_tells_what_it_is_under_other_terms_where_that_differs():
    assert "▲ alleged; by Osele: outside (by date)" in said(monitored())


def test_the_versions_of_the_terms_say_how_the_counts_differ():
    text = said(monitored())
    assert "By the terms of Osele (which start on 11 June 2031), 10 incidents of the period are inside" in text
    assert "against 12 by those of the case file" in text


def test_claims_stand_beside_incidents_by_what_is_behind_them_and_are_in_no_count():
    text = said(monitored())
    assert "With an incident behind them: 1" in text
    assert "With no incident on record behind them: 1" in text
    assert "Maru denies it: “we did not”" in text
    assert "No claim speaks of these incidents of the period: No. 5 and inc8888." in text
    without = json.loads(form(monitored(claims=()), "json"))
    assert without["versions"] == json.loads(form(monitored(), "json"))["versions"]


def test_what_could_not_be_observed_stands_beside_the_counts():
    text = said(monitored())
    assert "Ruk, 5 to 14 June 2031: no observer was let in" in text
    assert "daily list: no report on 5 of its 182 days; in this period on 1 day" in text
    assert "alerts has no data for 13 to 15 June 2031 of this period." in text
    assert "A count of zero may mean that nobody looked." in text


def test_a_week_without_data_is_not_shown_as_zero():
    alone = Coverage(data=(replace(coverage().data[1], last=date(2031, 6, 9)),))
    text = said(monitored(coverage=alone, provisions=(provision(versions=(sparse(),)),)))
    assert "1 June 2031 0 0 yes" in text
    assert "8 June 2031 too few days of data too few days of data yes" in text


def sparse():
    """One incident on the first day of data, none later."""
    return UnderVersion(version(), Tally(), Tally(), Tally(), {FIRST_OF_DATA: {"alleged": 1}})


def test_the_weeks_are_those_that_were_compared():
    compared = said(monitored(provisions=(provision(rates=rates()),)))
    assert "25 May 2031 14 2 no 1 June 2031 6 2 yes" in compared


def test_a_week_that_was_not_watched_is_not_shown_as_zero():
    watched = tuple(0.0 if 39 <= at < 46 else 1.0 for at in range(len(counts())))
    blind = replace(rates(), series=Series(FIRST_OF_DATA, counts(), watched))
    assert "9 February 2031 too few days of data" in said(monitored(provisions=(provision(rates=blind),)))


def test_a_source_that_tells_of_no_attack_says_nothing_of_weeks_without_one():
    none = tuple(replace(one, attacks=0) for one in coverage().data if one.source == "alerts")
    text = said(monitored(coverage=Coverage(data=none), provisions=(provision(versions=(sparse(),)),)))
    assert "29 December 2030 1 0 no" in text
    assert "5 January 2031" not in text


def test_it_is_told_where_the_pause_did_not_hold_in_the_period_before():
    early = {
        "period": Period(BEGAN, BEGAN + timedelta(days=6)),
        "previous": Period(date(2031, 5, 25), date(2031, 5, 31)),
    }
    text = said(monitored(**early))
    assert "15 of the same kind in the 7 days before, when the pause did not hold throughout" in text
    assert "Inside in the period before: 15; no pause throughout" in text


def test_what_is_counted_and_not_listed_is_told():
    many = replace(provision().versions[0], period=Tally({"alleged": 7, "not yet checked": 600, "outside": 30}))
    text = said(monitored(provisions=(provision(versions=(many,)),)))
    assert "601 more incidents of the period that are not outside are counted and not listed here." in text


def test_incidents_without_a_day_stand_in_no_week_and_are_told():
    none = UnderVersion(version(), Tally({"unverifiable": 4}), Tally(), Tally(), {date.min: {"unverifiable": 4}})
    found = monitored(provisions=(provision(versions=(none,)),))
    assert "there are no weeks to show" in said(found)
    assert "4 incidents have no day and stand in no week." in said(found)
    assert json.loads(form(found, "json"))["by_day"][""]["unverifiable"] == 4


def test_the_page_has_no_script_and_every_link_in_it_leads_somewhere(tmp_path):
    page = Page(form(monitored(outlines=outlines(tmp_path)), "html").decode("utf-8"))
    assert "script" not in page.tags
    assert len(page.ids) == len(set(page.ids))
    assert [link for link in page.links if link.removeprefix("#") not in page.ids] == []


def hostile(folder: Path):
    place = Place(EVERYTHING, 29.0, 48.5, "near", 10.0, "Kesso Region")
    shown = (incident(1, place=place, reporters=(EVERYTHING, "w" * 3000)),)
    made = provision(shown=shown, clauses=(EVERYTHING,))
    return monitored(title=EVERYTHING, provisions=(made,), outlines=outlines(folder))


def test_nothing_that_a_source_says_can_steer_a_page_or_a_terminal(tmp_path):
    found = hostile(tmp_path)
    page = form(found, "html").decode("utf-8")
    assert not {"script", "img"} & set(Page(page).tags)
    for wanted in TEXTS:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", form(found, wanted).decode())
    assert "<script>" not in form(found, "md").decode("utf-8").replace("\\<script\\>", "")
    assert form(found, "pdf").startswith(b"%PDF")


@pytest.mark.parametrize("wanted", sorted(FILES))
def test_the_same_answer_gives_the_same_bytes(wanted, tmp_path):
    made = outlines(tmp_path)
    assert form(monitored(outlines=made), wanted) == form(monitored(outlines=made), wanted)


@pytest.mark.parametrize("wanted", sorted(FILES))
def test_a_report_can_be_made_of_nothing(wanted):
    nothing = UnderVersion(version(), Tally(), Tally(), Tally())
    quiet = provision(versions=(nothing,), shown=(), more=0, clauses=())
    found = monitored(provisions=(quiet,), claims=(), unclaimed=(), coverage=Coverage(), as_of=None, record_end="")
    assert form(found, wanted)
    assert form(monitored(provisions=()), wanted)
    assert "no incident inside the terms; none in the 7 days before" in said(found)


def test_several_provisions_have_their_own_parts_and_figures(tmp_path):
    found = monitored(provisions=(provision(), provision(), provision()), outlines=outlines(tmp_path))
    written = write(found, tmp_path / "out", ("html", "md"))
    names = {path.name for path in written}
    assert {"monitor.html", "monitor.md", "map.svg", "map-2.svg", "map-3.svg", "trend.svg", "trend-3.svg"} <= names
    assert len(Page((tmp_path / "out/monitor.html").read_text(encoding="utf-8")).ids) == len(
        set(Page((tmp_path / "out/monitor.html").read_text(encoding="utf-8")).ids)
    )
    linked = re.findall(r"!\[[^\]]*\]\(([^)]*)\)", (tmp_path / "out/monitor.md").read_text(encoding="utf-8"))
    assert set(linked) <= names


def test_a_folder_that_cannot_be_made_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="--out"):
        write(monitored(), tmp_path / "file" / "out", ("md",))
