"""What a report says happened: whether it was an attack, on what, by what means, with what effect, by whom."""

from __future__ import annotations

from dataclasses import dataclass

YES, NO, UNKNOWN = "yes", "no", "unknown"

HIT, INTERCEPTED, BOTH = "hit", "intercepted", "hit and intercepted"


@dataclass(frozen=True, slots=True)
class Happened:
    """What one report says happened; empty where it does not say.

    `attack` is "yes", "no", or "unknown" where neither text nor codes tell. `targets` are classes of
    vocabulary/targets.yaml ("energy-substations"); each class has wider classes above it. `means` ("drone",
    "missile", "artillery", …), `effects` ("power-cut", "fire", "deaths", …) and `domain` ("air", "land", "sea" or "")
    come from the same vocabulary. `outcome` is "hit", "intercepted", "hit and intercepted" or "". `by` is the party to
    which the attack is attributed and `said_by` who attributes it ("" where the report itself does so, without naming
    anybody). `against` is the party whose side was attacked, where the words say so. `because` names the rules and
    words that it rests on.
    """

    attack: str = UNKNOWN
    targets: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    domain: str = ""
    outcome: str = ""
    by: str = ""
    said_by: str = ""
    against: str = ""
    because: tuple[str, ...] = ()
