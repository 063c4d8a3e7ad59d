"""Documents into a lasting record: what it has is passed over, the rest is coded and recorded one by one.

What the record has as the present coder reads it costs a look, so reading again costs little and adds nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ceasefire.coding.statement import Coded
from ceasefire.reading.document import Document, Unread
from ceasefire.record.lasting import KNOWN, NOT_READ, LastingRecord, NameTaken

Recorded = tuple[Document | Unread, str]
"""A document or what could not be read, and what it was to the record: `lasting.OUTCOMES`."""

Aliases = Mapping[str, Iterable[str]] | None


def take_in(
    record: LastingRecord,
    items: Iterable[Document | Unread],
    aliases: Aliases,
    jobs: int,
    progress: Callable[[str, str], None],
) -> Iterator[Recorded]:
    """Each item as it is recorded, and what it was to the record; documents are coded by so many processes."""
    from ceasefire.coding import code

    desk = _Desk(record, aliases, progress)
    for made in code(desk.to_be_coded(items), aliases=aliases, jobs=jobs):
        yield from desk.passed_over()
        yield desk.recorded(made)
    yield from desk.passed_over()


@dataclass(slots=True)
class _Desk:
    record: LastingRecord
    aliases: Aliases
    progress: Callable[[str, str], None]
    passed: deque[Recorded] = field(default_factory=deque)

    def to_be_coded(self, items: Iterable[Document | Unread]) -> Iterator[Document]:
        """The documents that this coder has yet to read, each under the id that it has on record."""
        from ceasefire.coding.version import coder_version

        for item in items:
            self.progress("read", item.origin)
            if isinstance(item, Unread):
                self.passed.append(self._unread(item))
                continue
            held = self.record.held(item, coder_version(item.language, self.aliases))
            if held.read:
                self.passed.append((replace(item, id=held.name), KNOWN))
            else:
                yield replace(item, id=held.name, copy=None)

    def passed_over(self) -> Iterator[Recorded]:
        """What needed no coding, in the order in which it came."""
        while self.passed:
            yield self.passed.popleft()

    def recorded(self, made: Coded | Unread) -> Recorded:
        """Records what was made of a document; anew under another id where its own was taken in the meantime."""
        from ceasefire.coding import code

        while not isinstance(made, Unread):
            try:
                outcome = self.record.add(made)
            except NameTaken:
                name = self.record.held(made.document, made.coder).name
                made = next(code([replace(made.document, id=name)], aliases=self.aliases))
            else:
                self.progress("coded", made.document.origin)
                return made.document, outcome
        return self._unread(made)

    def _unread(self, item: Unread) -> Recorded:
        return item, NOT_READ if self.record.add_unread(item) else KNOWN
