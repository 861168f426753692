"""A backup: the whole of a person's data in one file that says of itself what is in it."""

import hashlib
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from supple import __version__
from supple.domain.trouble import SurroundingsError, Trouble
from supple.services.history import HistoryError
from supple.services.replace_file import replacing
from supple.storage import DATABASE, REVISIONS
from supple.storage.copies import copy_whole
from supple.storage.faults import sorted_faults
from supple.storage.files import SETTINGS_FILE
from supple.storage.inspect import DatabaseState, inspect
from supple.storage.log_care import settle_log
from supple.storage.looking import copied, sweep, work_place

MANIFEST = "manifest.json"
FORMAT = 1


class NothingToBackUpError(SurroundingsError):
    """There is no history and no settings yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself; `files` are the SHA-256 sums of the others."""

    format: int
    program: str
    made_at: datetime
    schema: str
    files: dict[str, str]


def make_backup(folder: Path, target: Path, *, now: datetime, beside_window: bool = False) -> None:
    """Write the data in `folder` to `target`, also while a window has them open.

    `beside_window`: this very process has them open. Raises NothingToBackUpError, HistoryError for the data and OSError
    for the target, which then is as it was.
    """
    if not any((folder / name).exists() for name in (DATABASE, SETTINGS_FILE)):
        raise NothingToBackUpError
    sweep(folder)
    try:
        with work_place(folder) as place:
            _make(folder, target, place, now=now, beside_window=beside_window)
    except HistoryError as error:
        if error.trouble not in (Trouble.FULL, Trouble.READ_ONLY):
            raise
        with TemporaryDirectory(prefix="supple-") as place:  # the more a backup is wanted
            _make(folder, target, Path(place), now=now, beside_window=beside_window)


def sum_of(file: Path) -> str:
    """The SHA-256 sum of what is in `file`."""
    with file.open("rb") as raw:
        return hashlib.file_digest(raw, "sha256").hexdigest()


def _make(folder: Path, target: Path, place: Path, *, now: datetime, beside_window: bool) -> None:
    database, settings = folder / DATABASE, folder / SETTINGS_FILE
    files = []
    with sorted_faults(database):
        if database.exists():
            _take_history(database, place / DATABASE, now=now, beside_window=beside_window)
            files.append(place / DATABASE)
        if settings.is_file():
            (place / SETTINGS_FILE).write_bytes(settings.read_bytes())
            files.append(place / SETTINGS_FILE)
    manifest = Manifest(
        format=FORMAT,
        program=__version__,
        made_at=now,
        schema=REVISIONS[-1],
        files={file.name: sum_of(file) for file in files},
    )
    with replacing(target) as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=2))
        for file in files:
            archive.write(file, file.name)


def _take_history(database: Path, whole: Path, *, now: datetime, beside_window: bool) -> None:
    """Write the history to `whole`, and see that it came out whole; raises HistoryError for one that is not."""
    if not database.is_file():
        raise HistoryError(Trouble.DAMAGED, f"{database.name} is no file")
    if beside_window:
        copy_whole(database, whole)
    else:
        with copied(database) as copy:
            settle_log(copy, now=now)
            copy_whole(copy, whole)
    found = inspect(whole, thorough=True)
    if found.state is DatabaseState.DAMAGED:
        raise HistoryError(Trouble.DAMAGED, found.detail)
