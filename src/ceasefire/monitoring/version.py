"""The terms that incidents are held against: as the case file has them, and as each party does where that differs.

A version is worked out from the case file and the record: whose count, from when to when, for what, between whom.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ceasefire.coding.statement import Scope
from ceasefire.reasoning.life import CASE_FILE, Life, holds
from ceasefire.reasoning.state import Provision
from ceasefire.record.case import Case, CaseProvision
from ceasefire.record.case_accounts import CaseAccount
from ceasefire.record.terms import Except, Release

RECORD = "the record"
"""By whose count a pause runs of which nobody names the first day."""

Interval = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Version:
    """A pause as one or more sides have it.

    `by` names them: "case file", "the record", parties. It holds from `first` until the day before `after` (None: no
    day is known), but for the days `suspended`. `scope` says for what, where and between whom. `statements` are the
    words on record that it rests on.
    """

    provision: str
    title: str
    by: tuple[str, ...]
    scope: Scope
    first: date | None
    after: date | None
    suspended: tuple[Interval, ...] = ()
    exceptions: tuple[Except, ...] = ()
    ends_if: Release | None = None
    statements: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called where one word is needed: the first of those whose version it is."""
        return self.by[0]

    def holds_on(self, day: date) -> bool:
        """Whether it binds on a day."""
        if self.first is None or day < self.first or (self.after is not None and day >= self.after):
            return False
        return not any(begun <= day and (ended is None or day < ended) for begun, ended in self.suspended)


def always(one: Version) -> Version:
    """The same terms, as if they had always held: what they cover can then be counted before they began."""
    return replace(one, first=date.min, after=None, suspended=())


def versions(provision: Provision, life: Life, case: Case | None = None) -> list[Version]:
    """Every version of a pause that has ever bound anybody, the case file's first; equal ones are one."""
    defined = next((one for one in (case.provisions if case else ()) if one.id == provision.id), None)
    told = _told(provision, life, defined)
    return _joined([_as_it_went(one, life) for one in told if one.first is not None])


def _told(provision: Provision, life: Life, defined: CaseProvision | None) -> list[Version]:
    """By each count, and by each account of the case file; nobody's where the pause was never in force."""
    bound = defined is not None and defined.terms.window.first is not None
    if not bound and not any(holds(one.name) for one in life.steps):
        return []
    plain = Version(
        provision.id,
        provision.title,
        (),
        provision.scope,
        None,
        None,
        exceptions=provision.terms.exceptions,
        ends_if=provision.terms.ends_if,
    )
    found = {
        one.by or RECORD: replace(
            plain, by=(one.by or RECORD,), first=one.start.first, after=one.end.first, statements=one.statements
        )
        for one in life.counts
    }
    if defined is not None and bound:
        window = defined.terms.window
        found[CASE_FILE] = replace(plain, by=(CASE_FILE,), first=window.first, after=window.after)
    for account in defined.accounts if defined else ():
        found[account.party] = _by_account(account, _base(found, account.party, plain))
    return [found[name] for name in sorted(found, key=lambda name: (name != CASE_FILE, name))]


def _base(found: Mapping[str, Version], party: str, plain: Version) -> Version:
    """What an account differs from: the party's own count, else the case file's, else the record's."""
    return next((found[name] for name in (party, CASE_FILE, RECORD) if name in found), plain)


def _by_account(account: CaseAccount, base: Version) -> Version:
    given, scope = account.given, base.scope
    scope = replace(
        scope,
        targets=account.scope.targets if "towards" in given else scope.targets,
        domains=account.scope.domains if "domain" in given else scope.domains,
        area=account.scope.area if "area" in given else scope.area,
        between=account.scope.between if "who" in given else scope.between,
    )
    found = replace(base, by=(account.party,), scope=scope)
    if "when" in given:
        window = account.window
        found = replace(found, first=window.first or base.first, after=window.after)
    return found


def _as_it_went(one: Version, life: Life) -> Version:
    """Cut short where the pause was broken off or suspended, and open where it was made longer."""
    broken = [step.when.first for step in life.steps if step.name == "broken off" and step.when.first is not None]
    ends = [day for day in (one.after, *broken) if day is not None and (one.first is None or day > one.first)]
    return replace(one, after=min(ends, default=None), suspended=tuple(_suspensions(life)))


def _suspensions(life: Life) -> list[Interval]:
    """From each suspension to the step after it."""
    found: list[Interval] = []
    for number, step in enumerate(life.steps):
        if step.name == "suspended" and step.when.first is not None:
            following = life.steps[number + 1 : number + 2]
            found.append((step.when.first, following[0].when.first if following else None))
    return found


def _joined(found: list[Version]) -> list[Version]:
    """Those that hold the same things against the same days are one version, of all whose it is."""
    alike: dict[object, Version] = {}
    for one in found:
        scope = one.scope
        key = (scope.targets, scope.domains, scope.area, scope.between, one.first, one.after, one.exceptions)
        known = alike.get(key)
        alike[key] = one if known is None else replace(known, by=(*known.by, *one.by), statements=_both(known, one))
    return list(alike.values())


def _both(one: Version, other: Version) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.statements, *other.statements)))
