"""Who denies, rules out, asks for or answers what; and how a stance on a whole reaches its parts."""

from __future__ import annotations

import pytest
from tests.coding.said import said, triples

STANCES = {
    "denied": [
        ("Chile denies that talks took place with Peru.", {("Chile", "deny", "talks")}),
        ("Peru denies any dialogue is under way.", {("Peru", "deny", "talks")}),
        ("Ghana dismissed reports that it had agreed to a truce.", {("Ghana", "deny", "ceasefire")}),
    ],
    "by the speaker": [
        ("Chile says there will be no talks with Peru.", {("Chile", "reject", "talks")}),
        ("Chile's foreign minister says that negotiations with Peru can continue.", {("Chile", "accept", "talks")}),
        ("Peru's president says that the rebels must lay down their arms.", {("Peru", "propose", "disarmament")}),
        (
            "Peru and Chile agreed that the war needs to end.",
            {("Peru", "propose", "ceasefire"), ("Chile", "propose", "ceasefire")},
        ),
    ],
    "of the author": [
        (
            "Benin accepts a truce put forward by Kenya.",
            {("Benin", "accept", "ceasefire"), ("Kenya", "propose", "ceasefire")},
        ),
        (
            "Benin turns down a Kenyan offer of a truce.",
            {("Benin", "reject", "ceasefire"), ("Kenya", "propose", "ceasefire")},
        ),
        (
            "Benin rejects a Kenya-led peace plan accepted by Togo.",
            {
                ("Benin", "reject", "peace-agreement"),
                ("Kenya", "propose", "peace-agreement"),
                ("Togo", "accept", "peace-agreement"),
            },
        ),
        ("Togo sends a response to the truce proposal from Kenya.", {("Kenya", "propose", "ceasefire")}),
    ],
    "asked of another": [
        ("Togo gives Ghana 30 days to withdraw its troops.", {("Togo", "propose", "withdrawal")}),
        ("Peru called for the war to end.", {("Peru", "propose", "ceasefire")}),
        ("Peru reaffirms its call for both sides to respect the ceasefire.", {("Peru", "propose", "ceasefire")}),
        ("Peru presses for a return to the truce.", {("Peru", "propose", "ceasefire")}),
    ],
    "broken off": [
        ("Chile recalls its delegation from the truce talks in Oslo.", {("Chile", "suspend", "talks")}),
        ("Peru declares the ceasefire to be over.", {("Peru", "suspend", "ceasefire")}),
        ("Chile puts off the exchange of prisoners.", {("Chile", "suspend", "prisoner-release")}),
    ],
    "told to one's own": [("Peru ordered its forces to hand over their weapons.", {("Peru", "accept", "disarmament")})],
    "not done": [
        ("Peru's foreign minister fails to attend the peace talks.", {("Peru", "reject", "talks")}),
        ("Chile's envoy left Oslo without signing the truce.", {("Chile", "reject", "ceasefire")}),
    ],
    "a list and a whole": [
        (
            "Kenya and Togo release a peace plan. The plan includes a ceasefire and the reopening of the port.",
            {
                (actor, "propose", provision)
                for actor in ("Kenya", "Togo")
                for provision in ("peace-agreement", "ceasefire", "navigation")
            },
        ),
        (
            "Peru and Chile reach an agreement that allows Chilean troops to withdraw from the town.",
            {("Peru", "accept", "withdrawal"), ("Chile", "accept", "withdrawal")},
        ),
        (
            "Ghana calls for a truce, the release of prisoners and the lifting of sanctions.",
            {
                ("Ghana", "propose", "ceasefire"),
                ("Ghana", "propose", "prisoner-release"),
                ("Ghana", "propose", "sanctions"),
            },
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [case for cases in STANCES.values() for case in cases])
def test_a_party_takes_a_stance(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(text) == expected


def test_what_is_still_to_be_agreed_is_negated() -> None:
    assert {one.modality for one in said("Ghana has yet to accept the truce.")} == {"negated"}
