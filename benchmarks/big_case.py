"""An invented case of any size: what a coder would have made of ten years of news about one conflict.

`case(folder)` writes its case file, `coded(statements)` makes its documents, about seven statements each, in the order
of time. Acts, modalities, recipients and words known only through others come as often as in the codings of
evaluation/gold; provisions come in forty-six scopes. A few documents are near-copies, a few have no date, a few only a
month. The same number gives the same case.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

import yaml

from ceasefire.coding.statement import Attribution, Coded, Reading, Scope, Span, Statement
from ceasefire.reading.document import Copy, Document
from ceasefire.record.case import Case, load_case
from ceasefire.when import UNKNOWN, When

T = TypeVar("T")

FIRST, DAYS = date(2021, 1, 1), 3650
A_DOCUMENT = 7
COURIER = "The Courier reports: "

SIDES = ("Maru", "River Front", "Northern Column", "Hill Assembly", "Coast Guard of Tarn", "Delta Union")
OTHERS = tuple(f"State of {name}" for name in ("Osele", "Brin", "Kavor", "Lund", "Mesra", "Novat", "Orlo", "Pesk"))
MEDIATORS = ("Lake Basin Community", "Harbour Group", "League of Plains", "Envoy's Office")
NEIGHBOURS = ("Tarn", "Quell", "Rovia", "Sant", "Udar", "Veska", "Yorn")
PARTIES = SIDES + OTHERS + MEDIATORS + NEIGHBOURS

ACTS = {
    "accept": 171,
    "consult": 101,
    "propose": 89,
    "implement": 80,
    "mediate": 56,
    "reject": 47,
    "condition": 38,
    "suspend": 36,
    "violate": 34,
    "accuse": 33,
    "deny": 9,
}
MODALITIES = {"actual": 604, "planned": 46, "tentative": 33, "negated": 8, "hypothetical": 3}
WITH_RECIPIENT, THROUGH_ANOTHER, UNDATED, ONLY_A_MONTH, COPIED = 0.75, 0.36, 0.01, 0.04, 0.03

ENERGY = ("energy-infrastructure",)
PLACES = ("Kesso", "the Delta", "Upper Tarn", "Ruk")
TERMS: tuple[tuple[str, Scope, int], ...] = (
    ("ceasefire", Scope(), 90),
    ("ceasefire", Scope(duration="P30D"), 30),
    ("ceasefire", Scope(duration="P7D", domains=("air", "land", "sea")), 12),
    ("ceasefire", Scope(duration="lasting"), 12),
    ("ceasefire", Scope(duration="P60D"), 8),
    ("ceasefire", Scope(direction="end"), 4),
    ("limited-ceasefire", Scope(targets=ENERGY), 20),
    ("limited-ceasefire", Scope(targets=ENERGY, duration="P30D", extendable="by mutual agreement"), 14),
    ("limited-ceasefire", Scope(targets=("energy-and-infrastructure",)), 8),
    ("limited-ceasefire", Scope(targets=("ports",)), 6),
    ("limited-ceasefire", Scope(targets=("hospitals",)), 5),
    ("limited-ceasefire", Scope(domains=("sea",)), 8),
    ("limited-ceasefire", Scope(occasion="harvest"), 5),
    ("limited-ceasefire", Scope(occasion="new year", duration="PT36H"), 4),
    *(("limited-ceasefire", Scope(area=(place,)), 4) for place in PLACES),
    ("talks", Scope(), 60),
    ("talks", Scope(direction="end"), 4),
    ("talks", Scope(area=("Port Osele",)), 8),
    ("peace-agreement", Scope(), 40),
    ("prisoner-release", Scope(), 40),
    ("prisoner-release", Scope(targets=("soldiers",)), 8),
    ("prisoner-release", Scope(targets=("children",)), 5),
    ("withdrawal", Scope(), 18),
    *(("withdrawal", Scope(area=(place,)), 5) for place in PLACES),
    ("foreign-support", Scope(), 10),
    ("foreign-support", Scope(targets=("military-assistance",), direction="end"), 6),
    ("foreign-support", Scope(targets=("intelligence-sharing",), direction="end"), 4),
    ("navigation", Scope(), 14),
    ("humanitarian-access", Scope(), 12),
    ("humanitarian-access", Scope(area=("Kesso",)), 5),
    ("disarmament", Scope(), 9),
    ("monitoring", Scope(), 9),
    ("political", Scope(), 12),
    ("territory", Scope(), 8),
    ("security-guarantees", Scope(), 6),
    ("sanctions", Scope(direction="end"), 5),
    ("justice", Scope(), 4),
    ("nuclear", Scope(), 4),
    ("economic", Scope(), 4),
    ("other", Scope(targets=("the name of the river",)), 2),
)


def case(folder: Path) -> Case:
    """Writes the case file: its parties, who must consent to what, and provisions that the team has defined."""
    halt = {"must_not": "attack", "category": "limited-ceasefire"}
    held = {
        "title": "Maru and its neighbours (invented)",
        "parties": {party: [] for party in PARTIES},
        "provisions": {
            "energy-pause": {**halt, "title": "The pause on energy", "towards": list(ENERGY), "when": {"for": "P30D"}},
            "general-halt": {"category": "ceasefire", "when": {"for": "P30D"}, "consent": list(SIDES[:3])},
            "harvest-truce": {**halt, "occasion": "harvest"},
        },
        "consent": {"ceasefire": list(SIDES[:2]), "peace-agreement": list(SIDES), "prisoner-release": list(SIDES[:2])},
        "sources": ["wire"],
    }
    (folder / "case.yaml").write_text(yaml.safe_dump(held, sort_keys=False), encoding="utf-8")
    (folder / "wire").mkdir(exist_ok=True)
    return load_case(folder)


def coded(statements: int, seed: int = 1) -> Iterator[Coded]:
    """Documents with so many statements in all, and what a coder would have made of each."""
    chance = Random(seed)
    left, number, before = statements, 0, None
    while left > 0:
        number += 1
        if before is not None and chance.random() < COPIED:
            made = _copied(before, number, left)
        else:
            on = FIRST + timedelta(days=number * A_DOCUMENT * DAYS // (statements + A_DOCUMENT))
            made = before = _document(chance, number, on, left)
        left -= len(made.statements)
        yield made


def _document(chance: Random, number: int, on: date, left: int) -> Coded:
    """A document that speaks of one to three terms."""
    name = _hash(f"document {number}")
    published = _published(chance, on)
    topics = [_drawn(chance, TERMS, [weight for *_, weight in TERMS]) for _ in range(chance.randint(1, 3))]
    statements: list[Statement] = []
    words = f"Dispatch {number}, {name}."
    for _ in range(min(left, chance.randint(4, 10))):
        kind, scope, _weight = chance.choice(topics)
        words += "".join(f" {_hash(f'{words} {word}')}" for word in range(chance.randint(2, 16))) + " "
        made = _statement(chance, name, len(words), kind, scope)
        statements.append(replace(made, said=published))
        words += made.quote
    spans = [((Span(one.start, one.start + 9),), (Span(one.start + 10, one.start + 14),)) for one in statements]
    said = tuple(Attribution(source, cue, (Span(cue[0].end + 1, cue[0].end + 60),)) for source, cue in spans[:4])
    supposed = (Reading("observers", SIDES[0], words[-10:], len(words) - 10, len(words)),)
    sha256 = hashlib.sha256(words.encode()).hexdigest()
    text = Document(name, words, sha256, f"wire/{number}.txt", f"Dispatch {number}", "The Wire", published)
    return Coded(text, tuple(statements), said, supposed, "benchmark")


def _copied(first: Coded, number: int, left: int) -> Coded:
    """The same story in another paper, behind its name and without a date."""
    name = _hash(f"document {number}")
    again = [replace(one, id=_hash(f"{name} {one.id}"), document=name, said=UNKNOWN) for one in first.statements[:left]]
    moved = [replace(one, start=one.start + len(COURIER), end=one.end + len(COURIER), places=()) for one in again]
    text = COURIER + first.document.text
    document = replace(
        first.document,
        id=name,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        origin=f"courier/{number}.txt",
        publisher="The Courier",
        published=UNKNOWN,
        copy=Copy(first.document.id, 0.96),
    )
    return replace(first, document=document, statements=tuple(moved))


def _statement(chance: Random, document: str, start: int, kind: str, scope: Scope) -> Statement:
    act = _weighted(chance, ACTS)
    actor = chance.choice(_who(act))
    recipient = chance.choice(SIDES) if chance.random() < WITH_RECIPIENT else None
    speaker = chance.choice(PARTIES) if chance.random() < THROUGH_ANOTHER else None
    quote = f"{actor} {act} {kind}, in the words of dispatch {document} at {start}, as the day went on"
    priced = _drawn(chance, TERMS, [weight for *_, weight in TERMS]) if act == "condition" else None
    return Statement(
        id=_hash(f"{document} {start}"),
        document=document,
        actor=actor,
        act=act,
        provision=kind,
        quote=quote,
        start=start,
        end=start + len(quote),
        recipient=recipient if recipient != actor else None,
        condition=f"if there is {priced[0]}" if priced else None,
        condition_provision=priced[0] if priced and priced[0] != "other" else None,
        speaker=speaker,
        modality=_weighted(chance, MODALITIES),
        scope=_told_short(chance, scope),
        condition_scope=priced[1] if priced and priced[0] != "other" else Scope(),
        places=(Span(start, start + len(quote)),),
    )


def _who(act: str) -> Sequence[str]:
    """Who may take an act: the sides most often."""
    if act == "mediate":
        return MEDIATORS + OTHERS[:2]
    return SIDES * 4 + (PARTIES if act in ("propose", "consult", "accuse") else OTHERS[:4])


def _told_short(chance: Random, scope: Scope) -> Scope:
    """One mention in three is a short one, and one in twenty says whom it would bind and from when."""
    if chance.random() < 1 / 3:
        return replace(scope, duration="", domains=(), extendable="")
    if chance.random() < 1 / 20:
        start = When(f"{chance.randint(2021, 2030)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
        return replace(scope, between=SIDES[:2], start=start)
    return scope


def _published(chance: Random, on: date) -> When:
    if chance.random() < UNDATED:
        return UNKNOWN
    return When(on.isoformat()[:7] if chance.random() < ONLY_A_MONTH else on.isoformat(), found_in="metadata")


def _weighted(chance: Random, weights: dict[str, int]) -> str:
    return _drawn(chance, tuple(weights), tuple(weights.values()))


def _drawn(chance: Random, things: Sequence[T], weights: Sequence[int]) -> T:
    return chance.choices(things, weights)[0]


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]
