"""The brief as files, or as one form of it for standard output."""

from __future__ import annotations

import io
from pathlib import Path

from ceasefire.errors import InputError
from ceasefire.publishing.brief import Brief
from ceasefire.publishing.figures import figures

FILES = {
    "html": "brief.html",
    "markdown": "brief.md",
    "json": "brief.json",
    "pdf": "brief.pdf",
    "terminal": "brief.txt",
}


def form(brief: Brief, wanted: str) -> bytes:
    """One form of the brief as bytes: html, markdown, json, pdf, or terminal (plain text)."""
    if wanted == "pdf":
        from ceasefire.publishing.pdf import pdf

        return pdf(brief)
    return _text(brief, wanted).encode("utf-8")


def write(brief: Brief, folder: Path, forms: tuple[str, ...]) -> list[Path]:
    """Writes the forms asked for and the figures into a folder, and answers what was written.

    Raises InputError when the folder cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [_write(folder / FILES[wanted], form(brief, wanted)) for wanted in forms]
        return written + [
            _write(folder / f"{one.name}.svg", one.svg.encode("utf-8")) for one in figures(brief).values()
        ]
    except OSError as problem:
        why = problem.strerror or problem
        raise InputError(f"cannot write to {folder}: {why}; give another folder with --out") from None


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _text(brief: Brief, wanted: str) -> str:
    if wanted == "html":
        from ceasefire.publishing.html import html

        return html(brief)
    if wanted == "markdown":
        from ceasefire.publishing.markdown import markdown

        return markdown(brief)
    if wanted == "json":
        from ceasefire.publishing.json_form import to_json

        return to_json(brief)
    from ceasefire.publishing.terminal import show

    held = io.StringIO()
    show(brief, held)
    return held.getvalue()
