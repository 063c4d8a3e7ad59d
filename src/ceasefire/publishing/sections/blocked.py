"""What stands in the way of each provision, the ways out and who would have to move, and what is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceasefire.publishing.brief import Knot, Line, Section
from ceasefire.publishing.desk import Desk, merged, section
from ceasefire.publishing.sections.positions import clause, position_line
from ceasefire.publishing.wording import inside, listed, name, phrase, plural, start
from ceasefire.reasoning.state import Change, Outlook, Unlock
from ceasefire.vocabulary import load

MOST_DRAWN, FEW_TOGETHER = 6, 3


def blocked(desk: Desk) -> Section:
    """Every blocker with its words, every way out ranked, and what could be agreed together."""
    return section("blocked", merged(_blocked_lines(desk)))


def assumptions(desk: Desk) -> Section:
    """Whose silence is taken as open."""
    pairs = sorted({(one.provision, one.party) for outlook in desk.facts.outlooks for one in outlook.assumptions})
    return section("assumptions", [_assumption(desk, provision, party) for provision, party in pairs])


def knots(desk: Desk) -> tuple[Knot, ...]:
    """The blockers as the figure shows them: first of all provisions that several positions rule out together."""
    blocked_ones = [outlook for outlook in _outlooks(desk) if outlook.blockers]
    tied = [one for one in blocked_ones if any(len(blocker.because) > 1 for blocker in one.blockers)]
    return tuple(
        Knot(
            outlook.provision,
            desk.title(outlook.provision),
            tuple(
                tuple((one.party, start(clause(desk, one)), one.stance) for one in blocker.because)
                for blocker in outlook.blockers
            ),
        )
        for outlook in (tied or blocked_ones)[:MOST_DRAWN]
    )


def _outlooks(desk: Desk) -> list[Outlook]:
    places = {provision.id: place for place, provision in enumerate(desk.ranked())}
    return sorted(desk.facts.outlooks, key=lambda one: (places.get(one.provision, len(places)), one.provision))


def _blocked_lines(desk: Desk) -> Iterator[Line]:
    for outlook in _outlooks(desk):
        if outlook.blockers:
            line = _about(desk, outlook, phrase("blocked.ruled_out", provision=desk.title(outlook.provision)))
            yield replace(line, mark="rejects", under=tuple(_in_the_way(desk, outlook)))
    yield from _packages(desk)


def _in_the_way(desk: Desk, outlook: Outlook) -> Iterator[Line]:
    """The blockers of one provision with both sides' words, then the ways out, fewest moves first."""
    for blocker in outlook.blockers:
        positions = tuple(position_line(desk, one, quoted=True) for one in blocker.because)
        if len(positions) == 1:
            yield positions[0]
        else:
            words = [words for one in blocker.because for words in one.statements]
            yield replace(desk.line(phrase("blocked.together"), words), under=positions)
    for number, unlock in enumerate(outlook.unlocks, start=1):
        if unlock.changes:
            yield _unlock_line(desk, outlook, unlock, number)
    if outlook.capped:
        yield _about(desk, outlook, phrase("blocked.capped"))


def _unlock_line(desk: Desk, outlook: Outlook, unlock: Unlock, number: int) -> Line:
    text = phrase("blocked.unlock", number=number, changes="; ".join(_change(desk, one) for one in unlock.changes))
    moved = {(one.party, one.provision) for one in unlock.changes}
    words = [words for one in desk.facts.positions if (one.party, one.provision) in moved for words in one.statements]
    return desk.line(text, words) if desk.cite(words) else _about(desk, outlook, text)


def _change(desk: Desk, change: Change) -> str:
    """What a party would come to say, and where it stands now."""
    known = load("wording")["blocked"]["change"]
    form = known[change.before if change.before in known else "other"][plural(change.party)]
    fields = {"party": name(change.party), "before": change.before, "after": change.after}
    return str(form).format(provision=inside(desk.title(change.provision)), **fields)


def _about(desk: Desk, outlook: Outlook, text: str) -> Line:
    """A line about an outlook as a whole: it rests on the positions that its blockers rest on."""
    words = [words for blocker in outlook.blockers for one in blocker.because for words in one.statements]
    return desk.line(text, words)


def _packages(desk: Desk) -> Iterator[Line]:
    for package in sorted({package for outlook in desk.facts.outlooks for package in outlook.packages if package}):
        backing = {
            provision: [words for one in desk.positions_on(provision) for words in one.statements]
            for provision in package
        }
        words = [one for said in backing.values() for one in said]
        if len(package) <= FEW_TOGETHER:
            titles = listed([inside(desk.title(one)) for one in package])
            yield desk.line(phrase("blocked.package", provisions=titles), words, mark="accepts")
        else:
            line = desk.line(phrase("blocked.package_many", count=len(package)), words, mark="accepts")
            yield replace(line, under=tuple(desk.line(desk.title(one), said) for one, said in backing.items()))


def _assumption(desk: Desk, provision: str, party: str) -> Line:
    known = desk.provisions.get(provision)
    reason = known.consent_because if known else ""
    because = phrase(f"because.{reason if reason in load('wording')['because'] else 'other'}")
    title = inside(desk.title(provision))
    text = phrase("assumption", party=start(name(party)), provision=title, because=because)
    return Line(text, rests_on="nothing", mark="unknown")
