"""`ceasefire reject`: a person rejects what a machine read."""

from __future__ import annotations

from ceasefire.publishing.deciding import AskedDecision, decide
from ceasefire.record.decision import REJECT

ASKED = AskedDecision


def answer(asked: AskedDecision) -> int:
    """Records it, with who and why."""
    return decide(asked, REJECT, lambda _: None)
