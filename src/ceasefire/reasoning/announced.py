"""Which statements announce something that is still to come."""

from __future__ import annotations

from datetime import date
from functools import cache

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.step_day import step_day
from ceasefire.vocabulary import load


def is_step(one: Statement) -> bool:
    """Whether a statement announces something: it is planned, agrees to what lies ahead, or names a day ahead."""
    ahead = _lies_ahead(one.act, one.modality, one.provision)
    return step_day(one).by(_said(one)) is False if ahead is None else ahead


@cache
def _lies_ahead(act: str, modality: str, provision: str) -> bool | None:
    """Whether what is said in this way lies ahead; None where the day that it names tells."""
    words = load("steps")
    if modality != "actual":
        return modality == "planned"
    if act == "accept" and provision in words["ahead_by_nature"]:
        return True
    return None if act in words["dated"] else False


def _said(one: Statement) -> date:
    return one.said.last or date.max
