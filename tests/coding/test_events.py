"""Calls, meetings, talks and signings: what tells of one, what does not, and its day, place and firmness."""

from __future__ import annotations

from functools import cache

import pytest

from ceasefire.coding import Coded, code
from ceasefire.coding.events_when import dates
from ceasefire.coding.statement import EventMention
from ceasefire.reading.document import Document, Repeat
from ceasefire.when import UNKNOWN, When

WEDNESDAY = "2031-05-07"


@cache
def coded(text: str, published: str = WEDNESDAY, language: str = "en", title: str = "") -> Coded:
    when = When(published) if published else UNKNOWN
    return next(iter(code([Document("d", text, "0", "d", title=title, published=when, language=language)])))


def only(text: str, **about: str) -> EventMention:
    [found] = coded(text, **about).events
    return found


@pytest.mark.parametrize(
    ("text", "kind", "when", "place", "held"),
    [
        ("Peru and Chile held talks in Lima on Tuesday.", "talks", "2031-05-06", "Lima", True),
        ("The president of Peru spoke by phone with the Chilean minister yesterday.", "call", "2031-05-06", "", True),
        ("Peru's minister met his Chilean counterpart in Geneva on 3 May.", "meeting", "2031-05-03", "Geneva", True),
        ("Envoys of Peru and Chile will meet in Oslo on Friday.", "meeting", "2031-05-09", "Oslo", False),
        ("Peru and Chile agreed to hold talks in Oslo next Monday.", "talks", "2031-05-12", "Oslo", False),
        ("Talks between Peru and Chile began in Oslo on Monday.", "talks", "2031-05-05", "Oslo", True),
        ("Peru and Chile signed an armistice on 2 May 2031.", "signing", "2031-05-02", "", True),
        ("An accord was signed by Peru and Chile on Wednesday.", "signing", "2031-05-07", "", True),
        ("In a phone call with Chile's president, the Peruvian president welcomed the truce.", "call", "", "", True),
        ("Peruvian-Chilean talks were held in Oslo on 28 April.", "talks", "2031-04-28", "Oslo", True),
        ("The presidents of Peru and Chile meet in Oslo.", "meeting", "2031-05-07", "Oslo", True),
        ("Peru said that it had met Chile in Oslo no later than 3 May.", "meeting", "", "Oslo", True),
    ],
)
def test_an_event_has_kind_day_place_and_firmness(text, kind, when, place, held):
    found = only(text)
    assert (found.kind, found.when.edtf, found.place, found.held) == (kind, when, place, held)
    assert found.parties == ("Chile", "Peru")


@pytest.mark.parametrize(
    "text",
    [
        "Peru called for talks with Chile.",
        "Peru is ready for direct talks with Chile.",
        "Talks between Peru and Chile have stalled.",
        "Peru refused to meet Chile in Oslo.",
        "Peru rejects a meeting with Chile.",
        "Brazil calls for peace talks between Peru and Chile.",
        "Peru denied that it had met Chile in Oslo.",
        "If Peru and Chile meet, the war may end.",
        "Peru met the conditions that Chile had set.",
        "Peru has not signed the accord with Chile.",
        "Peru urged Chile to sign the treaty.",
        "The president of Peru met reporters in Chile.",
        "Peru is in talks with Chile.",
    ],
)
def test_what_is_asked_for_refused_denied_or_general_is_no_event(text):
    assert coded(text).events == ()


def test_a_host_does_not_take_part():
    found = only("Norway hosted a second round of talks between Peru and Chile in Oslo on Thursday.")
    assert (found.parties, found.hosts, found.when.edtf) == (("Chile", "Peru"), ("Norway",), "2031-05-01")


def test_a_day_in_the_name_of_a_group_is_no_day():
    found = only("The March 23 Movement and the Congolese government held talks in Doha.")
    assert (found.when.edtf, found.parties) == ("", ("Democratic Republic of the Congo", "M23"))


def test_without_a_date_of_the_text_a_weekday_is_no_date():
    found = only("Peru and Chile held talks in Lima on Tuesday.", published="")
    assert not found.when.known
    assert found.when.words == "Tuesday"


def test_a_dateline_is_no_place():
    assert only("LIMA, 7 May - Peru and Chile held talks on Tuesday.").place == ""


def test_a_text_whose_title_names_the_event_opens_by_telling_of_it():
    text = "Today in Oslo, Peru and Chile took steps towards an end of the war."
    found = only(text, title="Joint statement on the meeting between Peru and Chile")
    assert (found.kind, found.when.edtf, found.place) == ("meeting", WEDNESDAY, "Oslo")
    assert coded(text, title="Joint statement").events == ()


def test_a_passage_said_twice_tells_of_it_once():
    text = "Peru and Chile held talks in Lima on Tuesday.\n\nPeru and Chile held talks in Lima on Tuesday."
    half = text.index("\n\n")
    twice = Document("d", text, "0", "d", published=When(WEDNESDAY), repeats=(Repeat(half + 2, len(text), 0, half),))
    assert len(next(iter(code([twice]))).events) == 1


@pytest.mark.parametrize(
    ("text", "kind", "when", "place", "held"),
    [
        ("Состоялся телефонный разговор Президента Перу с Президентом Чили.", "call", "2031-05-07", "", True),
        ("Перу и Чили провели переговоры в Осло во вторник.", "talks", "2031-05-06", "Осло", True),
        ("Президент Перу встретился с министром иностранных дел Чили 3 мая.", "meeting", "2031-05-03", "", True),
        ("Глава МИД Перу вчера переговорил по телефону с чилийским коллегой.", "call", "2031-05-06", "", True),
        ("Завтра в Осло пройдут переговоры Перу и Чили.", "talks", "2031-05-08", "Осло", False),
        ("Перу и Чили условились провести переговоры в Осло.", "talks", "", "Осло", False),
        ("Перу и Чили подписали соглашение о прекращении огня 2 мая 2031 года.", "signing", "2031-05-02", "", True),
    ],
)
def test_a_russian_text_tells_of_the_same(text, kind, when, place, held):
    found = only(text, language="ru")
    assert (found.kind, found.when.edtf, found.place, found.held) == (kind, when, place, held)
    assert found.parties == ("Chile", "Peru")


@pytest.mark.parametrize(
    "text",
    [
        "Перу призвала к переговорам с Чили.",
        "Перу готова к переговорам с Чили.",
        "Перу отказалась от встречи с Чили.",
        "Если состоятся переговоры Перу и Чили, война закончится.",
        "Переговоры Перу и Чили не состоялись.",
    ],
)
def test_what_is_asked_for_refused_or_supposed_is_no_event_in_russian_either(text):
    assert coded(text, language="ru").events == ()


@pytest.mark.parametrize(
    ("words", "published", "held", "expected"),
    [
        ("on 30 December", "2031-01-02", True, "2030-12-30"),
        ("on 3 January", "2030-12-30", False, "2031-01-03"),
        ("on 30 December", "", True, ""),
        ("in December 2030", "", True, "2030-12"),
        ("on March 3rd, 2031", "", True, "2031-03-03"),
        ("March 23-25", "2031-03-25", True, "2031-03-23"),
        ("on 31 February 2031", "", True, ""),
        ("last Wednesday", "2031-05-07", True, "2031-05-07"),
    ],
)
def test_a_year_that_is_not_said_is_the_nearest(words, published, held, expected):
    [found] = dates(words)
    assert found.when(When(published) if published else UNKNOWN, held).edtf == expected
