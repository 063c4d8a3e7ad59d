"""Who is who in one document: which party each noun phrase and pronoun stands for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ceasefire.coding import party_joint, party_owners, party_phrases, party_unlisted
from ceasefire.coding.datelines import datelines
from ceasefire.coding.names import is_full_name
from ceasefire.coding.parties import Mention, Parties
from ceasefire.coding.party_index import fold
from ceasefire.coding.party_owners import HYPHENS
from ceasefire.coding.party_pronouns import is_pronoun, meant_by
from ceasefire.coding.party_roles import LONGEST_PHRASE, NOBODY, Role, Roles, merged, words
from ceasefire.coding.texts import text_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Cast", "Role", "Roles"]


class Cast:
    """Who acts and speaks in a parsed document, as far as its own words say, on its date where that is known."""

    def __init__(self, doc: Doc, parties: Parties, on: date | None = None) -> None:
        self.doc, self.parties, self.on = doc, parties, on
        places = datelines(text_of(doc))
        self.mentions: tuple[Mention, ...] = tuple(
            mention
            for mention in parties.find(doc, on)
            if not any(start <= doc[mention.start_token].idx < end for start, end in places)
        )
        self._at: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            for i in range(mention.start_token, mention.end_token):
                self._at.setdefault(i, []).append(mention)
        self._known: dict[int, Roles] = {}
        self._open: set[int] = set()
        self._persons: dict[str, Roles] | None = None
        self._mediators: frozenset[str] | None = None

    def of(self, token: Token, *, open: bool = False, speaker: Roles = NOBODY) -> Roles:
        """The parties that the noun phrase headed by `token` stands for; none for crowds, companies, things.

        `open` admits a name that no vocabulary lists, under the words used. `speaker` is who says the
        words, for "we" and "our". Conjuncts are not included: see `all_of`.
        """
        if token.lower_ in words("first_person") and not self.at(token):
            return speaker
        roles = self._of(token)
        if roles or not open:
            return roles
        meant = meant_by(self, token) if is_pronoun(token) else token
        return NOBODY if meant is None else party_unlisted.unlisted_name(self, meant)

    def all_of(self, token: Token, *, open: bool = False, speaker: Roles = NOBODY) -> Roles:
        """Whom `token` and everything coordinated with it stand for: "Angola and Qatar" from "Angola"."""
        heads = [token, *(other for other in token.conjuncts if other.i > token.i)]
        return merged(self.of(head, open=open, speaker=speaker) for head in heads)

    def speaker(self, token: Token) -> Roles:
        """Like `of`, for whoever is quoted: news outlets and unnamed voices come back under their own words."""
        return party_unlisted.speaker(self, token)

    def owners(self, token: Token) -> Roles:
        """The parties that a noun belongs to: possessor, adjective, "of X", "by X"; "Israeli airstrike" → Israel."""
        return party_owners.owners(self, token)

    def pair(self, token: Token) -> Roles:
        """The parties named together in or before a noun: "Iran–U.S. talks", "talks between A and B"."""
        return party_owners.pair(self, token)

    def antecedents(self, token: Token) -> Roles:
        """The parties named before `token`, nearest first, each once."""
        before = [m for m in self.mentions if m.end_token <= token.i and m.how != "outlet"]
        return merged((self.role(m.party),) for m in reversed(before))

    def role(self, party: str) -> Role:
        return Role(party, self.parties.get(party) is not None)

    def at(self, token: Token) -> list[Mention]:
        """The mentions that cover a token: two for "U.S.-Iran" where that is one token."""
        return self._at.get(token.i, [])

    def words_used(self, token: Token) -> Role:
        """The noun phrase up to its head under the words used, without its article; a name without its title."""
        start = max(token.left_edge.i, token.i - LONGEST_PHRASE)
        if token.pos_ == "PROPN":
            start = token.i
            while start and self._is_named_on(self.doc[start - 1], token):
                start -= 1
        while start < token.i and (
            self.doc[start].lower_ in words("articles") or not self.doc[start].text[0].isalnum()
        ):
            start += 1
        while start < token.i - 1 and self.doc[start].lower_ in words("quantifiers"):
            start += 1
        return Role(self.doc[start : token.i + 1].text.strip(), False)

    def is_place(self, mention: Mention) -> bool:
        """A state or capital after "in", "to", "near": where something happens, not who takes part."""
        return mention.how in ("name", "capital") and party_owners.is_place(self.doc[mention.end_token - 1])

    def mediators(self) -> frozenset[str]:
        """The parties that the text says broker, host or guarantee: not who "both sides" are."""
        if self._mediators is None:
            self._mediators = frozenset(m.party for m in self.mentions if party_joint.mediates(self, m))
        return self._mediators

    def person(self, surname: str) -> Roles:
        """Whom a person stands for whose full name or office the document has given."""
        if self._persons is None:
            self._persons = {}
            for token in words_of(self.doc):
                if is_full_name(token) and (roles := self._of(token)):
                    self._persons.setdefault(fold(token.text), roles)
        return self._persons.get(fold(surname), NOBODY)

    def _of(self, token: Token) -> Roles:
        """Worked out once a token; a phrase that would explain itself explains nothing."""
        if token.i in self._known:
            return self._known[token.i]
        if token.i in self._open:
            return NOBODY
        self._open.add(token.i)
        try:
            roles = party_phrases.resolve(self, token)
        finally:
            self._open.discard(token.i)
        self._known[token.i] = roles
        return roles

    @staticmethod
    def _is_named_on(word: Token, head: Token) -> bool:
        """The word before belongs to the name."""
        if word.i < head.left_edge.i or word.is_space:
            return False
        return word.pos_ == "PROPN" or word.text in HYPHENS
