"""Each document goes to the coder of its language, in the order of the input and one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding import code
from ceasefire.coding.coder import BATCH
from ceasefire.coding.version import coder_version
from ceasefire.reading.document import Document

TEXTS = (
    ("en", "Peru rejected the ceasefire."),
    ("ru", "Перу отвергло перемирие."),
    ("ru", "Чили поддержало перемирие."),
    ("en", "Chile accepted the ceasefire."),
)


def documents() -> Iterator[Document]:
    for number, (language, text) in enumerate(TEXTS):
        yield Document(str(number), text, "0", "d", language=language)


def test_the_coder_of_each_language_answers_in_the_order_of_the_input() -> None:
    coded = list(code(documents()))
    assert [one.document.id for one in coded] == ["0", "1", "2", "3"]
    assert [one.coder for one in coded] == [coder_version(one) for one in ("en", "ru", "ru", "en")]
    stances = [[(said.actor, said.act, said.provision) for said in one.statements] for one in coded]
    assert stances[0] == stances[1] == [("Peru", "reject", "ceasefire")]
    assert stances[2] == stances[3] == [("Chile", "accept", "ceasefire")]


def test_russian_documents_are_coded_as_they_come() -> None:
    taken: list[str] = []

    def counted() -> Iterator[Document]:
        for number in range(3 * BATCH):
            taken.append(str(number))
            yield Document(str(number), "Перу отвергло перемирие.", "0", "d", language="ru")

    next(iter(code(counted())))
    assert len(taken) <= BATCH


def test_a_case_files_russian_names_stand_for_its_parties() -> None:
    document = Document(
        "0", "Фронт Реки отверг перемирие. Фронтом Реки предложен обмен пленными.", "0", "d", language="ru"
    )
    [coded] = code([document], aliases={"River Front": ["Фронт Реки"]})
    assert {(one.actor, one.act) for one in coded.statements} == {("River Front", "reject"), ("River Front", "propose")}
