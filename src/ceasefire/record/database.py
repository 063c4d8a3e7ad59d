"""A record's database: SQLite (one file, WAL) or PostgreSQL, brought to the present schema, one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError

from ceasefire.errors import RecordError
from ceasefire.record.address import Address
from ceasefire.record.log_end import PRESENT, WAIT_SECONDS
from ceasefire.record.sqlite_file import asked, may_write

LONGEST_REASON = 120

_WRITING = "ceasefire_writing"


class Database:
    """Where a record's tables are; made or migrated when it is opened."""

    def __init__(self, address: Address, *, create: bool = True) -> None:
        """Opens the database. Without `create` a record that is not there is refused. Raises RecordError."""
        self.address = address
        if address.file is not None and not address.file.is_file() and not create:
            raise RecordError(f"there is no record at {address.where}; `ceasefire read` makes one")
        self.engine = _engine(address, make_schema=create)
        with self._told():
            self._bring_up_to_date(create)

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the record as it is at one moment."""
        with self._told(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer shares; all of it is kept at its end, or nothing."""
        with self._told(), self.engine.connect() as connection:
            connection = connection.execution_options(**{_WRITING: True})
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(current_schema()))"))
                yield connection

    def close(self) -> None:
        """Lets go of every connection."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A fault of the database, told as what a user can do something about."""
        try:
            yield
        except DBAPIError as problem:
            raise _unusable(self.address, problem) from problem

    def _bring_up_to_date(self, create: bool) -> None:
        with self.engine.connect() as connection:
            made = "alembic_version" in inspect(connection).get_table_names()
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if made else ""
        if found == PRESENT:
            return
        if not found and not create:
            raise RecordError(f"there is no record at {self.address.where}; `ceasefire read` makes one")
        if found and found > PRESENT:
            raise RecordError(
                f"the record at {self.address.where} was written by a newer version (schema {found}, "
                f"this one knows {PRESENT}); install that version"
            )
        with self.writing() as connection:
            _migrate(connection)


def has_record(address: Address) -> bool:
    """Whether there is a record at an address; one that cannot be reached is told as RecordError."""
    if address.file is not None and not address.file.is_file():
        return False
    try:
        with _engine(address, make_schema=False).connect() as connection:
            return inspect(connection).has_table("alembic_version")
    except DBAPIError as problem:
        raise _unusable(address, problem) from problem


def _unusable(address: Address, problem: DBAPIError) -> RecordError:
    reason = (str(problem.orig).strip() or "no reason given").splitlines()[0][:LONGEST_REASON]
    return RecordError(
        f"the record at {address.where} cannot be used ({reason}); see that its database is there, "
        "that you may write to it, and that its disk is not full"
    )


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _engine(address: Address, *, make_schema: bool = True) -> Engine:
    if address.file is not None:
        readable = address.file.is_file() and not may_write(address.file)
        where = _read_only(address.file.resolve()) if readable else address.url
        engine = create_engine(where, connect_args={"timeout": WAIT_SECONDS})
        if not readable:
            event.listen(engine, "connect", _tuned)
        event.listen(engine, "begin", _begun)
        return engine
    options = f"-csearch_path={address.schema}" if address.schema else ""
    engine = create_engine(address.url, connect_args={"options": options} if options else {})
    if address.schema and make_schema:
        _make_schema(engine, address)
    return engine


def _read_only(file: Path) -> URL:
    return URL.create("sqlite", database=file.as_uri(), query={**asked(file), "uri": "true"})


def _make_schema(engine: Engine, address: Address) -> None:
    """The schema is made where it is missing; two processes that make it at once both go on."""
    quoted = engine.dialect.identifier_preparer.quote(address.schema)
    try:
        with engine.connect() as connection, connection.begin():
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": address.schema})
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {quoted}"))
    except DBAPIError as problem:
        raise _unusable(address, problem) from problem


def _tuned(connection: Any, _: Any) -> None:
    """WAL lets readers go on beside a writer; what was kept is on the disk before the next thing is done."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    """A writer takes its turn at the start, so that what it looked up is still so when it writes."""
    writes = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
