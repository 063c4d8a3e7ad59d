"""What must not change the coding: an unrelated sentence, who reports it, the order of paragraphs, the typography.

    python -m evaluation.invariances --shared ../shared [--show 20]

Each text is changed in one way and coded again; a statement that only one of the two codings has is not the same.
Offsets are moved with the text. Of what is reported only the speaker and, for a news agency, the modality may change.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import yaml
from spacy.tokens import Token

from ceasefire.coding.datelines import datelines
from ceasefire.coding.parse import parse
from ceasefire.coding.statement import Coded
from ceasefire.reading import Document
from ceasefire.reading.repeats import repeats_in
from evaluation.codings import code_all
from evaluation.same_coding import Key, Share, keys
from evaluation.texts import text_sets
from evaluation.typography import in_other_typography

WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
UNRELATED = WORDS["unrelated"]
POINTING = re.compile(rf"\b(?:{'|'.join(WORDS['pointing'])})\b", re.IGNORECASE)
AGENCY, STATE = "Reuters", "Iceland"
Expected = Counter[Key]


@dataclass(frozen=True)
class Trial:
    """A changed text, and what its coding must be."""

    law: str
    document: Document
    expected: Expected


def with_text(document: Document, text: str) -> Document:
    """The same document with other words."""
    return replace(document, text=text, repeats=repeats_in(text))


def moved(coded: Coded, by: int) -> Expected:
    """The statements, their places moved."""
    return keys(coded, place=lambda start, end: (start + by, end + by))


def beside_unrelated(coded: list[Coded]) -> Iterator[Trial]:
    """An unrelated sentence before and after, in the same paragraph and in one of its own."""
    for number, one in enumerate(coded):
        other = UNRELATED[number % len(UNRELATED)]
        text = one.document.text.rstrip()
        for gap, name in ((" ", "same paragraph"), ("\n\n", "own paragraph")):
            if gap != " " or not datelines(text):  # a dateline opens a line
                before = with_text(one.document, f"{other}{gap}{text}")
                yield Trial(f"unrelated sentence before, {name}", before, moved(one, len(other) + len(gap)))
            after = with_text(one.document, f"{text}{gap}{other}")
            yield Trial(f"unrelated sentence after, {name}", after, moved(one, 0))


def reported(coded: list[Coded]) -> Iterator[Trial]:
    """ "Reuters reported that …": of single sentences that begin with their subject."""
    for one, doc in zip(coded, parse(one.document.text for one in coded), strict=True):
        text = one.document.text.strip()
        if len(list(doc.sents)) != 1 or not text.endswith(".") or "\n" in text or not _begins_with_its_subject(doc[0]):
            continue
        keeps_capital = doc[0].pos_ == "PROPN" or doc[0].ent_type_ in ("NORP", "GPE", "PERSON")
        body = text if keeps_capital else text[0].lower() + text[1:]
        for source in (AGENCY, STATE):
            opening = f"{source} reported that "
            law = f"reported by {'a news agency' if source == AGENCY else 'a party'}"
            expected = Counter(_as_reported(one, key, source, len(opening)) for key in moved(one, 0).elements())
            yield Trial(law, with_text(one.document, opening + body), expected)


def _begins_with_its_subject(first: Token) -> bool:
    """A name, an article, a number or several of a kind; neither "amid the talks" nor a clause without an article."""
    return first.tag_ in ("DT", "NNP", "NNPS", "NNS", "CD") or first.ent_type_ == "NORP"


def _as_reported(one: Coded, key: Key, source: str, by: int) -> Key:
    """Who speaks where the text did; what only an agency says is tentative, and a party that names a breach accuses."""
    actor, act, provision, recipient, condition, on, speaker, modality, start, end = key
    if speaker is None and not _is_said(one, int(start or 0), int(end or 0)):
        speaker = source
        if act == "violate" and source == STATE:
            actor, act, recipient, speaker = source.lower(), "accuse", actor, None
        elif source == AGENCY and modality == "actual" and act != "violate":
            modality = "tentative"
    return actor, act, provision, recipient, condition, on, speaker, modality, int(start or 0) + by, int(end or 0) + by


def _is_said(one: Coded, start: int, end: int) -> bool:
    """Somebody in the text says it: the middle of the quote stands in what is said."""
    middle = (start + end) // 2
    return any(span.start <= middle < span.end for said in one.attributions for span in said.content)


def in_another_order(coded: list[Coded]) -> Iterator[tuple[Document, Document, int, int]]:
    """Two texts as two paragraphs in both orders, with their lengths; none that points back."""
    alone = [one for one in coded if not POINTING.search(one.document.text)]
    for one, other in pairwise(alone):
        first, second = one.document.text.strip(), other.document.text.strip()
        yield (
            with_text(one.document, f"{first}\n\n{second}"),
            with_text(one.document, f"{second}\n\n{first}"),
            len(first) + 2,
            len(second) + 2,
        )


def measure_order(coded: list[Coded], share: Share) -> None:
    """Both orders coded and compared, the statements of each paragraph moved to where it stands in the other order."""
    both = list(in_another_order(coded))
    there = list(code_all(one for one, *_ in both))
    back = list(code_all(other for _, other, *_ in both))
    for one, other, (_, _, first, second) in zip(there, back, both, strict=True):

        def turned(start: int, end: int, first: int = first, second: int = second) -> tuple[int, int]:
            by = second if start < first else -first
            return start + by, end + by

        share.add(keys(one, place=turned), keys(other), other.document.text)


def measure(sets: Iterable[tuple[str, list[Document]]]) -> dict[str, Share]:
    """The share of each law over all texts."""
    shares: dict[str, Share] = defaultdict(Share)
    for _, documents in sets:
        coded = list(code_all(documents))
        trials = [*beside_unrelated(coded), *reported(coded)]
        trials += [Trial(how, with_text(one.document, new), said) for how, one, new, said in in_other_typography(coded)]
        for trial, after in zip(trials, code_all(trial.document for trial in trials), strict=True):
            shares[trial.law].add(trial.expected, keys(after), trial.document.text)
        measure_order(coded, shares["order of paragraphs"])
    return shares


def table(shares: dict[str, Share]) -> str:
    """By law: texts, per cent that stayed the same; statements, per cent that did."""
    lines = [f"{'':44}{'texts':>6}{'same %':>7}{'stmts':>7}{'same %':>7}"]
    return "\n".join([*lines, *(f"{law:44}{share.figures}" for law, share in sorted(shares.items()))])


def main() -> None:
    """Prints the table, and with --show what did not stay the same, law by law."""
    ask = argparse.ArgumentParser(description="Is the coding the same where nothing that matters was changed?")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with gold/ (default: ../shared)")
    ask.add_argument("--show", type=int, default=0, metavar="N", help="print N texts a law that did not stay the same")
    options = ask.parse_args()
    shares = measure(text_sets(options.shared))
    print(table(shares))
    for law, share in sorted(shares.items()):
        for shown in share.differ[: options.show]:
            print(f"\n{law}: {shown}")


if __name__ == "__main__":
    main()
