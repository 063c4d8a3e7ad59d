"""HTML: the article on a page, with the title, publisher and date that the page declares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ceasefire.reading.dates import in_address, said
from ceasefire.reading.encoding import declared_in, decode
from ceasefire.reading.kept import Draft, Failed, Kept, Refused, sha256_of
from ceasefire.settings import ReadingLimits
from ceasefire.when import When

# htmldate reads the clock when it is given no latest date; the same page must give the same date on any day.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "min_date": "1945-01-01", "max_date": "2199-12-31"}
_DATE_FIELDS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "citation_publication_date",
    "pubdate",
    "publishdate",
    "date",
)


def drafts(kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """One draft: the text of the article, a paragraph a line; refuses a page on which no text is found."""
    data = kept.everything(limits.largest_file)
    yield draft_of(data, kept)


def draft_of(data: bytes, kept: Kept) -> Draft:
    """The article of an HTML page, with what its metadata say."""
    digest = sha256_of(data)
    html, notes = decode(data, kept.charset or declared_in(data))
    article = _article(html, kept.url)
    text = (article.text if article else "") or _all_text(html)
    if not text.strip():
        raise Refused("no-text", "the page holds no text; it may be filled in by scripts: save it as text", digest)
    tree = _tree(html)
    url = kept.url or (article.url if article else "") or ""
    return Draft(
        origin=kept.origin,
        text=text.replace("\r\n", "\n").strip("\n"),
        sha256=digest,
        data=data,
        title=(article.title if article else "") or "",
        publisher=(article.sitename if article else "") or "",
        published=_declared(tree) or _found(article, html) or in_address(url),
        hint=str(tree.get("lang", "")) if tree is not None else "",
        media_type="text/html",
        url=url,
        notes=notes,
    )


def _article(html: str, url: str) -> Any:
    """What trafilatura takes for the article; None when it finds none or the page defeats its parser."""
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            html,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            deduplicate=False,
            date_extraction_params=dict(_DATE_SEARCH),
        )
    except (ValueError, TypeError, AttributeError, AssertionError, RecursionError):
        return None


def _all_text(html: str) -> str:
    """All text of a page on which no article stands out, so that a short or broken page is not lost."""
    from trafilatura import html2txt

    try:
        return str(html2txt(html) or "")
    except (ValueError, TypeError, AttributeError, AssertionError, RecursionError):
        return ""


def _tree(html: str) -> Any:
    from trafilatura.utils import load_html

    return load_html(html)


def _declared(tree: Any) -> When | None:
    """The date that the page's own markup gives, with the time and zone where it gives them."""
    if tree is None:
        return None
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content", "")
        for meta in reversed(tree.xpath(".//meta[@content]"))
    }
    words = [metas[name] for name in _DATE_FIELDS if metas.get(name)]
    words += [
        found for script in tree.xpath('.//script[@type="application/ld+json"]') for found in _linked(script.text)
    ]
    words += tree.xpath('.//*[@itemprop="datePublished"]/@datetime') + tree.xpath(".//time[@pubdate]/@datetime")
    return next((when for when in (said(str(word), "metadata") for word in words) if when.known), None)


def _linked(script: str | None) -> list[str]:
    """datePublished of schema.org articles in a JSON-LD script."""
    try:
        stack = [json.loads(script or "null")]
    except (ValueError, RecursionError):
        return []
    found = []
    while stack:
        item = stack.pop(0)
        if isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                found.append(item["datePublished"])
            stack += [value for value in item.values() if isinstance(value, dict | list)]
        elif isinstance(item, list):
            stack += item
    return found


def _found(article: Any, html: str) -> When | None:
    """htmldate's finding, if the page names that very day; it fills months and years up to a first day otherwise."""
    day = article.date if article else None
    if not day:
        return None
    year, month, number = day.split("-")
    spelled = rf"{year}[-/.]?{month}[-/.]?{number}|\b{int(number)}(?:\D{{1,12}}){year}|\b{int(number)},? {year}"
    return When(day, day, "metadata") if re.search(spelled, html) else None
