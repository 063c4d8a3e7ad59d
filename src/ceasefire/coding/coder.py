"""Document → Coded: parse, attribute, cast, find claims, and give each statement its place.

1. Parse the sentences that may hold an attribution or a provision (`skipping`); find attributions.
2. Parse those that the words found so far look at; find parties and topics (`scene`).
3. Find claims by the rules (`claims`), keep the strongest act a party and topic.
4. Turn claims into statements with their scope, condition, speaker and quote (`statements`).
5. Join what is said twice: repeated passages are places of one statement.
6. Read who supposes what about whom (`readings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from ceasefire.coding.attribution import Said, attributions, to_attribution
from ceasefire.coding.cast import Cast
from ceasefire.coding.parse import Draft, read
from ceasefire.coding.parties import Parties
from ceasefire.coding.readings import readings
from ceasefire.coding.scene import Scene
from ceasefire.coding.skipping import Look
from ceasefire.coding.statement import Coded
from ceasefire.coding.statements import statements
from ceasefire.coding.topics import speaks_of_any
from ceasefire.reading.document import Document

CODER = "ceasefire-en/1"
BATCH = 64


def code(documents: Iterable[Document], *, aliases: Mapping[str, Iterable[str]] | None = None) -> Iterator[Coded]:
    """What the English coder makes of each document, in order; `aliases` adds a case's own party names.

    Units of all spans: Unicode code points of `document.text`.
    """
    parties = with_aliases(aliases)
    waiting = iter(documents)
    while batch := list(islice(waiting, BATCH)):
        yield from code_batch(batch, parties)


def with_aliases(aliases: Mapping[str, Iterable[str]] | None) -> Parties:
    """The parties of the vocabulary, and those of a case."""
    return Parties.builtin().with_aliases(aliases) if aliases else Parties.builtin()


def code_batch(documents: Sequence[Document], parties: Parties, *, whole: bool = False) -> list[Coded]:
    """These documents, coded together; `whole` parses every sentence, which changes nothing but the time."""
    looks = [Look(Draft(document.text), parties) for document in documents]
    read((look.draft, look.every if whole else look.first) for look in looks)
    found = [tuple(attributions(look.draft.doc, look.cues)) for look in looks]
    spoken = [bool(look.providing) and speaks_of_any(look.draft.doc) for look in looks]
    read((look.draft, look.further(said, speaks)) for look, said, speaks in zip(looks, found, spoken, strict=True))
    return [
        _coded(document, look, said, parties, speaks)
        for document, look, said, speaks in zip(documents, looks, found, spoken, strict=True)
    ]


def _coded(document: Document, look: Look, said: tuple[Said, ...], parties: Parties, speaks: bool) -> Coded:
    """What one document says, now that enough of it is parsed."""
    if not (speaks or look.naming or look.supposing):  # nobody listed is named: the rules about parties find nobody
        return Coded(document, (), tuple(to_attribution(one) for one in said), (), CODER)
    scene = Scene(look.draft.doc, said, Cast(look.draft.doc, parties, document.published.last))
    return Coded(
        document,
        tuple(statements(document, scene)) if speaks else (),
        tuple(to_attribution(one, _party(scene, one.source_head)) for one in said),
        tuple(readings(scene)) if look.supposing else (),
        CODER,
    )


def _party(scene: Scene, source: object) -> str | None:
    from spacy.tokens import Token

    if not isinstance(source, Token):
        return None
    roles = scene.cast.speaker(source)
    return roles[0].party if roles and roles[0].listed else None
