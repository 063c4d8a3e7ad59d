"""Names by their form: a proper noun, and what stands around it. The model's own finder of names is not run."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.words import words


def is_full_name(token: Token) -> bool:
    """ "Jan Kowalski", as a person is named: two proper nouns or more, none in capitals only, with no article."""
    if token.pos_ != "PROPN":
        return False
    before = [child for child in token.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    alone = not any(child.dep_ in {"det", "poss"} for child in token.children)
    return bool(before) and alone and all(map(_is_titled, (token, *before)))


def is_bare_name(token: Token) -> bool:
    """ "Aden", as a town or a country is named: a proper noun that is no acronym and has no article."""
    return token.pos_ == "PROPN" and _is_titled(token) and not any(child.dep_ == "det" for child in token.children)


def is_of_a_people(word: Token) -> bool:
    """ "*Tuareg* rebels", "*pro-Western* fighters": written with a capital, though no sentence begins there."""
    capital = word.text[1:] if word.is_sent_start else word.text
    return word.dep_ in {"amod", "compound"} and capital != capital.lower() and not word.is_upper


def is_time(token: Token) -> bool:
    """ "Monday", "March", "two *weeks*", "2025", "midnight": when, and not what."""
    if token.lower_ in words("grammar", "times"):
        return True
    return token.tag_ == "CD" and token.text.isdigit() and len(token) == 4


def _is_titled(token: Token) -> bool:
    return token.text[:1].isupper() and not token.is_upper
