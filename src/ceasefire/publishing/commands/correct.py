"""`ceasefire correct`: a person says how a statement should have been read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ceasefire.coding.statement import Statement
from ceasefire.errors import QuestionError
from ceasefire.publishing.deciding import AskedDecision, decide
from ceasefire.record.decision import CORRECT
from ceasefire.vocabulary import load
from ceasefire.when import When

NOBODY = "none"
OPTIONAL = ("recipient", "condition_provision", "speaker")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedCorrection(AskedDecision):
    """What the statement says instead; what is None stays as it is."""

    actor: str | None = None
    act: str | None = None
    provision: str | None = None
    recipient: str | None = None
    condition_provision: str | None = None
    speaker: str | None = None
    modality: str | None = None
    said: str | None = None


ASKED = AskedCorrection


def answer(asked: AskedCorrection) -> int:
    """Records the correction, with who and why."""
    changed = _changes(asked)
    if not changed:
        raise QuestionError("nothing is corrected: give at least one of " + ", ".join(_option(one) for one in FIELDS))
    return decide(asked, CORRECT, lambda said: _corrected(said, changed))


FIELDS = ("actor", "act", "provision", "recipient", "condition_provision", "speaker", "modality", "said")


def _changes(asked: AskedCorrection) -> dict[str, Any]:
    given: dict[str, Any] = {name: value for name in FIELDS if (value := getattr(asked, name)) is not None}
    for name, choices in _choices().items():
        if given.get(name, NOBODY) not in (*choices, NOBODY):
            raise QuestionError(f"{_option(name)} {given[name]!r} is none of: {', '.join(choices)}")
    for name in given:
        if given[name] == NOBODY and name in OPTIONAL:
            given[name] = None
        elif not given[name].strip() or given[name] == NOBODY:
            raise QuestionError(f"{_option(name)} cannot be empty")
    if "said" in given:
        try:
            given["said"] = When(given["said"], found_in="row")
        except ValueError:
            raise QuestionError(f"--said {given['said']!r} is no date: give YYYY-MM-DD, YYYY-MM or YYYY") from None
    return given


def _corrected(said: Statement, changed: dict[str, Any]) -> Statement:
    after = replace(said, **changed)
    if after == said:
        raise QuestionError(f"statement {said.id} says that already; to confirm it: ceasefire accept")
    return after


def _choices() -> dict[str, tuple[str, ...]]:
    """The closed lists of the codebook."""
    provisions = tuple(load("provisions")["categories"])
    wording = load("wording")
    return {
        "act": tuple(wording["acts"]),
        "modality": tuple(next(iter(wording["acts"].values()))),
        "provision": provisions,
        "condition_provision": provisions,
    }


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")
