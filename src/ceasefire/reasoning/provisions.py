"""The provisions that the record speaks of: which statements are about which, and who must consent to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ceasefire.coding.statement import EXTENDABLE, Scope, Statement
from ceasefire.reasoning.conflicts import Conflict, conflicts
from ceasefire.reasoning.consent import Around, around, consent
from ceasefire.reasoning.lattice import covers
from ceasefire.reasoning.mentions import LIMITS, Extent, Mention, extent, joined, mentions, recalled
from ceasefire.reasoning.naming import provision_id, slug, title
from ceasefire.reasoning.state import Provision
from ceasefire.reasoning.words import words
from ceasefire.record.case import Case, CaseProvision
from ceasefire.record.order import in_text, told
from ceasefire.record.terms import of_scope
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
    placed = sorted(statements, key=in_text)
    conflict_of: Mapping[str, Conflict] = dict.fromkeys((one.id for one in placed), ()) if case else conflicts(placed)
    named = _named(placed, conflict_of, case)
    members: dict[str, list[tuple[Mention, Conflict]]] = defaultdict(list)
    for mention, name in named:
        members[name].append((mention, conflict_of[mention.statement.id]))
    about = {mention.statement.id: name for mention, name in named if not mention.condition}
    price = {mention.statement.id: name for mention, name in named if mention.condition}
    inside: dict[Conflict, list[Statement]] = defaultdict(list)
    for one in placed:
        inside[conflict_of[one.id]].append(one)
    surroundings = {conflict: around(group) for conflict, group in inside.items()}
    found = {name: _derived(name, group, surroundings, case) for name, group in members.items()}
    for defined in case.provisions if case else ():
        found[defined.id] = _defined(defined, found.get(defined.id), surroundings)
    return Agenda(_with_covers(found.values()), about, price)


def _named(
    placed: Sequence[Statement], conflict_of: Mapping[str, Conflict], case: Case | None
) -> list[tuple[Mention, str]]:
    """Every mention with the id of its provision; an id that two conflicts would share gets their parties' names."""
    found: list[Mention] = []
    parties = frozenset(party for one in placed for party in (one.actor, one.recipient, *one.scope.between) if party)
    for _, text in groupby(placed, key=lambda one: one.document):
        inside: dict[Conflict, list[Mention]] = defaultdict(list)
        for statement in text:
            inside[conflict_of[statement.id]].extend(mentions(statement, parties))
        for group in inside.values():
            found.extend(joined(group))
    apart: dict[Conflict, list[Mention]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (told(one.statement), one.condition)):
        apart[conflict_of[one.statement.id]].append(one)
    found = [one for group in apart.values() for one in recalled(group)]
    found.sort(key=lambda one: (in_text(one.statement), one.condition))
    ids = {key: provision_id(*key) for key in dict.fromkeys(one.extent for one in found)}
    where: dict[str, set[Conflict]] = defaultdict(set)
    for one in found:
        where[ids[one.extent]].add(conflict_of[one.statement.id])
    fitted = {key: _case_id(key, case) for key in ids}
    return [
        (one, fitted[one.extent] or _suffixed(ids[one.extent], conflict_of[one.statement.id], where)) for one in found
    ]


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
    group: Sequence[tuple[Mention, Conflict]],
    surroundings: Mapping[Conflict, Around],
    case: Case | None,
) -> Provision:
    """A provision as the statements on it describe it."""
    first, conflict = group[0]
    kind = first.extent[0]
    scope = _widest_words([mention.scope for mention, _ in group], first.extent[1])
    direct = [mention.statement for mention, _ in group if not mention.condition]
    parties, because = consent(kind, direct, surroundings[conflict])
    if case and name in case.consent:
        parties, because = tuple(sorted(case.consent[name])), "case file"
    return Provision(name, title(kind, scope), kind, scope, (), parties, because, conflict, of_scope(scope))


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
