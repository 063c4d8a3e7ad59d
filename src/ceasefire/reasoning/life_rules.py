"""The rules of a pause's life: each is named for what is true, and its first sentence is the reason that users read.

A rule answers the statements that it rests on, or none when it does not hold. Who accuses another of a
breach shows that the pause was taken to be in force; an accusation never ends one.
"""

from __future__ import annotations

from collections.abc import Callable

from ceasefire.reasoning.evidence import is_hedged
from ceasefire.reasoning.life_now import YES, Now, ids
from ceasefire.reasoning.prolonging import speaks_of_ending
from ceasefire.record.terms import ON_CONSENT, ON_SIGNATURE
from ceasefire.vocabulary import load

Rule = Callable[[Now], tuple[str, ...]]


def it_is_spoken_of(now: Now) -> tuple[str, ...]:
    """Somebody raises it, without a party to it having put it forward."""
    claims, refusals = load("wording")["claim_acts"], () if not now.fresh else ("reject", "suspend")
    return tuple(one.id for one in now.said if one.act not in claims and one.act not in refusals)[:1]


def a_side_puts_it_forward(now: Now) -> tuple[str, ...]:
    """A party whose consent is needed proposes it, or somebody else puts it to one of them."""
    offers = [one for one in now.fresh if one.stance == "has proposed" and not is_hedged(one.statement)]
    return ids(one for one in offers if {one.statement.actor, one.statement.recipient} & set(now.bound))


def one_side_has_said_yes(now: Now) -> tuple[str, ...]:
    """One party whose consent is needed accepts it; not all of them have."""
    yes = [one for one in now.stances() if one.firm and one.stance == "accepts"]
    return ids(yes) if not _all_say_yes(now) else ()


def all_have_said_yes_but_not_firmly(now: Now) -> tuple[str, ...]:
    """Every party whose consent is needed has said yes, but not each of them firmly and without a condition."""
    return ids(now.stances()) if now.fresh and _all_say_yes(now) and not all_have_said_yes(now) else ()


def all_have_said_yes(now: Now) -> tuple[str, ...]:
    """Every party whose consent is needed has said yes, firmly and without a condition."""
    firm = [one for one in now.stances() if one.firm and one.stance in ("accepts", "has proposed")]
    return ids(firm) if now.fresh and _all_say_yes(now) and len(firm) == len(now.bound) else ()


def its_terms_put_it_in_force(now: Now) -> tuple[str, ...]:
    """It is agreed, and by its terms it is in force as soon as it is."""
    at_once = now.step == "agreed" and now.terms.in_force in (ON_CONSENT, ON_SIGNATURE)
    return now.rests if at_once else ()


def a_side_carries_it_out(now: Now) -> tuple[str, ...]:
    """It is agreed at least tentatively, and a party whose consent is needed carries it out."""
    if now.step not in ("tentatively agreed", "agreed"):
        return ()
    return ids(one for one in now.firm_now("accepts") if one.statement.act == "implement")


def it_is_taken_to_bind(now: Now) -> tuple[str, ...]:
    """Somebody says that it is being broken, which only what is in force can be."""
    presuming = load("pauses")["presuming"]
    found = tuple(one.id for one in now.said if one.act in presuming and one.modality == "actual")
    return found if not now.refused() else ()


def a_side_stops_it(now: Now) -> tuple[str, ...]:
    """A party whose consent is needed stops keeping it for the time being."""
    return ids(one for one in now.firm_now("has suspended") if not speaks_of_ending(one.statement))


def a_side_ends_it(now: Now) -> tuple[str, ...]:
    """A party whose consent is needed ends it before its time."""
    return ids(one for one in now.firm_now("has suspended") if speaks_of_ending(one.statement))


def a_side_takes_back_its_yes(now: Now) -> tuple[str, ...]:
    """A party whose consent is needed now refuses what had been agreed."""
    return ids(now.firm_now("rejects"))


def it_is_taken_up_again(now: Now) -> tuple[str, ...]:
    """Nobody whose consent is needed refuses it any longer, and one of them takes it up again."""
    return ids(now.firm_now("accepts")) if not now.refused() else ()


def all_agree_to_make_it_longer(now: Now) -> tuple[str, ...]:
    """Every party whose consent is needed accepts or proposes that it be made longer, and none refuses."""
    latest = {one.party: one for one in now.asked if one.party in now.bound}
    acts = {one.act for one in latest.values()}
    agreed = set(latest) == set(now.bound) and acts <= {"accept", "implement", "propose"} and acts != {"propose"}
    return tuple(sorted({each for one in latest.values() for each in one.statements})) if agreed else ()


def it_was_not_made_longer(now: Now) -> tuple[str, ...]:
    """A party whose consent is needed refuses to make it longer, and no other end of it is on record."""
    if any(one.end.known for one in now.counts.values()):
        return ()
    here = {one.id for one in now.said}
    return tuple(
        each
        for one in now.asked
        if one.act == "reject" and one.party in now.bound
        for each in one.statements
        if each in here
    )


def its_day_has_come(now: Now) -> tuple[str, ...]:
    """The day has come from which a side that said yes, or the case file, counts it."""
    willing = {one.statement.actor for one in now.stances() if one.stance in YES}
    parties = [one for by, one in sorted(now.counts.items()) if by in willing or not willing.isdisjoint(now.bound)]
    return tuple(dict.fromkeys(each for one in parties for each in one.statements)) or now.rests


def its_time_is_over(now: Now) -> tuple[str, ...]:
    """Its time has run out, counted from its start, and nothing on record makes it longer."""
    return now.rests


def notice_has_run_out(now: Now) -> tuple[str, ...]:
    """A party has said that it ends it, and the notice that its terms ask for has run out."""
    return now.rests


RULES: tuple[tuple[str, Rule], ...] = (
    ("resumed", it_is_taken_up_again),
    ("agreed", all_have_said_yes),
    ("tentatively agreed", all_have_said_yes_but_not_firmly),
    ("proposed", one_side_has_said_yes),
    ("proposed", a_side_puts_it_forward),
    ("floated", it_is_spoken_of),
    ("in force", its_terms_put_it_in_force),
    ("in force", a_side_carries_it_out),
    ("in force", it_is_taken_to_bind),
    ("suspended", a_side_stops_it),
    ("broken off", a_side_ends_it),
    ("broken off", a_side_takes_back_its_yes),
    ("extended", all_agree_to_make_it_longer),
    ("expired", it_was_not_made_longer),
)
"""What is asked at every moment, in this order, until no rule that the table of steps allows holds any more."""


def explanation(rule: Rule) -> str:
    """A rule's own first sentence."""
    return (rule.__doc__ or "").strip().split("\n")[0].strip()


def _all_say_yes(now: Now) -> bool:
    """All take part, none says no, and one accepts outright: two proposals, or two prices, are no agreement."""
    stances = [one.stance for one in now.stances()]
    return len(stances) == len(now.bound) > 0 and set(stances) <= set(YES) and "accepts" in stances
