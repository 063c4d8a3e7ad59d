"""Which language a text is in, also when there is little of it."""

from __future__ import annotations

import pytest

from ceasefire.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hamas delays the release of hostages.", "en"),
        ("Talks in Doha.", "en"),
        ("Переговоры о перемирии продолжатся во вторник, заявил представитель министерства.", "ru"),
        ("Переговори про перемир'я продовжаться у вівторок, повідомила речниця міністерства оборони України.", "uk"),
        ("Les pourparlers de cessez-le-feu ont repris mardi à Genève, a déclaré le porte-parole du ministère.", "fr"),
        ("المفاوضات حول وقف إطلاق النار مستمرة في الدوحة", "ar"),
        ("1 2 3 — 4", ""),
    ],
)
def test_the_letters_tell_the_language(text, code):
    assert language_of(text) == code


def test_a_claim_of_the_keeper_is_believed_and_a_pages_mark_only_in_doubt():
    english = "The ministers of both states said on Tuesday that the truce with the rebels would hold for a month."
    assert language_of(english, claimed="fr-FR") == "fr"
    assert language_of(english, hint="fr") == "en"


def test_an_unsupported_language_is_named_with_what_to_do(unread):
    item = unread("a.txt", "Die Gespräche über eine Waffenruhe gehen am Dienstag weiter, sagte der Sprecher. " * 3)
    assert item.reason == "unsupported-language"
    assert "German (de)" in item.detail
    assert "English (en)" in item.detail
