"""A pause in the variables of the ETH/PRIO Civil Conflict Ceasefire data, as far as the statements say.

What nothing on record says stays empty. Definitions: Clayton and others, "Introducing the Civil Conflict Ceasefire
Dataset" (Journal of Conflict Resolution, 2022); names of variables and values as in docs/pauses.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.life import Life
from ceasefire.reasoning.lives import is_pause
from ceasefire.reasoning.provisions import Agenda
from ceasefire.reasoning.state import Provision
from ceasefire.vocabulary import load

FIRM_YES = ("accept", "implement")


@dataclass(frozen=True, slots=True)
class Code:
    """One value and the statements (ids) that it rests on; "" where nothing on record says."""

    value: str = ""
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PauseCodes:
    """The coded variables of one pause.

    `purpose`: Humanitarian, Peace Process, Holiday, Election or Other. `ceasefire_class`: Cessation, Cessation with
    compliance (a mechanism is agreed), or Definitive (it is to last). `mediator`: who mediated it.
    `mechanism`: "agreed" where those who accept the pause also accept monitoring. `written`: "yes" where it was signed.
    """

    purpose: Code = Code()
    ceasefire_class: Code = Code()
    mediator: Code = Code()
    mechanism: Code = Code()
    written: Code = Code()


def pause_codes(life: Life, on: Agenda, statements: Sequence[Statement]) -> PauseCodes:
    """What the statements say of one pause in these variables."""
    provision = on.provision(life.provision)
    about = [one for one in statements if on.about.get(one.id) == life.provision]
    beside = _beside(about, on, statements)
    mechanism = _mechanism(life, beside)
    return PauseCodes(
        purpose=_purpose(provision, about, beside),
        ceasefire_class=_class(life, provision, mechanism, about),
        mediator=_mediator(about),
        mechanism=mechanism,
        written=_written(about),
    )


def _beside(about: Sequence[Statement], on: Agenda, statements: Sequence[Statement]) -> list[Statement]:
    """What the documents that agree the pause say of things that are no pause."""
    agreeing = {one.document for one in about if one.act in FIRM_YES and one.modality == "actual"}
    halts = {one.id for one in on.provisions if is_pause(one)}
    return [one for one in statements if one.document in agreeing and on.about.get(one.id) not in halts]


def _purpose(provision: Provision | None, about: Sequence[Statement], beside: Iterable[Statement]) -> Code:
    """An occasion is a holiday unless it is listed otherwise; else what the agreeing documents accept with it."""
    if provision is not None and provision.scope.occasion:
        value = load("pauses")["occasions"].get(provision.scope.occasion, "Holiday")
        return Code(value, _ids(one for one in about if one.scope.occasion))
    purposes = load("pauses")["purposes"]
    tied = [one for one in beside if one.provision in purposes and one.act == "accept" and one.modality == "actual"]
    values = {purposes[one.provision] for one in tied}
    return Code(values.pop(), _ids(tied)) if len(values) == 1 else Code()


def _class(life: Life, provision: Provision | None, mechanism: Code, about: Sequence[Statement]) -> Code:
    """Definitive where it is said to last, with compliance where a mechanism is agreed, else a mere cessation.

    A pause that nobody has agreed has no class.
    """
    if not life.declared.known or provision is None:
        return Code()
    lasting = _ids(one for one in about if one.scope.duration == "lasting" and one.act in FIRM_YES)
    if lasting:
        return Code("Definitive", lasting)
    rests = next((one.statements for one in life.steps if one.when == life.declared), ())
    return Code("Cessation with compliance", mechanism.statements) if mechanism.value else Code("Cessation", rests)


def _mediator(about: Iterable[Statement]) -> Code:
    """Who is said to have mediated it."""
    found = [one for one in about if one.act == "mediate" and one.modality == "actual"]
    return Code("; ".join(sorted({one.actor for one in found})), _ids(found))


def _mechanism(life: Life, beside: Iterable[Statement]) -> Code:
    """Agreed where a party to the pause accepts monitoring where it accepts the pause."""
    found = [
        one
        for one in beside
        if one.provision == "monitoring"
        and one.act in FIRM_YES
        and one.modality == "actual"
        and one.actor in life.parties
    ]
    return Code("agreed" if found else "", _ids(found))


def _written(about: Iterable[Statement]) -> Code:
    """Signed, by the words of an acceptance."""
    beginnings = tuple(load("pauses")["signing"])
    found = [
        one
        for one in about
        if one.act == "accept"
        and one.modality == "actual"
        and any(word.startswith(beginnings) for word in one.quote.casefold().split())
    ]
    return Code("yes" if found else "", _ids(found))


def _ids(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(sorted({one.id for one in statements}))
