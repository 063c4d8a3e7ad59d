"""Which mentions are one event, and whose account a document is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceasefire.coding.statement import Coded, EventMention
from ceasefire.reading.document import Copy, Document
from ceasefire.reasoning.accounts_of import spoken_for
from ceasefire.reasoning.event import Telling
from ceasefire.reasoning.events import events, joined
from ceasefire.record.case import Case
from ceasefire.record.memory import MemoryRecord
from ceasefire.when import UNKNOWN, When

DAY = "2031-05-06"


def mention(kind="call", parties="Chile Peru", when=DAY, place="", held=True, start=0, hosts=""):
    return EventMention(
        kind, tuple(parties.split()), When(when), place, held, "words", start, start + 5, tuple(hosts.split())
    )


def told(document: str, *mentions: EventMention, published: str = "2031-05-07") -> list[Telling]:
    return [Telling(document, one, When(published)) for one in mentions]


def test_a_call_told_as_talks_elsewhere_is_one_event():
    [one] = joined([*told("a", mention()), *told("b", mention("talks"))])
    assert (one.kind, one.documents) == ("call", ("a", "b"))


@pytest.mark.parametrize(
    "other",
    [
        mention("meeting"),
        mention("signing"),
        mention(when="2031-05-05"),
        mention(parties="Bolivia Peru"),
        mention("talks", place="Oslo"),
    ],
)
def test_another_kind_day_or_party_is_another_event(other):
    assert len(joined([*told("a", mention()), *told("b", other)])) == 2


def test_two_meetings_in_two_towns_on_one_day_stay_apart_and_one_without_a_town_with_neither():
    found = joined(
        [
            *told("a", mention("meeting", place="Oslo")),
            *told("b", mention("meeting", place="Bergen")),
            *told("c", mention("meeting")),
        ]
    )
    assert sorted(one.place for one in found) == ["", "Bergen", "Oslo"]
    assert len({one.id for one in found}) == 3


def test_a_town_and_its_state_are_one_place():
    [one] = joined([*told("a", mention("talks", place="Oslo")), *told("b", mention("talks", place="Norway"))])
    assert one.documents == ("a", "b")
    apart = joined([*told("a", mention("talks", place="Oslo")), *told("b", mention("talks", place="Qatar"))])
    assert len(apart) == 2


def test_one_party_and_its_host_are_told_of_the_same_talks():
    here = mention("talks", parties="Peru", hosts="Norway")
    there = mention("meeting", place="Bergen, Norway")
    [one] = joined([*told("a", here), *told("b", there)])
    assert one.parties == ("Chile", "Peru")


def test_talks_of_three_that_may_be_either_pair_s_are_joined_to_none():
    three = mention("talks", parties="Bolivia Chile Peru")
    pairs = [mention("talks"), mention("talks", parties="Bolivia Peru")]
    assert len(joined([*told("a", three), *told("b", pairs[0]), *told("c", pairs[1])])) == 3


def test_a_mention_without_a_day_is_the_one_event_of_the_weeks_before():
    vague = mention("talks", when="")
    [one] = joined([*told("a", mention()), *told("b", vague, published="2031-05-09")])
    assert one.documents == ("a", "b")
    assert len(joined([*told("a", mention()), *told("b", vague, published="2031-08-09")])) == 2
    assert len(joined([*told("a", mention()), *told("b", vague, published="2031-05-01")])) == 2


def test_a_mention_that_may_be_either_of_two_is_neither():
    vague = mention("talks", when="")
    earlier = mention(when="2031-05-02")
    assert len(joined([*told("a", mention(), earlier), *told("b", vague, published="2031-05-09")])) == 3


def test_a_plan_without_a_day_is_not_what_was_held():
    plan = mention("talks", when="", held=False, start=9)
    assert len(joined(told("a", mention(), plan))) == 2


MENTIONS = st.builds(
    mention,
    st.sampled_from(["call", "meeting", "talks", "signing"]),
    st.sampled_from(["Chile Peru", "Bolivia Peru", "Bolivia Chile Peru", "Peru"]),
    st.sampled_from([DAY, "2031-05-05", "2031-05", ""]),
    st.sampled_from(["", "Oslo", "Norway", "Bergen", "Осло"]),
    st.booleans(),
    st.integers(0, 3),
    st.sampled_from(["", "Norway"]),
)
PUBLISHED = {"a": When(DAY), "b": When("2031-05-20"), "c": UNKNOWN}
TELLINGS = st.lists(
    st.builds(lambda name, one: Telling(name, one, PUBLISHED[name]), st.sampled_from("abc"), MENTIONS), max_size=8
)


@settings(max_examples=150, deadline=None)
@given(TELLINGS, st.randoms())
def test_joining_depends_on_no_order_loses_nothing_and_changes_nothing_the_second_time(tellings, chance):
    found = joined(tellings)
    shuffled = list(tellings)
    chance.shuffle(shuffled)
    assert joined(shuffled) == found
    kept = [one for event in found for one in event.mentions]
    assert len(kept) == len(set(kept))
    assert {one.document for one in kept} == {one.document for one in tellings}
    assert joined(kept) == found
    assert len({one.id for one in found}) == len(found)


def document(name: str, publisher: str = "", published: str = "2031-05-07", **more) -> Document:
    return Document(name, "words", "0", name, publisher=publisher, published=When(published), **more)


def record(*rows: tuple[Document, EventMention], recorded: str = "") -> MemoryRecord:
    made = MemoryRecord()
    for one, told_ in rows:
        made.add(Coded(one, events=(told_,)), When(recorded))
    return made


def test_each_party_s_own_documents_are_its_accounts():
    [one] = events(
        record(
            (document("a", "Ministry of Foreign Affairs of Peru"), mention()),
            (document("b", "Office of the President of Chile"), mention("talks")),
            (document("c", "The Lima Times"), mention()),
        )
    )
    assert one.accounts == {"Chile": ("b",), "Peru": ("a",)}
    assert one.documents == ("a", "b", "c")


def test_a_readout_is_no_account_of_what_it_mentions_on_the_way():
    aside = Telling("a", mention("meeting", when="2031-05-01", start=50), When("2031-05-07"))
    found = joined([*told("a", mention()), aside], {"a": "Peru"})
    assert [(one.kind, dict(one.accounts)) for one in found] == [("meeting", {}), ("call", {"Peru": ("a",)})]


def test_a_near_copy_counts_once():
    [one] = events(record((document("a"), mention()), (document("b", copy=Copy("a", 0.9)), mention())))
    assert one.documents == ("a",)


def test_what_was_not_yet_said_or_known_is_left_out():
    made = record((document("a"), mention()), recorded="2031-06-01")
    assert events(made, as_of=date(2031, 5, 6)) == []
    assert events(made, known_at=date(2031, 5, 31)) == []
    assert len(events(made, as_of=date(2031, 5, 7), known_at=date(2031, 6, 1))) == 1


@pytest.mark.parametrize(
    ("publisher", "url", "origin", "expected"),
    [
        ("US Department of State (travel.state.gov)", "", "", "United States"),
        ("The Kremlin", "", "", "Russia"),
        ("Ministry of Foreign Affairs of the Republic of Armenia", "", "", "Armenia"),
        ("", "https://www.president.gov.ua/en/news/1", "", "Ukraine"),
        ("", "https://mfa.gov.az/en/news", "", "Azerbaijan"),
        ("", "https://www.gov.uk/government/news", "", "United Kingdom"),
        ("", "http://kremlin.ru/events/1", "", "Russia"),
        ("", "", "texts/kremlin_ru_call_2031-05-06.txt", "Russia"),
        ("Kyiv Independent", "", "", None),
        ("The Moscow Times", "https://www.themoscowtimes.com/1", "", None),
        ("Washington Post", "", "", None),
        ("Harbour Wire", "", "", None),
        ("", "https://example.org/kremlin.ru/", "notes.txt", None),
        ("", "", "ukraine.txt", None),
    ],
)
def test_a_document_speaks_for_whoever_published_it(publisher, url, origin, expected):
    assert spoken_for(Document("d", "Peru says yes.", "0", origin, publisher=publisher, url=url)) == expected


def test_the_parties_of_a_case_publish_too(tmp_path):
    case = Case(tmp_path, parties={"Maru": ("the government of Maru",)})
    assert spoken_for(document("a", "Ministry of Peace of Maru"), case) == "Maru"
    assert spoken_for(document("a", "Ministry of Peace of Maru")) is None
