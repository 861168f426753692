"""Restoring a backup: everything in it is looked at before anything is touched, and what it replaces is kept."""

import errno
import json
import lzma
import shutil
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from supple.domain.trouble import SurroundingsError
from supple.storage import DATABASE
from supple.storage.backup import FORMAT, MANIFEST, Manifest, sum_of
from supple.storage.copies import move_into
from supple.storage.faults import sorted_faults
from supple.storage.files import SETTINGS_FILE, private_file
from supple.storage.half_restored import UnfinishedRestore, forget, note, take_back
from supple.storage.inspect import DatabaseState, inspect
from supple.storage.log_care import aside_folder
from supple.storage.looking import work_place
from supple.storage.settings_file import decode_settings
from supple.storage.whole import IntegrityReport, read_through

_MOST_BYTES = {MANIFEST: 1024**2, SETTINGS_FILE: 4 * 1024**2, DATABASE: 1024**3}  # no lifetime comes near it
_PIECE = 1024 * 1024
_NOT_WHOLE = "is not a whole backup of Supple."
_NEWER = "was made by a newer version of Supple: install that version to restore it."
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    KeyError,
    EOFError,
    ValueError,
    TypeError,
    OverflowError,
    AttributeError,
    RuntimeError,
    MemoryError,
)
"""What Python's zipfile raises for archives that somebody else wrote, or a disk has spoilt."""


class BackupError(SurroundingsError):
    """A file is no backup that can be used; its text completes "FILE ..."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a backup holds: `history` None without one, `settings` None without them, False for some nobody can read."""

    made_at: datetime
    history: IntegrityReport | None
    settings: bool | None
    names: tuple[str, ...]


def look_into(file: Path, folder: Path) -> Contents:
    """What the backup `file` holds, looked at as for restoring it to `folder`; raises BackupError and OSError."""
    with work_place(folder) as place:
        return unpack(file, place)


def restore(file: Path, folder: Path, *, now: datetime) -> Path | None:
    """Put the backup `file` in the place of the data in `folder`; nobody else may have them open.

    The replaced data are kept in a folder beside them, which is returned; None if there were none.
    Raises BackupError when the backup is not whole, OSError and HistoryError; then the data are as they were. Killed
    at any moment it is taken back by the next start.
    """
    take_back(folder)
    with work_place(folder) as place:
        contents = unpack(file, place)
        # The settings last: as long as anything waits they are the person's own.
        names = sorted(contents.names, key=[DATABASE, SETTINGS_FILE].index)
        replaced = [name for name in names if (folder / name).exists()]
        with sorted_faults(folder / DATABASE):
            aside = aside_folder(folder / DATABASE, now=now) if replaced else None
            note(
                folder,
                UnfinishedRestore(place=str(place), aside=aside.name if aside else "", names=tuple(names)),
            )
            try:
                if aside is not None:
                    _set_aside(folder, replaced, aside)
                for name in names:
                    (place / name).replace(folder / name)
            except OSError:
                take_back(folder)
                raise
            forget(folder)
        return aside


def _set_aside(folder: Path, names: list[str], aside: Path) -> None:
    """Move what is replaced into `aside`; a copy of settings that stay goes with the history."""
    if DATABASE in names:
        move_into(aside, folder / DATABASE)
    if (folder / SETTINGS_FILE).exists():
        private_file(aside / SETTINGS_FILE)
        shutil.copyfile(folder / SETTINGS_FILE, aside / SETTINGS_FILE)


def unpack(file: Path, place: Path) -> Contents:
    """Unpack the backup `file` into the folder `place` and look at every part of it."""
    if file.is_dir():
        raise BackupError("is a folder: choose the file of the backup in it.")
    if file.exists() and not file.is_file():
        raise BackupError("is a device and no file: choose the file of a backup.")
    with _sorted(), zipfile.ZipFile(file) as archive:
        manifest = _manifest(archive)
        for name in manifest.files:
            _extract(archive, name, place)
    for name, checksum in manifest.files.items():
        if sum_of(place / name) != checksum:
            raise BackupError(f"is damaged: {name} in it is not what was saved.")
    history = _look_at(place / DATABASE) if DATABASE in manifest.files else None
    settings = _can_be_read(place / SETTINGS_FILE) if SETTINGS_FILE in manifest.files else None
    if history is None and not settings:
        raise BackupError(f"is damaged: {SETTINGS_FILE} in it cannot be read.")
    names = tuple(name for name in manifest.files if name != SETTINGS_FILE or settings)
    return Contents(made_at=manifest.made_at, history=history, settings=settings, names=names)


@contextmanager
def _sorted() -> Iterator[None]:
    """Turn what a spoilt archive does into BackupError; an OSError of the disk stays one."""
    try:
        yield
    except _ZIP_FAULTS as error:
        raise BackupError(_NOT_WHOLE) from error
    except OSError as error:
        if error.errno in (None, errno.EINVAL):  # so bz2 and zipfile say of their data
            raise BackupError(_NOT_WHOLE) from error
        raise


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    content = b"".join(_pieces(archive, MANIFEST))
    told = json.loads(content)
    if told.get("format", 0) > FORMAT:
        raise BackupError(_NEWER)
    try:
        manifest = msgspec.convert(told, Manifest)
    except msgspec.MsgspecError as error:
        raise BackupError(_NOT_WHOLE) from error
    if not manifest.files or not set(manifest.files) <= {DATABASE, SETTINGS_FILE}:
        raise BackupError("holds files that no backup of Supple has.")
    return manifest


def _extract(archive: zipfile.ZipFile, name: str, place: Path) -> None:
    """Write one member to `place`, under its own plain name."""
    if PurePosixPath(name).name != name:
        raise BackupError(_NOT_WHOLE)
    target = place / name
    target.touch(mode=0o600)
    with target.open("wb") as out:
        for piece in _pieces(archive, name):
            out.write(piece)


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The content of one member; BackupError for more than it can have, whatever it says of itself."""
    left = _MOST_BYTES[name]
    with archive.open(name) as packed:
        while piece := packed.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise BackupError(f"is no backup of Supple: {name} in it is far too large.")
            yield piece


def _look_at(database: Path) -> IntegrityReport:
    damaged = "is damaged: the history in it cannot be read."
    try:
        found = inspect(database, thorough=True)
        if found.state is DatabaseState.TOO_NEW:
            raise BackupError(_NEWER)
        if found.state is DatabaseState.EMPTY:
            return IntegrityReport(records=0, sessions=0, unreadable=0, orphans=0, newest="")
        if found.state not in (DatabaseState.CURRENT, DatabaseState.OLD):
            raise BackupError(damaged)
        if found.state is DatabaseState.CURRENT and not _is_ours(database):
            raise BackupError("holds a history that Supple did not write.")
        return read_through(database)
    except sqlite3.Error as error:
        raise BackupError(damaged) from error


def _is_ours(database: Path) -> bool:
    """Whether its schema is to the letter the one that this version makes."""
    from supple.storage.database import connect_in_memory, create_schema

    engine = connect_in_memory()
    with engine.begin() as connection:
        create_schema(connection)
        ours = _letters([tuple(row) for row in connection.exec_driver_sql(_SCHEMA)])
    engine.dispose()
    with closing(sqlite3.connect(database)) as theirs:
        return _letters(theirs.execute(_SCHEMA).fetchall()) == ours


_SCHEMA = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema"


def _letters(found: "list[tuple[Any, ...]]") -> set[tuple[str, str, str]]:
    return {(kind, name, "".join(sql.split())) for kind, name, sql in found}


def _can_be_read(settings: Path) -> bool:
    try:
        decode_settings(settings.read_bytes())
    except ValueError:
        return False
    return True
