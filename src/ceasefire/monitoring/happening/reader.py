"""Reads reports: the words first, codes for what they leave open, each distinct text once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from ceasefire.coding.parties import Parties
from ceasefire.monitoring.happened import NO, UNKNOWN, YES, Happened
from ceasefire.monitoring.happening import harm
from ceasefire.monitoring.happening.attack import attack
from ceasefire.monitoring.happening.codes import coded, only_repeat_the_words
from ceasefire.monitoring.happening.doers import attacked, doer
from ceasefire.monitoring.happening.lexicon import Lexicon
from ceasefire.monitoring.happening.party_names import names
from ceasefire.monitoring.happening.sayers import said_by
from ceasefire.monitoring.happening.sentence import Sentence, sentences
from ceasefire.monitoring.happening.vocabulary import meaning, phrases
from ceasefire.monitoring.report import Report


class Reader:
    """Says what reports say happened; parties resolve by the vocabulary and by a case's names (`with_aliases`)."""

    def __init__(self, parties: Parties | None = None) -> None:
        self._parties = parties or Parties.builtin()
        self._lexicon = Lexicon([*phrases(), *names(self._parties)])
        self._read: dict[str, Happened] = {}

    def happened(self, report: Report) -> Happened:
        """What one report says happened."""
        told = self._read.get(report.text)
        if told is None:
            told = self._read[report.text] = self.text(report.text)
        if not (report.codes or report.deaths):
            return told
        codes = coded(report.codes, self._parties)
        if report.text.strip() and told.attack == UNKNOWN and only_repeat_the_words(report.codes):
            return told
        return filled(told, codes, report.deaths)

    def all(self, reports: Iterable[Report]) -> Iterator[Happened]:
        """What each of many reports says happened, in their order."""
        return map(self.happened, reports)

    def text(self, text: str) -> Happened:
        """What a text says happened, without codes."""
        judged = [(sentence, *attack(sentence)) for sentence in sentences(text, self._lexicon)]
        told = [sentence for sentence, verdict, _ in judged if verdict == YES]
        if not told:
            other = tuple(reason for _, verdict, why in judged if verdict == NO for reason in why)
            return Happened(attack=NO if other else UNKNOWN, because=other)
        why = tuple(reason for _, verdict, reasons in judged if verdict == YES for reason in reasons)
        return _told(told + _aftermath(judged), told, why)


@cache
def _builtin() -> Reader:
    return Reader()


def happened(report: Report) -> Happened:
    """What one report says happened, with the vocabulary's own parties."""
    return _builtin().happened(report)


def _aftermath(judged: list[tuple[Sentence, str, tuple[str, ...]]]) -> list[Sentence]:
    """Sentences right after an attack that tell what it cut off or damaged, and nothing else."""
    found, after = [], False
    for sentence, verdict, _ in judged:
        if verdict == UNKNOWN and after and _tells_harm(sentence):
            found.append(sentence)
        else:
            after = verdict == YES
    return found


def _tells_harm(sentence: Sentence) -> bool:
    kinds = [meaning("effects")[one.name] for one in sentence.of("effect")]
    return any("implies" in kind for kind in kinds) or (any(k["hit"] for k in kinds) and bool(sentence.of("target")))


def _told(whole: list[Sentence], told: list[Sentence], why: tuple[str, ...]) -> Happened:
    effects, means = harm.effects(whole), harm.means(whole)
    targets, because = harm.targets(whole, effects)
    by, by_why = next((found for found in map(doer, told) if found[0]), ("", ""))
    reasons = tuple(dict.fromkeys((*why, *because, *filter(None, (by_why,)))))
    said = next(filter(None, map(said_by, told)), "")
    against = next(filter(None, map(attacked, told)), "")
    return Happened(
        YES, targets, means, effects, harm.domain(means), harm.outcome(whole, effects), by, said, against, reasons
    )


def filled(told: Happened, codes: Happened, deaths: int | None) -> Happened:
    """What the words say, with the codes for what they leave open; where the words say no attack, codes add nothing."""
    if told.attack == NO:
        return told
    effects = told.effects or codes.effects
    if deaths:
        effects = tuple(sorted({*effects, "deaths"}))
    attacked = told.attack if told.attack != UNKNOWN else codes.attack
    if attacked != YES:
        return replace(told, attack=attacked, because=told.because + codes.because)
    means = told.means or codes.means
    return Happened(
        attacked,
        told.targets or codes.targets,
        means,
        effects,
        harm.domain(means),
        told.outcome or codes.outcome,
        told.by or codes.by,
        told.said_by,
        told.against or codes.against,
        told.because + codes.because,
    )
