"""One position as a line: stance, condition, since when, whose words, and what stands against it."""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire.publishing.brief import Line
from ceasefire.publishing.desk import Desk
from ceasefire.publishing.wording import day, inside, listed, name, phrase, stance, stance_verb, with_limit
from ceasefire.reasoning.state import Condition, Position


def clause(desk: Desk, position: Position, *, short: bool = False) -> str:
    """A position as a clause: "the United States has proposed month-long ceasefire".

    The short form leaves out the provision, where a line above names it.
    """
    form = "short" if short else "plain"
    verb = stance_verb(position)
    fields = {
        "party": name(position.party),
        "stance": with_limit(position, verb) if short else verb,
        "provision": with_limit(position, inside(desk.title(position.provision))),
    }
    if not position.conditions:
        return phrase(f"position.{form}", **fields)
    return phrase(f"position.{form}_on_condition", **fields, conditions=conditions(desk, position.conditions))


def conditions(desk: Desk, wanted: Sequence[Condition]) -> str:
    """A party's price, in its words where they are on record, and the provision that it comes down to."""
    return listed([_condition(desk, one) for one in wanted]) or phrase("condition.none")


def only_according_to(desk: Desk, position: Position) -> list[str]:
    """The other parties in whose words alone we have a position; none when the party or a document says it."""
    speakers = [desk.statements[one].speaker for one in position.statements if one in desk.statements]
    others = sorted({speaker for speaker in speakers if speaker is not None and speaker != position.party})
    return others if others and all(speaker in others for speaker in speakers) else []


def position_line(desk: Desk, position: Position, *, quoted: bool = False, short: bool = False) -> Line:
    """A position as a line with its citations; statements that contradict it stand under it."""
    sentence = clause(desk, position, short=short)
    others = only_according_to(desk, position)
    if others:
        sentence = phrase("position.reported", sentence=sentence, speakers=listed([name(one) for one in others]))
    if position.since.known:
        sentence = phrase("position.since", sentence=sentence, since=day(position.since))
    else:
        sentence = phrase("position.undated", sentence=sentence)
    against = [desk.statements[one] for one in position.contradicted_by if one in desk.statements]
    if against:
        sentence = phrase("position.contradicted", sentence=sentence)
    line = desk.line(sentence, position.statements, mark=stance(position), quoted=quoted)
    under = [
        desk.line(phrase("position.against", sentence=desk.sentence(one)), [one.id], quoted=True) for one in against
    ]
    return Line(line.text, line.citations, line.rests_on, line.about, line.mark, line.quoted, tuple(under))


def _condition(desk: Desk, condition: Condition) -> str:
    if condition.words:
        return phrase("condition.words", words=condition.words)
    title = inside(desk.title(condition.provision))
    return phrase("condition.wanted" if condition.wanted else "condition.unwanted", provision=title)
