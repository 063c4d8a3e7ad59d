"""Two accounts compared, in plain sentences: whose account says what, and which reaches further."""

from __future__ import annotations

from ceasefire.coding.statement import Scope
from ceasefire.publishing.inert import one_line
from ceasefire.publishing.wording import day, listed, name, phrase, start
from ceasefire.reasoning.account_differences import Difference, price_title
from ceasefire.reasoning.account_status import STATUSES
from ceasefire.reasoning.account_terms import Account, Term
from ceasefire.reasoning.accounts import VERDICTS, Comparison, Row
from ceasefire.reasoning.event import Event
from ceasefire.reasoning.naming import length, title
from ceasefire.vocabulary import load
from ceasefire.when import When

Names = tuple[str, str]


def names(one: Comparison) -> Names:
    """What the two accounts are called: each by its party; by its place where that is unknown or both are of one."""
    parties = (one.first.party, one.second.party)
    if parties[0] == parties[1]:
        return phrase("accounts.first"), phrase("accounts.second")
    return (
        _account(parties[0], phrase("accounts.first")),
        _account(parties[1], phrase("accounts.second")),
    )


def heading(verdict: str, called: Names) -> str:
    """What the provisions under it have in common."""
    return start(phrase(f"accounts.verdicts.{verdict}", first=called[0], second=called[1]))


def row_title(row: Row, called: Names) -> str:
    """What a provision is called; as each account words it where they word it differently."""
    if row.first is None or row.second is None or row.first.title == row.second.title:
        return row.title
    return phrase("accounts.titles", mine=row.first.title, second=called[1], theirs=_inside(row.second.title))


def row_lines(row: Row, called: Names) -> tuple[str, ...]:
    """A sentence a difference; of what only one account says, or both say alike, where it says that parties stand."""
    if row.differences:
        return tuple(difference(one, called) for one in row.differences)
    term = row.first or row.second
    return _stands(term) if term else ()


def _stands(term: Term) -> tuple[str, ...]:
    """Who agreed, proposed, refused …, parties of one status together, and the conditions that they name."""
    by_status: dict[str, list[str]] = {}
    for party, status in term.status.items():
        by_status.setdefault(status, []).append(name(party))
    told = [
        start(phrase("accounts.stands", parties=listed(parties), status=status))
        for status, parties in sorted(by_status.items(), key=lambda item: STATUSES.index(item[0]))
    ]
    prices = [
        start(phrase("accounts.price", party=name(one.party), price=_inside(price_title(one))))
        for one in term.conditions
    ]
    return (*told, *dict.fromkeys(prices))


def difference(one: Difference, called: Names) -> str:
    """One difference as a sentence: the field, what each account gives, and which reaches further."""
    fields = {
        "field": phrase(f"accounts.fields.{one.field}", party=name(one.about)),
        "first": called[0],
        "second": called[1],
        "mine": values(one.field, one.first),
        "theirs": values(one.field, one.second),
    }
    return start(phrase(f"accounts.relations.{one.relation}", **fields))


def values(field: str, given: tuple[str, ...]) -> str:
    """The values of a field as a reader says them."""
    return listed([_value(field, one) for one in given])


def event_line(event: Event) -> str:
    """An event in words: what it was, whose, when and where."""
    place = phrase("accounts.place", place=event.place) if event.place else ""
    parties = listed([name(one) for one in event.parties])
    line = phrase("accounts.event", kind=event.kind, parties=parties, when=day(event.when))
    return f"{start(line)} {place}".strip()


def account_line(one: Account, called: str, titles: list[tuple[str, When]]) -> str:
    """An account and the documents that it is told in."""
    documents = "; ".join(phrase("accounts.document", title=text, date=day(when)) for text, when in titles)
    return phrase("accounts.of", account=start(called), documents=documents)


def summary(one: Comparison, called: Names) -> str:
    """How many provisions got which verdict."""
    count = {verdict: sum(row.verdict == verdict for row in one.rows) for verdict in VERDICTS}
    told = [
        phrase(f"accounts.counts.{verdict}", first=called[0], second=called[1], count=number)
        for verdict, number in count.items()
        if number
    ]
    return phrase("accounts.summary", told=listed(told)) if told else phrase("accounts.nothing")


def _account(party: str | None, otherwise: str) -> str:
    if party is None:
        return otherwise
    form = "of_plural" if party.endswith("s") else "of_one"
    return phrase(f"accounts.{form}", party=name(party))


def _value(field: str, value: str) -> str:
    match field:
        case "duration":
            return length(value)
        case "start":
            return day(When(value))
        case "category":
            return _inside(title(value, Scope()))
        case "extendable" | "ends_if":
            return phrase(f"terms.{value}")
        case "parties":
            return name(value)
        case "conditions":
            return _inside(one_line(value))
        case "domains":
            return str(load("provisions")["domains"].get(value, value))
        case "targets" | "classes":
            return value.replace("-", " ")
    return one_line(value)


def _inside(text: str) -> str:
    """A title inside a sentence, without its capital."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
