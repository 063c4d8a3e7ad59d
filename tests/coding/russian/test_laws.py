"""What is true of every Russian text: spans quote, ids differ, the same text gives the same, nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding.russian.said import coded
from tests.coding.russian.test_claims import NOT_SAID, SAID

from ceasefire.coding import code
from ceasefire.coding.statement import Coded, Span
from ceasefire.reading.document import Document

LONG = "\n".join([text for text, _ in SAID] + NOT_SAID)
PIECES = [
    "Перу", "отвергло", "перемирие", "согласно", "на", "переговоры", "с Чили", ",", "что", "если", "который", "—", ":",
    "«", "»", "(", "1.", "обмен пленными", "между", "В.Иванов:", "Вопрос:", "\n", "Условлено", "не", "эту инициативу",
    "условием", "должно стать", "без", "пункты 1 и 2", "30-дневное", "по словам", "Темы", "12 мая 2031 года 10:00",
    "🙂", "ABC", "состоялся", "телефонный разговор", "встретились", "вчера", "18 марта", "в Осло", "подписали",
]  # fmt: skip


def spans(one: Coded) -> Iterator[Span]:
    for attribution in one.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    for statement in one.statements:
        yield from statement.places


def holds(one: Coded) -> None:
    text = one.document.text
    for statement in one.statements:
        assert text[statement.start : statement.end] == statement.quote
        assert statement.quote.strip()
        assert statement.condition is None or statement.condition in text
        words = {" ".join(text[place.start : place.end].split()) for place in statement.places}
        assert words == {" ".join(statement.quote.split())}
    assert all(0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip() for span in spans(one))
    for event in one.events:
        assert text[event.start : event.end] == event.quote != ""
        assert len({*event.parties, *event.hosts}) > 1
        assert list(event.parties) == sorted(set(event.parties))
    ids = [statement.id for statement in one.statements]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", [text for text, _ in SAID] + NOT_SAID + [LONG], ids=lambda text: text[:30])
def test_every_quote_stands_at_its_offsets(text: str) -> None:
    holds(coded(text))


def test_the_same_text_gives_the_same() -> None:
    again = next(iter(code([Document("d", LONG, "0", "d", language="ru")])))
    assert again == coded(LONG)


def test_a_sentence_means_the_same_alone_and_after_a_sentence_about_something_else() -> None:
    for text, expected in SAID[::7]:
        both = coded(f"Школы закрыты на каникулы.\n{text}")
        assert {f"{one.actor} {one.act} {one.provision}" for one in both.statements} == expected


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join))
def test_no_run_of_words_breaks_it(text: str) -> None:
    holds(next(iter(code([Document("d", text, "0", "d", language="ru")]))))
