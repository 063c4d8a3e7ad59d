"""The fields of a statement made from Russian words: condition, speaker, modality, quote, what words point to."""

from __future__ import annotations

import pytest
from tests.coding.russian.said import one, said, triples


def test_a_condition_holds_its_words_its_category_and_its_direction() -> None:
    text = "Условием перемирия должно стать полное прекращение поставок оружия, заявил президент Чили."
    statement = one(text, "Chile")
    assert (statement.act, statement.provision) == ("condition", "ceasefire")
    assert statement.condition == "полное прекращение поставок оружия"
    assert statement.condition_provision == "foreign-support"
    assert statement.condition_scope.direction == "end"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Перу и Чили обменялись пленными.", "actual"),
        ("Обмен пленными между Перу и Чили будет проведён завтра.", "planned"),
        ("Перу, возможно, согласится на перемирие.", "tentative"),
        ("Перу согласилось бы на перемирие.", "hypothetical"),
    ],
)
def test_the_words_near_the_act_say_how_firm_it_is(text: str, modality: str) -> None:
    assert {statement.modality for statement in said(text)} == {modality}


def test_reported_words_have_their_speaker() -> None:
    assert one("Эквадор сообщил, что Перу согласилось на перемирие.", "Peru").speaker == "Ecuador"
    assert one("По словам главы МИД Эквадора, Перу согласилось на перемирие.", "Peru").speaker == "Ecuador"
    assert one("Перу согласилось на перемирие.", "Peru").speaker is None


def test_pointing_words_take_up_the_provision_named_before_with_its_scope() -> None:
    text = "Чили предложило запрет ударов по портам сроком на 10 дней. Перу поддержало эту инициативу."
    statement = one(text, "Peru")
    assert (statement.act, statement.provision) == ("accept", "limited-ceasefire")
    assert statement.scope.targets == ("ports",)
    assert statement.scope.duration == "P10D"


def test_a_passive_goes_on_with_the_side_that_spoke_last() -> None:
    text = "Перуанская сторона выразила готовность к переговорам. Подчёркнута необходимость снятия санкций."
    assert triples(text) == {"Peru accept talks", "Peru propose sanctions"}


def test_those_who_met_agree_where_nobody_is_named() -> None:
    text = "Состоялся телефонный разговор президента Перу с президентом Чили. Условлено о прекращении огня."
    assert {"Peru accept ceasefire", "Chile accept ceasefire"} <= triples(text)


def test_whoever_speaks_in_a_transcript_is_who_we_are() -> None:
    text = "Вопрос: Что дальше?\nД.Трамп: Мы согласны на перемирие.\nВопрос: А переговоры?"
    assert triples(text, published="2025-05-01") == {"United States accept ceasefire"}


def test_on_a_partys_own_page_we_are_that_party() -> None:
    assert triples("Мы предлагаем перемирие.", url="https://mfa.gov.az/a") == {"Azerbaijan propose ceasefire"}
    assert triples("Мы предлагаем перемирие.") == set()


def test_what_stands_twice_on_the_page_is_coded_where_it_stands() -> None:
    for statement in said("Перу отвергло перемирие. Чили поддержало перемирие."):
        assert statement.quote.endswith("перемирие")


def test_a_leader_stands_for_the_party_only_in_office() -> None:
    text = "Байден отверг перемирие."
    assert triples(text, published="2024-05-01") == {"United States reject ceasefire"}
    assert triples(text, published="2026-05-01") == set()


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("МИД Ирана отверг перемирие.", "Iran"),
        ("Тегеран отверг перемирие.", "Iran"),
        ("Иранская сторона отвергла перемирие.", "Iran"),
        ("Министр обороны Исламской Республики Иран отверг перемирие.", "Iran"),
        ("Белый дом отверг перемирие.", "United States"),
        ("Хуситы отвергли перемирие.", "Houthis"),
        ("Лига арабских государств отвергла перемирие.", "Arab League"),
        ("Нетаньяху отверг перемирие.", "Israel"),
    ],
)
def test_names_in_any_form_stand_for_the_party_that_english_texts_name(text: str, party: str) -> None:
    assert triples(text, published="2025-05-01") == {f"{party} reject ceasefire"}
