"""One row of a ledger as a claim, and as a second one where the accused accuses somebody in return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ceasefire.coding.parties import Parties
from ceasefire.monitoring.claim import ADMITS, NO_EVENT, NUMBER, ONE_EVENT, Claim
from ceasefire.monitoring.claims.answers import Answer, answer_of
from ceasefire.monitoring.claims.days import UnusableError, days_of
from ceasefire.monitoring.claims.form import Form
from ceasefire.monitoring.claims.parties import party_of, speaks_of_itself
from ceasefire.monitoring.claims.places import place_of, says_nothing
from ceasefire.monitoring.claims.words import counted_deeds, means_of, targets_of
from ceasefire.monitoring.report import Moment
from ceasefire.reading.dates import said
from ceasefire.reasoning.words import included
from ceasefire.vocabulary import load


def claims_of(name: str, cells: Mapping[str, str], form: Form, parties: Parties) -> tuple[Claim, ...]:
    """The claim of a row, and the one that its answer makes in return. Raises UnusableError."""

    def cell(what: str) -> str:
        words = cells.get(form.columns.get(what, ""), "")
        return "" if says_nothing(words) else words

    when = days_of(cell("date"))
    claimant = party_of(cell("claimant"), parties, form.codes, when.first)
    if not claimant:
        raise UnusableError("nobody-claims")
    if not any(map(cell, ("place", "asset", "words"))):
        raise UnusableError("says-nothing")
    actor = cell("accused")
    accused = party_of(actor, parties, form.codes, when.first) if actor else ""
    answer = answer_of(cell("answer"), accused, parties, form.codes, when.first) if accused else Answer()
    if speaks_of_itself(actor) and accused == claimant:
        answer = Answer(ADMITS, cell("words"), accused)
    made = Claim(
        id=name,
        when=when,
        claimant=claimant,
        accused=accused,
        place=place_of(cell("place")),
        targets=_targets(cell("asset"), cell("words"), cells.get(form.classes_in, ""), form),
        means=means_of(". ".join((cell("asset"), cell("words")))),
        words=" — ".join(filter(None, (cell("asset"), cell("words")))),
        answer=answer.state,
        answer_words=answer.words or cell("answer"),
        published=said(cell("published"), "row"),
        source=cell("address"),
    )
    made = as_it_is_about(made)
    return (made,) if not answer.accuses else (made, _in_return(made, answer, when))


def as_it_is_about(one: Claim) -> Claim:
    """A claim marked with what it is about where that is not one event, and why."""
    says = load("claims")["about"]
    counted = counted_deeds(one.words)
    if not one.accused:
        return replace(one, about=NO_EVENT, why=says["no_event"])
    if counted:
        return replace(one, about=NUMBER, why=says["number"].format(counted=counted))
    return replace(one, about=ONE_EVENT)


def _in_return(one: Claim, answer: Answer, when: Moment) -> Claim:
    return replace(
        one,
        id=f"{one.id}:answer",
        when=when,
        claimant=answer.by,
        accused=answer.accuses,
        means=(),
        words=answer.words,
        answer="",
        answer_words="",
        answers=one.id,
    )


def _targets(asset: str, words: str, own: str, form: Form) -> tuple[str, ...]:
    """By the words of the asset, else by the ledger's own class, else by the words of the claim.

    The ledger's own classes stay beside those of the words, unless these are more exact.
    """
    coded = next((form.classes[code] for code in _codes(own) if code in form.classes), ())
    named = targets_of(asset) or (() if coded else targets_of(words))
    kept = [one for one in coded if not any(other in included(one) for other in named)]
    return tuple(sorted({*named, *kept}))


def _codes(own: str) -> tuple[str, str]:
    """A ledger's class as it is written, and without what stands in brackets."""
    return own.casefold().strip(), own.casefold().partition("(")[0].strip()
