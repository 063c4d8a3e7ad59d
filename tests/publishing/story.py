"""A small case of our own words: two dispatches, one repeated passage, a change of mind and a silent party."""

from __future__ import annotations

import hashlib

from ceasefire.coding.statement import Coded, Reading, Span, Statement
from ceasefire.publishing.facts import Facts, Turn
from ceasefire.reading.document import Copy, Document, Repeat, Unread
from ceasefire.reasoning.state import (
    Assumption,
    Blocker,
    Change,
    Condition,
    Outlook,
    Position,
    Provision,
    Unlock,
)
from ceasefire.when import When

REPEATED = "Arland agreed in principle to stop striking power stations."
EARLY = (
    "Talks over the Ost river\n\n"
    f"{REPEATED} Borland signed up to a thirty-day truce on land, at sea and in the air, which Cestia had put forward. "
    "Arland turned that truce down and said it would stop only once weapons no longer reach Borland. "
    "Borland's northern friends refused to halt deliveries. Analysts suspect that Arland is playing for time.\n"
    f"{REPEATED}"
)
LATE = (
    "Arland now backs the thirty-day truce, its foreign minister said. Cestia accused Arland of shelling a "
    "substation on Monday; Arland denied it. New talks are to open in Demport next week."
)


def document(name: str, text: str, published: str = "", **more: object) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    fields = {"title": name, "publisher": "Demport Courier", **more}
    return Document(name, text, digest, f"{name}.txt", published=When(published), **fields)  # type: ignore[arg-type]


def said(paper: Document, quote: str, actor: str, act: str, provision: str, **more: object) -> Statement:
    begin = paper.text.index(quote)
    marker = f"{paper.id}:{begin}:{actor}:{act}:{provision}"
    fields = {"places": (Span(begin, begin + len(quote)),), "said": paper.published, **more}
    return Statement(marker, paper.id, actor, act, provision, quote, begin, begin + len(quote), **fields)  # type: ignore[arg-type]


def story() -> Facts:
    """The facts of the case, with positions worked out by hand."""
    second = EARLY.rindex(REPEATED)
    first = EARLY.index(REPEATED)
    length = len(REPEATED)
    early = document("early", EARLY, "2031-03-02", repeats=(Repeat(second, second + length, first, first + length),))
    late = document("late", LATE, "2031-03-09")
    wire = document("wire", LATE.replace("Monday", "Tuesday"), copy=Copy("late", 0.97), publisher="")
    halt = said(
        early, "Arland agreed in principle to stop striking power stations", "Arland", "accept", "limited-ceasefire",
        modality="tentative", places=(Span(first, first + length - 1), Span(second, second + length - 1)),
    )  # fmt: skip
    signed = said(early, "Borland signed up to a thirty-day truce", "Borland", "accept", "ceasefire")
    offered = said(early, "which Cestia had put forward", "Cestia", "propose", "ceasefire", recipient="Arland")
    refused = said(early, "Arland turned that truce down", "Arland", "reject", "ceasefire", speaker="Cestia")
    price = said(
        early, "it would stop only once weapons no longer reach Borland", "Arland", "condition", "ceasefire",
        condition="weapons no longer reach Borland", condition_provision="foreign-support", speaker="Arland",
    )  # fmt: skip
    friends = said(
        early,
        "Borland's northern friends refused to halt deliveries",
        "Borland's northern allies",
        "reject",
        "foreign-support",
        listed=False,
    )
    backs = said(late, "Arland now backs the thirty-day truce", "Arland", "accept", "ceasefire", speaker="Arland")
    blames = said(
        late,
        "Cestia accused Arland of shelling a substation",
        "Cestia",
        "accuse",
        "limited-ceasefire",
        recipient="Arland",
    )
    denies = said(late, "Arland denied it", "Arland", "deny", "limited-ceasefire")
    meets = [
        said(late, "New talks are to open in Demport next week", party, "consult", "talks", modality="planned")
        for party in ("Arland", "Cestia")
    ]
    guess = "Analysts suspect that Arland is playing for time"
    reading = Reading("analysts", "Arland", guess, EARLY.index(guess), EARLY.index(guess) + len(guess))
    truce = Provision(
        "truce",
        "Month-long ceasefire (land, sea, air)",
        "ceasefire",
        consent=("Arland", "Borland"),
        consent_because="it binds them",
    )
    energy = Provision(
        "energy",
        "Limited ceasefire (energy infrastructure)",
        "limited-ceasefire",
        consent=("Arland", "Borland"),
        consent_because="it binds them",
    )
    support = Provision(
        "support-end",
        "End of foreign support",
        "foreign-support",
        consent=("Borland's northern allies",),
        consent_because="they would have to act",
    )
    conditions = (Condition("support-end", True, "weapons no longer reach Borland"),)
    was = Position(
        "Arland", "truce", "accepts on condition", True, conditions, early.published, (price.id,), (refused.id,)
    )
    now = Position("Arland", "truce", "accepts", True, (), late.published, (backs.id,))
    allies = Position("Borland's northern allies", "support-end", "rejects", True, (), early.published, (friends.id,))
    positions = (
        was,
        Position("Borland", "truce", "accepts", True, (), early.published, (signed.id,)),
        Position("Cestia", "truce", "has proposed", True, (), early.published, (offered.id,)),
        Position("Arland", "energy", "accepts", False, (), early.published, (halt.id,)),
        allies,
    )
    outlooks = (
        Outlook(
            "truce", False, (Blocker((was, allies)),),
            (
                Unlock((Change("Arland", "truce", "accepts on condition", "accepts"),), ("Arland",)),
                Unlock((Change(allies.party, "support-end", "rejects", "accepts"),), (allies.party,)),
            ),
        ),
        Outlook("energy", False, assumptions=(Assumption("Borland", "energy"),), packages=(("energy",),)),
    )  # fmt: skip
    return Facts(
        title="The Ost river",
        as_of="2031-03-10",
        coded=(
            Coded(late, (backs, blames, denies, *meets)),
            Coded(early, (halt, signed, offered, refused, price, friends), readings=(reading,)),
            Coded(wire),
        ),
        unread=(
            Unread("scan.pdf", "scan.pdf", "no-text-layer", "The PDF holds images only: run it through OCR first."),
        ),
        provisions=(truce, energy, support),
        positions=positions,
        outlooks=outlooks,
        turns=(Turn(was, now),),
        provision_of={blames.id: "energy", denies.id: "energy"},
    )
