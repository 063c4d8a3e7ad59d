"""When two mentions tell of the same event: each rule says what must be true."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from ceasefire.coding.parties import Parties
from ceasefire.coding.statement import CALL, EventMention
from ceasefire.reasoning.event import Telling
from ceasefire.vocabulary import load

_NEAR = timedelta(days=21)  # how long after an event texts tell of it without its day, and before it of a plan


def same_kind(one: EventMention, other: EventMention) -> bool:
    """Of one kind, or one "talks": a call or a meeting is told as talks, too, but never one as the other.

    Talks that have a place were no call.
    """
    if CALL in {one.kind, other.kind} and (one.place or other.place):
        return False
    return one.kind == other.kind or other.kind in load("events")["also_told_as"][one.kind]


def same_parties(one: EventMention, other: EventMention) -> bool:
    """Those named here all took part there, at least two of them; or one took part, and the host is the same.

    A host may be told as one who took part; the state where it took place may be told as its host.
    """
    mine, theirs = set(one.parties), set(other.parties)
    hosted = (one.hosts or other.hosts) and _hosts(one) & _hosts(other)
    if hosted and (mine <= theirs or theirs <= mine):
        return True
    small, large = sorted((mine, theirs), key=len)
    return len(small) > 1 and small <= large | set(one.hosts) | set(other.hosts) and len(small & large) > 1


def same_day(one: EventMention, other: EventMention) -> bool:
    """Both name the day, and it is the same; of a day and a month or year, the day lies in it."""
    if one.when.first is None or one.when.last is None or other.when.first is None or other.when.last is None:
        return False
    return one.when.first <= other.when.last and other.when.first <= one.when.last


def same_place(one: EventMention, other: EventMention) -> bool:
    """One names no place, or both name the same, or a town and its state; in two scripts nobody can say."""
    if not one.place or not other.place or _is_latin(one.place) != _is_latin(other.place):
        return True
    mine, theirs = _parts(one.place), _parts(other.place)
    towns = {part for part in mine if not _is_land(part)}, {part for part in theirs if not _is_land(part)}
    if towns[0] and towns[1]:
        return bool(towns[0] & towns[1])
    lands = {_state(part) for part in mine} - {""}, {_state(part) for part in theirs} - {""}
    return not (lands[0] and lands[1]) or bool(lands[0] & lands[1])


def told_near(vague: Telling, dated: Telling) -> bool:
    """A mention without a day may mean an event of the weeks before its document; a plan one of those after it.

    A plan that names neither day nor place may mean anything, and is joined to nothing.
    What one document tells of twice, once with its day, is one event. A document without a date may mean any.
    """
    if not vague.mention.held and not vague.mention.when.known and not (vague.mention.place and dated.mention.place):
        return False
    day, told = dated.mention.when.first, vague.published.last
    if vague.mention.when.known:
        return same_day(vague.mention, dated.mention)
    if vague.document == dated.document and vague.mention.held and dated.mention.held:
        return True
    if day is None or told is None:
        return True
    return told - _NEAR <= day <= told if vague.mention.held else told < day <= told + _NEAR


def alike(one: EventMention, other: EventMention) -> bool:
    """The same but for the day."""
    return same_kind(one, other) and same_parties(one, other) and same_place(one, other)


def _hosts(one: EventMention) -> set[str]:
    """Who hosts it by its words or its place."""
    return set(one.hosts) | {_state(part) for part in _parts(one.place)} - {""}


def _parts(place: str) -> set[str]:
    return {part.strip().casefold() for part in place.split(",")}


def _is_latin(place: str) -> bool:
    return any("a" <= letter <= "z" for letter in place.casefold())


def _is_land(part: str) -> bool:
    """The name of a state, in which a town that nobody lists may lie."""
    return bool(_state(part)) and part not in _capitals()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(town.casefold() for row in load("parties/states") for town in row.get("capitals", ()))


def _state(part: str) -> str:
    """The state that a name is the name or the capital of, "" for other places."""
    return Parties.builtin().named(part.title()) or ""
