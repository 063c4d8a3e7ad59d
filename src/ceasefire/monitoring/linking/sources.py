"""What a row of a source is: an event, a report of which an event may have many, or an alert."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ceasefire.errors import QuestionError
from ceasefire.monitoring.linking.arrays import Bools
from ceasefire.monitoring.linking.columns import Columns
from ceasefire.vocabulary import load

EVENT, REPORT, ALERT = "event", "report", "alert"
KINDS = (EVENT, REPORT, ALERT)


def kinds(sources: tuple[str, ...], declared: Mapping[str, str]) -> dict[str, str]:
    """What a row of each source is: as declared, else as the vocabulary says, else an event.

    Raises QuestionError when something else is declared.
    """
    for source, kind in sorted(declared.items()):
        if kind not in KINDS:
            raise QuestionError(f"a row of {source!r} cannot be {kind!r}: choose one of {', '.join(KINDS)}")
    known: Mapping[str, str] = {**load("linking")["rows"], **declared}
    return {source: known.get(source, EVENT) for source in sources}


def rows_of_kind(columns: Columns, kinds_of: Mapping[str, str], kind: str) -> Bools:
    """Which reports come from sources whose rows are of one kind."""
    of_source = np.array([kinds_of[source] == kind for source in columns.sources] or [False], dtype=np.bool_)
    return of_source[columns.source]
