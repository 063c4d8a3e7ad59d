"""The text and the words of a Doc, put together once: spaCy would make them anew at each asking."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab


def text_of(doc: Doc) -> str:
    """The text of the Doc, in the typography that the parser reads."""
    found = doc.user_data.get("text")
    if found is None:
        doc.user_data["text"] = found = doc.text
    return str(found)


def published(doc: Doc) -> str:
    """The text as it was published, of the same length: what a quote is cut from."""
    return str(doc.user_data.get("published") or text_of(doc))


def words_of(doc: Doc) -> list[Token]:
    """The words of the Doc, in order."""
    found: list[Token] | None = doc.user_data.get("words")
    if found is None:
        doc.user_data["words"] = found = list(doc)
    return found


def spelling(doc: Doc) -> list[str]:
    """How each word of the Doc is written."""
    found: list[str] | None = doc.user_data.get("spelling")
    if found is None:
        doc.user_data["spelling"] = found = [token.text for token in words_of(doc)]
    return found


def spelt(vocab: Vocab, words: list[str], spaces: list[bool]) -> Doc:
    """A Doc of these words, and whether a space follows each."""
    doc = Doc(vocab, words=words, spaces=spaces)
    doc.user_data["spelling"] = words
    return doc
