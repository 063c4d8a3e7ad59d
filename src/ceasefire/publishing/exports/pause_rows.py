"""Pauses as rows: their lives, and the variables of the ETH/PRIO ceasefire data with what each cell rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ceasefire.publishing.exports.material import Material
from ceasefire.publishing.exports.tables import Cell, Row
from ceasefire.reasoning.life import Life
from ceasefire.reasoning.pause_codes import Code, pause_codes
from ceasefire.when import When


def pauses(made: Material) -> Iterator[Row]:
    """A row a pause."""
    for one in made.lives:
        yield {
            "provision": one.provision,
            "title": one.title,
            "parties": list(one.parties),
            "state": one.steps[-1].name,
            "declared": one.declared.edtf,
            "effect": one.effect.edtf,
            "ended": one.end.edtf,
            "duration": one.duration,
            "statements": list(one.statements),
        }


def pause_steps(made: Material) -> Iterator[Row]:
    """A row a step."""
    for life in made.lives:
        for number, one in enumerate(life.steps, start=1):
            yield {
                "provision": life.provision,
                "number": number,
                "step": one.name,
                "date": one.when.edtf,
                "by": list(one.by),
                "because": one.because,
                "statements": list(one.statements),
            }


def ceasefires(made: Material) -> Iterator[Row]:
    """A row a pause and party to it; one without a party where nobody is known to be one."""
    for one in made.lives:
        provision = made.on.provision(one.provision)
        coded = _codes(made, one)
        for party in one.parties or ("",):
            yield {
                "cf_id": one.provision,
                "title": one.title,
                "state": one.steps[-1].name,
                "location": "; ".join(provision.scope.area) if provision else "",
                "actor_name": party,
                "ucdp_dyad": None,
                **_parts("cf_dec", one.declared),
                **_parts("cf_effect", one.effect),
                **_parts("end", one.end),
                **{name: code.value for name, code in coded.items()},
                "purpose_2": None,
                "enforcement": None,
            }


def ceasefires_sources(made: Material) -> Iterator[Row]:
    """A row a coded cell and statement that it rests on; one without a statement where it rests on the case file."""
    for one in made.lives:
        for variable, code in {**_dates(one), **_codes(made, one)}.items():
            for statement in (code.statements or ("",)) if code.value else ():
                yield {"cf_id": one.provision, "variable": variable, "value": code.value, "statement": statement}


def _codes(made: Material, life: Life) -> Mapping[str, Code]:
    found = pause_codes(life, made.on, made.statements)
    return {
        "purpose_1": found.purpose,
        "ceasefire_class": found.ceasefire_class,
        "mediator_nego": found.mediator,
        "implement": found.mechanism,
        "written": found.written,
    }


def _dates(life: Life) -> Mapping[str, Code]:
    """The three dates with the statements of the steps and counts that give them."""
    return {
        "cf_dec": Code(life.declared.edtf, _giving(life, life.declared)),
        "cf_effect": Code(life.effect.edtf, _counting(life, life.effect) or _giving(life, life.effect)),
        "end": Code(life.end.edtf, life.steps[-1].statements if life.end.known else ()),
    }


def _giving(life: Life, when: When) -> tuple[str, ...]:
    """The statements of the steps taken then."""
    return tuple(sorted({each for one in life.steps if one.when == when for each in one.statements}))


def _counting(life: Life, when: When) -> tuple[str, ...]:
    """The statements by which somebody counts from then."""
    return tuple(sorted({each for one in life.counts if one.start == when for each in one.statements}))


def _parts(name: str, when: When) -> dict[str, Cell]:
    """Year, month and day, as far as they are known."""
    given: list[Cell] = [int(part) for part in when.edtf.partition("T")[0].split("-") if part]
    year, month, day = [*given, None, None, None][:3]
    return {f"{name}_yr": year, f"{name}_month": month, f"{name}_day": day}
