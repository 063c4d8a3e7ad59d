"""Where a case keeps its record: a file in its folder, or a PostgreSQL database that the case file names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ceasefire.errors import CaseError

FILE = "record.db"
KEPT = "kept"
STANDING = "record.standing"
AGENDA = "record.agenda"
INCIDENTS = "incidents"
VARIABLE = "CEASEFIRE_RECORD"
"""An environment variable that names a database for cases whose file names none."""

OF_THE_CASE = ("case.yaml", FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal", STANDING, AGENDA, KEPT, INCIDENTS)
"""What lies in a case's folder and is no source."""


@dataclass(frozen=True, slots=True)
class Address:
    """The database, the schema in it that holds this record ("" for the default one), and the folder of kept bytes."""

    url: str
    kept: Path
    schema: str = ""
    file: Path | None = None

    @property
    def where(self) -> str:
        """The place as messages name it, without a password."""
        if self.file is not None:
            return str(self.file)
        from sqlalchemy import make_url

        return make_url(self.url).render_as_string(hide_password=True) + (f" ({self.schema})" if self.schema else "")


def address_of(folder: Path, record: str = "", environment: Mapping[str, str] | None = None) -> Address:
    """Where the case in a folder keeps its record.

    `record` is what its case file says; without it the environment's CEASEFIRE_RECORD, and without that a file
    in the folder. In an address, "{case}" stands for the folder's name. Raises CaseError when it is no address.
    """
    named = record or (environment or {}).get(VARIABLE, "")
    kept = folder / KEPT
    if not named:
        file = folder / FILE
        return Address(f"sqlite:///{file}", kept, file=file)
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(named.replace("{case}", _plain(folder.resolve().name)))
    except ArgumentError:
        raise CaseError(f"{named!r} is no address of a record; write {FORMS}, or leave it out for {FILE}") from None
    if url.get_backend_name() == "sqlite" and url.database:
        file = folder / url.database
        return Address(f"sqlite:///{file}", kept, file=file)
    if url.get_backend_name() != "postgresql":
        raise CaseError(f"a record cannot be kept in {url.get_backend_name()!r}; write {FORMS}")
    query = dict(url.query)
    schema = str(query.pop("schema", ""))
    bare = url.set(query=query, drivername="postgresql+psycopg")
    return Address(bare.render_as_string(hide_password=False), kept, schema)


def _plain(name: str) -> str:
    return "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in name.lower())


FORMS = '"postgresql://user@host/database?schema=name" or "sqlite:///other.db"'
