"""A case whose every text tries to break out: markup, control characters, overrides, a word without end."""

from __future__ import annotations

from tests.publishing.story import document, said

from ceasefire.coding.statement import Coded, Reading
from ceasefire.publishing.facts import Facts
from ceasefire.reading.document import Unread
from ceasefire.reasoning.state import Blocker, Condition, Outlook, Position, Provision

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TYPST = '#panic("out") $x$ *strong* @label <label> \\ #read("/etc/passwd")'
MARKDOWN = "[link](javascript:alert(3)) ![x](http://out.example/x.png) `code` | # heading https://out.example @you"
STEERING = "\x1b[31mred\x1b]0;title\x07 \x00 \u202eover\u202c \u2066isolate \ud800 \x9b31m \r"
LONG = "w" * 1_000_000
EVERYTHING = f"{SCRIPT} {TYPST} {MARKDOWN} {STEERING}"


def hostile() -> Facts:
    """Facts in which titles, names, quotes and conditions are all hostile."""
    paper = document(
        f"paper {EVERYTHING}", f"{EVERYTHING}\n\n{LONG} &amp; </mark></div>", title=EVERYTHING, publisher=EVERYTHING
    )
    every = said(paper, EVERYTHING, EVERYTHING, "condition", "ceasefire", condition=EVERYTHING, speaker=EVERYTHING)
    overlap = said(paper, EVERYTHING[20:], "Arland", "reject", "ceasefire")
    endless = said(paper, LONG, "Arland", "accuse", "ceasefire", recipient=EVERYTHING)
    reading = Reading(EVERYTHING, EVERYTHING, paper.text[5:30], 5, 30)
    provision = Provision("p", EVERYTHING, "ceasefire", consent=(EVERYTHING,), consent_because="it binds them")
    price = (Condition("p", True, EVERYTHING),)
    position = Position(EVERYTHING, "p", "accepts on condition", True, price, statements=(every.id,))
    return Facts(
        title=EVERYTHING,
        coded=(Coded(paper, (every, overlap, endless), readings=(reading,)),),
        unread=(Unread("u", EVERYTHING, "invalid", EVERYTHING),),
        provisions=(provision,),
        positions=(position, Position("Arland", "p", "rejects", statements=(overlap.id,))),
        outlooks=(Outlook("p", False, (Blocker((position,)),)),),
    )
