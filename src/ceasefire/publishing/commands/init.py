"""`ceasefire init`: a case to begin with, every key explained beside an example."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from ceasefire.errors import CaseError
from ceasefire.publishing.asked import READ_ALL
from ceasefire.publishing.case_template import case_text
from ceasefire.publishing.wording import phrase
from ceasefire.record.case import load_case


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedInit:
    """The folder of the case, and what is known of it already."""

    case: str
    title: str | None = None
    parties: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    quiet: bool = False


ASKED = AskedInit


def answer(asked: AskedInit) -> int:
    """Writes case.yaml, and nothing over one that is there. Raises CaseError when it cannot."""
    folder = Path(asked.case)
    path = folder / "case.yaml"
    text = case_text(asked.title or folder.resolve().name, asked.parties, asked.sources)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        there = path if path.exists() else folder
        raise CaseError(f"{there} exists and is left as it is; edit it, or name another folder") from None
    except OSError as error:
        raise CaseError(f"cannot write {path}: {error.strerror}; name a folder that you may write") from None
    try:
        load_case(folder)
    except CaseError:
        path.unlink()
        raise
    if not asked.quiet:
        print(phrase("written", path=path), file=sys.stderr)
    return READ_ALL
