"""A date as precise as it was published, and never more."""

from __future__ import annotations

import pytest

from ceasefire.reading.dates import in_address, in_lines, said


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2025-03-18", "2025-03-18"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("2025-03-18T14:30:00Z", "2025-03-18T14:30:00Z"),
        ("2025-03-18T14:30:00+02:00", "2025-03-18T14:30:00+02:00"),
        ("2025-03-18T14:30:00", "2025-03-18"),
        ("2025-03-18T00:00:00Z", "2025-03-18"),
        ("Tue, 18 Mar 2025 14:30:00 GMT", "2025-03-18T14:30:00Z"),
        ("March 18, 2025", "2025-03-18"),
        ("Tuesday, 18th of March 2025", "2025-03-18"),
        ("Sept. 4, 2024", "2024-09-04"),
        ("March 2025", "2025-03"),
        ("18.03.2025", "2025-03-18"),
        ("03/18/2025", "2025-03-18"),
        ("03/04/2025", "2025"),
        ("18 March", ""),
        ("last Tuesday", ""),
        ("31 February 2025", ""),
    ],
)
def test_metadata_give_what_they_say_and_keep_their_words(words, edtf):
    when = said(words, "metadata")
    assert (when.edtf, when.words, when.found_in) == (edtf, words, "metadata")


@pytest.mark.parametrize(
    ("line", "edtf", "found_in"),
    [
        ("GENEVA, 12 March 2025 — The talks went on.", "2025-03-12", "dateline"),
        ("Kyiv, March 18, 2025 (Harbour Wire) - The talks went on.", "2025-03-18", "dateline"),
        ("PORT ESHU (6 May 2031) – The talks went on.", "2031-05-06", "dateline"),
        ("KYIV/MOSCOW, 1 April - The talks went on.", "", "dateline"),
        ("March 18, 2025", "2025-03-18", "text"),
        ("Published: Tuesday, 18 March 2025, 14:30 GMT", "2025-03-18", "text"),
        ("2025-03-18", "2025-03-18", "text"),
    ],
)
def test_a_dateline_or_a_date_alone_dates_a_text(line, edtf, found_in):
    when = in_lines(f"Talks go on\n\n{line}\nMore is said below.")
    assert (when.edtf, when.found_in) == (edtf, found_in)
    assert when.words


@pytest.mark.parametrize(
    "text",
    [
        "The agreement of 10 March 2005 was broken within a week, he said.",
        "A 30-day truce was offered just a week earlier, and the talks go on.",
        "On March 18, 2025 - a day that few forget - the guns fell silent.",
        "May 6 was the day, and March 2025 the month, when the talks failed for good.",
        "We march 30 kilometres and then we may rest, 12 may stay: so the order.",
        "\n".join(["The talks went on and on."] * 20 + ["12 March 2025"]),
    ],
)
def test_a_date_in_a_sentence_or_far_below_dates_nothing(text):
    assert not in_lines(text).known


def test_an_address_dates_a_page_as_far_as_it_goes():
    assert in_address("https://post.example/world/2025/03/18/talks").edtf == "2025-03-18"
    assert in_address("https://post.example/2025/03/talks").edtf == "2025-03"
    assert not in_address("https://post.example/2025/99/18/talks").known
    assert not in_address("https://post.example/story-20250318").known


def test_metadata_win_over_the_dateline_and_the_dateline_over_words_without_a_year(document):
    body = "GENEVA, 12 March 2025 - The talks went on, and the envoy said that they would not end soon."
    assert document("a.txt", f"title: Talks\ndate: 2025-03-13\n\n{body}").published.edtf == "2025-03-13"
    assert document("a.txt", f"title: Talks\ndate: last week\n\n{body}").published.edtf == "2025-03-12"
    assert document("a.txt", f"title: Talks\ndate: last week\n\n{body[:8]}").published.words == "last week"
