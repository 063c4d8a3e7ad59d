"""Accusations beside incidents: which have an incident behind them, which may, which have none; who claimed nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.monitoring.claim import ADMITS, BEHIND, DENIES, NONE, NOT_COMPARED, PERHAPS, Behind, Checked, Claim
from ceasefire.monitoring.monitored import Monitored
from ceasefire.publishing.inert import shortened
from ceasefire.publishing.monitor.numbering import Numbers
from ceasefire.publishing.monitor.paper import Line, Lines, Part, lines
from ceasefire.publishing.monitor.parts.incident_cells import when, where
from ceasefire.publishing.monitor.words import classes, counted, numbered, phrase
from ceasefire.publishing.wording import listed, name, start

MOST = 200
"""Claims that are listed in a group; the JSON holds all."""


def claims(found: Monitored, numbers: Numbers) -> tuple[Part, ...]:
    """The part on claims, and one for incidents that nobody claimed."""
    states = (BEHIND, PERHAPS, NONE, NOT_COMPARED) if found.claims else ()
    blocks = tuple(_group(state, found, numbers) for state in states) or (lines(phrase("claims.none")),)
    return (
        Part("claims", phrase("claims.title"), blocks, phrase("claims.intro")),
        Part("unclaimed", phrase("claims.unclaimed"), (lines(_unclaimed(found, numbers)),), level=3),
    )


def _group(state: str, found: Monitored, numbers: Numbers) -> Lines:
    held = sorted((one for one in found.claims if one.state == state), key=lambda one: numbers.claims[one.claim.id])
    if not held:
        return lines(phrase(f"claims.states.{state}.none"), soft=True)
    title = phrase("claims.group", title=phrase(f"claims.states.{state}.title"), count=numbered(len(held)))
    listed_ = tuple(_line(one, numbers) for one in held[:MOST])
    more = (Line(counted("claims.more", len(held) - MOST), soft=True),) if len(held) > MOST else ()
    return Lines((Line(title), *listed_, *more))


def _line(one: Checked, numbers: Numbers) -> Line:
    claim = one.claim
    said = phrase(
        "claims.line",
        number=numbers.claim(claim.id),
        when=when(claim.when),
        place=next(iter(where(claim.place))),
        what=_what(claim),
    )
    return Line(said, tuple(_under(one, numbers)))


def _what(claim: Claim) -> str:
    targets = classes(claim.targets) or phrase("claims.something")
    claimant = name(claim.claimant) or phrase("claims.somebody")
    if not claim.accused:
        return phrase("claims.nobody_accused", claimant=claimant, targets=targets)
    return phrase("claims.accusing", claimant=claimant, accused=name(claim.accused), targets=targets)


def _under(one: Checked, numbers: Numbers) -> Iterator[str]:
    claim = one.claim
    if claim.words:
        yield phrase("claims.words", words=shortened(claim.words))
    if claim.accused:
        yield start(_answer(claim))
    if claim.why:
        yield claim.why
    for behind in one.behind:
        yield _behind(behind, numbers)
    if one.contradicts:
        yield phrase("claims.contradicts", claims=listed([f"[{numbers.claim(each)}]" for each in one.contradicts]))
    yield phrase("claims.source", source=claim.source) if claim.source else phrase("claims.no_source")


def _answer(claim: Claim) -> str:
    form = claim.answer if claim.answer in (DENIES, ADMITS) else "noted" if claim.answer_words else "silent"
    said = phrase(f"claims.{form}", accused=name(claim.accused))
    if not claim.answer_words:
        return said
    return phrase("claims.answered", answer=said, words=shortened(claim.answer_words))


def _behind(one: Behind, numbers: Numbers) -> str:
    fields = {"incident": numbers.incident(one.incident), "fits": " ".join(one.fits), "against": " ".join(one.against)}
    return phrase("claims.behind_against" if one.against else "claims.behind", **fields)


def _unclaimed(found: Monitored, numbers: Numbers) -> str:
    if not found.unclaimed:
        return phrase("claims.unclaimed_none")
    ordered = sorted(found.unclaimed, key=lambda one: (numbers.incidents.get(one, len(numbers.incidents) + 1), one))
    return phrase("claims.unclaimed_line", incidents=listed([numbers.incident(one) for one in ordered]))
