"""An incident held against a provision: whether it is one of those that the provision forbids, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

OUTSIDE = "outside"
ALLEGED = "alleged"
CORROBORATED = "corroborated"
DISPUTED = "disputed"
UNVERIFIABLE = "unverifiable"
NOT_YET_CHECKED = "not yet checked"
VERDICTS = (OUTSIDE, ALLEGED, CORROBORATED, DISPUTED, UNVERIFIABLE, NOT_YET_CHECKED)
"""In the order in which they are shown. All but the first and the last are breaches that somebody alleges."""

FIELDS = ("window", "area", "domain", "target", "party")
"""The fields of a scope by which an incident may lie outside."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a rule that holds, in its own words, for one field of the scope ("" for the incident as a whole)."""

    rule: str
    field: str
    because: str
    statements: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """What an incident is under one provision, as one version of its terms has it.

    `terms` names the version: "case file", or the party whose account it is. `outside_by` lists the fields by which
    it lies outside. `decided_by` is the person whose decision stands, "" where the rules' answer does.
    """

    incident: str
    provision: str
    terms: str
    verdict: str
    outside_by: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    decided_by: str = ""
    recorded: str = ""
