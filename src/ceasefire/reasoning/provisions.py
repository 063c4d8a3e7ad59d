"""The provisions that the record speaks of: which statements are about which, and who must consent to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ceasefire.coding.statement import EXTENDABLE, Scope, Statement
from ceasefire.reasoning.conflicts import Conflict, conflicts
from ceasefire.reasoning.consent import Around, around, consent
from ceasefire.reasoning.lattice import covers
from ceasefire.reasoning.mentions import LIMITS, Extent, Mention, Spoken, extent, joined
from ceasefire.reasoning.naming import provision_id, slug, title
from ceasefire.reasoning.recalled import recalled
from ceasefire.reasoning.state import Provision
from ceasefire.reasoning.topic import Topic
from ceasefire.reasoning.words import words
from ceasefire.record.case import Case, CaseProvision
from ceasefire.record.order import in_text, texts
from ceasefire.record.terms import of_scope
from ceasefire.when import UNKNOWN


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is on the table: the provisions, and which of them each statement and each condition is about.

    `announced` are the statements that announce something to come; None where they were not looked for.
    """

    provisions: tuple[Provision, ...]
    about: Mapping[str, str]
    price: Mapping[str, str]
    announced: frozenset[str] | None = None

    def provision(self, provision_id: str) -> Provision | None:
        """One provision, or None when the record does not speak of it."""
        return next((one for one in self.provisions if one.id == provision_id), None)


def agenda(statements: Sequence[Statement], case: Case | None = None) -> Agenda:
    """Every provision that the statements speak of or the case file defines, sorted by id.

    A case is about one conflict; plain documents may be about several.
    """
    placed = texts(statements)
    conflict_of: Mapping[str, Conflict] = {} if case else conflicts(list(chain.from_iterable(placed.values())))
    topics = _named(_topics(placed.values(), conflict_of), case)
    about: dict[str, str] = {}
    price: dict[str, str] = {}
    for one in topics:
        about.update((said.id, one.name) for said in one.direct)
        price.update((each.statement.id, one.name) for each in one.mentions if each.condition)
    surroundings = {conflict: around(group) for conflict, group in _by_conflict(topics).items()}
    members: dict[str, list[Topic]] = defaultdict(list)
    for one in topics:
        members[one.name].append(one)
    found = {name: _derived(name, group, surroundings, case) for name, group in members.items()}
    for defined in case.provisions if case else ():
        found[defined.id] = _defined(defined, found.get(defined.id), surroundings)
    return Agenda(_with_covers(found.values()), about, price)


def _topics(texts: Collection[Sequence[Statement]], conflict_of: Mapping[str, Conflict]) -> list[Topic]:
    """What each conflict's documents speak of, apart by extent, in the order in which it is first spoken of."""
    spoken = Spoken(_parties(texts))
    apart: dict[Conflict, list[Mention]] = defaultdict(list)
    for text in texts:
        for conflict, group in _apart(text, conflict_of).items():
            apart[conflict] += joined(spoken.of(group))
    found = []
    for conflict, given in apart.items():
        extents: dict[Extent, list[Mention]] = defaultdict(list)
        for one in recalled(given):
            extents[one.extent].append(one)
        found += [Topic(conflict, extent, group) for extent, group in extents.items()]
    return found


def _apart(text: Sequence[Statement], conflict_of: Mapping[str, Conflict]) -> Mapping[Conflict, Sequence[Statement]]:
    """The statements of each conflict; all are of one where none are told apart."""
    if not conflict_of:
        return {(): text}
    found: dict[Conflict, list[Statement]] = defaultdict(list)
    for one in text:
        found[conflict_of[one.id]].append(one)
    return found


def _by_conflict(topics: Iterable[Topic]) -> Mapping[Conflict, list[Topic]]:
    found: dict[Conflict, list[Topic]] = defaultdict(list)
    for one in topics:
        found[one.conflict].append(one)
    return found


def _named(topics: Sequence[Topic], case: Case | None) -> list[Topic]:
    """Each topic with the id of its provision; an id that two conflicts would share gets their parties' names."""
    where: dict[str, set[Conflict]] = defaultdict(set)
    for one in topics:
        where[provision_id(*one.extent)].add(one.conflict)
    for one in topics:
        own = provision_id(*one.extent)
        one.name = _case_id(one.extent, case) or _suffixed(own, one.conflict, where)
    return list(topics)


def _parties(texts: Collection[Iterable[Statement]]) -> frozenset[str]:
    """Everybody who acts, is addressed, or would be bound."""
    named: set[str | None] = set()
    bound: set[tuple[str, ...]] = set()
    for text in texts:
        named.update([one.actor for one in text], [one.recipient for one in text])
        bound.update([one.scope.between for one in text])
    return frozenset(party for party in named.union(*bound) if party)


def _suffixed(name: str, conflict: Conflict, where: Mapping[str, set[Conflict]]) -> str:
    several = len(where[name]) > 1 and conflict
    return "-".join([name, *(slug(party) for party in conflict[:2])]) if several else name


def _case_id(mentioned: Extent, case: Case | None) -> str | None:
    """The case file's provision that a mention is about: the only one that says the same wherever it says anything."""
    fitting = [one.id for one in (case.provisions if case else ()) if _fits(mentioned, extent(one.category, one.scope))]
    return fitting[0] if len(fitting) == 1 else None


def _fits(mentioned: Extent, defined: Extent) -> bool:
    if mentioned[0] != defined[0] or mentioned[1].direction != defined[1].direction:
        return False
    says = [(getattr(mentioned[1], name), getattr(defined[1], name)) for name in LIMITS]
    given = [(mine, theirs) for mine, theirs in says if mine]
    return all(mine == theirs for mine, theirs in given) and (bool(given) or mentioned == defined)


def _derived(
    name: str, topics: Sequence[Topic], surroundings: Mapping[Conflict, Around], case: Case | None
) -> Provision:
    """A provision as the statements on it describe it."""
    first = min(topics, key=lambda one: _place(one.mentions[0]))
    mentions = first.mentions
    if len(topics) > 1:
        mentions = sorted(chain.from_iterable(one.mentions for one in topics), key=_place)
    kind, narrow = first.extent
    scope = widest_words(_each_at_its_last(mentions), narrow)
    deeds = {deed for one in topics for deed in one.deeds}
    parties, because = consent(kind, deeds, surroundings[first.conflict])
    if case and name in case.consent:
        parties, because = tuple(sorted(case.consent[name])), "case file"
    return Provision(name, title(kind, scope), kind, scope, (), parties, because, first.conflict, of_scope(scope))


def _place(one: Mention) -> tuple[object, bool]:
    return (in_text(one.statement), one.condition)


def widest_words(scopes: Sequence[Scope], narrow: Scope) -> Scope:
    """The provision's limits with what the mentions add: domains named in full, parties, one start, its terms."""
    starts = {scope.start.edtf: scope.start for scope in scopes if scope.start.known}
    domains = {domain for scope in scopes for domain in scope.domains}
    return replace(
        narrow,
        domains=narrow.domains or tuple(sorted(domains & words()["domains"].keys())),
        between=tuple(sorted({party for scope in scopes for party in scope.between})),
        start=next(iter(starts.values())) if len(starts) == 1 else UNKNOWN,
        extendable=_said_by_all({scope.extendable for scope in scopes}),
        ends_if=_said_by_all({scope.ends_if for scope in scopes}),
    )


def _each_at_its_last(mentions: Sequence[Mention]) -> list[Scope]:
    """The distinct scopes in the order in which each was last spoken of."""
    distinct = {id(one.scope): one.scope for one in reversed(mentions)}
    return list(reversed(distinct.values()))


def _said_by_all(terms: set[str]) -> str:
    """The one term that those who state any state; of "extendable" and how, how."""
    stated = terms - {"", EXTENDABLE} or terms - {""}
    return next(iter(stated)) if len(stated) == 1 else ""


def _defined(defined: CaseProvision, derived: Provision | None, surroundings: Mapping[Conflict, object]) -> Provision:
    """A provision of the case file: its words stand, and what it leaves open is derived."""
    parties, because = (derived.consent, derived.consent_because) if derived else ((), "")
    if defined.consent:
        parties, because = tuple(sorted(defined.consent)), "case file"
    only = next(iter(surroundings)) if len(surroundings) == 1 else ()
    name = defined.title or title(defined.category, defined.scope)
    conflict = derived.conflict if derived else only
    return Provision(defined.id, name, defined.category, defined.scope, (), parties, because, conflict, defined.terms)


def _with_covers(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Each provision with the ids of those that it includes, by id."""
    everything = sorted(provisions, key=lambda one: one.id)
    return tuple(
        replace(one, covers=tuple(other.id for other in everything if other.id != one.id and covers(one, other)))
        for one in everything
    )
