"""A parsed document with everything that the rules of coding ask of it: who, said by whom, about what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from ceasefire.coding.anchored import anchored
from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.attribution import source_of
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.cast import Cast, Role
from ceasefire.coding.clauses import NOMINAL, VERBAL, after, joined, listed, up
from ceasefire.coding.governors import recipient_tokens
from ceasefire.coding.phrases import lemma
from ceasefire.coding.pointing import pointing
from ceasefire.coding.subjects import subject
from ceasefire.coding.talks_about import with_subjects
from ceasefire.coding.texts import published, words_of
from ceasefire.coding.unnamed import unnamed
from ceasefire.coding.words import words

_PROPER = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True)
class Scene:
    """What the rules look at: the parse, the attributions, the cast of parties, the topics."""

    doc: Doc
    said: tuple[Said, ...]
    cast: Cast

    @cached_property
    def text(self) -> str:
        """The document's text as it was published."""
        return published(self.doc)

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every mention of a provision, in the order of the text, with those that pointing words take up."""
        named = anchored(self.doc, self._in_names)
        taken_up = pointing(self.doc, named)
        others = unnamed(self.doc, [*named, *taken_up])
        found = sorted([*named, *taken_up, *others], key=lambda one: one.topic.head.i)
        return tuple(with_subjects(found))

    def anchors_in(self, start: int, end: int) -> tuple[Anchor, ...]:
        """The mentions whose own word is one of the tokens from start to end."""
        return self.anchors[bisect_left(self._heads, start) : bisect_left(self._heads, end)]

    def anchors_beside(self, token: Token) -> tuple[Anchor, ...]:
        """The mentions in the token's sentence."""
        sentence = token.sent
        return self.anchors_in(sentence.start, sentence.end)

    def speaks_of_more_than(self, category: str) -> bool:
        """The document speaks of a provision of another category, too."""
        return bool(self._categories - {category})

    def parties(self, token: Token | None) -> tuple[Role, ...]:
        """Whom a noun phrase stands for, with everyone coordinated with it."""
        if token is None:
            return ()
        found = distinct(role for part in joined(token) for role in self.cast.of(part))
        if not found and token.pos_ in NOMINAL and token.lower_.endswith("s"):
            for home in after(token, "home"):
                if self.cast.of(home):
                    found = distinct(role for part in listed(home) for role in self.cast.of(part))
        if not found and lemma(token) in words("grammar", "voices"):
            found = self._voiced_by(token)
        if not found and token.pos_ == "PRON" and token.dep_ in {"nsubj", "nsubjpass", "poss"}:
            speaker, _ = self.speaker(token)
            found = (speaker,) if speaker is not None else ()
        return found

    def _voiced_by(self, paper: Token) -> tuple[Role, ...]:
        """ "*issue* a statement calling on", "*votes* for a resolution that demands": whose words the paper carries."""
        verb = next((above for above in up(paper) if above.pos_ in VERBAL), None)
        who = subject(verb) if verb is not None and paper.dep_ in {"dobj", "pobj"} else None
        return self.owners(paper) or (self.parties(who) if who is not None and who != paper else ())

    def unlisted(self, token: Token | None) -> tuple[Role, ...]:
        """Who is named that no vocabulary lists, under the words used: "the Blue Valley Front"."""
        if token is None:
            return ()
        return distinct(role for part in joined(token) for role in self.cast.of(part, open=True))

    def owners(self, noun: Token) -> tuple[Role, ...]:
        """Whose it is: "Israeli airstrikes", "an attack by the RSF", "Iran's proposal"."""
        return self.cast.owners(noun)

    def addressed(self, word: Token) -> tuple[Role, ...]:
        """Whom an act is addressed to or done with: "urges *Iran*", "agreed with *M23*"."""
        return tuple(role for token in recipient_tokens(word) for role in self.parties(token))

    def is_side(self, role: Role) -> bool:
        """A state or an armed group: one that can stand on a side, not a monitor, an agency or a newspaper."""
        return self.cast.parties.kind(role.party) in {"state", "armed-group", "other"}

    def others(self, token: Token, named: tuple[Role, ...]) -> tuple[Role, ...]:
        """The side last named before the token that is none of these."""
        before = self.cast.antecedents(token)
        sides = (role for role in before if role.party in self._acting and self.is_side(role))
        return next(((role,) for role in sides if role not in named), ())

    def sides(self, token: Token) -> tuple[Role, ...]:
        """The two sides who acted together in the sentence before, else the two last named before the token."""
        together = self._acted_before(token)
        if together:
            return together
        between = self.cast.mediators()
        found = [role for role in self.cast.antecedents(token) if self.is_side(role) and role.party not in between]
        return tuple(reversed(found[:2])) if len(found) >= 2 else ()

    def _acted_before(self, token: Token) -> tuple[Role, ...]:
        """ "*Both leaders* agreed … These talks will begin": the subject of the sentence before, where it is two."""
        start = token.sent.start
        if not start:
            return ()
        who = subject(self.doc[start - 1].sent.root)
        acted = tuple(role for role in self.parties(who) if self.is_side(role))
        return acted if len(acted) == 2 else ()

    def speaker(self, token: Token) -> tuple[Role | None, Said | None]:
        """In whose words we have what the token says, innermost first; (None, None) where the text says it."""
        said = source_of(token, self.said)
        if said is None or said.source_head is None:
            return None, said
        roles = self.cast.speaker(said.source_head)
        return (roles[0] if roles else None), said

    def between(self, one: Anchor) -> tuple[Role, ...]:
        """The parties that the phrase names as its sides: "between X and Y", "X–Y talks", "held among them"."""
        known = self._between.get(one)
        if known is None:
            self._between[one] = known = distinct(self._sides_of(one))
        return known

    def _sides_of(self, one: Anchor) -> list[Role]:
        found: list[Role] = []
        for noun in one.nouns:
            found += self.cast.pair(noun)
            for holder in (noun, *(d for d in noun.children if d.dep_ in {"acl", "amod"})):
                for inner in after(holder, "sides"):
                    found += self.parties(inner)
        return found

    def facing(self, one: Anchor) -> tuple[Role, ...]:
        """The other side that the phrase names: "talks *with Russia*"."""
        following = (inner for noun in (*one.nouns, one.token.head) for inner in self._following(noun))
        return distinct(role for inner in following for role in self.parties(inner))

    def faces_somebody(self, one: Anchor) -> bool:
        """The phrase names another side, whether or not anybody lists it: "a truce *with the Blue Valley Front*"."""
        return any(self._following(noun) for noun in (*one.nouns, one.token.head))

    @staticmethod
    def _following(noun: Token) -> list[Token]:
        return [inner for inner in after(noun, "facing") if inner.head.i > noun.i]

    @cached_property
    def _in_names(self) -> frozenset[int]:
        """The words of parties' names, and of unlisted names made of talks: "High *Negotiations* Committee"."""
        named = {token.i for token in words_of(self.doc) if token.dep_ == "compound" and _names_somebody(token)}
        mentions = (mention for mention in self.cast.mentions if mention.how != "outlet")
        return frozenset(named.union(*(range(one.start_token, one.end_token) for one in mentions)))

    @cached_property
    def _between(self) -> dict[Anchor, tuple[Role, ...]]:
        return {}

    @cached_property
    def _acting(self) -> frozenset[str]:
        """The parties that are named as more than the place where something happens."""
        return frozenset(one.party for one in self.cast.mentions if not self.cast.is_place(one))

    @cached_property
    def _heads(self) -> list[int]:
        return [one.topic.head.i for one in self.anchors]

    @cached_property
    def _categories(self) -> frozenset[str]:
        return frozenset(one.topic.category for one in self.anchors)


def _names_somebody(token: Token) -> bool:
    proper = token.tag_ in _PROPER and token.head.tag_ in _PROPER
    return proper and is_carrier(token, "consult") and not is_carrier(token.head)


def distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Each party once, in the order of first mention."""
    return tuple(dict.fromkeys(roles))
