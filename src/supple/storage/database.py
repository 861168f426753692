"""Opens the history's database: checks it, backs it up, brings it to the newest schema, and says what is wrong."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.storage import DATABASE, REVISIONS
from supple.storage.copies import FOLDER as COPIES
from supple.storage.copies import CopyError, best_copy, keep_copy
from supple.storage.faults import history_error, sorted_faults
from supple.storage.files import make_private_folder, private_file
from supple.storage.half_restored import take_back
from supple.storage.history import SqlHistory
from supple.storage.inspect import DatabaseState, Inspection, inspect, lenient_text
from supple.storage.log_care import settle_log
from supple.storage.looking import sweep
from supple.storage.schema import metadata
from supple.storage.wal import log_of

_BUSY_S = 2.0  # how long a write waits for another program, such as an import, to let go of the file
_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def open_history(folder: Path, *, now: datetime, fresh: bool = False) -> SqlHistory:
    """The history in `folder`, made if there is none, at the newest schema; nobody else may be opening it meanwhile.

    Raises HistoryError: MISSING, READ_ONLY, FULL, IO for the folder; DAMAGED and TOO_NEW for the file, which is
    then left as it is; GONE when there is none but a copy of one, unless it shall be `fresh`. A copy is kept before a
    migration: no copy, no migration. What was done about the log is in `log_care` of what is returned.
    """
    path = folder / DATABASE
    with sorted_faults(path):
        make_private_folder(folder)
        taken_back = take_back(folder)
        sweep(folder)
        care = settle_log(path, now=now)
        if not fresh and not path.exists():
            look_for_copy(path)
        if not path.exists() or path.is_file():
            private_file(path)
        if (folder / COPIES).exists():
            make_private_folder(folder / COPIES)
        found = inspect(path)
    if found.state is DatabaseState.DAMAGED:
        raise HistoryError(Trouble.DAMAGED, found.detail)
    if found.state is DatabaseState.TOO_NEW:
        raise HistoryError(Trouble.TOO_NEW, found.detail)
    if found.state is DatabaseState.EMPTY and not fresh:
        look_for_copy(path)
    engine = connect(path)
    try:
        with sorted_faults(path):
            _bring_up_to_date(engine, path, found, now)
    except BaseException:
        engine.dispose()
        raise
    return SqlHistory(engine, log_care=care, restore_taken_back=taken_back)


def look_for_copy(path: Path) -> None:
    """An empty history beside a copy that holds something is no first start: raises HistoryError of Trouble.GONE."""
    copy = best_copy(path)
    if copy is not None:
        raise HistoryError(Trouble.GONE, f"{copy.path.name} holds {copy.holds.records} records")


def connect(path: Path) -> Engine:
    """An engine on the file `path`, which is there; its transactions are SQLite's own, its errors are sorted."""
    address = URL.create("sqlite", database=path.as_uri(), query={"mode": "rw", "uri": "true"})
    # hide_parameters: what a person has written stands in no message and in no log.
    engine = create_engine(address, connect_args={"timeout": _BUSY_S}, hide_parameters=True)
    watch = _Watch(path)
    event.listen(engine, "do_connect", watch.allow)
    event.listen(engine, "connect", watch.prepare)
    event.listen(engine, "begin", watch.begin)
    event.listen(engine, "handle_error", watch.sort)
    return engine


def open_memory_history() -> SqlHistory:
    """A history that holds nothing yet and is gone when it is closed."""
    engine = connect_in_memory()
    with engine.begin() as connection:
        create_schema(connection)
    return SqlHistory(engine)


def connect_in_memory() -> Engine:
    """An engine on a database that nobody keeps: one connection, for which threads wait for each other."""
    engine = create_engine(
        "sqlite://",
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def create_schema(connection: Connection) -> None:
    """Make the newest schema in an empty database: what all migrations together make, without Alembic's import."""
    metadata.create_all(connection)
    connection.exec_driver_sql(_VERSION_TABLE)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISIONS[-1],))


def _bring_up_to_date(engine: Engine, path: Path, found: Inspection, now: datetime) -> None:
    if found.state is DatabaseState.EMPTY:
        with engine.begin() as connection:
            create_schema(connection)
        return
    if found.state is DatabaseState.OLD:
        from supple.storage.migrations.run import upgrade  # Alembic takes 220 ms and is seldom needed

        try:
            keep_copy(path, now=now, reason=f"before-{REVISIONS[-1]}")
        except CopyError as error:  # what a quick look does not see
            raise HistoryError(Trouble.DAMAGED, str(error)) from error
        with engine.connect() as connection:
            upgrade(connection)


class _Watch:
    """Looks after the connections to one file: their settings, their transactions, their errors."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._first: tuple[int, int] | None = None

    def allow(self, *_of: object) -> None:
        """Before a connection is made: not to another file than the first one, beside which our log would lie."""
        if self._first is not None and self._first != self._file():
            raise HistoryError(Trouble.MISSING, f"{self._path} was taken away")

    def prepare(self, connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        """Set up a new connection."""
        self._first = self._first or self._file()
        record.info["file"] = self._file()
        _prepare(connection)
        with closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")

    def begin(self, connection: Connection) -> None:
        """Begin a transaction, if the file is still the one that was opened: SQLite would write to a deleted one."""
        if connection.info["file"] != self._file():
            connection.invalidate()
            raise HistoryError(Trouble.MISSING, f"{self._path} was taken away")
        self._watch_log(connection)
        _begin(connection)

    def _watch_log(self, connection: Connection) -> None:
        """A log that was deleted is still open: what is in it is saved into the file, which is then opened anew."""
        there = _identity(log_of(self._path))
        known = connection.info.setdefault("log", there) or there
        connection.info["log"] = known
        if known == there:
            return
        driver = connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection):
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._first = (0, 0)  # no file at all: whoever opens the history again looks at what is there
        connection.invalidate()
        raise HistoryError(Trouble.MISSING, f"the log of {self._path} was taken away")

    def sort(self, context: ExceptionContext) -> HistoryError | None:
        """What SQLAlchemy shall raise in place of the error; None leaves it."""
        error = context.original_exception
        return history_error(error, self._path) if isinstance(error, sqlite3.Error) else None

    def _file(self) -> tuple[int, int] | None:
        """Which file it is; None when it is gone."""
        return _identity(self._path)


def _prepare(connection: sqlite3.Connection, *_of: object) -> None:
    """Set up a new connection to any database."""
    connection.isolation_level = None  # or sqlite3 commits before DDL and a migration cannot be rolled back
    connection.text_factory = lenient_text
    with closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA secure_delete = ON")  # what was deleted does not lie in the file as free room


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
