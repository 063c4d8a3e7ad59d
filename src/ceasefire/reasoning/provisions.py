"""The provisions that the record speaks of: which statements are about which, and who must consent to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ceasefire.coding.statement import EXTENDABLE, Scope, Statement
from ceasefire.reasoning.conflicts import Conflict, conflicts
from ceasefire.reasoning.consent import Around, around, consent
from ceasefire.reasoning.lattice import covers
from ceasefire.reasoning.mentions import LIMITS, Extent, Mention, Spoken, extent, joined, recalled
from ceasefire.reasoning.naming import provision_id, slug, title
from ceasefire.reasoning.state import Provision
from ceasefire.reasoning.words import words
from ceasefire.record.case import Case, CaseProvision
from ceasefire.record.order import in_text, texts
from ceasefire.when import UNKNOWN


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is on the table: the provisions, and which of them each statement and each condition is about."""

    provisions: tuple[Provision, ...]
    about: Mapping[str, str]
    price: Mapping[str, str]

    def provision(self, provision_id: str) -> Provision | None:
        """One provision, or None when the record does not speak of it."""
        return next((one for one in self.provisions if one.id == provision_id), None)


def agenda(statements: Sequence[Statement], case: Case | None = None) -> Agenda:
    """Every provision that the statements speak of or the case file defines, sorted by id.

    A case is about one conflict; plain documents may be about several.
    """
    placed = texts(statements)
    everything = list(chain.from_iterable(placed.values()))
    conflict_of: Mapping[str, Conflict] = {} if case else conflicts(everything)
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention, name in _named(placed.values(), everything, conflict_of, case):
        members[name].append(mention)
    about = {one.statement.id: name for name, group in members.items() for one in group if not one.condition}
    price = {one.statement.id: name for name, group in members.items() for one in group if one.condition}
    surroundings = {conflict: around(group) for conflict, group in _apart(everything, conflict_of).items()}
    found = {
        name: _derived(name, group, conflict_of.get(group[0].statement.id, ()), surroundings, case)
        for name, group in members.items()
    }
    for defined in case.provisions if case else ():
        found[defined.id] = _defined(defined, found.get(defined.id), surroundings)
    return Agenda(_with_covers(found.values()), about, price)


def _apart(statements: Sequence[Statement], conflict_of: Mapping[str, Conflict]) -> Mapping[Conflict, list[Statement]]:
    """The statements of each conflict; all are of one where none are told apart."""
    found: dict[Conflict, list[Statement]] = defaultdict(list)
    if not conflict_of and statements:
        found[()] = list(statements)
    for one in statements if conflict_of else ():
        found[conflict_of[one.id]].append(one)
    return found


def _named(
    texts: Iterable[Sequence[Statement]],
    everything: Sequence[Statement],
    conflict_of: Mapping[str, Conflict],
    case: Case | None,
) -> list[tuple[Mention, str]]:
    """Every mention with the id of its provision; an id that two conflicts would share gets their parties' names."""
    spoken = Spoken(_parties(everything))
    apart: dict[Conflict, list[Mention]] = defaultdict(list)
    for text in texts:
        for conflict, group in _apart(text, conflict_of).items():
            apart[conflict] += joined([mention for one in group for mention in spoken.mentions(one)])
    found = [(conflict, one) for conflict, group in apart.items() for one in recalled(group)]
    if len(apart) > 1:
        found.sort(key=lambda pair: (in_text(pair[1].statement), pair[1].condition))
    kinds = dict.fromkeys([(conflict, one.extent) for conflict, one in found])
    where: dict[str, set[Conflict]] = defaultdict(set)
    for conflict, key in kinds:
        where[provision_id(*key)].add(conflict)
    names = {
        (conflict, key): _case_id(key, case) or _suffixed(provision_id(*key), conflict, where)
        for conflict, key in kinds
    }
    return [(one, names[conflict, one.extent]) for conflict, one in found]


def _parties(statements: Iterable[Statement]) -> frozenset[str]:
    """Everybody who acts, is addressed, or would be bound."""
    acting = {(one.actor, one.recipient, one.scope.between) for one in statements}
    return frozenset(party for actor, other, between in acting for party in (actor, other, *between) if party)


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
    name: str,
    group: Sequence[Mention],
    conflict: Conflict,
    surroundings: Mapping[Conflict, Around],
    case: Case | None,
) -> Provision:
    """A provision as the statements on it describe it."""
    kind, narrow = group[0].extent
    scope = _widest_words(_each_at_its_last([one.scope for one in group]), narrow)
    direct = [one.statement for one in group if not one.condition]
    parties, because = consent(kind, direct, surroundings[conflict])
    if case and name in case.consent:
        parties, because = tuple(sorted(case.consent[name])), "case file"
    return Provision(name, title(kind, scope), kind, scope, (), parties, because, conflict)


def _widest_words(scopes: Sequence[Scope], narrow: Scope) -> Scope:
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


def _each_at_its_last(scopes: Sequence[Scope]) -> list[Scope]:
    """The distinct scopes in the order in which each was last spoken of."""
    distinct = {id(one): one for one in reversed(scopes)}
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
    return Provision(defined.id, name, defined.category, defined.scope, (), parties, because, conflict)


def _with_covers(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Each provision with the ids of those that it includes, by id."""
    everything = sorted(provisions, key=lambda one: one.id)
    return tuple(
        replace(one, covers=tuple(other.id for other in everything if other.id != one.id and covers(one, other)))
        for one in everything
    )
