"""Dictionary forms of Russian words: every one that the letters allow, and the one that fits the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ceasefire.coding.russian.models import lemmatiser

# What the tagger calls a part of speech → what the dictionary of forms may call it.
_SAME = {
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "PRTF", "COMP"),
    "DET": ("ADJF", "NPRO"),
    "PRON": ("NPRO", "ADJF"),
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN"),
    "ADV": ("ADVB", "PRED", "COMP"),
    "NUM": ("NUMR",),
}
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_NAMES = frozenset({"Surn", "Name", "Geox"})
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


def plain(word: str) -> str:
    """Small letters, "е" for "ё", so that both spellings are one."""
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=65536)
def lemmas(word: str) -> frozenset[str]:
    """All dictionary forms of a word."""
    return frozenset(plain(form) for form, _ in _readings(word.lower()))


@lru_cache(maxsize=65536)
def _readings(word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What the dictionary takes a word for: its dictionary form and grammatical marks, the likeliest first."""
    return tuple((one.normal_form, frozenset(map(str, one.tag.grammemes))) for one in lemmatiser().parse(word))


@lru_cache(maxsize=65536)
def short_form(word: str) -> str:
    """ "VERB" for what can only be a short participle ("условлено"), "ADJ" for a short adjective, "EITHER", else ""."""
    readings = [marks & {"PRTS", "ADJS"} for _, marks in _readings(word.lower())]
    kinds = frozenset().union(*readings)
    if not readings or not all(readings):
        return ""
    if len(kinds) > 1:
        return "EITHER"
    return "VERB" if "PRTS" in kinds else "ADJ"


@lru_cache(maxsize=65536)
def may_be_verb(word: str) -> bool:
    """Whether the dictionary knows a verb of this form; the tagger takes a misspelt word for one."""
    return any(not marks.isdisjoint(_SAME["VERB"]) for _, marks in _readings(word.lower()))


def lemma(word: str, pos: str, feats: Mapping[str, str]) -> str:
    """The dictionary form that fits the part of speech, case, number and gender; the likeliest where several do."""
    return _lemma(
        word.lower(), pos, feats.get("Case", ""), feats.get("Number", ""), feats.get("Gender", ""), word[:1].isupper()
    )


@lru_cache(maxsize=65536)
def _lemma(word: str, pos: str, case: str, number: str, gender: str, capital: bool) -> str:
    best, most = "", -1
    for form, marks in _readings(word):
        fits = 8 * (not marks.isdisjoint(_SAME.get(pos, ())))
        fits += 2 * (_CASES.get(case) in marks) + (_NUMBERS.get(number) in marks) + (_GENDERS.get(gender) in marks)
        fits += pos == "PROPN" and capital and not marks.isdisjoint(_NAMES)
        if fits > most:
            best, most = form, fits
    return plain(best or word)
