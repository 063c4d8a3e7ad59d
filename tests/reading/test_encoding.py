"""Bytes to text in every encoding that a text may come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.reading.encoding import decode
from ceasefire.reading.kept import Refused

QUOTED = "The envoy said: “We are close – closer than ever.” Zoë Müller of the mission agreed with that. " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_the_same_in_every_encoding(encoding, document):
    item = document("a.txt", QUOTED.encode(encoding))
    assert item.text == QUOTED


def test_a_guessed_encoding_is_said_to_be_guessed(document):
    assert document("a.txt", QUOTED.encode("cp1252")).notes == ("the encoding is not declared; cp1252 was guessed",)


def test_a_few_bad_bytes_are_shown_as_such_and_counted(document):
    item = document("a.txt", QUOTED.encode() + b"\x93 the end of it.")
    assert item.text == QUOTED + "\ufffd the end of it."
    assert "1 places" in item.notes[0]


def test_two_encodings_in_one_file_are_refused_with_a_way_out(unread):
    item = unread("a.txt", "Переговоры продолжаются. ".encode() * 9 + "Стороны встретились. ".encode("cp1251") * 9)
    assert item.reason == "encoding"
    assert "UTF-8" in item.detail


def test_russian_in_an_old_encoding_is_known_as_russian(document):
    text = "Переговоры о прекращении огня продолжились в понедельник, сообщила пресс-служба делегации. " * 4
    read = document("a.txt", text.encode("cp1251"))
    assert read.language == "ru"
    assert read.text == text


def test_an_encoding_that_a_page_declares_is_believed(document):
    page = "<html><head><meta charset='iso-8859-2'></head><body><p>" + "The envoy Łukasz Żak spoke. " * 9
    assert "Łukasz Żak" in document("a.html", page.encode("iso-8859-2")).text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_utf_8_is_read_back_whole(text):
    assert decode(b"\xef\xbb\xbf" + text.encode())[0] == text


@given(st.binary())
def test_any_bytes_are_read_or_refused_by_name(data):
    try:
        text, _ = decode(data)
    except Refused as refused:
        text = refused.reason if refused.reason == "encoding" else "\ud800"
    text.encode("utf-8")
