"""One "X said Y" as found in a parsed text, with the tokens that carry it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from ceasefire.coding.statement import Span


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Somebody (source) says, thinks or shows (cue) something (content), and the rule that found it.

    Spans are in Unicode code points of the document. `content_heads` are the verbs that head the
    content; `continued` are quotations that run on after the sentence of the cue, in the same words'
    source: covered, but no part of the content. `source` is empty where the words leave it open.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    source_head: Token | None = None
    cue_token: Token | None = None
    content_heads: tuple[Token, ...] = ()
    continued: tuple[Span, ...] = field(default=())

    def covers(self, token: Token) -> bool:
        """The token lies in what the source says."""
        return any(span.start <= token.idx < span.end for span in (*self.content, *self.continued))

    @property
    def width(self) -> int:
        """How many characters it covers."""
        return sum(span.end - span.start for span in (*self.content, *self.continued))
