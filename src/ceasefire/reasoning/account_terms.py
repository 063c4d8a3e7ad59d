"""What one party's account says was discussed and agreed: its provisions, each as the account itself words it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from ceasefire.coding.statement import Scope, Statement
from ceasefire.reasoning.account_status import statuses
from ceasefire.reasoning.lattice import plain
from ceasefire.reasoning.mentions import Extent, Mention, extent, joined, mentions
from ceasefire.reasoning.naming import title
from ceasefire.reasoning.provisions import widest_words
from ceasefire.record.order import in_text


@dataclass(frozen=True, slots=True)
class Account:
    """What one party says was said or agreed: its own documents on an event, and the statements in them.

    `party` is None when nobody knows whose account it is.
    """

    party: str | None
    documents: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The words of an account that carry a statement, and where they stand."""

    document: str
    start: int
    end: int
    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class Price:
    """A condition that an account names: whose, what it asks for as far as a category fits, and its words."""

    party: str
    category: str
    scope: Scope
    words: str

    @property
    def asks(self) -> Extent:
        """What is asked for; the words themselves where no category fits."""
        if self.category:
            return extent(self.category, replace(self.scope, duration=""))
        return "", Scope(targets=(" ".join(self.words.casefold().split()),))


@dataclass(frozen=True, slots=True)
class Term:
    """One provision of one account.

    `scope` holds what the account's words say of it; `classes` are targets that it spells out although another
    of its targets includes them; `status` says, party by party, where the account says the party stands.
    """

    category: str
    scope: Scope
    title: str
    status: Mapping[str, str]
    conditions: tuple[Price, ...] = ()
    classes: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    same: Extent = field(default=("", Scope()), repr=False)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells this provision from the others of its account, in a form that sorts."""
        kind, limits = self.same
        return (kind, limits.direction, limits.targets, limits.domains, limits.area, limits.duration, limits.occasion)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who takes part in it according to the account."""
        return tuple(sorted({*self.status, *self.scope.between}))

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that it rests on, in the order of the texts."""
        return tuple(dict.fromkeys(one.statement for one in self.quotes))


def terms(account: Account) -> tuple[Term, ...]:
    """The provisions that an account speaks of, each once; "the truce" is the truce that it named before."""
    ordered = sorted(account.statements, key=in_text)
    parties = frozenset(party for one in ordered for party in (one.actor, one.recipient) if party)
    groups: dict[Extent, list[Mention]] = defaultdict(list)
    for _, text in groupby(ordered, key=lambda one: one.document):
        for mention in joined(found for one in text for found in mentions(one, parties)):
            if not mention.condition:
                groups[mention.extent].append(mention)
    return tuple(sorted((_term(same, group) for same, group in groups.items()), key=lambda one: one.key))


def _term(same: Extent, group: Sequence[Mention]) -> Term:
    kind, limits = same
    scope = widest_words([one.scope for one in group], limits)
    scope = replace(scope, duration=scope.duration or _lasting(group))
    named = {target for one in group for target in one.scope.targets}
    statements = [one.statement for one in group]
    return Term(
        category=kind,
        scope=scope,
        title=title(kind, scope),
        status=statuses(statements),
        conditions=_prices(statements),
        classes=tuple(sorted(named - set(plain(kind, scope).targets))),
        quotes=tuple(sorted({_quote(one) for one in statements})),
        same=same,
    )


def _lasting(group: Iterable[Mention]) -> str:
    """ "Lasting" is no limit, and is said all the same."""
    return next((one.scope.duration for one in group if one.scope.duration), "")


def _prices(statements: Iterable[Statement]) -> tuple[Price, ...]:
    """What the statements make the provision depend on, each once."""
    found = {
        Price(one.actor, one.condition_provision or "", one.condition_scope, one.condition)
        for one in statements
        if one.condition
    }
    return tuple(sorted(found, key=lambda one: (one.party, repr(one.asks), one.words)))


def _quote(one: Statement) -> Quote:
    return Quote(one.document, one.start, one.end, one.id, one.quote)
