"""Russian document → Coded: parse, find who speaks and of what, find claims and events, give each its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ceasefire.coding.parties import Parties
from ceasefire.coding.russian.attribution import attributions
from ceasefire.coding.russian.events import events
from ceasefire.coding.russian.scene import scene
from ceasefire.coding.russian.statements import statements
from ceasefire.coding.statement import Coded
from ceasefire.reading.document import Document


def code_russian(documents: Iterable[Document], parties: Parties) -> Iterator[Coded]:
    """What the Russian coder makes of each document, in order, one at a time.

    Units of all spans: Unicode code points of `document.text`.
    """
    for document in documents:
        laid_out = scene(document, parties)
        said = tuple(statements(document, laid_out))
        # Statements first: they tell each sentence who met and who spoke before it.
        happened = tuple(events(document, laid_out))
        yield Coded(document, said, tuple(attributions(laid_out)), events=happened)
