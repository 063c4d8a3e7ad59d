"""Only what is in a language that a case asks for is coded; the rest is kept, and told with its language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from ceasefire.reading.document import Document, Unread
from ceasefire.reading.language import name_of


def in_languages(
    items: Iterable[Document | Unread],
    languages: Collection[str],
    known: Callable[[Document], bool] = lambda _: False,
) -> Iterator[Document | Unread]:
    """The items, where a document in none of these languages becomes an `Unread` that names its own.

    Without languages all are asked for. What is `known`, whatever its language, goes on as it is.
    """
    for item in items:
        if isinstance(item, Unread) or not languages or item.language in languages or known(item):
            yield item
        else:
            yield not_asked(item, languages)


def not_asked(document: Document, languages: Collection[str]) -> Unread:
    """Why a document is not coded that is in a language which the case does not list."""
    listed = ", ".join(name_of(code) for code in sorted(languages))
    detail = (
        f"It is in {name_of(document.language)}, which is not among the languages of the case ({listed}). "
        f"To have it coded, add {document.language} to languages in case.yaml and read it again."
    )
    return Unread(document.id, document.origin, "not-coded", detail, document.sha256)
