"""What a provision covers, as far as Russian words say."""

from __future__ import annotations

import pytest
from tests.coding.russian.said import one, said


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Перу предложило прекратить удары по объектам энергетики.", "targets", ("energy-infrastructure",)),
        ("Перу согласилось на 30-дневное перемирие.", "duration", "P30D"),
        ("Перу согласилось на перемирие сроком на две недели.", "duration", "P2W"),
        ("Перу согласилось на тридцатидневное перемирие.", "duration", "P30D"),
        ("Перу предложило бессрочное перемирие.", "duration", "lasting"),
        ("Перу согласилось на перемирие в Чёрном море.", "area", ("Black Sea",)),
        ("Перу предложило снятие санкций.", "direction", "end"),
        ("Перу предложило ввести санкции.", "direction", ""),
        ("Перу предложило рождественское перемирие.", "occasion", "christmas"),
        ("Перу предложило прекращение военной помощи.", "targets", ("military-assistance",)),
    ],
)
def test_the_phrase_states_its_limits(text: str, field: str, value: object) -> None:
    assert getattr(one(text, "Peru").scope, field) == value


def test_a_start_without_a_year_is_in_the_year_of_the_text() -> None:
    text = "Перу и Чили договорились о перемирии на 20 дней, начиная с 4 мая."
    starts = {statement.scope.start.edtf for statement in said(text, published="2031-05-02")}
    assert starts == {"2031-05-04"}
    assert {statement.scope.start.edtf for statement in said(text)} == {""}


def test_terms_that_a_text_states_of_its_halt_belong_to_what_was_agreed() -> None:
    text = (
        "Перу и Чили договорились о моратории на удары по портам.\n"
        "Мораторий действует 12 дней и может быть продлён по взаимному согласию.\n"
        "Если одна из сторон нарушит мораторий, другая сторона свободна от обязательств."
    )
    for statement in said(text):
        assert statement.scope.targets == ("ports",)
        assert statement.scope.duration == "P12D"
        assert statement.scope.extendable == "by mutual agreement"
        assert statement.scope.ends_if == "breach by the other side"


def test_a_numbered_list_below_a_line_about_a_halt_names_what_it_covers() -> None:
    text = (
        "Согласованный между Перу и Чили список объектов, подпадающих под запрет ударов\n"
        "1. Морские порты;\n2. Больницы;\n3. Железные дороги."
    )
    assert {statement.scope.targets for statement in said(text)} == {("hospitals", "ports", "railways")}


def test_a_truce_for_an_occasion_is_a_limited_one() -> None:
    assert one("Перу предложило пасхальное перемирие.", "Peru").provision == "limited-ceasefire"
