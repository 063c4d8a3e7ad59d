"""What is made to depend on what: the provision, who lays it down, and the category of what is wanted."""

from __future__ import annotations

import pytest
from tests.coding.said import said

LAID_DOWN = [
    (
        "Chile says that it will not attend the talks unless the rebels first leave the town.",
        ("Chile", "talks", "withdrawal"),
    ),
    (
        "Peru could withdraw its soldiers from the border if the rebels disarm, two officials say.",
        ("Peru", "withdrawal", "disarmament"),
    ),
    (
        "Ghana refuses to release the prisoners before the rebels hand over their weapons.",
        ("Ghana", "prisoner-release", "disarmament"),
    ),
    ("Ghana rules out talks as long as the town remains under siege.", ("Ghana", "talks", "humanitarian-access")),
    (
        "Chile is not going to send soldiers to the international force before the fighting has stopped.",
        ("Chile", "security-guarantees", "ceasefire"),
    ),
    (
        "Peru says it is prepared to send troops to a peacekeeping force as soon as a ceasefire takes effect.",
        ("Peru", "security-guarantees", "ceasefire"),
    ),
    (
        "Benin will lift the blockade only after Togo has freed the prisoners.",
        ("Benin", "sanctions", "prisoner-release"),
    ),
    (
        "Should Ghana free the prisoners, Togo would end the sanctions, its president says.",
        ("Togo", "sanctions", "prisoner-release"),
    ),
    (
        "Benin agrees to a truce on condition that Togo releases the prisoners.",
        ("Benin", "ceasefire", "prisoner-release"),
    ),
    (
        "The president of Peru says that there can be no ceasefire without a withdrawal of Chilean troops.",
        ("Peru", "ceasefire", "withdrawal"),
    ),
    ("Ghana says that it is ready for talks once sanctions are lifted.", ("Ghana", "talks", "sanctions")),
    (
        "Peru is not going to negotiate with the rebels while the bombardment goes on.",
        ("Peru", "talks", "ceasefire"),
    ),
    (
        "Kenya's refusal to withdraw its soldiers before the militia is disarmed is the main obstacle.",
        ("Kenya", "withdrawal", "disarmament"),
    ),
    ("Peru proposes a truce in return for the lifting of sanctions.", ("Peru", "ceasefire", "sanctions")),
]

ASKED_FIRST = [
    ("Chile demands the release of prisoners before any talks.", ("Chile", "talks", "prisoner-release")),
    (
        "Peru insists on the release of 200 captives before it will discuss a ceasefire.",
        ("Peru", "ceasefire", "prisoner-release"),
    ),
    ("Ghana demands the lifting of sanctions in return for a truce.", ("Ghana", "ceasefire", "sanctions")),
    ("Togo makes the release of its prisoners a condition for talks.", ("Togo", "talks", "prisoner-release")),
    ("Benin sets out three conditions for a ceasefire.", ("Benin", "ceasefire", "other")),
    ("Kenya ties the release of the hostages to an end of sanctions.", ("Kenya", "prisoner-release", "sanctions")),
]

THREATENED = [
    ("The Chilean army threatens to resume the war if the talks fail.", ("Chile", "ceasefire", "talks")),
    ("Peru warns it will go back to war unless Chile withdraws its troops.", ("Peru", "ceasefire", "withdrawal")),
]

BARGAINED = [
    (
        "Benin's ministers will not sit down with Togo until the last captive is home.",
        ("Benin", "talks", "prisoner-release"),
    ),
    (
        "Peru says that its soldiers will stay in the valley until the militia has disbanded.",
        ("Peru", "withdrawal", "disarmament"),
    ),
]

NONE = [
    "Togo will not withdraw its troops even if the United Nations demands it.",
    "Ghana delays the talks until Monday.",
    "Chile and Peru agreed to a truce before the talks ended.",
    "Peru will not play in the cup until the stadium is repaired.",
]


@pytest.mark.parametrize(("text", "expected"), [*LAID_DOWN, *ASKED_FIRST, *THREATENED, *BARGAINED])
def test_a_party_makes_one_thing_depend_on_another(text: str, expected: tuple[str, str, str]) -> None:
    found = {(one.actor, one.provision, one.condition_provision) for one in said(text) if one.act == "condition"}
    assert found == {expected}


@pytest.mark.parametrize("text", NONE)
def test_what_happens_anyway_or_at_a_time_is_no_condition(text: str) -> None:
    assert not [one for one in said(text) if one.act == "condition"]


def test_what_stands_inside_a_condition_is_not_said_to_be() -> None:
    found = said("Benin agrees to a truce on condition that Togo releases the prisoners.")
    assert [(one.actor, one.act) for one in found] == [("Benin", "condition")]
