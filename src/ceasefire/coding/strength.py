"""Which act is stronger: the order in which one act a statement is kept."""

from __future__ import annotations

#: One act a statement, the strongest that the words support (codebook).
STRENGTH = (
    "condition",
    "reject",
    "accept",
    "implement",
    "suspend",
    "violate",
    "accuse",
    "deny",
    "propose",
    "mediate",
    "consult",
)
