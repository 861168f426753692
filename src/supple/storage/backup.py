"""A backup: the whole of a person's data in one file that says of itself what is in it."""

import hashlib
import json
import sqlite3
import zipfile
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import msgspec

from supple import __version__
from supple.services.replace_file import replacing
from supple.storage import DATABASE, REVISIONS
from supple.storage.copies import copy_whole, set_aside
from supple.storage.faults import sorted_faults
from supple.storage.files import SETTINGS_FILE
from supple.storage.inspect import State, inspect
from supple.storage.settings_file import decode

MANIFEST = "manifest.json"
FORMAT = 1
_MOST_BYTES = 2 * 1024**3  # no history of a lifetime comes near it
_PIECE = 1024 * 1024


class BackupError(Exception):
    """A file is no backup that can be used; its text completes "FILE ..."."""


class NothingToBackUpError(Exception):
    """There is no history and no settings yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself; `files` are the SHA-256 sums of the others."""

    format: int
    program: str
    made_at: datetime
    schema: str
    files: dict[str, str]


def make_backup(folder: Path, target: Path, *, now: datetime) -> None:
    """Write the data in `folder` to `target`, also while a window has them open.

    Raises NothingToBackUpError, HistoryError for the history and OSError for the target, which then is as it was.
    """
    database, settings = folder / DATABASE, folder / SETTINGS_FILE
    with TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as place:
        whole = Path(place) / DATABASE
        files = []
        if database.exists():
            with sorted_faults(database):
                copy_whole(database, whole)
            files.append(whole)
        if settings.exists():
            files.append(settings)
        if not files:
            raise NothingToBackUpError
        manifest = Manifest(
            format=FORMAT,
            program=__version__,
            made_at=now,
            schema=REVISIONS[-1],
            files={file.name: _sum(file) for file in files},
        )
        with replacing(target) as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=2))
            for file in files:
                archive.write(file, file.name)


def is_backup(file: Path) -> bool:
    """Whether `file` says that it is a backup; raises OSError."""
    if not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as archive:
        return MANIFEST in archive.namelist()


def restore(file: Path, folder: Path, *, now: datetime) -> Path | None:
    """Put the backup `file` in the place of the data in `folder`; nobody else may have them open.

    The replaced data are kept in a folder beside them, which is returned; None if there were none.
    Raises BackupError when the backup is not whole, OSError; then the data are as they were.
    """
    with TemporaryDirectory(dir=folder, prefix=".restore-") as place:
        unpacked = unpack(file, Path(place))
        _fold_log(folder / DATABASE)
        replaced = [name for name in (DATABASE, SETTINGS_FILE) if (folder / name).exists()]
        aside = set_aside(folder / DATABASE, now=now) if replaced else None
        if aside is not None and (folder / SETTINGS_FILE).exists():
            (folder / SETTINGS_FILE).replace(aside / SETTINGS_FILE)
        for name in unpacked:
            (Path(place) / name).replace(folder / name)
        return aside


def unpack(file: Path, place: Path) -> list[str]:
    """Unpack the backup `file` into the folder `place` and look at every part of it; the names that are there."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive)
            for name in manifest.files:
                _extract(archive, name, place)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupError("is not a whole backup of Supple.") from error
    for name, checksum in manifest.files.items():
        if _sum(place / name) != checksum:
            raise BackupError(f"is damaged: {name} in it is not what was saved.")
    if DATABASE in manifest.files:
        _look_at(place / DATABASE)
    if SETTINGS_FILE in manifest.files:
        try:
            decode((place / SETTINGS_FILE).read_bytes())
        except ValueError as error:
            raise BackupError(f"is damaged: {SETTINGS_FILE} in it cannot be read.") from error
    return list(manifest.files)


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        content = archive.read(MANIFEST)
        if json.loads(content).get("format", 0) > FORMAT:
            raise BackupError("was made by a newer version of Supple: install that version to restore it.")
        manifest = msgspec.json.decode(content, type=Manifest)
    except (ValueError, AttributeError, TypeError) as error:
        raise BackupError("is not a whole backup of Supple.") from error
    if not manifest.files or not set(manifest.files) <= {DATABASE, SETTINGS_FILE}:
        raise BackupError("holds files that no backup of Supple has.")
    return manifest


def _extract(archive: zipfile.ZipFile, name: str, place: Path) -> None:
    """Write one member to `place`, under its own plain name and never more than a history can have."""
    if PurePosixPath(name).name != name or archive.getinfo(name).file_size > _MOST_BYTES:
        raise BackupError("is not a whole backup of Supple.")
    target = place / name
    target.touch(mode=0o600)
    with archive.open(name) as packed, target.open("wb") as out:
        while piece := packed.read(_PIECE):
            out.write(piece)


def _look_at(database: Path) -> None:
    try:
        found = inspect(database)
    except sqlite3.Error as error:
        raise BackupError("is damaged: the history in it cannot be read.") from error
    if found.state is State.TOO_NEW:
        raise BackupError("was made by a newer version of Supple: install that version to restore it.")
    if found.state is not State.EMPTY and found.state not in (State.CURRENT, State.OLD):
        raise BackupError("is damaged: the history in it cannot be read.")


def _fold_log(database: Path) -> None:
    """Fold the write-ahead log into its file, so that moving the file moves all of it; a damaged one is left."""
    if database.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _sum(file: Path) -> str:
    with file.open("rb") as raw:
        return hashlib.file_digest(raw, "sha256").hexdigest()
