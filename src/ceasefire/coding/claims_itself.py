"""The provision is what acts: "the ceasefire *holds*", "talks between them *collapsed*"."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.clauses import possessor
from ceasefire.coding.conditions import clause_condition
from ceasefire.coding.governors import Governor
from ceasefire.coding.modality import modality
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.verbs import has_auxiliary


def by_itself(scene: Scene, one: Anchor, above: Governor) -> Iterator[Claim]:
    """It takes effect, goes on or breaks down; promised "only if", it is the speaker's condition."""
    word = above.word
    firmness = modality(above.act, word, above.verbs, word.i, word.i + 1)
    price = clause_condition((word,))
    if (
        price is not None
        and not price.holds(one.topic.head)
        and (has_auxiliary(word, "hanging") or firmness == "negated")
    ):
        speaker, _ = scene.speaker(word)
        actors = (speaker,) if speaker is not None else _whose(scene, one, above)
        yield from each(scene, one, actors, Deed("condition", word, price=price))
        return
    speaker, _ = scene.speaker(word)
    sides = _whose(scene, one, above)
    offers = above.act == "consult" and speaker in sides and has_auxiliary(word, "offering")
    if offers and speaker is not None:
        yield from each(
            scene, one, (speaker,), Deed("accept", word, "tentative" if firmness == "tentative" else "actual")
        )
    else:
        yield from each(scene, one, sides, Deed(above.act, word, firmness))


def _ends_it(scene: Scene, one: Anchor, above: Governor, speaker: Role | None, owners: tuple[Role, ...]) -> bool:
    """ "Says that the truce with them is over": it is over by the side that says so, not by a bystander."""
    if not owners or above.act != "suspend" or one.kind == "talks" or speaker is None:
        return False
    return speaker in owners or (len(owners) == 1 and scene.is_side(speaker))


def _other_side(
    scene: Scene, one: Anchor, above: Governor, speaker: Role | None, named: tuple[Role, ...]
) -> tuple[Role, ...]:
    """ "Talks *with Russia* have failed": who says so is the other side, else the side last named before."""
    if above.act not in {"consult", "suspend"} or not scene.facing(one):
        return ()
    if speaker is not None and speaker not in named and scene.is_side(speaker):
        return (speaker,)
    return scene.others(one.topic.head, named)


def _whose(scene: Scene, one: Anchor, above: Governor) -> tuple[Role, ...]:
    """Whose provision it is: its sides or owner, else the side that says so, else the sides last named."""
    speaker, _ = scene.speaker(above.word)
    owners = scene.between(one) or scene.parties(possessor(one.token))
    if _ends_it(scene, one, above, speaker, owners) and speaker is not None:
        return (speaker,)
    if owners:
        sides = distinct([*owners, *scene.facing(one)])
        return sides if len(sides) > 1 else distinct([*_other_side(scene, one, above, speaker, sides), *sides])
    if speaker is None or not scene.is_side(speaker):
        return scene.sides(one.topic.head) if above.act in {"suspend", "consult"} or speaker is not None else ()
    if above.act == "suspend":
        return (speaker,)
    if above.act == "implement":
        return distinct([speaker, *scene.others(one.topic.head, (speaker,))])
    near = tuple(role for role in scene.sides(one.topic.head) if role != speaker)
    return near if len(near) == 2 else distinct([speaker, *scene.facing(one)])
