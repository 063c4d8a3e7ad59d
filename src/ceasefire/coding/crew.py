"""Coding by several processes: batches go out as workers are free, and what they make comes back in order.

No more batches are ahead of the one that is awaited than each worker can hold two of, so that memory does not
grow with the number of documents. A worker that dies takes one document with it, which is told as unread.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any

from ceasefire.coding.statement import Coded
from ceasefire.reading.document import Document, Unread

Batch = list[Document]
Made = list[Coded | Unread]
Aliases = Mapping[str, Iterable[str]] | None

_AHEAD = 2  # batches a worker, at work or waiting for their turn


def code_by_crew(batches: Iterator[Batch], aliases: Aliases, jobs: int) -> Iterator[Made]:
    """What `jobs` processes make of the batches, in their order."""
    crew = [_Worker(aliases) for _ in range(jobs)]
    try:
        yield from _in_order(batches, crew)
    finally:
        for worker in crew:
            worker.stop()


def _in_order(batches: Iterator[Batch], crew: list[_Worker]) -> Iterator[Made]:
    ahead: deque[list[Made]] = deque()  # one place a batch; what it holds is empty until the batch is done
    while True:
        if ahead and ahead[0]:
            yield ahead.popleft()[0]
            continue
        free = next((worker for worker in crew if worker.place is None), None)
        if free is not None and len(ahead) < _AHEAD * len(crew) and (batch := next(batches, None)) is not None:
            ahead.append([])
            free.begin(batch, ahead[-1])
            continue
        if not ahead:
            return
        for worker in _ready(crew):
            worker.end()


def _ready(crew: list[_Worker]) -> list[_Worker]:
    """The workers that have finished, or died, once one has."""
    busy = {worker.line: worker for worker in crew if worker.place is not None}
    return [busy[line] for line in wait(list(busy)) if isinstance(line, Connection)]


class _Worker:
    """A process that codes one batch at a time."""

    def __init__(self, aliases: Aliases) -> None:
        self._aliases = {name: list(names) for name, names in aliases.items()} if aliases else None
        self.place: list[Made] | None = None
        self._batch: Batch = []
        self._start()

    def begin(self, batch: Batch, place: list[Made]) -> None:
        """Send a batch off; what comes of it will be put into `place`."""
        self._batch, self.place = batch, place
        self._send(batch)

    def end(self) -> None:
        """Put what came of the batch into its place; where the process died, code each document alone."""
        assert self.place is not None
        made = self._answer()
        self.place.append(made if made is not None else [self._alone(document) for document in self._batch])
        self.place = None

    def stop(self) -> None:
        """End the process, at work or not."""
        self.line.close()
        self._process.terminate()
        self._process.join()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._aliases), daemon=True)
        self._process.start()
        theirs.close()

    def _send(self, batch: Batch) -> None:
        with suppress(OSError):  # where it has died, the answer will say so
            self.line.send(batch)

    def _answer(self) -> Made | None:
        """What the process sends back; None when it has died, and another stands in its place."""
        try:
            made: Made = self.line.recv()
            return made
        except (EOFError, OSError):
            self.stop()
            self._start()
            return None

    def _alone(self, document: Document) -> Coded | Unread:
        self._send([document])
        made = self._answer()
        return made[0] if made is not None else not_coded(document, "the process that coded it died")


def not_coded(document: Document, problem: str) -> Unread:
    """A document that was read but that the coder could not get through."""
    detail = f"{problem[:1].upper()}{problem[1:]}. The other documents are coded; please report this text."
    return Unread(document.id, document.origin, "not-coded", detail, document.sha256)


def _work(line: Connection, aliases: Any) -> None:
    """What a worker does: code what comes until nothing more does. Ctrl-C is its parent's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from ceasefire.coding.coder import code_batch, with_aliases

    parties = with_aliases(aliases)
    with suppress(EOFError, OSError):  # the parent has gone
        while True:
            line.send(code_batch(line.recv(), parties))
