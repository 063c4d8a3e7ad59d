"""Whether two codings say the same: statements as tuples of their fields, compared as bags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ceasefire.coding.statement import Coded, Statement

Key = tuple[str | int | None, ...]
Name = Callable[[str | None], str | None]
Place = Callable[[int, int], tuple[int, int]]
SAME: Name = lambda words: words  # noqa: E731
FIELDS = ("actor", "act", "provision", "recipient", "condition", "on", "speaker", "modality", "start", "end")


def keys(coded: Coded, name: Name = SAME, words: Name = SAME, place: Place = lambda a, b: (a, b)) -> Counter[Key]:
    """What is compared of each statement, its parties, its condition and its place mapped."""
    return Counter(_key(one, name, words, place) for one in coded.statements)


def _small(words: str | None) -> str | None:
    """Words that no vocabulary lists may open a sentence: "Mediators"."""
    return words[:1].lower() + words[1:] if words else words


def _key(one: Statement, name: Name, words: Name, place: Place) -> Key:
    condition = words(one.condition)
    said = (
        _small(name(one.actor)),
        one.act,
        one.provision,
        _small(name(one.recipient)),
        condition,
        one.condition_provision,
    )
    return (*said, name(one.speaker), one.modality, *place(one.start, one.end))


@dataclass
class Share:
    """How many statements and texts stayed the same, of how many; those that did not are kept to be shown."""

    same: int = 0
    statements: int = 0
    texts_same: int = 0
    texts: int = 0
    differ: list[str] = field(default_factory=list)

    def add(self, before: Counter[Key], after: Counter[Key], shown: str = "") -> None:
        """One more text: a statement of either coding that the other lacks did not stay the same."""
        self.same += (before & after).total()
        self.statements += (before | after).total()
        self.texts_same += before == after
        self.texts += 1
        if before != after:
            lines = [f"  - {_line(key)}" for key in (before - after).elements()]
            lines += [f"  + {_line(key)}" for key in (after - before).elements()]
            self.differ.append("\n".join([shown, *lines]))

    def plus(self, other: Share) -> Share:
        """Both together."""
        return Share(
            self.same + other.same,
            self.statements + other.statements,
            self.texts_same + other.texts_same,
            self.texts + other.texts,
            [*self.differ, *other.differ],
        )

    @property
    def figures(self) -> str:
        """Texts, their share, statements, their share, as cells of a table."""
        texts = f"{self.texts:6}{percent(self.texts_same, self.texts)}"
        return f"{texts}{self.statements:7}{percent(self.same, self.statements)}"


def percent(part: int, whole: int) -> str:
    """A share in per cent, or a dash where there is nothing to share."""
    return f"{100 * part / whole:7.1f}" if whole else "      –"


def total(shares: Iterable[Share]) -> Share:
    """All together."""
    found = Share()
    for share in shares:
        found = found.plus(share)
    return found


def _line(key: Key) -> str:
    return " | ".join("" if part is None else str(part) for part in key)
