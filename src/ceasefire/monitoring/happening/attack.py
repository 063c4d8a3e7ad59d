"""Whether a sentence reports an attack: rules named for what is true, each answering with the words it rests on."""

from __future__ import annotations

from ceasefire.monitoring.happened import NO, UNKNOWN, YES
from ceasefire.monitoring.happening.lexicon import Found
from ceasefire.monitoring.happening.party_names import ADJECTIVE, DOER
from ceasefire.monitoring.happening.sentence import Sentence
from ceasefire.monitoring.happening.vocabulary import meaning

Because = tuple[str, ...]


def is_negated(sentence: Sentence, verb: Found) -> bool:
    """The verb is taken back by the word before it."""
    return any(one.end == verb.start for one in sentence.of("negation"))


def somebody_struck(sentence: Sentence) -> Because:
    """It is told as a fact that somebody struck, shelled, bombed or fired."""
    verbs = sentence.of("struck", "was_struck")
    return tuple(f"somebody struck: {sentence.words(one)}" for one in verbs if not is_negated(sentence, one))


def somebody_hostile_did_harm(sentence: Sentence) -> Because:
    """A party, or an enemy without a name, damaged, destroyed, killed or cut off."""
    hostile = [one for one in sentence.of("party", "unnamed") if one.name.split("|")[0] in {DOER, ADJECTIVE, "unnamed"}]
    return tuple(
        f"somebody hostile did harm: {sentence.words(who)} {sentence.words(deed)}"
        for deed in sentence.of("harmed")
        for who in hostile[:1]
        if who.start < deed.start and not is_negated(sentence, deed)
    )


def a_strike_is_named(sentence: Sentence) -> Because:
    """An attack, a strike, shelling or an explosion is named."""
    return tuple(f"a strike is named: {sentence.words(one)}" for one in sentence.of("strike"))


def there_was_fighting(sentence: Sentence) -> Because:
    """There was fighting on the ground, an assault, or one was repelled."""
    return tuple(f"there was fighting: {sentence.words(one)}" for one in sentence.of("fighting"))


def something_was_shot_down(sentence: Sentence) -> Because:
    """What flew was shot down or turned away, so it had been sent."""
    return tuple(f"something was shot down: {sentence.words(one)}" for one in sentence.of("interception"))


def a_weapon_did_harm(sentence: Sentence) -> Because:
    """A weapon is named, and harm or what fell from it."""
    harm = [one for one in sentence.of("effect") if meaning("effects")[one.name]["hit"]] or sentence.of("debris")
    weapons = sentence.of("means")
    if not harm or not weapons:
        return ()
    return (f"a weapon did harm: {sentence.words(weapons[0])}, {sentence.words(harm[0])}",)


FACTS = (somebody_struck, somebody_hostile_did_harm)
MENTIONS = (a_strike_is_named, there_was_fighting, something_was_shot_down, a_weapon_did_harm)


def it_is_about_something_else(sentence: Sentence) -> Because:
    """The sentence is about an arrest, a repair, a plan, prices or the like, and the attack is only spoken of."""
    told_as_fact = any(rule(sentence) for rule in FACTS)
    entries = meaning("background")
    return tuple(
        f"{entries[one.name]['says']}: {sentence.words(one)}"
        for one in sentence.of("background")
        if entries[one.name]["firm"] or not told_as_fact
    )


def attack(sentence: Sentence) -> tuple[str, Because]:
    """ "yes", "no" or "unknown" for one sentence, and why."""
    other = it_is_about_something_else(sentence)
    if other:
        return NO, other
    why = tuple(reason for rule in (*FACTS, *MENTIONS) for reason in rule(sentence))
    return (YES, why) if why else (UNKNOWN, ())
