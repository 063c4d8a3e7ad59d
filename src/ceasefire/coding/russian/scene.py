"""A Russian document laid out for the rules: its sentences with clauses, parties and topics, and who is speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from ceasefire.coding.parties import Parties
from ceasefire.coding.russian.clauses import Clause, clauses
from ceasefire.coding.russian.mentions import Mention, Namer
from ceasefire.coding.russian.parse import furniture_at, sentences
from ceasefire.coding.russian.topics import Topic, topics
from ceasefire.coding.russian.turns import Turn, turn_at, turns
from ceasefire.coding.russian.word import Sentence, Word
from ceasefire.reading.document import Document
from ceasefire.vocabulary import load


@dataclass(slots=True, eq=False)
class View:
    """A sentence as the rules see it.

    `clause_of` gives the clause of each word. `teller` is the party whose words the sentence is: of the turn in a
    transcript, else the one on whose page it was published, "" where neither is known; `own_words` says that it
    is a turn. `pair` are the parties whose meeting the text tells of, `named_pair` those whom it last named
    together, `voice` the party that spoke last. `refers` tells which earlier topic each pointing one takes up, and
    in which sentence. `number` is that of the numbered part of the document, 0 outside of any; `halt` the last halt
    named before; `agreed` the parties that have agreed to each category so far.
    """

    sentence: Sentence
    clauses: list[Clause]
    clause_of: list[int]
    mentions: list[Mention]
    topics: list[Topic]
    teller: str = ""
    own_words: bool = False
    pair: tuple[str, ...] = ()
    named_pair: tuple[str, ...] = ()
    voice: str = ""
    number: int = 0
    halt: tuple[View, Topic] | None = None
    agreed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    refers: dict[Topic, tuple[View, Topic]] = field(default_factory=dict)

    @property
    def words(self) -> list[Word]:
        return self.sentence.words

    def clause(self, i: int) -> Clause:
        """The clause in which words[i] stands."""
        return self.clauses[self.clause_of[i]]


@dataclass(slots=True, eq=False)
class Scene:
    """A document's views in order, its turns, and where the page's own furniture stands in the text."""

    document: Document
    views: list[View]
    turns: list[Turn]
    publisher: str
    furniture: tuple[int, ...] = ()


def scene(document: Document, parties: Parties) -> Scene:
    """Parse a document and find its parties and topics; labels of speakers and the page's furniture are left out."""
    namer = Namer(parties, document.published.last)
    spoken = turns(document.text)
    cuts = [offset for turn in spoken for offset in (turn.label, turn.start)] + list(_title(document))
    publisher = _publishers().get(_host(document.url), "")
    found = sentences(document.text, cuts)
    aside = {one.passage: one.start for one in found if furniture_at(document.text, one.start)}
    views = [
        view
        for sentence in found
        if sentence.passage not in aside and not _is_label(spoken, sentence)
        for view in [_view(sentence, namer)]
    ]
    tellers = {turn.name: _speaker(turn, document.text, namer) for turn in spoken}
    numbers = _parts(document.text, views)
    for view in views:
        view.number = numbers[view.sentence.passage]
        turn = turn_at(spoken, view.sentence.start)
        view.teller = tellers[turn.name] if turn else publisher
        view.own_words = turn is not None
    return Scene(document, views, spoken, publisher, tuple(sorted(aside.values())))


def _parts(text: str, views: list[View]) -> dict[int, int]:
    """The number at the head of each passage: "2. …" is part 2, anything else 0."""
    found: dict[int, int] = {}
    for view in views:
        opened = re.match(r"(\d{1,2})[.)]\s", text[view.sentence.start : view.sentence.start + 5])
        found.setdefault(view.sentence.passage, int(opened[1]) if opened else 0)
    return found


def _title(document: Document) -> Iterator[int]:
    """Where the headline, as the page's own data has it, begins and ends in the text: it is a passage of its own."""
    start = document.text.find(document.title) if document.title else -1
    if start >= 0:
        yield from (start, start + len(document.title))


def _view(sentence: Sentence, namer: Namer) -> View:
    cut = clauses(sentence.words)
    clause_of = [0] * len(sentence.words)
    for number, clause in enumerate(cut):
        for i in clause.words:
            clause_of[i] = number
    return View(sentence, cut, clause_of, namer.find(sentence.words), topics(sentence.words, clause_of))


def _is_label(spoken: Sequence[Turn], sentence: Sentence) -> bool:
    return any(turn.label <= sentence.start < turn.start for turn in spoken)


def _speaker(turn: Turn, text: str, namer: Namer) -> str:
    if not turn.name:
        return ""
    found: Iterator[str] = (mention.party for mention in namer.find(_words_of(turn.name)))
    return next(found, "")


def _words_of(name: str) -> list[Word]:
    from ceasefire.coding.russian.lemmas import lemma, lemmas

    return [Word(0, 0, len(name), name, lemma(name, "PROPN", {"Case": "Nom"}), lemmas(name), "PROPN", {"Case": "Nom"})]


def _host(url: str) -> str:
    host = urlsplit(url).hostname or ""
    return host.removeprefix("www.").removeprefix("en.")


@cache
def _publishers() -> dict[str, str]:
    known: dict[str, str] = load("russian/roles")["publishers"]
    return known
