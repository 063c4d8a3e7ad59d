"""What was said beside positions: what comes next, claims against others, and readings of motives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ceasefire.coding.statement import Statement
from ceasefire.publishing.brief import Line, Moment, Section
from ceasefire.publishing.desk import Desk, merged, section
from ceasefire.publishing.facts import Turn
from ceasefire.publishing.sections.positions import clause
from ceasefire.publishing.wording import day, inside, name, phrase, reading_sentence, stance_word, start
from ceasefire.vocabulary import load
from ceasefire.when import When


def changed(desk: Desk) -> Section:
    """Every change of mind, with the words before and after."""
    turns = sorted(desk.facts.turns, key=lambda one: (one.after.since.order(), one.after.party, one.after.provision))
    return section("changed", [_turn(desk, one) for one in turns])


def coming(desk: Desk) -> Section:
    """What the parties say will happen: planned acts, and talks that they accept, offer or are to hold."""
    return section("next", merged(_said(desk, _coming(desk.statements.values()))))


def claims(desk: Desk) -> Section:
    """Accusations, denials and breaches that a document asserts: claims, never events."""
    acts = load("wording")["claim_acts"]
    return section("claims", merged(_said(desk, (one for one in desk.statements.values() if one.act in acts))))


def readings(desk: Desk) -> Section:
    """Who supposes what about whom, in the words used."""
    lines = [
        Line(reading_sentence(one), desk.cite_reading(coded.document.id, one), quoted=True)
        for coded in desk.facts.in_order()
        for one in sorted(coded.readings, key=lambda one: (one.start, one.end))
    ]
    return section("readings", lines)


def moments(desk: Desk) -> tuple[Moment, ...]:
    """Every statement as a point in time, for the time line."""
    return tuple(
        Moment(said_when(desk, one).edtf, one.actor, _mark(one), desk.sentence(one), desk.cite([one.id])[0])
        for one in desk.statements.values()
    )


def said_when(desk: Desk, statement: Statement) -> When:
    """When a statement was made: its own date, or the date of the document that has it."""
    return statement.said if statement.said.known else desk.documents[statement.document].published


def _mark(statement: Statement) -> str:
    marks = load("wording")["act_marks"]
    if statement.act == "accept" and statement.modality != "actual":
        return str(marks["accept tentatively"])
    return str(marks.get(statement.act, marks["other"]))


def _coming(statements: Iterable[Statement]) -> Iterator[Statement]:
    talk_acts = load("wording")["next_talk_acts"]
    for one in statements:
        if one.modality == "planned" or (
            one.provision == "talks" and one.act in talk_acts and one.modality != "negated"
        ):
            yield one


def _said(desk: Desk, statements: Iterable[Statement]) -> Iterator[Line]:
    chosen = sorted(statements, key=lambda one: (said_when(desk, one).order(), desk.cite([one.id]), one.actor, one.id))
    for one in chosen:
        text = phrase("sentences.dated", date=start(day(said_when(desk, one))), sentence=desk.sentence(one))
        yield desk.line(text, [one.id])


def _turn(desk: Desk, turn: Turn) -> Line:
    party, title = start(name(turn.after.party)), inside(desk.title(turn.after.provision))
    before, after = stance_word(turn.before), stance_word(turn.after)
    text = phrase(f"changed.{turn.direction}", party=party, provision=title, before=before, after=after)
    sides = (("changed.before", turn.before), ("changed.after", turn.after))
    under = tuple(
        desk.line(
            phrase(path, date=day(one.since), sentence=start(clause(desk, one))),
            one.statements,
            mark=one.stance,
            quoted=True,
        )
        for path, one in sides
    )
    line = desk.line(text, [*turn.before.statements, *turn.after.statements])
    return Line(line.text, line.citations, line.rests_on, under=under)
