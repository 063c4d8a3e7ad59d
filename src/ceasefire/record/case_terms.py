"""The terms of a provision as case.yaml sets them down, each a value and none kept as written."""

from __future__ import annotations

from ceasefire.coding.statement import BY_AGREEMENT, EXTENDABLE
from ceasefire.record.case_file import Node
from ceasefire.record.case_keys import keys
from ceasefire.record.case_values import Fields, Names, day, length, named_classes, one_chosen, text, texts
from ceasefire.record.terms import (
    EITHER,
    NOT_EXTENDABLE,
    ON_A_DATE,
    ON_CONSENT,
    ON_SIGNATURE,
    OTHER,
    Except,
    Release,
    Terms,
    Window,
    Withdrawal,
)
from ceasefire.when import UNKNOWN, When

EXTENDING = {"yes": EXTENDABLE, "no": NOT_EXTENDABLE, BY_AGREEMENT: BY_AGREEMENT}


def terms(fields: Fields, category: str, names: Names, ids: tuple[str, ...]) -> Terms:
    """The terms of one provision; `ids` are the provisions that an exception may lead to."""
    span = window(fields.get("when"))
    in_force, start = _in_force(fields.get("in_force"))
    if start.known and span.start.known and start.edtf != span.start.edtf:
        fields["in_force"].refuse(f"differs from when.from ({span.start.edtf}); keep one")
    span = span if span.start.known else _until(fields, Window(start, span.duration, span.until))
    return Terms(
        in_force=in_force or (ON_A_DATE if span.start.known else ""),
        window=span,
        suspended_if=_release(fields.get("suspended_if"), names),
        exceptions=_exceptions(fields.get("except"), category, ids),
        withdrawal=_withdrawal(fields.get("withdrawal"), names),
        response_in_kind=one_chosen(fields, "provision", "response_in_kind"),
        extendable=EXTENDING.get(one_chosen(fields, "provision", "extendable"), ""),
        ends_if=_release(fields.get("ends_if"), names),
    )


def window(node: Node | None) -> Window:
    """From when, for how long or until when."""
    fields = node.fields(keys("window")) if node is not None else {}
    if "for" in fields and "until" in fields:
        fields["until"].refuse("stands beside `for`; keep one of the two")
    return _until(fields, Window(day(fields.get("from")), length(fields.get("for")), day(fields.get("until"))))


def _until(fields: Fields, found: Window) -> Window:
    """With two days the length follows, both counted; a last day before the first is refused."""
    first, last = found.first, found.until.last
    if first is None or last is None:
        return found
    if last < first and "until" in fields:
        fields["until"].refuse(f"lies before the first day ({found.start.edtf})")
    return Window(found.start, f"P{(last - first).days + 1}D" if last >= first else "", found.until)


def _in_force(node: Node | None) -> tuple[str, When]:
    """Coming into force: a word of the list, or `{from: DATE}`."""
    if node is None:
        return "", UNKNOWN
    if node.is_mapping:
        return ON_A_DATE, day(node.fields(keys("start")).get("from"))
    chosen = node.one_of((ON_CONSENT, ON_SIGNATURE))
    return chosen, UNKNOWN


def _release(node: Node | None, names: Names) -> Release | None:
    """Whose breach it is, and who may then choose."""
    if node is None:
        return None
    fields = node.fields(keys("release"))
    if "breach_by" not in fields:
        node.refuse("says nothing of whose breach it is; write {breach_by: either, at_option_of: other}")
    breach_by = names.party(fields["breach_by"], (EITHER,))
    option = names.party(fields["at_option_of"], (OTHER, EITHER)) if "at_option_of" in fields else OTHER
    return Release(breach_by, option)


def _withdrawal(node: Node | None, names: Names) -> Withdrawal | None:
    if node is None:
        return None
    fields = node.fields(keys("withdrawal"))
    by = names.party(fields["by"], (EITHER,)) if "by" in fields else EITHER
    return Withdrawal(by, length(fields.get("notice")))


def _exceptions(node: Node | None, category: str, ids: tuple[str, ...]) -> tuple[Except, ...]:
    return tuple(_exception(one, category, ids) for one in (node.items() if node is not None else ()))


def _exception(node: Node, category: str, ids: tuple[str, ...]) -> Except:
    """One thing that is not covered; it must name something."""
    fields = node.fields(keys("exception"))
    found = Except(
        towards=named_classes(fields, category),
        area=texts(fields, "area"),
        window=window(fields.get("when")),
        otherwise=fields["otherwise"].one_of(ids) if text(fields, "otherwise") else "",
    )
    if not (found.towards or found.area or found.window != Window()):
        node.refuse("excepts nothing; name towards, area or when")
    return found
