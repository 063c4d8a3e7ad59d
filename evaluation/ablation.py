"""What each part of the coding gives: the figures with the part left out, as a Markdown table.

    python -m evaluation.ablation --shared ../shared

Each part is left out alone, everything else stays, and the shared gold bullets (training and development half)
and our own are coded again. The figures are F1 in per cent; what a part gives is the first row less its own.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceasefire.coding.coder import code_batch
from ceasefire.coding.parties import Parties
from ceasefire.coding.statement import Coded
from ceasefire.reading.document import Document
from evaluation import score
from evaluation.bullets import bullet_sets
from evaluation.gate import rows_of

ROWS = ("statement", "texts")


@dataclass(frozen=True)
class Part:
    """A part of the coding: what it is called, where the rules reach it, and what stands there without it."""

    title: str
    module: str
    name: str
    without: Callable[..., Any]


def nothing(*_: object, **__: object) -> tuple[()]:
    """A rule that finds nothing."""
    return ()


def no(*_: object, **__: object) -> bool:
    """A question that is never answered with yes."""
    return False


def as_it_is(first: Any, *_: object, **__: object) -> Any:
    """What is given, unchanged."""
    return first


PARTS = (
    Part("stand-ins for the names of parties", "parse", "lend_stand_ins", as_it_is),
    Part("norms lent to words of the field", "parse", "lend_norms", nothing),
    Part("lists hung together again", "parse", "mend_lists", nothing),
    Part("asides hung on what they explain", "parse", "hang_asides", nothing),
    Part("talks joined to their subject", "scene", "with_subjects", list),
    Part("pointing words (“the proposal”, “it”)", "scene", "pointing", nothing),
    Part("a word governs the provision", "claims", "governed", nothing),
    Part("actions carried out", "claims", "carried_out", nothing),
    Part("nouns that name an act", "claims", "given", nothing),
    Part("answers to a proposal", "claims", "put_forward", nothing),
    Part("brokers", "claims", "mediated", nothing),
    Part("meetings about it", "claims", "met_about", nothing),
    Part("talks named with their sides", "claims", "talked_between", nothing),
    Part("breaches", "claims", "breached", nothing),
    Part("attacks despite it", "claims", "broken_despite", nothing),
    Part("denials", "claims", "is_denied", no),
    Part("made to depend on something", "claims", "made_to_depend", nothing),
    Part("something asked for first", "claims", "asked_first", nothing),
    Part("clauses that hang on a condition", "claims", "hanging", nothing),
    Part("bargains whose words name no provision", "claims", "bargained", nothing),
    Part("the speaker rules out or asks", "claims", "by_speaker", nothing),
    Part("contents of a plan", "claims", "contained", nothing),
    Part("talks that led to a release", "claims", "led_to", nothing),
    Part("no mere talk beside a stance", "claims", "_no_mere_talk", as_it_is),
    Part("mediation of the outcome", "claims", "_of_the_outcome", as_it_is),
    Part("retreats with no deal are nothing", "claims", "is_mere_retreat", no),
)


@contextmanager
def without(part: Part) -> Iterator[None]:
    """The coding with the part left out."""
    module: Any = importlib.import_module(f"ceasefire.coding.{part.module}")
    kept = getattr(module, part.name)
    setattr(module, part.name, part.without)
    try:
        yield
    finally:
        setattr(module, part.name, kept)


def figures(gold: list[dict[str, Any]]) -> list[float]:
    """The F1 of each row, coded in this process with every sentence parsed."""
    documents = [Document(row["id"], row["text"], row["id"], row["id"]) for row in gold]
    coded = [one for one in code_batch(documents, Parties.builtin(), whole=True) if isinstance(one, Coded)]
    answers = [
        {
            "id": one.document.id,
            "statements": [
                {"actor": s.actor, "act": s.act, "provision": s.provision, "modality": s.modality, "quote": s.quote}
                for s in one.statements
            ],
        }
        for one in coded
    ]
    found = score.statements(gold, answers)
    return [found[row]["f1"] for row in ROWS]


def main() -> None:
    """Prints the table for every set that is there."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    sets = {name: rows_of(path) for name, path in bullet_sets(ask.parse_args().shared).items()}
    print("| without | " + " | ".join(f"{name} {row}" for name in sets for row in ROWS) + " |")
    print("|---" + "|---:" * len(sets) * len(ROWS) + "|")
    _line("nothing: all parts", sets)
    for part in PARTS:
        with without(part):
            _line(part.title, sets)


def _line(title: str, sets: dict[str, list[dict[str, Any]]]) -> None:
    found = [figure for gold in sets.values() for figure in figures(gold)]
    print(f"| {title} | " + " | ".join(f"{figure:.1f}" for figure in found) + " |", flush=True)


if __name__ == "__main__":
    main()
