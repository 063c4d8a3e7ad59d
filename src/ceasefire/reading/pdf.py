"""PDF with a text layer: its lines joined to paragraphs, page after page.

The date on which the file was made is kept in the header and never taken for the date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ceasefire.reading.kept import Draft, Failed, Kept, Refused, sha256_of
from ceasefire.settings import ReadingLimits

# A line shorter than this share of the page's longest line ends its paragraph.
SHORT = 0.7
# What word processors put for a title that no one gave.
_A_FILE_NAME = re.compile(r"^(?:microsoft word|powerpoint|untitled)|\.[a-z]{2,5}$", re.IGNORECASE)


def drafts(kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """One draft; refuses what is locked, damaged, or only pictures of text."""
    data = kept.everything(limits.largest_file)
    digest = sha256_of(data)
    pages, facts = _pages(data, digest)
    texts = [_paragraphs(page) for page in pages]
    if not any(text.strip() for text in texts):
        raise Refused("no-text-layer", "the PDF holds pictures of text; run OCR on it and read the result", digest)
    bare = [str(number) for number, text in enumerate(texts, start=1) if not text.strip()]
    title = facts.get("Title", "").strip()
    yield Draft(
        origin=kept.origin,
        text="\n\n".join(text for text in texts if text.strip()),
        sha256=digest,
        data=data,
        title="" if _A_FILE_NAME.search(title) else title,
        media_type="application/pdf",
        url=kept.url,
        header=tuple((key, value) for key, value in sorted(facts.items()) if value.strip()),
        notes=(f"without text layer, and so not read: page {', '.join(bare)}",) if bare else (),
    )


def _pages(data: bytes, digest: str) -> tuple[list[str], dict[str, str]]:
    import pypdfium2

    try:
        pdf: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise Refused("unreadable", "the PDF is locked; save it without its password", digest) from None
        raise Refused("invalid", "the PDF is damaged; get it again from where it came", digest) from None
    try:
        return [_page_text(pdf, number) for number in range(len(pdf))], dict(pdf.get_metadata_dict())
    except pypdfium2.PdfiumError:
        raise Refused("invalid", "a page of the PDF is damaged; get it again from where it came", digest) from None
    finally:
        pdf.close()


def _page_text(pdf: Any, number: int) -> str:
    page = pdf[number]
    textpage = page.get_textpage()
    try:
        return str(textpage.get_text_bounded())
    finally:
        textpage.close()
        page.close()


def _paragraphs(page: str) -> str:
    """Joins lines that were only broken to fit the page; words cut at a line's end are whole again."""
    # PDFium writes U+FFFE where a hyphen only marks a cut.
    page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe\n", "").replace("\ufffe", "")
    lines = [line.strip() for line in page.split("\n")]
    widest = max(map(len, lines), default=0)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if line and goes_on:
            joined[-1] += " " + line
        else:
            joined.append(line)
        goes_on = bool(line) and len(line) >= SHORT * widest
    return "\n".join(joined).strip("\n")
