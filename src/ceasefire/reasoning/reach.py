"""Whether less is on the table than at an earlier date, or more: over the order of what includes what.

A provision is *open* when somebody whose consent it needs accepts or has proposed it, and nobody whose consent it
needs refuses it or has put a price on it. What is on the table came down from a wide provision to a narrow one when
the wide one was open and is no longer, the narrow one is open, the wide one includes it, and a party that now stands
in the way of the wide one is for the narrow one. Read from the later date to the earlier, the same says that it grew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ceasefire.reasoning.compared import Compared
from ceasefire.reasoning.lattice import plain
from ceasefire.reasoning.shown import Key
from ceasefire.reasoning.state import Position, Provision
from ceasefire.reasoning.words import category
from ceasefire.when import UNKNOWN

FOR = ("accepts", "has proposed")
AGAINST = ("rejects", "has suspended", "accepts on condition")

Positions = Mapping[Key, Position]


@dataclass(frozen=True, slots=True)
class Reach:
    """What was on the table came down from a wide provision to a narrow one ("away"), or grew ("towards").

    `wide_for` are the positions for the wide provision while it was open, `narrow_for` those for the narrow one
    when the wide one was not, and `against` those that stood in the way of the wide one then.
    """

    direction: str
    wide: str
    narrow: str
    wide_for: tuple[Position, ...]
    narrow_for: tuple[Position, ...]
    against: tuple[Position, ...]


def reaches(compared: Compared) -> list[Reach]:
    """Where less is on the table than at the earlier date, and where more is; by direction and provision."""
    known = list(compared.on.provisions)
    narrower = came_down(known, compared.before, compared.after)
    wider = came_down(known, compared.after, compared.before)
    return [*narrower, *(replace(one, direction="towards") for one in wider)]


def came_down(provisions: list[Provision], before: Positions, after: Positions) -> list[Reach]:
    """What was open at the first moment, and is open at the second only in a narrower form; the widest of each."""
    kept = [one for one in provisions if category(one.category).get("throughout") == (one.scope.direction or "having")]
    found = [
        (wide, narrow)
        for wide in kept
        if is_open(wide, provisions, before) and not is_open(wide, provisions, after)
        for narrow in kept
        if strictly_covers(wide, narrow) and is_open(narrow, provisions, after)
    ]
    made = [_reach(wide, narrow, provisions, before, after) for wide, narrow in found if _widest(wide, narrow, found)]
    return [one for one in made if {each.party for each in one.against} & {each.party for each in one.narrow_for}]


def is_open(provision: Provision, provisions: list[Provision], held: Positions) -> bool:
    """Whether somebody whose consent it needs is for it, and nobody whose consent it needs stands in its way."""
    return bool(_for(provision, held)) and not any(True for _ in _against(provision, provisions, held))


def strictly_covers(wide: Provision, narrow: Provision) -> bool:
    """Whether the one includes the other and more."""
    return narrow.id in wide.covers and wide.id not in narrow.covers


def same_but_for_time(general: Provision, one: Provision) -> bool:
    """Whether both name the same thing, and the first leaves open for how long and on what occasion.

    Who refuses "a ceasefire", or asks a price for it, has not said yes to one of thirty days.
    """
    if general.category != one.category or not strictly_covers(general, one):
        return False
    untimed = [
        replace(plain(each.category, each.scope), duration="", occasion="", start=UNKNOWN, between=())
        for each in (general, one)
    ]
    return untimed[0] == untimed[1]


def _for(provision: Provision, held: Positions) -> list[Position]:
    found = (held.get((party, provision.id)) for party in provision.consent)
    return [one for one in found if one is not None and one.stance in FOR]


def _against(provision: Provision, provisions: list[Provision], held: Positions) -> Iterator[Position]:
    """Who refuses it or asks a price; a word on it counts before a firm word on the same with no term."""
    for party in provision.consent:
        own = held.get((party, provision.id))
        if own is not None and own.stance != "unknown":
            said = [own]
        else:
            general = (one.id for one in provisions if same_but_for_time(one, provision))
            said = [held[party, name] for name in general if (party, name) in held and held[party, name].firm]
        yield from (one for one in said if one.stance in AGAINST)


def _widest(wide: Provision, narrow: Provision, found: list[tuple[Provision, Provision]]) -> bool:
    """Whether no other pair says the same of something that includes the one or the other."""
    return not any(
        (strictly_covers(other, wide) and inner.id == narrow.id)
        or (strictly_covers(inner, narrow) and other.id == wide.id)
        for other, inner in found
    )


def _reach(wide: Provision, narrow: Provision, all_: list[Provision], before: Positions, after: Positions) -> Reach:
    return Reach(
        "away",
        wide.id,
        narrow.id,
        tuple(_for(wide, before)),
        tuple(_for(narrow, after)),
        tuple(_against(wide, all_, after)),
    )
