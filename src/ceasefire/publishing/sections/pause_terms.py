"""What only a case file says of a pause: how it comes into force, what it leaves out, who may leave or end it."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.publishing.brief import Line
from ceasefire.publishing.desk import Desk
from ceasefire.publishing.wording import counted, day, listed, name, phrase
from ceasefire.reasoning.life import Life
from ceasefire.record.lengths import hours
from ceasefire.record.terms import EITHER, ON_CONSENT, ON_SIGNATURE, OTHER, Except, Terms


def terms_of_the_case(desk: Desk, life: Life) -> list[Line]:
    """One line with the terms of the case file; it rests on no words of a document, and says so."""
    said = [*_named(desk, life.terms)] if life.dated else []
    return [Line(phrase("pauses.terms.line", terms="; ".join(said)), rests_on="nothing")] if said else []


def _named(desk: Desk, terms: Terms) -> Iterator[str]:
    if terms.in_force in (ON_CONSENT, ON_SIGNATURE):
        yield phrase("pauses.terms.in_force", how=terms.in_force)
    for one in terms.exceptions:
        yield _exception(desk, one)
    if terms.withdrawal is not None:
        form = "leave" if terms.withdrawal.notice else "leave_at_once"
        yield phrase(f"pauses.terms.{form}", by=_side(terms.withdrawal.by), notice=_length(terms.withdrawal.notice))
    if terms.response_in_kind:
        yield phrase("pauses.terms.in_kind", how=terms.response_in_kind)
    for form, release in (("suspend", terms.suspended_if), ("end", terms.ends_if)):
        if release is not None:
            sides = {"breach_by": _side(release.breach_by), "option": _side(release.at_option_of)}
            yield phrase(f"pauses.terms.{form}", **sides)
    if terms.extendable:
        yield phrase(f"terms.{terms.extendable}")


def _exception(desk: Desk, one: Except) -> str:
    limits = [listed([word.replace("-", " ") for word in (*one.towards, *one.area)])]
    limits += [phrase("pauses.terms.first", day=day(one.window.start))] if one.window.start.known else []
    limits += [phrase("pauses.terms.last", day=day(one.window.until))] if one.window.until.known else []
    limits += [phrase("pauses.terms.long", length=_length(one.window.duration))] if one.window.duration else []
    form = "except_otherwise" if one.otherwise else "except"
    otherwise = desk.title(one.otherwise) if one.otherwise else ""
    return phrase(f"pauses.terms.{form}", limits=" ".join(filter(None, limits)), otherwise=otherwise)


def _side(words: str) -> str:
    """ "either" and "other" as they stand in a sentence; else a party."""
    return phrase(f"pauses.terms.{words}") if words in (EITHER, OTHER) else name(words)


def _length(duration: str) -> str:
    """A length in days, or in hours when it is not whole days."""
    length = hours(duration)
    if length is None:
        return duration
    return counted("pauses.days", int(length // 24)) if length % 24 == 0 else counted("pauses.hours", round(length))
