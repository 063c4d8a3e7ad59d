"""Document → Coded: parse, attribute, cast, find claims, and give each statement its place.

1. Parse the sentences that may hold an attribution or a provision (`skipping`); find attributions.
2. Parse those that the words found so far look at; find parties and topics (`scene`).
3. Find claims by the rules (`claims`), keep the strongest act a party and topic.
4. Turn claims into statements with their scope, condition, speaker and quote (`statements`).
5. Join what is said twice: repeated passages are places of one statement.
6. Read who supposes what about whom (`readings`).
7. Find the calls, meetings, talks and signings that it tells of (`events`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby, islice

from ceasefire.coding.attribution import Said, attributions, to_attribution
from ceasefire.coding.cast import Cast
from ceasefire.coding.claims_bargain import bargains
from ceasefire.coding.claims_threat import threatens
from ceasefire.coding.crew import not_coded
from ceasefire.coding.events import events
from ceasefire.coding.model import passing_words
from ceasefire.coding.parse import Draft, read
from ceasefire.coding.parties import Parties
from ceasefire.coding.readings import readings
from ceasefire.coding.scene import Scene
from ceasefire.coding.skipping import Look
from ceasefire.coding.statement import Coded
from ceasefire.coding.statements import statements
from ceasefire.coding.topics import speaks_of_any
from ceasefire.coding.version import coder_version
from ceasefire.reading.document import Document, Unread

RUSSIAN = "ru"
BATCH = 64
_FEWEST_BATCHES = 2  # with fewer, starting processes costs more than it saves


def code(
    documents: Iterable[Document], *, aliases: Mapping[str, Iterable[str]] | None = None, jobs: int = 1
) -> Iterator[Coded | Unread]:
    """What the coder of its language makes of each document, in order; `aliases` adds a case's own party names.

    `jobs` is how many processes share the work, where there are documents enough. A document that the coder
    cannot get through comes back as `Unread`. Units of all spans: Unicode code points of `document.text`.
    """
    batches = _batches(documents)
    first = list(islice(batches, _FEWEST_BATCHES if jobs > 1 else 0))
    if len(first) == _FEWEST_BATCHES and jobs > 1:
        from ceasefire.coding.crew import code_by_crew

        made = code_by_crew(chain(first, batches), aliases, jobs)
    else:
        parties = with_aliases(aliases)
        made = (code_batch(batch, parties) for batch in chain(first, batches))
    return (_signed(one, aliases) for some in made for one in some)


def _signed(one: Coded | Unread, aliases: Mapping[str, Iterable[str]] | None) -> Coded | Unread:
    """With the coder that made it, by name and version."""
    if isinstance(one, Unread):
        return one
    return replace(one, coder=coder_version(one.document.language, aliases))


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in the batches in which they are coded: the same however many processes there are."""
    waiting = iter(documents)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def with_aliases(aliases: Mapping[str, Iterable[str]] | None) -> Parties:
    """The parties of the vocabulary, and those of a case."""
    return Parties.builtin().with_aliases(aliases) if aliases else Parties.builtin()


def code_batch(documents: Sequence[Document], parties: Parties, *, whole: bool = False) -> list[Coded | Unread]:
    """These documents, coded together; where that fails each alone, so that one spoils no other.

    `whole` parses every sentence, which changes nothing but the time.
    """
    try:
        return list(_by_language(documents, parties, whole))
    except Exception as problem:
        if len(documents) == 1:
            return [not_coded(documents[0], f"{type(problem).__name__}: {problem}")]
        return [made for document in documents for made in code_batch([document], parties, whole=whole)]


def _by_language(documents: Sequence[Document], parties: Parties, whole: bool) -> Iterator[Coded]:
    for language, some in groupby(documents, key=lambda document: document.language):
        if language == RUSSIAN:
            from ceasefire.coding.russian.coder import code_russian

            yield from code_russian(some, parties)
        else:
            with passing_words():
                yield from list(_together(list(some), parties, whole))


def _together(documents: Sequence[Document], parties: Parties, whole: bool) -> Iterator[Coded]:
    looks = [Look(Draft(document.text), parties) for document in documents]
    read((look.draft, look.every if whole else look.first) for look in looks)
    found = [tuple(attributions(look.draft.doc, look.cues)) for look in looks]
    spoken = [bool(look.providing) and _speaks(look) for look in looks]
    read((look.draft, look.further(said, speaks)) for look, said, speaks in zip(looks, found, spoken, strict=True))
    for document, look, said, speaks in zip(documents, looks, found, spoken, strict=True):
        yield _coded(document, look, said, parties, speaks)
        look.draft.doc.user_data.clear()


def _speaks(look: Look) -> bool:
    """The text speaks of a provision, or bargains over something that no name stands for."""
    doc = look.draft.doc
    return speaks_of_any(doc) or (look.bargaining and (threatens(doc) or bargains(doc)))


def _coded(document: Document, look: Look, said: tuple[Said, ...], parties: Parties, speaks: bool) -> Coded:
    """What one document says, now that enough of it is parsed."""
    if not (speaks or look.naming or look.supposing):  # nobody listed is named: the rules about parties find nobody
        return Coded(document, (), tuple(to_attribution(one) for one in said))
    scene = Scene(look.draft.doc, said, Cast(look.draft.doc, parties, document.published.last))
    return Coded(
        document,
        tuple(statements(document, scene)) if speaks else (),
        tuple(to_attribution(one, _party(scene, one.source_head)) for one in said),
        tuple(readings(scene)) if look.supposing else (),
        events=tuple(events(document, scene, (look.draft.bounds[at] for at in sorted(look.telling)))),
    )


def _party(scene: Scene, source: object) -> str | None:
    from spacy.tokens import Token

    if not isinstance(source, Token):
        return None
    roles = scene.cast.speaker(source)
    return roles[0].party if roles and roles[0].listed else None
