"""The laws of a brief: no line without its words, no words that are not in the document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.publishing.hostile import hostile
from tests.publishing.story import story

from ceasefire.publishing.brief import RESTS_ON, Brief, Line
from ceasefire.publishing.compose import compose
from ceasefire.publishing.facts import Facts
from ceasefire.publishing.page import lines_in

FACTS = {"story": story, "hostile": hostile, "empty": lambda: Facts(title="Empty")}


@pytest.fixture(params=FACTS, scope="module")
def any_brief(request: pytest.FixtureRequest) -> Brief:
    return compose(FACTS[request.param]())


def lines(brief: Brief) -> list[Line]:
    return [line for section in brief.sections for top in section.lines for line in lines_in(top)]


def texts(brief: Brief, section: str) -> list[str]:
    return [line.text for top in brief.section(section).lines for line in lines_in(top)]


def test_every_line_rests_on_words_or_on_the_record_or_says_that_it_rests_on_nothing(any_brief):
    numbers = {one.number for one in any_brief.citations}
    documents = {source.document.id for source in any_brief.sources} | {"scan.pdf", "u"}
    for line in lines(any_brief):
        assert line.rests_on in RESTS_ON
        assert set(line.citations) <= numbers
        assert line.citations or line.rests_on != "words"
        assert set(line.about) <= documents
        if line.rests_on == "nothing":
            assert any(sign in line.text for sign in ("Nothing on record", "Rests on nothing", "rests on no words"))


def test_a_line_without_its_words_cannot_be_made():
    with pytest.raises(ValueError, match="must show it"):
        Line("Arland accepts.")
    with pytest.raises(ValueError, match="must show it"):
        Line("Nobody says so.", citations=(1,), rests_on="nothing")


def test_every_citation_is_verbatim_at_its_offsets(any_brief):
    texts_of = {source.document.id: source.document.text for source in any_brief.sources}
    for one in any_brief.citations:
        assert texts_of[one.document][one.start : one.end] == one.quote
        for document, start, end in one.again:
            assert texts_of[document][start:end]


def test_every_statement_on_record_is_somewhere_in_the_brief(any_brief):
    cited = {statement for one in any_brief.citations for statement in one.statements}
    for facts in (story(), hostile()):
        if facts.title == any_brief.title:
            assert cited == {one.id for one in facts.statements()}


def test_the_order_of_what_is_gathered_changes_nothing(brief):
    facts = story()
    turned = replace(
        facts,
        coded=tuple(replace(one, statements=one.statements[::-1]) for one in facts.coded[::-1]),
        unread=facts.unread[::-1],
        positions=facts.positions[::-1],
        provisions=facts.provisions[::-1],
        outlooks=facts.outlooks[::-1],
    )
    assert compose(turned) == brief


def test_a_hedged_acceptance_says_so_wherever_it_is_told(brief):
    cell = next(one for one in brief.matrix.cells if (one.party, one.provision) == ("Arland", "energy"))
    assert (cell.stance, cell.word) == ("accepts tentatively", "accepts (tentatively)")
    assert any("Arland accepts (tentatively)" in text for text in texts(brief, "state"))


def test_a_condition_is_told_in_its_own_words(brief):
    assert any("“weapons no longer reach Borland”" in text for text in texts(brief, "stands"))


def test_what_a_party_says_against_itself_stands_beside_its_position(brief):
    against = [text for text in texts(brief, "stands") if text.startswith("On record beside it")]
    assert against == [
        "On record beside it: Arland rejects a month-long ceasefire (land, sea, air), according to Cestia"
    ]


def test_a_statement_known_only_through_another_party_says_so():
    facts = story()
    refusal = next(one for one in facts.statements() if one.speaker == "Cestia")
    told = replace(facts.positions[0], stance="rejects", conditions=(), statements=(refusal.id,), contradicted_by=())
    brief = compose(replace(facts, positions=(told,), outlooks=(), turns=()))
    assert any("known only according to Cestia" in text for text in texts(brief, "stands"))


def test_a_blocker_shows_the_words_of_both_sides(brief):
    truce = brief.section("blocked").lines[0]
    assert truce.text == "Month-long ceasefire (land, sea, air): ruled out as things stand"
    pair = truce.under[0]
    assert pair.text == "These positions together rule it out"
    assert [under.quoted for under in pair.under] == [True, True]


def test_each_way_out_names_who_would_have_to_move(brief):
    ways = [text for text in texts(brief, "blocked") if text.startswith("Way out")]
    assert ways == [
        "Way out 1: Arland would have to accept a month-long ceasefire (land, sea, air) without its condition",
        "Way out 2: Borland's northern allies would have to accept the end of foreign support, which they reject",
    ]


def test_a_change_of_mind_shows_before_and_after(brief):
    change = brief.section("changed").lines[0]
    assert [under.text.split(" ")[0] for under in change.under] == ["Before", "After"]
    assert all(under.citations for under in change.under)


def test_claims_are_told_as_claims_and_stand_in_no_position(brief):
    claimed = texts(brief, "claims")
    assert any("Cestia accuses Arland of breaking" in text for text in claimed)
    assert "not counted as events" in brief.section("claims").intro
    assert not any("accuses" in text for text in texts(brief, "stands"))


def test_readings_of_motives_are_attributed_and_kept_apart(brief):
    assert texts(brief, "readings") == ["Analysts on Arland"]
    assert not any("Analysts" in text for text in texts(brief, "stands") + texts(brief, "state"))


def test_what_could_not_be_read_coded_or_dated_is_listed(brief):
    told = " ".join(texts(brief, "gaps"))
    for part in (
        "scan.pdf",
        "no-text-layer",
        "No statement found: wire",
        "Undated: wire",
        "1 passage repeated",
        "97 %",
    ):
        assert part in told


def test_silence_is_an_assumption_that_rests_on_nothing(brief):
    line = brief.section("assumptions").lines[0]
    assert line.rests_on == "nothing"
    assert line.text.startswith("Borland has said nothing on a limited ceasefire")


def test_a_source_shows_its_date_or_that_it_has_none(brief):
    assert [("undated" in text, "2031" in text) for text in texts(brief, "sources")] == [
        (False, True),
        (False, True),
        (True, False),
    ]


def test_a_repeated_passage_counts_once_and_keeps_its_places(brief):
    first = brief.citations[0]
    assert (len(first.statements), len(first.again)) == (1, 1)


def test_a_joint_act_is_one_citation_with_a_sentence_a_side(brief):
    last = brief.citations[-1]
    assert last.sentences == ("Arland is to take part in talks", "Cestia is to take part in talks")


def test_an_empty_record_says_that_nothing_is_on_record():
    empty = compose(Facts(title="Empty"))
    assert {line.text for line in lines(empty)} == {"Nothing on record."}
