"""Talks and what they are about, who stands between the sides, lists, breaches that one side reports."""

from __future__ import annotations

import pytest
from tests.coding.said import said, triples

SENTENCES = {
    "talks are about what follows them": [
        (
            "Kenya holds talks with Somalia in Oslo to end the fighting.",
            {("Kenya", "consult", "ceasefire"), ("Somalia", "consult", "ceasefire")},
        ),
        (
            "Delegates from Togo and Benin meet in Accra to negotiate a lasting ceasefire.",
            {("Togo", "consult", "ceasefire"), ("Benin", "consult", "ceasefire")},
        ),
        (
            "Kenya meets with Somalia to discuss implementing the ceasefire.",
            {("Kenya", "consult", "ceasefire"), ("Somalia", "consult", "ceasefire")},
        ),
        (
            "Peru and Chile discuss pathways to peace negotiations.",
            {("Peru", "consult", "talks"), ("Chile", "consult", "talks")},
        ),
    ],
    "what else was going on says nothing": [
        ("The price of copper falls amid negotiations between Peru and Chile.", set()),
        ("A Kenyan tanker crosses the strait following negotiations between Kenya and Somalia.", set()),
    ],
    "places visited are no company": [
        (
            "The Ghanaian foreign minister visits Togo for talks with Benin on a ceasefire.",
            {("Ghana", "consult", "ceasefire"), ("Benin", "consult", "ceasefire")},
        ),
    ],
    "one side named brings the other": [
        (
            "Chad's government states that peace talks with Niger have failed.",
            {("Chad", "suspend", "talks"), ("Niger", "suspend", "talks")},
        ),
        ("The Chadian government announces a ceasefire with the Blue Valley Front.", {("Chad", "accept", "ceasefire")}),
        ("Peru says that the ceasefire with Chile is over.", {("Peru", "suspend", "ceasefire")}),
    ],
    "who mediates talks mediates their outcome": [
        (
            "Peru and Chile agree to restore diplomatic relations following talks mediated by Norway.",
            {("Peru", "accept", "political"), ("Chile", "accept", "political"), ("Norway", "mediate", "political")},
        ),
    ],
    "who does more than talk does not merely talk": [
        (
            "Norway mediates talks between Peru and Chile on a ceasefire.",
            {("Norway", "mediate", "ceasefire"), ("Peru", "consult", "ceasefire"), ("Chile", "consult", "ceasefire")},
        ),
    ],
    "an envoy who meets one side in an effort mediates": [
        (
            "The Norwegian envoy meets with the Chadian president in an effort to secure a truce in the north.",
            {("Norway", "mediate", "ceasefire")},
        ),
    ],
    "talks that led to a release are about it": [
        (
            "Chad frees six sailors following negotiations with Niger.",
            {("Chad", "implement", "prisoner-release"), ("Niger", "consult", "prisoner-release")},
        ),
        (
            "Chad frees six sailors after negotiations involving the United Nations.",
            {("Chad", "implement", "prisoner-release"), ("United Nations", "mediate", "prisoner-release")},
        ),
        ("Six sailors return to Chad following negotiations with Niger.", set()),
    ],
    "lists hang together": [
        (
            "Peru and Chile reach an agreement to end the war, reopen the strait, and free all prisoners.",
            {
                (party, "accept", provision)
                for party in ("Peru", "Chile")
                for provision in ("ceasefire", "navigation", "prisoner-release")
            },
        ),
        (
            "Peru calls for a ceasefire in the north, the lifting of the sanctions, and the release of all hostages.",
            {
                ("Peru", "propose", "ceasefire"),
                ("Peru", "propose", "sanctions"),
                ("Peru", "propose", "prisoner-release"),
            },
        ),
    ],
    "a plan is what it is for, and what it includes": [
        (
            "Peru accepts a peace plan to end the war, including a prisoner exchange.",
            {("Peru", "accept", "peace-agreement"), ("Peru", "accept", "prisoner-release")},
        ),
    ],
    "one side's report of a breach is an accusation": [
        ("Chad reports three violations of the truce by Mali.", {("Chad", "accuse", "ceasefire")}),
        ("Chad launched strikes after alleged ceasefire violations by Mali.", {("Chad", "accuse", "ceasefire")}),
        ("Chad files a complaint over 40 Malian violations of the ceasefire.", {("Chad", "accuse", "ceasefire")}),
        ("Chad alleges that Mali is arming the rebels.", {("Chad", "accuse", "foreign-support")}),
        ("Six people are killed by Malian drone strikes despite the ceasefire.", {("Mali", "violate", "ceasefire")}),
    ],
    "what is left undone is not done": [
        ("The Chadian president leaves Oslo without signing the ceasefire.", set()),
        ("Peru breaks off negotiations with Chile.", {("Peru", "suspend", "talks")}),
        ("Peru orders the delay of the release of 60 Chilean prisoners.", {("Peru", "suspend", "prisoner-release")}),
    ],
    "a name is no provision": [
        ("The head of the High Negotiations Committee arrives in Chad.", set()),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{rule}: {case[0]}") for rule, cases in SENTENCES.items() for case in cases],
)
def test_the_sentence_says_who_did_what(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {one for one in triples(text) if one[1:] != ("reject", "ceasefire")} == expected
    assert all(text[s.start : s.end] == s.quote for s in said(text))


def test_what_is_done_according_to_a_deal_has_no_source_in_the_deal() -> None:
    (made,) = said("Chad says that it will free the prisoners according to the terms of the ceasefire.")
    assert (made.actor, made.act, made.provision) == ("Chad", "accept", "prisoner-release")


def test_an_accusation_names_the_accused() -> None:
    (made,) = said("Chad reports three violations of the truce by Mali.")
    assert made.recipient == "Mali"
