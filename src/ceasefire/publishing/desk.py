"""The desk that sections are written at: titles, numbers of citations and lines that cannot lose them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ceasefire.coding.statement import Reading, Statement
from ceasefire.publishing.brief import Citation, Line, Section
from ceasefire.publishing.facts import Facts
from ceasefire.publishing.inert import one_line
from ceasefire.publishing.wording import act_sentence, listed, name, phrase, reading_sentence, start
from ceasefire.reading.document import Document
from ceasefire.reasoning.blockers import broadest_first
from ceasefire.reasoning.state import Position, Provision
from ceasefire.vocabulary import load

Place = tuple[str, int, int]


class Desk:
    """What every section needs to know of the facts, looked up once."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.statements = {said.id: said for said in facts.statements()}
        self.documents: dict[str, Document] = {document.id: document for document in facts.documents()}
        self.provisions = {provision.id: provision for provision in facts.provisions}
        self._titles = Counter(provision.title for provision in facts.provisions)
        self._provision_of = _provisions_of_statements(facts)
        self.citations = _numbered(self)
        self._numbers: dict[Place, int] = {(one.document, one.start, one.end): one.number for one in self.citations}

    def title(self, provision: str) -> str:
        """A provision's title, with the parties of its conflict where two share it; its id in words without one."""
        known = self.provisions.get(provision)
        if known is None or not known.title:
            return start(one_line(provision.replace("-", " ")))
        if self._titles[known.title] < 2:
            return start(one_line(known.title))
        conflict = listed([name(party) for party in known.conflict]) or provision
        return start(phrase("provision_of", title=known.title, conflict=conflict))

    def title_of(self, statement: Statement) -> str:
        """The title of what a statement is about."""
        return self.title(self._provision_of.get(statement.id, statement.provision))

    def statements_on(self, provision: str) -> list[Statement]:
        """The statements about a provision, document by document."""
        return [said for said in self.statements.values() if self._provision_of.get(said.id) == provision]

    def sentence(self, statement: Statement) -> str:
        """What a statement says, in a sentence."""
        return act_sentence(statement, self.title_of(statement))

    def cite(self, statements: Iterable[str]) -> tuple[int, ...]:
        """The citation numbers of statements, each once, in order."""
        known = (self.statements[one] for one in statements if one in self.statements)
        return tuple(sorted({self._numbers[said.document, said.start, said.end] for said in known}))

    def cite_reading(self, document: str, reading: Reading) -> tuple[int, ...]:
        """The citation number of an interpretation."""
        return (self._numbers[document, reading.start, reading.end],)

    def line(self, text: str, statements: Iterable[str], *, mark: str = "", quoted: bool = False) -> Line:
        """A line that cites statements; with none to cite it says that it rests on no words."""
        numbers, sentence = self.cite(statements), start(one_line(text))
        if numbers:
            return Line(sentence, numbers, mark=mark, quoted=quoted)
        return Line(phrase("no_words", sentence=sentence), rests_on="nothing", mark=mark)

    def positions_on(self, provision: str) -> list[Position]:
        """The positions on a provision that rest on words, by party."""
        return sorted(
            (one for one in self.facts.positions if one.provision == provision and one.statements),
            key=lambda one: one.party,
        )

    def ranked(self) -> list[Provision]:
        """The provisions that somebody has a position on, the broadest first."""
        spoken = {one.provision for one in self.facts.positions if one.statements}
        return sorted(
            (self.provisions.get(one) or Provision(one, self.title(one), one) for one in sorted(spoken)),
            key=broadest_first,
        )

    def document_name(self, document: Document) -> str:
        """A document as lines name it: its title, or where it came from."""
        return document.title or document.origin


def section(name: str, lines: Iterable[Line]) -> Section:
    """A section under its heading; without lines it says that nothing is on record."""
    words = load("wording")["sections"][name]
    kept = tuple(lines) or (Line(phrase("absence"), rests_on="nothing"),)
    return Section(name, words["title"], kept, words.get("intro", ""))


def merged(lines: Iterable[Line]) -> list[Line]:
    """Lines of the same words as one line with all their citations, in the order of the first."""
    kept: dict[tuple[str, str], Line] = {}
    for line in lines:
        key = (line.text, line.mark)
        earlier = kept.get(key)
        both = line if earlier is None else replace(earlier, citations=(*earlier.citations, *line.citations))
        kept[key] = replace(both, citations=tuple(sorted(set(both.citations))))
    return list(kept.values())


def _provisions_of_statements(facts: Facts) -> dict[str, str]:
    of_statement = dict(facts.provision_of)
    for position in facts.positions:
        for one in (*position.statements, *position.contradicted_by):
            of_statement.setdefault(one, position.provision)
    return of_statement


def _places(desk: Desk, said: Statement) -> list[Place]:
    """Every place that says the same and whose document the brief has."""
    own = [(said.document, place.start, place.end) for place in said.places]
    return [*own, *(place for place in desk.facts.places.get(said.id, ()) if place[0] in desk.documents)]


def _numbered(desk: Desk) -> tuple[Citation, ...]:
    """Every place that carries a statement or an interpretation, numbered in the order of the documents."""
    citations: list[Citation] = []
    for coded in desk.facts.in_order():
        places: dict[tuple[int, int], tuple[list[Statement], list[Reading]]] = {}
        for said in coded.statements:
            places.setdefault((said.start, said.end), ([], []))[0].append(said)
        for reading in coded.readings:
            places.setdefault((reading.start, reading.end), ([], []))[1].append(reading)
        for (begin, end), (statements, readings) in sorted(places.items(), key=lambda item: item[0]):
            statements.sort(key=lambda said: (said.actor, said.act, said.id))
            again = {place for said in statements for place in _places(desk, said)}
            again -= {(coded.document.id, begin, end)}
            citations.append(
                Citation(
                    number=len(citations) + 1,
                    document=coded.document.id,
                    start=begin,
                    end=end,
                    quote=coded.document.text[begin:end],
                    statements=tuple(said.id for said in statements),
                    sentences=tuple(
                        dict.fromkeys(
                            [desk.sentence(said) for said in statements] + [reading_sentence(one) for one in readings]
                        )
                    ),
                    again=tuple(sorted(again)),
                )
            )
    return tuple(citations)
