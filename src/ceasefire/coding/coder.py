"""Document → Coded: parse, attribute, cast, find claims, and give each statement its place.

1. Parse the text; find attributions, parties and topics (`scene`).
2. Find claims by the rules (`claims`), keep the strongest act a party and topic.
3. Turn claims into statements with their scope, condition, speaker and quote (`statements`).
4. Join what is said twice: repeated passages are places of one statement.
5. Read who supposes what about whom (`readings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice

from ceasefire.coding.attribution import attributions, to_attribution
from ceasefire.coding.cast import Cast
from ceasefire.coding.parse import parse
from ceasefire.coding.parties import Parties
from ceasefire.coding.readings import readings
from ceasefire.coding.scene import Scene
from ceasefire.coding.statement import Coded
from ceasefire.coding.statements import statements
from ceasefire.reading.document import Document

CODER = "ceasefire-en/1"
RUSSIAN = "ru"
_BATCH = 64


def code(documents: Iterable[Document], *, aliases: Mapping[str, Iterable[str]] | None = None) -> Iterator[Coded]:
    """What the coder of its language makes of each document, in order; `aliases` adds a case's own party names.

    Units of all spans: Unicode code points of `document.text`.
    """
    parties = Parties.builtin()
    if aliases:
        parties = parties.with_aliases(aliases)
    for language, some in groupby(documents, key=lambda document: document.language):
        if language == RUSSIAN:
            from ceasefire.coding.russian.coder import code_russian

            yield from code_russian(some, parties)
        else:
            yield from code_english(some, parties)


def code_english(documents: Iterable[Document], parties: Parties) -> Iterator[Coded]:
    """What the English coder makes of each document, in order."""
    waiting = iter(documents)
    while batch := list(islice(waiting, _BATCH)):
        for document, doc in zip(batch, parse(document.text for document in batch), strict=True):
            said = tuple(attributions(doc))
            scene = Scene(doc, said, Cast(doc, parties, document.published.last))
            yield Coded(
                document,
                tuple(statements(document, scene)),
                tuple(to_attribution(one, _party(scene, one.source_head)) for one in said),
                tuple(readings(scene)),
                CODER,
            )


def _party(scene: Scene, source: object) -> str | None:
    from spacy.tokens import Token

    if not isinstance(source, Token):
        return None
    roles = scene.cast.speaker(source)
    return roles[0].party if roles and roles[0].listed else None
