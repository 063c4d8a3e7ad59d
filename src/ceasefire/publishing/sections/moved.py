"""What moved between two dates: less or more on the table, who moved, prices, new provisions, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceasefire.publishing.brief import Line, Section
from ceasefire.publishing.desk import Desk, section
from ceasefire.publishing.sections.positions import clause, conditions
from ceasefire.publishing.wording import day, inside, listed, name, phrase, published, stance, stance_word, start
from ceasefire.reasoning.changes import Shift
from ceasefire.reasoning.moves import Moves, NewProvision
from ceasefire.reasoning.prices import Price
from ceasefire.reasoning.reach import Reach
from ceasefire.reasoning.state import Position
from ceasefire.reasoning.steps import Step
from ceasefire.when import When


@dataclass(frozen=True, slots=True)
class Between:
    """The two dates that are compared; `until` is unknown where everything on record counts."""

    since: When
    until: When


def moved(desk: Desk, found: Moves, between: Between) -> tuple[Section, ...]:
    """Every section about what moved, in the order in which a reader asks."""
    return (
        section("reach", [_reach(desk, found, one, between) for one in found.reaches]),
        section("moved", [_shift(desk, found, one) for one in found.shifts]),
        section("prices", [*_prices(desk, found.new_prices, "new"), *_prices(desk, found.dropped_prices, "dropped")]),
        section("first", [_first(desk, one) for one in found.new_provisions]),
        section("due", [_step(desk, one) for one in found.steps]),
    )


def words_line(desk: Desk, sentence: str, statements: Sequence[str], *, mark: str = "") -> Line:
    """A sentence with the words that it rests on and their document, publisher and date."""
    said = next((desk.statements[one] for one in statements if one in desk.statements), None)
    if said is None:
        return desk.line(sentence, (), mark=mark)
    document = desk.documents[said.document]
    where = listed_where(desk.document_name(document), document.publisher, published(document.published))
    return desk.line(phrase("moved.words", sentence=sentence, where=where), [said.id], mark=mark, quoted=True)


def listed_where(title: str, publisher: str, date: str) -> str:
    """The document as a reader looks for it."""
    path = "moved.where" if publisher else "moved.where_nobody"
    return phrase(path, title=title, publisher=publisher, date=date)


def _reach(desk: Desk, found: Moves, one: Reach, between: Between) -> Line:
    wide, narrow = inside(desk.title(one.wide)), inside(desk.title(one.narrow))
    away = one.direction == "away"
    first, second = (wide, narrow) if away else (narrow, wide)
    text = phrase(f"moved.reach.{one.direction}", earlier=_earlier(between), before=first, after=second)
    wide_when, narrow_when = (between.since, between.until) if away else (between.until, between.since)
    sides = [
        _for(desk, found, wide, one.wide_for, wide_when, before=away),
        _for(desk, found, narrow, one.narrow_for, narrow_when, before=not away),
    ]
    against = tuple(_held(desk, found, each, before=not away) for each in one.against)
    text_against = phrase("moved.reach.against", provision=wide, date=_on(narrow_when))
    in_the_way = replace(desk.line(text_against, _words(against, one.against)), under=against)
    under = (*(sides if away else sides[::-1]), in_the_way)
    cited = [word for each in (*one.wide_for, *one.narrow_for, *one.against) for word in each.statements]
    return replace(desk.line(text, cited), under=under)


def _for(desk: Desk, found: Moves, provision: str, held: Sequence[Position], when: When, *, before: bool) -> Line:
    under = tuple(_held(desk, found, one, before=before) for one in held)
    text = phrase("moved.reach.for", date=_on(when), provision=provision)
    return replace(desk.line(text, _words(under, held)), under=under)


def _words(lines: Sequence[Line], held: Sequence[Position]) -> list[str]:
    return [word for one in held for word in one.statements] if lines else []


def _held(desk: Desk, found: Moves, one: Position, *, before: bool) -> Line:
    """A position with the words that show it at the date that it was held."""
    words = found.compared.last_before(one) if before else found.compared.first_after(one)
    return words_line(desk, start(clause(desk, one)), words, mark=stance(one))


def _shift(desk: Desk, found: Moves, one: Shift) -> Line:
    party, title = start(name(one.party)), inside(desk.title(one.provision))
    after = _side(desk, "changed.after", one.after, found.compared.first_after(one.after))
    if one.before is None:
        text = phrase(f"moved.first.{one.direction}", party=party, provision=title, after=stance_word(one.after))
        return replace(desk.line(text, one.statements), under=(after,))
    before = _side(desk, "changed.before", one.before, found.compared.last_before(one.before))
    stances = {"before": stance_word(one.before), "after": stance_word(one.after)}
    same = stances["before"] == stances["after"]
    path = f"moved.same.{one.direction}" if same else f"changed.{one.direction}"
    text = phrase(path, party=party, provision=title, **stances)
    return replace(desk.line(text, one.statements), under=(before, after))


def _side(desk: Desk, path: str, position: Position, words: Sequence[str]) -> Line:
    said = next((desk.statements[one].said for one in words if one in desk.statements), position.since)
    sentence = phrase(path, date=day(said), sentence=start(clause(desk, position)))
    return words_line(desk, sentence, words, mark=stance(position))


def _prices(desk: Desk, prices: Sequence[Price], kind: str) -> Iterator[Line]:
    for one in prices:
        text = phrase(
            f"moved.price.{kind}",
            party=name(one.party),
            provision=inside(desk.title(one.provision)),
            condition=conditions(desk, [one.condition]),
        )
        yield words_line(desk, start(text), one.statements)


def _first(desk: Desk, one: NewProvision) -> Line:
    said = desk.statements[one.statements[0]]
    text = phrase("moved.new", provision=desk.title(one.provision), sentence=desk.sentence(said))
    return words_line(desk, text, one.statements)


def _step(desk: Desk, one: Step) -> Line:
    said = desk.statements[one.statements[0]]
    parties = listed([name(each) for each in one.parties])
    text = phrase(
        f"moved.step.{one.state}",
        parties=parties,
        provision=inside(desk.title(one.provision)),
        announced=day(said.said),
        day=day(one.day),
    )
    line = words_line(desk, text, one.statements)
    if not one.done_by:
        return line
    done = desk.statements[one.done_by[0]]
    shown = phrase("moved.step.done_by", date=day(done.said), sentence=desk.sentence(done))
    return replace(line, under=(words_line(desk, shown, one.done_by),))


def _earlier(between: Between) -> str:
    """How much earlier the first date is, in words: "a week earlier"; the date itself where there is no second."""
    first, last = between.since.last, between.until.last
    if first is None or last is None:
        return phrase("moved.span.date", date=day(between.since))
    days = (last - first).days
    return phrase("moved.span.week") if days == 7 else phrase("moved.span.days", count=days)


def _on(when: When) -> str:
    return phrase("moved.on", date=day(when)) if when.known else phrase("moved.now")
