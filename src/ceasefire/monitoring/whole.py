"""`ceasefire monitor`, from a case to the whole answer: its terms, its incident data, its claims and its decisions.

Incident data is that on record. Files that are named for this question alone, or those that the case names where none
is on record yet, are read for the moment, and nothing is put on record.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ceasefire.coding.parties import Parties
from ceasefire.errors import QuestionError
from ceasefire.monitoring.assessing import Decided
from ceasefire.monitoring.claims.beside import claims_beside
from ceasefire.monitoring.claims.ledger import Ledger
from ceasefire.monitoring.decisions import assessments_decided, links_decided
from ceasefire.monitoring.gathering import Gathered, gathered
from ceasefire.monitoring.importing.kept import Imported, imported
from ceasefire.monitoring.importing.opening import Refused
from ceasefire.monitoring.importing.running import How, Watch, import_file, silent
from ceasefire.monitoring.monitor import Asked, Beside, monitored, pauses
from ceasefire.monitoring.monitored import DataSet, Monitored
from ceasefire.reasoning.provisions import agenda
from ceasefire.record.case import Case
from ceasefire.record.lasting import LastingRecord
from ceasefire.record.standing import StandingRecord
from ceasefire.record.view import Record

CLAIMS = "claims"
"""What the rows of ledgers are listed under, apart from every source of incidents."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a question brings with it: files of incident data, how they are read, where outlines are.

    `of_the_case` are the files that the case names, read where none are named and none are on record.
    """

    how: How
    paths: tuple[Path, ...] = ()
    of_the_case: tuple[Path, ...] = ()
    outlines: str = ""
    watch: Watch = silent


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer, and the files that could not be read, each with its reason."""

    found: Monitored
    unread: tuple[tuple[str, str, str], ...] = ()


def whole(title: str, record: Record, case: Case | None, asked: Asked, given: Given) -> Answer:
    """The answer for a case, or for documents. Raises QuestionError when there is nothing to hold against anything."""
    held = pauses(record, case, asked)
    lasting = _lasting(record)
    with tempfile.TemporaryDirectory(prefix="ceasefire-") as folder:
        files, unread = _files(lasting, given, Path(folder), asked)
        data = _gathered(files, case, lasting, asked)
    if not data.reports and not data.data:
        raise QuestionError(_nothing(unread))
    regions = given.how.outlines.names if given.how.outlines else _regions(data)
    asked = replace(asked, regions=regions, outlines=given.outlines, record_end=lasting.end()[1] if lasting else "")
    decided = assessments_decided(lasting, asked.known_at) if lasting else ()
    found = monitored(title, held, data, case, asked, _beside(record, case, data, asked, decided))
    return Answer(found, tuple(unread))


def _nothing(unread: Sequence[tuple[str, str, str]]) -> str:
    """Why there is no incident data, and what to do."""
    if unread:
        refused = "; ".join(f"{path}: {detail}" for path, _, detail in unread)
        return f"none of the files of incident data could be read: {refused}"
    return (
        "there is no incident data: import it with `ceasefire incidents CASE FILE…`, list it under incidents in "
        "case.yaml, or name it with --incidents FILE"
    )


def _beside(record: Record, case: Case | None, data: Gathered, asked: Asked, decided: Sequence[Decided]) -> Beside:
    """Claims of the case's ledgers and texts, held against the incidents, and what people decided."""
    statements = record.statements(asked.as_of, asked.known_at)
    about = agenda(statements, case).about
    found = claims_beside(case, statements, data.incidents, asked.regions, about, asked.as_of)
    return Beside(found.checked, found.evidence, decided, _ledger(found.ledger) if found.ledger.rows else None)


def _ledger(read: Ledger) -> DataSet:
    """What became of the rows of ledgers."""
    reasons = Counter(one.reason for one in read.unusable)
    used = read.rows - reasons.total()
    return DataSet(CLAIMS, read.rows, used, dict(sorted(reasons.items())), None, None)


def _gathered(files: Sequence[Imported], case: Case | None, lasting: LastingRecord | None, asked: Asked) -> Gathered:
    parties = Parties.builtin().with_aliases(case.parties) if case else Parties.builtin()
    decisions = links_decided(lasting, asked.known_at) if lasting else []
    return gathered(files, parties, decisions, asked.as_of)


def _lasting(record: Record) -> LastingRecord | None:
    if isinstance(record, StandingRecord):
        return record.lasting
    return record if isinstance(record, LastingRecord) else None


def _files(
    lasting: LastingRecord | None, given: Given, folder: Path, asked: Asked
) -> tuple[list[Imported], list[tuple[str, str, str]]]:
    if not given.paths and lasting is not None and (on_record := imported(lasting, given.watch)):
        known = asked.known_at
        return [one for one in on_record if known is None or one.recorded[:10] <= known.isoformat()], []
    paths = given.paths or given.of_the_case
    found: list[Imported] = []
    unread: list[tuple[str, str, str]] = []
    for path in paths:
        try:
            found.append(_read_now(path, folder, given))
        except Refused as problem:
            unread.append((str(path), problem.reason, problem.detail))
        except OSError as problem:
            unread.append((str(path), "file", problem.strerror or str(problem)))
    return found, unread


def _read_now(path: Path, folder: Path, given: Given) -> Imported:
    """One file, read into a folder that is thrown away."""
    if not path.is_file():
        raise Refused("not there", "there is no such file")
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()
    counts = import_file(path, folder / name, given.how, given.watch)
    return Imported(path.name, name, "", counts, folder / f"{name}.parquet")


def _regions(data: Gathered) -> tuple[str, ...]:
    return tuple(sorted({report.place.region for report, _ in data.rows.values()} - {""}))
