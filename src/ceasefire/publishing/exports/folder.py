"""An export's folder: written as a whole or not at all, and never over anything but an earlier export."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ceasefire.errors import InputError
from ceasefire.publishing.exports.citation import FORMAT
from ceasefire.record.address import KEPT
from ceasefire.record.custody import Custody

VERSION = "version.json"
BYTES = re.compile(rf"{KEPT}/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
"""Kept bytes that went along with an earlier export."""


def write(folder: Path, files: Mapping[str, bytes], custody: Custody | None = None) -> None:
    """Writes every file, and beside them the bytes in custody where they are to go along.

    An earlier export is replaced. Raises InputError when the folder holds anything else or cannot be written.
    """
    target = folder.resolve()
    refuse_what_is_not_ours(folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            _fill(made, files, custody)
            _put(made, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as problem:
        raise InputError(
            f"cannot write to {folder}: {problem.strerror or problem}; give another folder with --to"
        ) from None


def _fill(made: Path, files: Mapping[str, bytes], custody: Custody | None) -> None:
    made.chmod(0o755)
    for name in sorted(files):
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])
    if custody is not None:
        for sha256 in custody.names():
            copy = Custody(made / KEPT).path(sha256)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(custody.path(sha256), copy)


def _put(made: Path, target: Path) -> None:
    """Puts the new folder in place; the old one is set aside until that is done."""
    if not target.exists():
        made.rename(target)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    old = target.rename(aside / "earlier")
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise
    finally:
        with suppress(OSError):
            shutil.rmtree(aside)


def refuse_what_is_not_ours(folder: Path) -> None:
    """Raises InputError when the folder holds anything that no export wrote."""
    target = folder.resolve()
    if target.exists() and not target.is_dir():
        raise InputError(f"{folder} is no folder: give another one with --to")
    if not target.is_dir() or not any(target.iterdir()):
        return
    found = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_symlink() or path.is_file()}
    strange = sorted(name for name in found - _ours(target) if not BYTES.fullmatch(name))
    if strange or VERSION not in found:
        what = ", ".join(strange[:3]) or f"no {VERSION}"
        raise InputError(
            f"{folder} holds what no export wrote ({what}), and nothing was written: "
            "give an empty or new folder with --to, or one that an earlier export made"
        )


def _ours(target: Path) -> set[str]:
    """The files that an earlier export says that it wrote; none where it is no export."""
    try:
        held = json.loads((target / VERSION).read_text(encoding="utf-8"))
        return {VERSION, *held["files"]} if held["format"] == FORMAT else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()
