"""A claim: a statement before it has its place in a document, and how the rules make one for each party that acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.cast import Role
from ceasefire.coding.conditions import Price
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene
from ceasefire.coding.scope_phrase import phrase_end
from ceasefire.coding.words import act_words


@dataclass(frozen=True, slots=True)
class Claim:
    """A party's act towards a provision, as the words have it.

    `word` makes the act; `category` is the provision's, which for refusing or accepting talks is "talks"
    whatever they are about; `tokens` are the token indexes that the quote must hold; `between` names the
    sides of the provision, where the words do.
    """

    actor: Role
    act: str
    category: str
    anchor: Anchor
    word: Token
    modality: str
    tokens: tuple[int, ...]
    recipient: Role | None = None
    price: Price | None = None
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """What the words make of a provision, whoever does it.

    `word` makes the act, `actor` heads the words for who acts, `towards` are the parties that it may be
    done to.
    """

    act: str
    word: Token
    firmness: str = "actual"
    actor: Token | None = None
    towards: tuple[Role, ...] = ()
    price: Price | None = None


def each(scene: Scene, one: Anchor, actors: tuple[Role, ...], deed: Deed) -> Iterator[Claim]:
    """One claim for each party that does the deed; its recipient is the first other party in it."""
    tokens, category = _tokens(one, deed), _category(one, deed)
    sides = tuple(role.party for role in scene.between(one)) if actors else ()
    for role in actors:
        other = next((party for party in (*deed.towards, *actors) if party != role), None)
        yield Claim(role, deed.act, category, one, deed.word, deed.firmness, tokens, other, deed.price, sides)


def _category(one: Anchor, deed: Deed) -> str:
    """To accept, refuse or break off talks is about talks, whatever they are about (codebook), and so is to discuss
    whether peace talks are held."""
    if deed.act == "consult" and one.kind == "talks" and one.topic.category == "peace-agreement":
        held = is_carrier(one.topic.head, "consult") and lemma(deed.word) in act_words("discussing")
        return "talks" if held else one.topic.category
    takes_a_stance = deed.act not in {"consult", "mediate", "deny"}
    return "talks" if one.kind == "talks" and takes_a_stance else one.topic.category


def _tokens(one: Anchor, deed: Deed) -> tuple[int, ...]:
    """The words that carry the claim: the act, the provision, who acts in the same sentence, the condition."""
    tokens = [deed.word.i, one.topic.start, one.topic.end - 1, phrase_end(one)]
    if deed.actor is not None and deed.actor.sent.start == deed.word.sent.start:
        tokens += [deed.actor.left_edge.i, deed.actor.i]
    if deed.price is not None:
        tokens += [deed.price.start, deed.price.end - 1]
    return tuple(tokens)
