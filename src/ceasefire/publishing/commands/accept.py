"""`ceasefire accept`: a person accepts what a machine read."""

from __future__ import annotations

from ceasefire.publishing.deciding import AskedDecision, decide
from ceasefire.record.decision import ACCEPT

ASKED = AskedDecision


def answer(asked: AskedDecision) -> int:
    """Records it, with who and why."""
    return decide(asked, ACCEPT, lambda said: said)
