"""Each rule of coding, on sentences about invented conflicts: who took which act towards which provision."""

from __future__ import annotations

import pytest
from tests.coding.said import said, triples

RULES = {
    "governed": [
        ("Peru rejected the ceasefire.", {("Peru", "reject", "ceasefire")}),
        ("Ecuador refused to extend the truce with Peru.", {("Ecuador", "reject", "ceasefire")}),
        ("Chile will not agree to a ceasefire.", {("Chile", "reject", "ceasefire")}),
        ("Ghana urged Togo to accept the truce.", {("Ghana", "propose", "ceasefire")}),
        ("Chile suspended talks with Bolivia.", {("Chile", "suspend", "talks")}),
        (
            "Peru and Ecuador signed a peace agreement on Monday.",
            {("Peru", "accept", "peace-agreement"), ("Ecuador", "accept", "peace-agreement")},
        ),
    ],
    "a party that no vocabulary lists": [
        ("The Blue Valley Front rejected the ceasefire.", {("Blue Valley Front", "reject", "ceasefire")}),
        ("The Osk Army agreed to release 40 prisoners.", {("Osk Army", "accept", "prisoner-release")}),
        ("The company rejected a deal.", set()),
    ],
    "a provision that no vocabulary names": [
        (
            "Mali rejected the ceasefire. Togo demanded the reopening of the border schools.",
            {("Mali", "reject", "ceasefire"), ("Togo", "propose", "other")},
        ),
        ("Togo demanded the reopening of the border schools.", set()),
        ("Mali rejected the ceasefire. Togo rejected the report of an attack.", {("Mali", "reject", "ceasefire")}),
    ],
    "people who are let go": [
        ("Mali lets eight soldiers of Togo go.", {("Mali", "implement", "prisoner-release")}),
        ("The bodies of 12 soldiers were returned to Mali by Togo.", {("Togo", "implement", "prisoner-release")}),
        ("Mali received the bodies of 12 soldiers from Togo.", {("Togo", "implement", "prisoner-release")}),
        ("Togo hands three captured pilots over to the Red Cross.", {("Togo", "implement", "prisoner-release")}),
        (
            "Nine Malian captives are freed in a prisoner swap with Togo, under a deal brokered by Ghana.",
            {
                ("Togo", "implement", "prisoner-release"),
                ("Mali", "implement", "prisoner-release"),
                ("Ghana", "mediate", "prisoner-release"),
            },
        ),
        ("Mali returns nine prisoners in exchange for maps of Togo.", {("Mali", "implement", "prisoner-release")}),
        ("Togolese troops free nine hostages in a raid.", set()),
        ("Togo exchanged letters with Ama Mensah.", set()),
    ],
    "positions that are left under a deal": [
        (
            "Malian troops leave the town under the peace agreement with Togo.",
            {("Mali", "implement", "withdrawal")},
        ),
        ("Mali completes its withdrawal from Lomé.", set()),
        ("Togo says that Mali must withdraw from the border zone.", {("Togo", "propose", "withdrawal")}),
    ],
    "aid and arms": [
        (
            "Chad and Togo agree to facilitate humanitarian aid delivery.",
            {("Chad", "accept", "humanitarian-access"), ("Togo", "accept", "humanitarian-access")},
        ),
        ("Ghana pledges 200 million euros in humanitarian aid to Mali.", {("Ghana", "accept", "humanitarian-access")}),
        ("Ghana delivers two Patriot systems to Mali.", {("Ghana", "implement", "foreign-support")}),
        ("Mali received four howitzers from Ghana.", {("Ghana", "implement", "foreign-support")}),
    ],
    "a list of infinitives": [
        (
            "Chad and Togo signed a deal to end the war, share the dam, and reopen the strait.",
            {(party, "accept", provision) for party in ("Chad", "Togo") for provision in ("ceasefire", "navigation")},
        ),
        ("Togo discussed with Mali how its fighters are to disarm.", set()),
    ],
    "a retreat and an agreed withdrawal": [
        ("Chad withdrew its troops from the zone under the accord.", {("Chad", "implement", "withdrawal")}),
        ("Chadian troops withdrew from the town after an attack.", set()),
    ],
    "a halt of one side's own forces": [
        ("Peru ordered its forces to stop all fighting.", {("Peru", "accept", "limited-ceasefire")}),
        ("Peru ordered Chile to stop all fighting.", {("Peru", "propose", "ceasefire")}),
    ],
    "a halt of one side": [("Peru declared a unilateral ceasefire.", {("Peru", "accept", "limited-ceasefire")})],
    "by itself": [
        (
            "The ceasefire between Peru and Ecuador took effect on Friday.",
            {("Peru", "implement", "ceasefire"), ("Ecuador", "implement", "ceasefire")},
        ),
        (
            "Talks between Peru and Ecuador collapsed.",
            {("Peru", "suspend", "talks"), ("Ecuador", "suspend", "talks")},
        ),
    ],
    "done": [
        ("Chad will withdraw its troops.", {("Chad", "accept", "withdrawal")}),
        ("Chad will not withdraw its troops.", {("Chad", "reject", "withdrawal")}),
        ("Kenya released 40 prisoners.", {("Kenya", "implement", "prisoner-release")}),
        (
            "Peru and Ecuador exchanged prisoners.",
            {("Peru", "implement", "prisoner-release"), ("Ecuador", "implement", "prisoner-release")},
        ),
    ],
    "own": [
        ("Peru's refusal of a truce angered nobody.", {("Peru", "reject", "ceasefire")}),
        (
            "Kenya accepted Norway's proposal for a ceasefire.",
            {("Kenya", "accept", "ceasefire"), ("Norway", "propose", "ceasefire")},
        ),
        (
            "Peru rejected a peace plan proposed by Brazil.",
            {("Peru", "reject", "peace-agreement"), ("Brazil", "propose", "peace-agreement")},
        ),
    ],
    "mediated and talked": [
        (
            "Talks between Kenya and Somalia mediated by Norway resumed.",
            {("Norway", "mediate", "talks"), ("Kenya", "consult", "talks"), ("Somalia", "consult", "talks")},
        ),
        (
            "Kenya and Somalia met in Oslo for talks on a truce.",
            {("Kenya", "consult", "ceasefire"), ("Somalia", "consult", "ceasefire")},
        ),
        ("Peru requested more information about the ceasefire.", {("Peru", "consult", "ceasefire")}),
    ],
    "price": [
        ("Peru would accept the truce if Ecuador withdrew its troops.", {("Peru", "condition", "ceasefire")}),
        ("Peru will not withdraw its troops until Ecuador disarms.", {("Peru", "condition", "withdrawal")}),
        (
            "Ecuador said that a ceasefire would require an end to military aid.",
            {("Ecuador", "condition", "ceasefire")},
        ),
    ],
    "breach": [
        ("Peru accused Ecuador of violating the ceasefire.", {("Peru", "accuse", "ceasefire")}),
        ("Peru said that Ecuador had violated the truce.", {("Peru", "accuse", "ceasefire")}),
        ("Ecuador denied violating the ceasefire.", {("Ecuador", "deny", "ceasefire")}),
        ("Ecuador shelled the town despite the ceasefire.", {("Ecuador", "violate", "ceasefire")}),
    ],
    "nothing": [
        ("The coalition talks collapsed.", set()),
        ("Peru signed a trade deal with Chile.", set()),
        ("The weather was mild.", set()),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{rule}: {case[0]}") for rule, cases in RULES.items() for case in cases],
)
def test_a_rule_finds_who_does_what_towards_which_provision(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(text) == expected
    assert all(text[s.start : s.end] == s.quote for s in said(text))


SWAPPED = [
    "Peru rejected the ceasefire with Ecuador.",
    "Peru accused Ecuador of violating the ceasefire.",
    "Peru will not withdraw its troops until Ecuador disarms.",
    "Peru accepted Ecuador's proposal for a truce.",
    "Peru said that Ecuador had violated the truce.",
    "Peru shelled Ecuador despite the ceasefire.",
    "Talks between Peru and Ecuador collapsed.",
    "Peru urged Ecuador to accept a peace plan.",
    "Peru released 30 prisoners to Ecuador.",
    "Peru suspended talks with Ecuador.",
    "Peru denied violating the truce with Ecuador.",
    "Peru would accept the truce if Ecuador withdrew its troops.",
    "Peru met Ecuador for talks on a ceasefire.",
    "Peru and Ecuador signed a peace agreement.",
    "Peru mediated talks between Ecuador and Chile.",
]


@pytest.mark.parametrize("text", SWAPPED)
def test_two_parties_that_change_places_change_places_in_the_statements(text: str) -> None:
    names = {"Peru": "Ecuador", "Ecuador": "Peru"}
    swapped = text.replace("Peru", "\0").replace("Ecuador", "Peru").replace("\0", "Ecuador")
    assert triples(text)
    assert triples(swapped) == {(names.get(actor, actor), act, provision) for actor, act, provision in triples(text)}
