"""Words for several parties at once: "both sides", "the two leaders", "each other". Those last named are meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ceasefire.coding.party_owners import HYPHENS
from ceasefire.coding.party_pronouns import SUBJECTS, sentences_back
from ceasefire.coding.party_roles import NOBODY, Role, Roles, noun, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from ceasefire.coding.cast import Cast
    from ceasefire.coding.parties import Mention

MODIFIERS = frozenset({"amod", "compound", "poss", "nmod"})
TAKING_PART = frozenset({"nsubj", "nsubjpass", "conj", "pobj", "dobj", "agent"})
INSIDE = frozenset({"conj", "compound", "amod", "poss", "nmod", "appos"})


class Naming(NamedTuple):
    """A word of a sentence that stands for a party; `person` when it is one of its leaders."""

    role: Role
    word: Token
    person: bool


def both_sides(cast: Cast, token: Token) -> Roles | None:
    """ "both sides", "the two leaders", "each other", a bare "both": the two, or all, last named."""
    if token.lower_ in ("other", "another", "both"):
        return several_named(cast, token, 2) if _reciprocal(token) else None
    if token.lower_ == "they" and any(_reciprocal(child) for child in token.head.rights):
        return several_named(cast, token, 2)
    lemma = noun(token)
    if lemma not in words("joint") or any(cast.at(word) for word in token.lefts):
        return None
    count = _how_many(token, lemma)
    if count is None:
        return None
    named = next((c for c in token.children if c.dep_ == "appos"), None)
    if named is not None and len(roles := cast.all_of(named)) > 1:
        return roles
    return several_named(cast, token, count, lemma)


def _reciprocal(token: Token) -> bool:
    """ "each other", "one another", or "both" with no noun after it."""
    before = token.nbor(-1).lower_ if token.i else ""
    if token.lower_ == "both":
        return token.dep_ in SUBJECTS or token.dep_ in ("pobj", "dobj")
    return (before, token.lower_) in (("each", "other"), ("one", "another"))


def _how_many(token: Token, lemma: str) -> int | None:
    """How many parties a joint noun means: 2, 3, 0 for all of them, None when it is not said of several."""
    before = {c.lower_ for c in token.children if c.i < token.i}
    definite = bool(before & {"the", "these", "those", "their", "its"})
    plural = token.tag_ in ("NNS", "NNPS")
    if before & {"each", "either", "neither"}:
        return 2 if lemma in words("sides") else None
    if not plural:
        return None
    if before & {"three", "four", "five"}:
        return 3 if "three" in before and definite else None
    if "all" in before:
        return 0 if lemma in words("sides") or definite else None
    if before & words("conflicting") or ("two" in before and definite):
        return 2
    return 2 if definite and lemma in words("sides") else None


def several_named(cast: Cast, token: Token, many: int, lemma: str = "") -> Roles:
    """The last `many` parties named before `token`; 0 means all of the nearest sentence that names two or more.

    "Leaders" are of parties that the text names by a person, where it does so with two.
    """
    if lemma in words("of_persons"):
        persons = _several(cast, token, many, lambda naming: naming.person)
        if persons:
            return persons
    if lemma in words("of_states"):
        return _several(cast, token, many, lambda naming: cast.parties.kind(naming.role.party) == "state")
    return _several(cast, token, many, lambda _: True)


def _several(cast: Cast, token: Token, many: int, fits: Callable[[Naming], bool]) -> Roles:
    """This sentence or the last, where it names two; else whom the same words meant before; else those named nearest.

    The one party of a nearer sentence than the one that names two is whoever reports, unless it is one of the two.
    """
    nearer: list[Role] = []
    for back, sentence in enumerate(sentences_back(token)):
        named = _taking_part(cast, [n for n in namings(cast, sentence, token.i) if fits(n)])
        if len(named) >= max(many, 2):
            if many == 2 and (foes := _foes(cast, token, named)):
                return foes
            ours = [role for role in nearer if role in named]
            named = list(dict.fromkeys(named if not many else [*named[:1], *ours, *named[1:]]))
            return tuple(named[: many or None])
        sides = [role for role in named if cast.parties.kind(role.party) != "organisation"]
        nearer += [role for role in sides if role not in nearer]
        if back == 1 and (before := _as_before(cast, token)):
            return before
        if len(nearer) >= max(many, 2):
            break
    if many == 2 and (foes := _foes(cast, token, nearer)):
        return foes
    return tuple(nearer[: many or None]) if len(nearer) > 1 else NOBODY


def _foes(cast: Cast, token: Token, named: list[Role]) -> Roles:
    """An armed group and the state that it fights in, where the text has named both."""
    before = cast.antecedents(token)
    for role in named:
        home = cast.parties.home(role.party) if cast.parties.kind(role.party) == "armed-group" else ""
        state = next((other for other in before if home and other.party == home), None)
        if state is not None:
            return state, role
    return NOBODY


def _as_before(cast: Cast, token: Token) -> Roles:
    """Whom the same words meant earlier in the text: "both leaders" after "the two leaders"."""
    for i in range(token.i - 1, -1, -1):
        other = token.doc[i]
        if other.lower_ == token.lower_ and len(roles := cast.of(other)) > 1:
            return roles
    return NOBODY


def namings(cast: Cast, sentence: Span, before: int) -> Iterator[Naming]:
    """The parties that a sentence names before a point, by name or by a noun that stands for one."""
    for mention in cast.mentions:
        if not sentence.start <= mention.start_token < min(sentence.end, before) or mention.how == "outlet":
            continue
        last, role = cast.doc[mention.end_token - 1], cast.role(mention.party)
        if last.dep_ in MODIFIERS and last.head.pos_ == "NOUN" and (whole := cast.of(last.head)) and role not in whole:
            continue  # "Somali opposition" names the opposition, not Somalia
        if not cast.is_place(mention):
            yield Naming(role, last, mention.how == "leader")
    for word in sentence:
        if word.i < before and word.pos_ == "NOUN" and word.dep_ in TAKING_PART and not cast.at(word):
            yield from (Naming(role, word, False) for role in cast.of(word))


def _taking_part(cast: Cast, named: list[Naming]) -> list[Role]:
    """These parties in the order of `_weight`. Mediators and organisations stand aside where two others are named."""
    best: dict[Role, tuple[int, int]] = {}
    for naming in named:
        rank = (-_weight(cast, naming.word), best.get(naming.role, (0, naming.word.i))[1])
        best[naming.role] = min(rank, best.get(naming.role, rank))
    ranked = sorted(best, key=lambda role: best[role])
    ranked = [role for role in ranked if role.party not in cast.mediators()] or ranked
    states = [role for role in ranked if cast.parties.kind(role.party) != "organisation"]
    return states if len(states) > 1 else ranked


def _weight(cast: Cast, word: Token) -> int:
    """How much a name takes part in its sentence: two named together most, who acts next, qualifiers least."""
    head = word
    while head.dep_ in INSIDE and head.head.i != head.i:
        head = head.head
    together = any(cast.at(other) or cast.of(other) for other in (*word.conjuncts, *head.conjuncts))
    if head.dep_ in SUBJECTS or head.dep_ == "agent":
        return 4 if together else 3
    if head.dep_ == "pobj" and head.head.lower_ in words("joining"):
        return 4 if together else 3
    return 2 if together or head.dep_ in ("pobj", "dobj", "dative", "ROOT") else 1


def mediates(cast: Cast, mention: Mention) -> bool:
    """The party brokers, hosts or guarantees: "UN-brokered", "brokered by Qatar", "Egypt, a mediator"."""
    doc = cast.doc
    after = [doc[i] for i in range(mention.end_token, min(mention.end_token + 2, len(doc)))]
    if after and after[0].text in HYPHENS:
        after = after[1:]
    if after and after[0].lemma_.lower() in words("mediating"):
        return True
    head = doc[mention.end_token - 1]
    while head.head.i != head.i and head.dep_ in (*INSIDE, *SUBJECTS, "pobj", "agent", "prep"):
        if any(c.dep_ == "appos" and noun(c) in words("mediators") for c in head.children):
            return True
        if head.dep_ == "pobj" and head.head.lower_ not in ("by", "from"):
            return False
        head = head.head
        if noun(head) in words("mediators") or (head.pos_ == "VERB" and head.lemma_.lower() in words("mediating")):
            return True
        if head.pos_ == "VERB":
            return False
    return False
