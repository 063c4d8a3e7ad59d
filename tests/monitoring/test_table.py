"""A report that is written to a table comes back as it was."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ceasefire.monitoring.report import Grade, Moment, Place, Report
from ceasefire.monitoring.table import batch_of, report_of

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
MOMENTS = st.one_of(
    st.just(Moment()), st.builds(lambda a, n, i: Moment(a, a + timedelta(n), i), DAYS, st.integers(0, 40), WORDS)
)
NUMBERS = st.none() | st.floats(-180, 180)
PLACES = st.builds(Place, WORDS, NUMBERS, NUMBERS, WORDS, st.none() | st.floats(0, 900), WORDS)
REPORTS = st.builds(
    Report,
    id=WORDS,
    source=WORDS,
    number=st.integers(1, 1 << 40),
    key=WORDS,
    reporter=WORDS,
    grade=st.builds(Grade, st.sampled_from("ABCDEF"), st.sampled_from("123456")),
    happened=MOMENTS,
    received=st.none() | DAYS,
    place=PLACES,
    text=WORDS,
    actors=st.lists(WORDS, max_size=3).map(tuple),
    deaths=st.none() | st.integers(0, 1 << 31),
    codes=st.dictionaries(WORDS, WORDS, max_size=4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(REPORTS, max_size=4))
def test_nothing_is_lost_in_a_table(reports: list[Report]) -> None:
    assert [report_of(row) for row in batch_of(reports).to_pylist()] == reports
