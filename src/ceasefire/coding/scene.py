"""A parsed document with everything that the rules of coding ask of it: who, said by whom, about what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Token

from ceasefire.coding.acts import act_of
from ceasefire.coding.anchors import Anchor, anchor, is_carrier, role
from ceasefire.coding.attribution import source_of
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.cast import Cast, Role
from ceasefire.coding.clauses import child, joined, listed
from ceasefire.coding.phrases import stems
from ceasefire.coding.topics import Topic, topics


@dataclass(frozen=True)
class Scene:
    """What the rules look at: the parse, the attributions, the cast of parties, the topics."""

    doc: Doc
    said: tuple[Said, ...]
    cast: Cast

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """One anchor a topic; a topic that only carries another ("ceasefire *talks*") is left to that one."""
        anchored = [anchor(topic) for topic in topics(self.doc)]
        anchored = [one for one in anchored if not _only_describes(one, anchored)]
        carried = {(carrier.i, one.topic.head.sent.start) for one in anchored for carrier in one.carriers}
        inside = {
            position for one in anchored if not one.topic.verbal for position in range(one.topic.start, one.topic.end)
        }
        kept = []
        for one in anchored:
            if (one.topic.head.i, one.topic.head.sent.start) in carried and not _carries_itself(one):
                continue
            if one.topic.doing and not one.topic.verbal and one.topic.head.i in inside and _named_wins(one, anchored):
                continue
            kept.append(one)
        kept = [_recalled(one, kept) for one in _one_a_head(kept)]
        return tuple(sorted([*kept, *_pointing(self.doc, kept)], key=lambda one: one.topic.head.i))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple((sentence.start, sentence.end) for sentence in self.doc.sents)

    def parties(self, token: Token | None, *, open_world: bool = False) -> tuple[Role, ...]:
        """Whom a noun phrase stands for, with everyone coordinated with it."""
        if token is None:
            return ()
        found = distinct(role for part in joined(token) for role in self.cast.of(part, open=open_world))
        if not found and token.pos_ in {"NOUN", "PROPN"}:
            for dependant in token.children:
                inner = (
                    child(dependant, "pobj")
                    if dependant.dep_ == "prep" and dependant.lower_ in {"from", "of"}
                    else None
                )
                if inner is not None and token.lower_.endswith("s") and self.cast.of(inner):
                    found = distinct(role for part in listed(inner) for role in self.cast.of(part))
        if not found and token.pos_ == "PRON" and token.dep_ in {"nsubj", "nsubjpass", "poss"}:
            speaker, _ = self.speaker(token)
            found = (speaker,) if speaker is not None else ()
        return found

    def owners(self, noun: Token) -> tuple[Role, ...]:
        """Whose it is: "Israeli airstrikes", "an attack by the RSF", "Iran's proposal"."""
        return self.cast.owners(noun)

    def is_side(self, role: Role) -> bool:
        """A state or an armed group: one that can stand on a side, not a monitor, an agency or a newspaper."""
        return self.cast.parties.kind(role.party) in {"state", "armed-group", "other"}

    def others(self, token: Token, named: tuple[Role, ...]) -> tuple[Role, ...]:
        """The side last named before the token that is none of these."""
        return next(((role,) for role in self.cast.antecedents(token) if role not in named and self.is_side(role)), ())

    def sides(self, token: Token) -> tuple[Role, ...]:
        """The two sides last named before the token, when two are."""
        between = self.cast.mediators()
        found = [role for role in self.cast.antecedents(token) if self.is_side(role) and role.party not in between]
        return tuple(reversed(found[:2])) if len(found) >= 2 else ()

    def speaker(self, token: Token) -> tuple[Role | None, Said | None]:
        """In whose words we have what the token says, innermost first; (None, None) where the text says it."""
        said = source_of(token, self.said)
        if said is None or said.source_head is None:
            return None, said
        roles = self.cast.speaker(said.source_head)
        return (roles[0] if roles else None), said

    def between(self, one: Anchor) -> tuple[Role, ...]:
        """The parties that the phrase names as its sides: "between X and Y", "X–Y talks", "with Y"."""
        found: list[Role] = []
        for noun in (one.topic.head, *one.carriers, one.token):
            found += self.cast.pair(noun)
            for dependant in noun.children:
                if dependant.dep_ == "prep" and dependant.lower_ in {"between", "among"}:
                    found += self.parties(child(dependant, "pobj"))
                if dependant.dep_ in {"acl", "amod"}:
                    for inner in dependant.children:
                        if inner.dep_ == "prep" and inner.lower_ == "between":
                            found += self.parties(child(inner, "pobj"))
        return distinct(found)

    def facing(self, one: Anchor) -> tuple[Role, ...]:
        """The other side that the phrase names: "talks *with Russia*"."""
        found: list[Role] = []
        for noun in (one.topic.head, *one.carriers, one.token, one.token.head):
            for dependant in noun.children:
                if dependant.dep_ == "prep" and dependant.lower_ in {"with", "against"} and dependant.i > noun.i:
                    found += self.parties(child(dependant, "pobj"))
        return distinct(found)


def distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Each party once, in the order of first mention."""
    return tuple(dict.fromkeys(roles))


def _recalled(one: Anchor, anchored: list[Anchor]) -> Anchor:
    """ "The truce", with nothing more, is the halt that the text named last, with its limits."""
    words = [token.lower_ for token in one.topic.head.subtree]
    if one.topic.category != "ceasefire" or one.topic.doing or len(words) != 2 or words[0] not in POINTERS:
        return one
    before = [
        other
        for other in anchored
        if other.topic.head.i < one.topic.head.i
        and other.topic.category in HALTS
        and not other.topic.doing
        and _is_narrow(other)
    ]
    if not before:
        return one
    return replace(one, topic=replace(one.topic, category=before[-1].topic.category, refers=before[-1].topic))


def _is_narrow(one: Anchor) -> bool:
    """Its phrase says more than "the truce"."""
    return len(list(one.topic.head.subtree)) > 2


def _pointing(doc: Doc, anchored: list[Anchor]) -> list[Anchor]:
    """Words that take up a provision named before: "rejected *the proposal*", "*a condition* that they refuse"."""
    known = {position for one in anchored for position in range(one.topic.start, one.topic.end)}
    known |= {carrier.i for one in anchored for carrier in one.carriers} | {one.token.i for one in anchored}
    found = []
    for token in doc:
        if token.i in known or not (_points_as_noun(token) or _points_as_it(token)):
            continue
        before = [one for one in anchored if one.topic.head.i < token.i and one.topic.category != "talks"]
        if before and token.i - before[-1].topic.head.i < _REACH:
            topic = Topic(before[-1].topic.category, token, token.i, token.i + 1, refers=before[-1].topic)
            found.append(anchor(topic))
    return found


def _points_as_noun(token: Token) -> bool:
    if token.pos_ != "NOUN" or not is_carrier(token, "pointing"):
        return False
    return token.dep_ == "appos" or any(d.lower_ in POINTERS for d in token.children)


def _points_as_it(token: Token) -> bool:
    """ "will agree to *it*", "rejected *it*"."""
    if token.lower_ != "it" or token.dep_ not in {"dobj", "pobj"}:
        return False
    step = role(token)
    return step is not None and act_of(step[0], "provision", step[1]) in {"accept", "reject"}


HALTS = frozenset({"ceasefire", "limited-ceasefire"})
POINTERS = frozenset({"the", "this", "that", "these", "those", "such", "its", "his", "her", "their", "any"})
_REACH = 60


def _only_describes(one: Anchor, others: list[Anchor]) -> bool:
    """A topic that modifies another's noun only says which: a "ceasefire monitoring mission" is monitoring."""
    for other in others:
        if other is one or (other.topic.doing and other.topic.verbal) or other.topic.category == "talks":
            continue
        if one.token.dep_ == "dobj" and one.token.head == other.topic.head and one.topic.head != other.topic.head:
            return True
        if one.topic.head == other.topic.head or other.topic.head not in one.carriers:
            continue
        if one.topic.head.dep_ in {"compound", "amod", "nmod"} and other.topic.category != "peace-agreement":
            return True
        if one.kind == "talks" and one.topic.head.dep_ not in {"compound", "amod", "nmod"}:
            return True
    return False


def _own(one: Anchor) -> set[int]:
    return set(range(one.topic.start, one.topic.end))


def _named_wins(one: Anchor, others: list[Anchor]) -> bool:
    return any(
        other is not one
        and len(other.topic.head.doc[other.topic.start : other.topic.end]) > 0
        and other.topic.category != one.topic.category
        and not other.topic.doing
        and other.topic.start <= one.topic.head.i < other.topic.end
        for other in others
    )


def _carries_itself(one: Anchor) -> bool:
    """A topic of its own kind stays when what it carries is only its subject ("peace talks on a prisoner swap")."""
    return one.topic.verbal


def _one_a_head(anchored: list[Anchor]) -> list[Anchor]:
    """One topic a head word and category; of two categories at one head, the one with the longer words."""
    best: dict[int, Anchor] = {}
    for one in anchored:
        rival = best.get(one.topic.head.i)
        if rival is None or _size(one.topic) > _size(rival.topic):
            best[one.topic.head.i] = one
    return [best[index] for index in sorted(best)]


def _size(topic: Topic) -> tuple[int, bool, str]:
    return (
        topic.end - topic.start if not topic.doing else 1 + len(stems(topic.head)) // 9,
        not topic.doing,
        topic.category,
    )
