"""How well reports are read: `python -m evaluation.incidents --shared ../shared`.

Reads every labelled headline where SHARED holds it, from its words alone and with its codes, and prints precision
and recall for each part. Of the development part `--errors` prints what went wrong.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evaluation.incidents.figures import QUESTIONS, table
from evaluation.incidents.reading import headlines, pairs
from evaluation.incidents.sample import AGAIN, PARTS


def errors(shared: Path, question: str) -> None:
    """What went wrong in the development part."""
    texts = headlines(shared)
    for pair in pairs(shared, PARTS[0]):
        gold, read = QUESTIONS[question](pair)
        if gold != read:
            print(f"  {question}: {sorted(gold)} was read as {sorted(read)}: {texts[pair.label['id']].text}")


def main() -> int:
    """Prints the figures; the gate holds them over their floors."""
    ask = argparse.ArgumentParser(description="How well reports of incidents are read.")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ (default: ../shared)")
    ask.add_argument("--errors", action="store_true", help="print what went wrong in the development part, and no more")
    ask.add_argument("--part", choices=[*PARTS, AGAIN], action="append", help="only this part")
    options = ask.parse_args()
    if options.errors:
        for question in QUESTIONS:
            errors(options.shared, question)
        return 0
    for part in options.part or [*PARTS, AGAIN]:
        for how in ("words", "words and codes"):
            print("\n".join(table(pairs(options.shared, part, how != "words"), f"{part}, {how}")), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
