"""Who says what in Russian."""

from __future__ import annotations

import pytest
from tests.coding.russian.said import coded


def spans(text: str) -> list[tuple[str | None, str, str, str]]:
    """Party, source, cue and content of every attribution, as words."""

    def words(part: tuple) -> str:
        return " … ".join(text[span.start : span.end] for span in part)

    return [(a.party, words(a.source), words(a.cue), words(a.content)) for a in coded(text).attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Министр обороны Перу заявил, что дорога закрыта.",
            ("Peru", "Министр обороны Перу", "заявил", "дорога закрыта"),
        ),
        (
            "«Дорога будет закрыта до утра», – сообщила полиция.",
            (None, "полиция", "сообщила", "«Дорога будет закрыта до утра»"),
        ),
        (
            "По словам президента Чили, дорога закрыта.",
            ("Chile", "президента Чили", "По словам", "дорога закрыта"),
        ),
        (
            "Как отметил глава МИД Чили, дорога будет закрыта.",
            ("Chile", "глава МИД Чили", "отметил", "дорога будет закрыта"),
        ),
        (
            "Президент Перу сообщил о закрытии дороги.",
            ("Peru", "Президент Перу", "сообщил", "о закрытии дороги"),
        ),
    ],
)
def test_a_source_has_its_cue_and_its_content(text: str, expected: tuple[str | None, str, str, str]) -> None:
    assert spans(text) == [expected]


def test_a_turn_of_a_transcript_is_what_its_speaker_says() -> None:
    text = "Вопрос: Когда откроют дорогу?\nА.Иванов: Завтра. Мы начнём утром."
    assert spans(text) == [(None, "А.Иванов", "", "Завтра. Мы начнём утром.")]
