"""The life of each pause: where it stands, each step with its day and its words, and from when each side counts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ceasefire.publishing.brief import Bar, Line, Section
from ceasefire.publishing.desk import Desk, section
from ceasefire.publishing.sections.pause_terms import terms_of_the_case
from ceasefire.publishing.wording import counted, day, listed, name, phrase, start
from ceasefire.reasoning.blockers import broadest_first
from ceasefire.reasoning.life import CASE_FILE, Count, Life, Prolonging, Step, holds
from ceasefire.when import When, from_date


def pauses(desk: Desk) -> Section:
    """Every pause that has taken a step: those that were in force first, then the broadest."""
    told = [one for one in desk.facts.lives if one.steps]
    told.sort(key=lambda one: (not _began(one), broadest_first(desk.provisions[one.provision])))
    return section("pauses", [_life_line(desk, one) for one in told])


def bars(desk: Desk) -> tuple[Bar, ...]:
    """Every pause that was in force, as each side counts it, for the time line."""
    return tuple(
        Bar(desk.title(life.provision), _by(one.by), one.start.edtf, one.end.edtf or life.end.edtf)
        for life in sorted(desk.facts.lives, key=lambda one: (one.effect.order(), one.provision))
        if _began(life)
        for one in life.counts
        if one.start.known
    )


def _began(life: Life) -> bool:
    return any(holds(one.name) for one in life.steps)


def _life_line(desk: Desk, life: Life) -> Line:
    under = [_step_line(desk, life, one) for one in life.steps]
    if _began(life):
        under += [_count_line(desk, life, one) for one in life.counts]
    under += [_longer_line(desk, one) for one in life.asked]
    under += terms_of_the_case(desk, life)
    steps = [each for one in life.steps for each in one.statements]
    return replace(desk.line(_standing(desk, life), steps), under=tuple(under))


def _standing(desk: Desk, life: Life) -> str:
    """Where it stands on the day asked for, and how much of its time is left by whose count."""
    last = life.steps[-1]
    text = phrase("pauses.standing", provision=desk.title(life.provision), state=_named(last), date=day(last.when))
    until = desk.facts.day
    running = life.running_on(until) if until and (holds(last.name) or last.name == "expired") else ()
    left = [_left(one, until) for one in running if one.end.known and until]
    return "; ".join([text, *left])


def _left(count: Count, until: date) -> str:
    assert count.end.first is not None
    days = counted("pauses.days", (count.end.first - until).days)
    return phrase("pauses.left", days=days, count=_by(count.by))


def _step_line(desk: Desk, life: Life, step: Step) -> Line:
    """A step with its day and its reason; coming into force also with the days from which the sides count it."""
    named = _named(step)
    if step.name == "in force" and (counting := [one for one in life.counts if one.by]):
        starts = [phrase("pauses.from", start=day(one.start), count=_by(one.by)) for one in counting]
        named = phrase("pauses.in_force", step=named, starts=listed(starts))
    text = phrase("pauses.step", date=start(day(step.when)), step=named, because=step.because)
    return desk.line(text, step.statements, quoted=True)


def _named(step: Step) -> str:
    return phrase("pauses.by", step=step.name, count=listed([_by(one) for one in step.by])) if step.by else step.name


def _count_line(desk: Desk, life: Life, count: Count) -> Line:
    """From when it is counted, and which day is the first after it."""
    form = "counts" if count.end.known else "counts_open"
    text = phrase(f"pauses.{form}", count=_by(count.by), start=day(count.start), end=day(_last(count.end)))
    if count.by == CASE_FILE:
        return desk.line(text, ())
    rests = count.statements or next(one.statements for one in life.steps if holds(one.name))
    return desk.line(text, rests)


def _last(after: When) -> When:
    """The last day on which it holds, from the first on which it does not."""
    return from_date(date.fromordinal(after.first.toordinal() - 1)) if after.first is not None else after


def _by(party: str) -> str:
    if party == CASE_FILE:
        return phrase("pauses.by_case_file")
    if not party:
        return phrase("pauses.by_record")
    return phrase("pauses.by_party_in_s" if party.endswith("s") else "pauses.by_party", party=name(party))


def _longer_line(desk: Desk, asked: Prolonging) -> Line:
    sentences = [desk.sentence(desk.statements[one]) for one in asked.statements if one in desk.statements]
    text = phrase("pauses.longer", date=day(asked.when), sentence="; ".join(sentences))
    return desk.line(text, asked.statements, quoted=True)
