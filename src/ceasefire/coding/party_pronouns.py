"""Words that point back to one party: pronouns, "the group", "the ministry". The nearest that fits is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasefire.coding.names import is_full_name
from ceasefire.coding.party_roles import NOBODY, Roles, noun, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from ceasefire.coding.cast import Cast

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OTHERS = frozenset({"pobj", "dobj", "dative", "conj", "appos", "poss"})
SENTENCES_BACK = 4


def is_pronoun(token: Token) -> bool:
    """The token is a personal pronoun of the third person; "it" as an object mostly means a thing."""
    if token.lower_ == "it" and token.dep_ not in SUBJECTS:
        return False
    return any(token.lower_ in words(kind) for kind in ("personal", "thing", "plural"))


def a_pronoun(cast: Cast, token: Token) -> Roles | None:
    """ "he", "it", "they": the subject that governs the clause, else the nearest fitting one before."""
    if not is_pronoun(token):
        return NOBODY if token.pos_ == "PRON" and token.lower_ == "it" else None
    meant = meant_by(cast, token)
    if meant is None:
        return NOBODY
    return cast.all_of(meant) if token.lower_ in words("plural") else cast.of(meant)


def meant_by(cast: Cast, token: Token) -> Token | None:
    """The noun that a pronoun stands for. A subject that governs it is meant even when it is no party."""
    for candidate in _governing_subjects(token):
        if _fits(cast, candidate, token.lower_):
            return candidate if not is_pronoun(candidate) else meant_by(cast, candidate)
    for candidate in _earlier(token):
        if _fits(cast, candidate, token.lower_) and cast.of(candidate):
            return candidate
    return None


def _governing_subjects(token: Token) -> Iterator[Token]:
    """Subjects before the pronoun of the clauses that it stands in, innermost first."""
    for ancestor in token.ancestors:
        for child in ancestor.lefts:
            named = child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ") and child.tag_ not in ("WP", "WDT", "EX", "DT")
            if child.dep_ in SUBJECTS and child.i < token.i and named and not child.is_ancestor(token):
                yield child


def _earlier(token: Token) -> Iterator[Token]:
    """Earlier nouns, sentence by sentence backwards: the main subject, other subjects, then others from the nearest."""
    for sentence in sentences_back(token):
        heads = [w for w in sentence if w.i < token.i and w.pos_ in ("NOUN", "PROPN")]
        subjects = [w for w in heads if w.dep_ in SUBJECTS]
        yield from sorted(subjects, key=lambda w: w.head.dep_ != "ROOT")
        yield from (w for w in reversed(heads) if w.dep_ in OTHERS)


def sentences_back(token: Token) -> Iterator[Span]:
    """The token's sentence and those before it, nearest first."""
    sentence = token.sent
    for _ in range(SENTENCES_BACK):
        yield sentence
        if sentence.start == 0:
            return
        sentence = token.doc[sentence.start - 1].sent


def _fits(cast: Cast, candidate: Token, pronoun: str) -> bool:
    """Persons for "he" and "she", anything but persons for "it", both for "they"."""
    if pronoun in words("plural"):
        return candidate.pos_ != "PRON" or candidate.lower_ in words("plural")
    if candidate.pos_ == "PRON":
        return candidate.lower_ in words("personal" if pronoun in words("personal") else "thing")
    return is_person(cast, candidate) == (pronoun in words("personal"))


def is_person(cast: Cast, token: Token) -> bool:
    """A leader, a named person, or an official in the singular."""
    if mentions := cast.at(token):
        return any(m.how == "leader" for m in mentions)
    if is_full_name(token):
        return True
    return noun(token) in words("officials") and token.tag_ in ("NN", "NNP")


def a_definite_description(cast: Cast, token: Token) -> Roles | None:
    """ "the group", "the president", "the ministry": what the same noun meant before, else the nearest of its kind."""
    lemma = noun(token)
    kinds = kinds_of(lemma)
    if token.pos_ not in ("NOUN", "PROPN") or not (kinds or lemma in words("own_voice") | words("officials")):
        return None
    if token.tag_ in ("NNS", "NNPS") and lemma not in words("groups") | words("plural_bodies") | words("officials"):
        return None
    determined = any(c.lower_ in ("the", "this", "that") and c.dep_ == "det" for c in token.children)
    if not determined or any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children):
        return None
    found = same_noun_before(cast, token) or (nearest(cast, token, kinds) if kinds else NOBODY)
    return found or ((cast.words_used(token),) if lemma in words("own_voice") else NOBODY)


def nearest(cast: Cast, token: Token, kinds: frozenset[str]) -> Roles:
    """The nearest earlier party of these kinds that takes part, else one soon after, else one that is only a place.

    A state that mediates is not "the government" where the armed group beside it has another.
    """
    places: list[str] = []
    for mention in reversed(cast.mentions):
        if mention.end_token > token.i or cast.parties.kind(mention.party) not in kinds:
            continue
        if cast.is_place(mention) or mention.party in cast.mediators():
            places.append(mention.party)
        else:
            return (cast.role(mention.party),)
    found = _home_of_a_group(cast, token, kinds) or _soon_after(cast, token, kinds) or next(iter(places), "")
    return (cast.role(found),) if found else NOBODY


def _home_of_a_group(cast: Cast, token: Token, kinds: frozenset[str]) -> str:
    """ "The ELN and the government": of the state that the armed group named nearest is from."""
    if "state" not in kinds:
        return ""
    groups = [
        m for m in cast.mentions if m.start_token < token.sent.end and cast.parties.kind(m.party) == "armed-group"
    ]
    homes = (cast.parties.home(m.party) for m in sorted(groups, key=lambda m: abs(m.start_token - token.i)))
    return next(filter(None, homes), "")


def _soon_after(cast: Cast, token: Token, kinds: frozenset[str]) -> str:
    """Where nothing fits before: the first that does later in the sentence ("The government and M23…")."""
    for mention in cast.mentions:
        later = token.i < mention.start_token < token.sent.end
        if later and cast.parties.kind(mention.party) in kinds and mention.party not in cast.mediators():
            return mention.party
    return ""


def same_noun_before(cast: Cast, token: Token) -> Roles:
    """ "the opposition" after "the Somali opposition" is the same."""
    for i in range(token.i - 1, -1, -1):
        if token.doc[i].lower_ == token.lower_ and (roles := cast.of(token.doc[i])):
            return roles
    return NOBODY


def kinds_of(lemma: str) -> frozenset[str]:
    """Which kinds of party a bare noun can mean."""
    kinds = set()
    if lemma in words("countries"):
        kinds.add("state")
    if lemma in words("groups"):
        kinds |= {"armed-group", "other"}
    if lemma in words("organisations"):
        kinds.add("organisation")
    return frozenset(kinds)
