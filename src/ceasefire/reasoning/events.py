"""The events on record: what documents tell of the same call, meeting, talks or signing is joined.

1. Near-copies of a text tell of an event once.
2. Mentions with a day are the same event when kind, parties, day and place agree. A mention that would agree with two
   that do not agree with each other stays by itself: several events of one day are kept apart.
3. Mentions of one document without a day, of the same parties, are one event. It is the one with a day that it can
   mean: in its own document, else in the weeks around it. Where it could mean two, or none, it stays by itself.
Nothing depends on the order in which the documents came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ceasefire.reasoning.accounts_of import spoken_for
from ceasefire.reasoning.event import Event, Telling, identity
from ceasefire.reasoning.same_event import alike, same_day, told_near
from ceasefire.record.case import Case
from ceasefire.record.view import Record
from ceasefire.vocabulary import load

Group = list[Telling]


def events(
    record: Record, as_of: date | None = None, known_at: date | None = None, case: Case | None = None
) -> list[Event]:
    """Every event that documents published by `as_of` and on record by `known_at` tell of, in order of time."""
    tellings: list[Telling] = []
    speakers: dict[str, str | None] = {}
    for coded in record.coded(known_at) if known_at else record.coded():
        document = coded.document
        if as_of is not None and document.published.by(as_of) is False:
            continue
        speakers[document.id] = spoken_for(document, case)
        first = document.copy.of if document.copy else ""
        tellings += (Telling(document.id, one, document.published, first) for one in coded.events)
    return joined(tellings, speakers)


def joined(tellings: Iterable[Telling], speakers: dict[str, str | None] | None = None) -> list[Event]:
    """The events that these mentions tell of; joining the mentions of the answer gives the same answer."""
    told = _once(tellings)
    dated = [one for one in told if one.mention.when.precision in {"day", "instant"}]
    vague = [one for one in told if one.mention.when.precision not in {"day", "instant"}]
    groups = _apart(dated)
    additions = [(_meant(some, groups), some) for some in _by_document(vague)]
    found = [group + [one for home, some in additions if home is group for one in some] for group in groups]
    found += [some for home, some in additions if home is None]
    whose = _accounts(told, speakers or {})
    return _told_apart(sorted((_event(group, whose) for group in found), key=_in_time))


def _once(tellings: Iterable[Telling]) -> list[Telling]:
    """Each mention once, and what a near-copy tells in the same words only from the first."""
    ordered = sorted(set(tellings), key=lambda one: (bool(one.of), *one.order()))
    kept: dict[tuple[str, str, str], Telling] = {}
    found = []
    for one in ordered:
        words = (one.of or one.document, " ".join(one.mention.quote.split()), one.mention.kind)
        earlier = kept.setdefault(words, one)
        if earlier is one or earlier.document == one.document:
            found.append(one)
    return sorted(found, key=Telling.order)


def _apart(dated: Sequence[Telling]) -> list[Group]:
    """Groups in which all agree with all, by day; whoever agrees with two that disagree stays by itself."""
    kinds = sorted({_signature(one) for one in dated})
    first = {kind: next(one for one in dated if _signature(one) == kind) for kind in kinds}
    beside = {one: {other for other in kinds if other != one and _agree(first[one], first[other])} for one in kinds}
    torn = {one for one in kinds if any(b not in beside[a] for a in beside[one] for b in beside[one] if a != b)}
    groups: list[set[tuple[object, ...]]] = []
    for one in kinds:
        home = next((group for group in groups if one not in torn and group & beside[one] and not group & torn), None)
        if home is None:
            groups.append({one})
        else:
            home.add(one)
    return [[one for one in dated if _signature(one) in group] for group in groups]


def _signature(one: Telling) -> tuple[str, ...]:
    mention = one.mention
    return (
        str(mention.when.first),
        mention.kind,
        "\x1f".join(mention.parties),
        mention.place,
        "\x1f".join(mention.hosts),
    )


def _agree(one: Telling, other: Telling) -> bool:
    return same_day(one.mention, other.mention) and alike(one.mention, other.mention)


def _meant(vague: Group, groups: Sequence[Group]) -> Group | None:
    """The one event that mentions without a day can mean, in their own document or in the weeks around it."""
    fitting = [group for group in groups if all(_may_mean(one, group) for one in vague)]
    own = [group for group in fitting if any(one.document == vague[0].document for one in group)]
    kinds = {one.mention.kind for one in vague}
    alone = [group for group in own or fitting if any(one.mention.kind in kinds for one in group)]
    found = alone or own or fitting
    return found[0] if len(found) == 1 else None


def _may_mean(vague: Telling, group: Group) -> bool:
    return all(alike(vague.mention, one.mention) for one in group) and any(told_near(vague, one) for one in group)


def _by_document(vague: Sequence[Telling]) -> list[Group]:
    """What has no day, together where one document tells of it twice alike."""
    groups: list[Group] = []
    for one in vague:
        home = next(
            (
                group
                for group in groups
                if group[0].document == one.document and all(_is_again(one, other) for other in group)
            ),
            None,
        )
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _is_again(one: Telling, other: Telling) -> bool:
    """One document tells twice of the same parties' talks, both held or both planned, with no day against it."""
    mine, theirs = one.mention, other.mention
    same = mine.parties == theirs.parties and mine.held == theirs.held
    return same and mine.when.edtf == theirs.when.edtf and alike(mine, theirs)


def _accounts(told: Sequence[Telling], speakers: dict[str, str | None]) -> dict[Telling, str]:
    """Whose account a document is, at the mention of the event that it is an account of: the first that was held.

    A readout tells first of its own event; what it mentions on the way it gives no account of.
    """
    found: dict[str, Telling] = {}
    for one in told:
        party = speakers.get(one.document)
        if party and (one.document not in found or (one.mention.held and not found[one.document].mention.held)):
            found[one.document] = one
    return {one: str(speakers[document]) for document, one in found.items()}


def _event(group: Group, accounts: dict[Telling, str]) -> Event:
    mentions = [one.mention for one in group]
    parties = max((one.parties for one in mentions), key=lambda names: (len(names), names))
    hosts = tuple(sorted({host for one in mentions for host in one.hosts} - set(parties)))
    rank = list(load("events")["also_told_as"])
    kind = min((one.kind for one in mentions), key=rank.index)
    when = max((one.when for one in mentions), key=lambda day: (len(day.edtf), day.edtf, day.words))
    place = max((one.place for one in mentions), key=lambda name: (len(name), name))
    of_whom = [*parties, *hosts]
    ordered = sorted(group, key=Telling.order)
    own = {party: tuple(one.document for one in ordered if accounts.get(one) == party) for party in of_whom}
    return Event(
        id=identity(kind, parties, when.edtf, "" if when.known else group[0].document),
        kind=kind,
        parties=parties,
        when=when,
        place=place,
        held=any(one.held for one in mentions),
        mentions=tuple(ordered),
        hosts=hosts,
        accounts={party: found for party, found in own.items() if found},
    )


def _told_apart(found: list[Event]) -> list[Event]:
    """Two events of the same parties on one day get ids of their own, by the words that tell of them."""
    count = Counter(one.id for one in found)
    return [one if count[one.id] == 1 else replace(one, id=_identity_by_words(one)) for one in found]


def _identity_by_words(one: Event) -> str:
    words = "\x1f".join(str((told.document, told.mention)) for told in one.mentions)
    return identity(one.kind, one.parties, one.when.edtf, words)


def _in_time(one: Event) -> tuple[object, ...]:
    return (not one.when.known, one.when.order(), one.kind, one.parties, one.place, one.id)
