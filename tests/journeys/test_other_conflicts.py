"""Three conflicts that the vocabulary was not written around: who stands where, what blocks, who would have to move.

The answers below were written by reading the articles (tests/journeys/articles).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.journeys.asking import Answers, Ask, in_any_order

ARTICLES = Path(__file__).parent / "articles"
SUDAN = "sudan-humanitarian-truce.txt"
CONGO = "congo-doha-talks.txt"
BORDER = "thailand-cambodia-border.txt"
KINSHASA = "Democratic Republic of the Congo"
RSF = "Rapid Support Forces"


@pytest.fixture
def read(answer: Ask) -> object:
    return lambda article: Answers(answer, (str(ARTICLES / article),))


STANCES = [
    (SUDAN, RSF, "limited-ceasefire", "accepts"),
    (SUDAN, "Sudan", "limited-ceasefire", "accepts on condition"),
    (SUDAN, "United States", "limited-ceasefire", "has proposed"),
    (SUDAN, RSF, "withdrawal", "rejects"),
    (SUDAN, "United Nations", "humanitarian-access", "has proposed"),
    (SUDAN, "Sudan", "humanitarian-access", "accepts"),
    (CONGO, KINSHASA, "ceasefire", "accepts"),
    (CONGO, "M23", "ceasefire", "accepts"),
    (CONGO, "M23", "peace-agreement", "accepts on condition"),
    (CONGO, KINSHASA, "peace-agreement", "accepts"),
    (CONGO, KINSHASA, "prisoner-release", "rejects"),
    (CONGO, KINSHASA, "withdrawal", "has proposed"),
    (CONGO, "M23", "disarmament", "rejects"),
    (CONGO, "African Union", "monitoring", "has proposed"),
    (CONGO, KINSHASA, "monitoring", "accepts"),
    (CONGO, "M23", "monitoring", "accepts"),
    (BORDER, "Thailand", "ceasefire", "accepts"),
    (BORDER, "Cambodia", "ceasefire", "accepts"),
    (BORDER, "Cambodia", "monitoring", "has proposed"),
    (BORDER, "Thailand", "monitoring", "rejects"),
    (BORDER, "Thailand", "prisoner-release", "accepts on condition"),
    (BORDER, "Cambodia", "withdrawal", "accepts"),
    (BORDER, "Thailand", "territory", "rejects"),
]


@pytest.mark.parametrize(("article", "party", "category", "stance"), STANCES)
def test_the_party_stands_where_the_article_says(read, article, party, category, stance):
    assert read(article).stances(party, category) == {stance}


PRICES = [
    (SUDAN, "Sudan", "limited-ceasefire", "withdrawal"),
    (CONGO, "M23", "peace-agreement", "prisoner-release"),
    (BORDER, "Thailand", "prisoner-release", "withdrawal"),
]


@pytest.mark.parametrize(("article", "party", "category", "price"), PRICES)
def test_the_condition_is_the_one_that_the_article_names(read, article, party, category, price):
    assert read(article).prices(party, category) == {(price, True)}


BLOCKED = [
    (
        SUDAN,
        "limited-ceasefire",
        [{("Sudan", "limited-ceasefire", "accepts on condition"), (RSF, "withdrawal", "rejects")}],
        [{("Sudan", "limited-ceasefire")}, {(RSF, "withdrawal")}],
    ),
    (
        CONGO,
        "peace-agreement",
        [{("M23", "peace-agreement", "accepts on condition"), (KINSHASA, "prisoner-release", "rejects")}],
        [{("M23", "peace-agreement")}, {(KINSHASA, "prisoner-release")}],
    ),
    (
        BORDER,
        "monitoring",
        [{("Thailand", "monitoring", "rejects")}],
        [{("Thailand", "monitoring")}],
    ),
]


@pytest.mark.parametrize(("article", "category", "because", "ways_out"), BLOCKED)
def test_what_blocks_is_the_smallest_set_and_each_way_out_names_who_would_have_to_move(
    read, article, category, because, ways_out
):
    answers = read(article)
    outlooks = answers.blocked(category)
    assert outlooks, f"nothing blocks {category}, yet the article says what does"
    for outlook in outlooks:
        assert not outlook["agreed"]
        assert in_any_order(answers.causes(outlook)) == in_any_order(because)
        assert in_any_order(answers.movers(outlook)) == in_any_order(ways_out)


@pytest.mark.parametrize(("article", "category"), [(CONGO, "ceasefire"), (BORDER, "ceasefire")])
def test_what_both_sides_signed_is_agreed_and_nothing_blocks_it(read, article, category):
    outlooks = [read(article).outlook(provision) for provision in read(article).ids(category)]
    assert outlooks
    assert all(not outlook["blockers"] for outlook in outlooks)
    assert any(outlook["agreed"] for outlook in outlooks)


def test_a_price_that_the_other_side_has_agreed_to_pay_blocks_nothing(read):
    assert read(BORDER).ids("prisoner-release")
    assert read(BORDER).blocked("prisoner-release") == []


ACTS = [
    (SUDAN, "Sudan", "accuse", ("foreign-support", "United Arab Emirates")),
    (SUDAN, "United Arab Emirates", "deny", ("foreign-support", "Sudan")),
    (CONGO, KINSHASA, "accuse", ("foreign-support", "Rwanda")),
    (CONGO, "Rwanda", "deny", ("foreign-support", KINSHASA)),
]


@pytest.mark.parametrize(("article", "party", "act", "what"), ACTS)
def test_an_accusation_and_its_denial_are_statements_of_those_who_made_them(read, article, party, act, what):
    assert what[0] in {provision for provision, _ in read(article).acts(party, act)}


@pytest.mark.parametrize(
    ("article", "party", "provision"),
    [(SUDAN, "Egypt", "limited-ceasefire"), (CONGO, "Qatar", "ceasefire"), (BORDER, "Malaysia", "ceasefire")],
)
def test_a_mediator_is_known_and_takes_no_side(read, article, party, provision):
    answers = read(article)
    assert {category for category, _ in answers.acts(party, "mediate")} & {provision, "talks", "peace-agreement"}
    assert answers.stances(party, provision) <= {"has proposed"}


@pytest.mark.parametrize(
    ("article", "guess"),
    [(SUDAN, "Observers in Nairobi suspect"), (BORDER, "Analysts in Singapore believe")],
)
def test_what_observers_suppose_is_nobody_s_position(read, article, guess):
    for document in read(article).coded:
        text = (ARTICLES / article).read_text(encoding="utf-8")
        sentence = text[text.index(guess) :].strip()
        assert not [s for s in document["statements"] if s["quote"] in sentence]
