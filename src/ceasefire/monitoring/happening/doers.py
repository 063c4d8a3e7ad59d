"""To whom an attack is attributed, and whose side was attacked, by the words; never by who holds the place."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.monitoring.happening.lexicon import Found
from ceasefire.monitoring.happening.party_names import ADJECTIVE, DOER, OTHER
from ceasefire.monitoring.happening.sentence import Sentence
from ceasefire.monitoring.happening.vocabulary import meaning

NEAR, NEXT = 3, 1
Named = tuple[str, str]  # a party and why
VERBS, ARMS = ("struck", "harmed"), ("means", "strike")


def doer(sentence: Sentence) -> Named:
    """The party that did it, and why; two empty words where none is named."""
    for rule in (the_party_struck, the_arms_are_the_party_s, the_strike_is_the_party_s):
        for found in rule(sentence):
            return found
    return "", ""


def the_party_struck(sentence: Sentence) -> Iterator[Named]:
    """The party stands before the verb as the one who strikes."""
    for verb in sentence.of(*VERBS):
        parties = _parties(sentence, DOER)
        before = [one for one in parties if one.end <= verb.start and sentence.together(one.start, verb.start)]
        if before and not _passive(sentence, before[-1], verb) and not the_arms_are_the_doer(sentence, verb):
            yield _named(sentence, before[-1], verb)


def the_arms_are_the_doer(sentence: Sentence, verb: Found) -> bool:
    """Right after the verb stand the arms as its subject, not as its means: a Cyrillic word in no instrumental case."""
    endings = tuple(meaning("parties")["instrumental"])
    after = (sentence.written[one.start] for one in sentence.of("means") if one.start == verb.end)
    return any(not word.isascii() and not word.isupper() and not word.lower().endswith(endings) for word in after)


def the_arms_are_the_party_s(sentence: Sentence) -> Iterator[Named]:
    """The party's drones, shelling or strike ("Ukrainian drones"); its forces where they struck."""
    verbs = sentence.of(*VERBS)
    for party in _parties(sentence, ADJECTIVE, DOER):
        for arms in sentence.of(*ARMS, "forces"):
            if not (0 <= arms.start - party.end < NEAR and sentence.together(party.start, arms.start)):
                continue
            if any(party.end <= one.start < arms.start for one in sentence.of("target", "was_struck", *VERBS)):
                continue
            if arms.group in ARMS or any(
                verb.start >= arms.end and not _passive(sentence, arms, verb) for verb in verbs
            ):
                yield _named(sentence, party, arms)


def the_strike_is_the_party_s(sentence: Sentence) -> Iterator[Named]:
    """A strike or arms with the party's name right after them ("an attack by Chad", in other cases)."""
    for party in _parties(sentence, DOER, OTHER):
        for arms in sentence.of(*ARMS, "was_struck"):
            if 0 <= party.start - arms.end <= NEXT and sentence.together(arms.start, party.start):
                between = sentence.written[arms.end : party.start]
                by = (sentence.words(arms).split()[-1:] + [word.lower() for word in between])[-1] == "by"
                if by or (arms.group != "was_struck" and (not between or between[0][0].isupper())):
                    yield _named(sentence, party, arms)


def attacked(sentence: Sentence) -> str:
    """The party whose side was attacked: struck by the verb, or owner of the forces that were; "" without one."""
    for verb in sentence.of("struck", "was_struck"):
        for party in _parties(sentence, DOER, OTHER):
            after = verb.name == "struck" and 0 <= party.start - verb.end < NEXT
            before = party.end <= verb.start and sentence.together(party.start, verb.start)
            if after or (before and (verb.name == "was_struck" or _passive(sentence, party, verb))):
                return _party(party)
    for target in (one for one in sentence.of("target") if one.name == "military"):
        for party in _parties(sentence, ADJECTIVE, OTHER, DOER):
            before = party.name.startswith(ADJECTIVE) and 0 <= target.start - party.end <= NEXT
            if before or party.start == target.end:
                return _party(party)
    return ""


def _parties(sentence: Sentence, *hows: str) -> list[Found]:
    return [one for one in sentence.of("party") if one.name.split("|")[0] in hows]


def _party(one: Found) -> str:
    return one.name.partition("|")[2]


def _named(sentence: Sentence, party: Found, other: Found) -> Named:
    return _party(party), f"attributed to {_party(party)}: {sentence.words(party)} … {sentence.words(other)}"


def _passive(sentence: Sentence, party: Found, verb: Found) -> bool:
    return any(party.end <= one.start < verb.start for one in sentence.of("passive"))
