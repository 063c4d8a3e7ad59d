"""Where everyone stands: the few lines at the top, what is agreed and how firmly, and the matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ceasefire.publishing.brief import Cell, Line, Matrix, Section
from ceasefire.publishing.desk import Desk, section
from ceasefire.publishing.sections.positions import position_line
from ceasefire.publishing.sections.terms import terms_lines
from ceasefire.publishing.wording import listed, name, phrase, stance, stance_verb, stance_word, start, with_limit
from ceasefire.reasoning.state import Outlook, Position

FEW, MOST_PARTIES, MOST_PROVISIONS = 6, 8, 16


def state(desk: Desk) -> Section:
    """The state of play in a few lines: the provisions that most parties have spoken on."""
    return section("state", [_state_line(desk, one.id) for one in desk.ranked()[:FEW]])


def agreed(desk: Desk) -> Section:
    """What is agreed: by all who must consent and firmly, by all but not firmly, or only by some."""
    return section("agreed", [line for _, line in sorted(_agreed_lines(desk), key=lambda item: item[0])])


def stands(desk: Desk) -> Section:
    """Where every party stands, provision by provision."""
    return section("stands", _stand_lines(desk))


def matrix(desk: Desk) -> Matrix:
    """Parties by provisions, those with most positions where there are many; a silent party's cell says so."""
    by_place = {(one.provision, one.party): one for one in desk.facts.positions}
    spoken = [one for one in desk.facts.positions if one.statements]
    parties = _most(Counter(one.party for one in spoken))[:MOST_PARTIES]
    kept = _most(Counter(one.provision for one in spoken if one.party in parties))[:MOST_PROVISIONS]
    provisions = [one.id for one in desk.ranked() if one.id in kept]
    cells = [
        _cell(desk, by_place.get((provision, party)) or Position(party, provision, "unknown"))
        for provision in provisions
        for party in parties
    ]
    cut = len(cells) < len({one.party for one in spoken}) * len(desk.ranked())
    return Matrix(tuple(parties), tuple((one, desk.title(one)) for one in provisions), tuple(cells), cut)


def _most(counts: Counter[str]) -> list[str]:
    """Names by how often they occur, most often first, then by name."""
    return sorted(counts, key=lambda name: (-counts[name], name))


def _cell(desk: Desk, position: Position) -> Cell:
    return Cell(
        position.party,
        position.provision,
        stance(position),
        stance_word(position),
        bool(position.contradicted_by),
        desk.cite(position.statements),
    )


def _stand_lines(desk: Desk) -> Iterator[Line]:
    for provision in desk.ranked():
        positions = desk.positions_on(provision.id)
        line = desk.line(desk.title(provision.id), [words for one in positions for words in one.statements])
        under = (*terms_lines(desk, provision), *(position_line(desk, one, short=True) for one in positions))
        yield replace(line, under=under)


def _outlook(desk: Desk, provision: str) -> Outlook | None:
    return next((one for one in desk.facts.outlooks if one.provision == provision), None)


def _state_line(desk: Desk, provision: str) -> Line:
    positions = desk.positions_on(provision)
    words = [statement for one in positions for statement in one.statements]
    outlook = _outlook(desk, provision)
    title = desk.title(provision)
    consenting, backing = _consenting(desk, provision)
    if outlook and outlook.agreed and consenting:
        firm = all(one.firm for one in consenting)
        parties = listed([name(one.party) for one in consenting])
        text = phrase("state.agreed" if firm else "state.agreed_tentative", provision=title, parties=parties)
        text += _also(backing)
        return desk.line(text, words, mark="accepts" if firm else "accepts tentatively")
    stances = [_stance(one) for one in positions]
    ruled_out = bool(outlook and outlook.blockers)
    text = phrase("state.ruled_out" if ruled_out else "state.open", provision=title, stances=start("; ".join(stances)))
    return desk.line(text, words, mark="rejects" if ruled_out else "")


def _consenting(desk: Desk, provision: str) -> tuple[list[Position], list[Position]]:
    """Who has said yes: those whose consent is needed, and others who accept it too."""
    known = desk.provisions.get(provision)
    needed = known.consent if known else ()
    positions = desk.positions_on(provision)
    willing = [one for one in positions if one.party in needed and one.stance not in ("rejects", "unknown")]
    return willing, [one for one in positions if one.party not in needed and one.stance == "accepts"]


def _also(backing: list[Position]) -> str:
    return phrase("agreed.also", parties=listed([name(one.party) for one in backing])) if backing else ""


def _stance(position: Position) -> str:
    """A party's stance as a clause of the state of play."""
    return phrase("state.stance", party=name(position.party), stance=with_limit(position, stance_verb(position)))


def _agreed_lines(desk: Desk) -> Iterator[tuple[tuple[int, int], Line]]:
    for place, provision in enumerate(desk.ranked()):
        accepting = [one for one in desk.positions_on(provision.id) if one.stance == "accepts"]
        if not accepting:
            continue
        outlook = _outlook(desk, provision.id)
        consenting, backing = _consenting(desk, provision.id)
        firm = all(one.firm for one in consenting)
        level = 2 if outlook is None or not outlook.agreed else 0 if firm else 1
        named, also = (accepting, "") if level == 2 else (consenting, _also(backing))
        text = phrase(
            ("agreed.firm", "agreed.hedged", "agreed.partly")[level],
            provision=desk.title(provision.id),
            parties=listed([name(one.party) for one in named]),
        )
        told = [*consenting, *backing] if level < 2 else []
        line = desk.line(text + also, [one for position in told or accepting for one in position.statements])
        under = tuple(position_line(desk, one, quoted=True, short=True) for one in told)
        mark = "accepts" if level == 0 else "accepts tentatively" if level == 1 else ""
        yield (level, place), replace(line, mark=mark, under=under)
