"""The case that everything starts from, told in our own words as statements: two presidents speak by telephone."""

from __future__ import annotations

from tests.reasoning.said import END, HALT, TRUCE, said

from ceasefire.coding.statement import Scope, Statement

ALLIES = "Ukraine's European allies"
MONTH = Scope(duration="P1M")
THERE = Scope(area=("Middle East",))


def seed() -> list[Statement]:
    """One undated article: headline, lead and body say some things twice and not always alike."""
    return [
        _halt("Russia", "energy halt tentatively agreed", modality="tentative"),
        _halt("Russia", "Putin agrees to the energy halt"),
        said("Russia", "reject", quote="refuses the full ceasefire"),
        said("United States", "propose", scope=MONTH, quote="the month-long truce put forward", recipient="Russia"),
        said("Russia", "reject", scope=MONTH, quote="turned down the month-long truce", recipient="United States"),
        _price("ceasefire", "a lasting ceasefire needs an end of foreign arms and intelligence", END),
        said(ALLIES, "reject", "foreign-support", scope=END, quote="which the allies refuse"),
        said("United States", "accept", "talks", scope=THERE, quote="both to start talks in the Middle East"),
        said("Russia", "accept", "talks", scope=THERE, quote="both to start talks in the Middle East"),
        said("Ukraine", "accept", scope=TRUCE, quote="Ukraine had agreed to a 30-day truce by air, land and sea"),
        _halt("Ukraine", "open to a deal on energy", modality="tentative"),
        _price("talks", "ending foreign support decides any future negotiations", Scope(direction="end"), "tentative"),
    ]


def _halt(actor: str, quote: str, modality: str = "actual") -> Statement:
    return said(actor, "accept", "limited-ceasefire", scope=HALT, quote=quote, modality=modality)


def _price(provision: str, quote: str, wanted: Scope, modality: str = "actual") -> Statement:
    """Russia's price for a provision: that foreign support ends."""
    return said(
        "Russia",
        "condition",
        provision,
        quote=quote,
        modality=modality,
        speaker="Russia",
        condition="an end of foreign support",
        condition_provision="foreign-support",
        condition_scope=wanted,
    )
