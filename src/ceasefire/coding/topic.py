"""A mention of a provision in a parsed text."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Topic:
    """A mention of a provision.

    `head` is the token whose place in the sentence says what is done about it; `start`, `end` are token
    indexes of the words; `doing` says that it is an action that somebody carries out (withdraw, release,
    halt attacks) rather than a thing that is agreed, `verbal` that the action is a verb. `refers` is the topic
    that a pointing word ("the proposal") takes up.
    """

    category: str
    head: Token
    start: int
    end: int
    doing: bool = False
    verbal: bool = False
    refers: Topic | None = None


#: The categories of a halt to fighting.
HALTS = frozenset({"ceasefire", "limited-ceasefire"})
