"""The report as files, or as one form of it for standard output."""

from __future__ import annotations

import io
import json
from pathlib import Path

from ceasefire.errors import InputError
from ceasefire.monitoring.monitored import Monitored
from ceasefire.publishing.inert import json_text
from ceasefire.publishing.monitor.answer import answer
from ceasefire.publishing.monitor.compose import compose
from ceasefire.publishing.monitor.paper import Paper

FILES = {
    "text": "monitor.txt",
    "md": "monitor.md",
    "html": "monitor.html",
    "pdf": "monitor.pdf",
    "json": "monitor.json",
}


def form(found: Monitored, wanted: str) -> bytes:
    """One form of the report as bytes: text, md, html, pdf or json."""
    return _form(found, None if wanted == "json" else compose(found), wanted)


def write(found: Monitored, folder: Path, forms: tuple[str, ...]) -> list[Path]:
    """Writes the forms asked for and the figures into a folder, and answers what was written.

    Raises InputError when the folder cannot be made or written to.
    """
    paper = compose(found)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [_write(folder / FILES[wanted], _form(found, paper, wanted)) for wanted in forms]
        return written + [_write(folder / f"{one.name}.svg", one.svg.encode("utf-8")) for one in paper.drawings()]
    except OSError as problem:
        why = problem.strerror or problem
        raise InputError(f"cannot write to {folder}: {why}; give another folder with --out") from None


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _form(found: Monitored, paper: Paper | None, wanted: str) -> bytes:
    if wanted == "json" or paper is None:
        return (json_text(json.dumps(answer(found), ensure_ascii=False, indent=1)) + "\n").encode("utf-8")
    if wanted == "pdf":
        from ceasefire.publishing.monitor.pdf import pdf

        return pdf(paper)
    return _text(paper, wanted).encode("utf-8")


def _text(paper: Paper, wanted: str) -> str:
    if wanted == "html":
        from ceasefire.publishing.monitor.html import html

        return html(paper)
    if wanted == "md":
        from ceasefire.publishing.monitor.markdown import to_markdown

        return to_markdown(paper)
    from ceasefire.publishing.monitor.text import show

    held = io.StringIO()
    show(paper, held)
    return held.getvalue()
