"""Looks at a database by a copy of it, so that looking changes nothing; and the places where such work is done."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from supple.services.left_behind import is_forgotten
from supple.storage.wal import log_of

_PREFIXES = (".work-", ".restore-")
_TRIES = 5
_PAUSE_S = 0.05


@contextmanager
def work_place(folder: Path) -> Iterator[Path]:
    """A folder of one's own inside `folder` for as long as the work takes; elsewhere when it cannot be there."""
    try:
        place = Path(tempfile.mkdtemp(prefix=f"{_PREFIXES[0]}{os.getpid()}-", dir=folder))
    except OSError:
        place = Path(tempfile.mkdtemp(prefix="supple-"))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Take away what work left in `folder` when it was killed; what others are at is left."""
    for prefix in _PREFIXES:
        for place in folder.glob(f"{prefix}*"):
            with suppress(OSError):
                if place.is_dir() and not place.is_symlink() and is_forgotten(place, process=_worker(place)):
                    shutil.rmtree(place, ignore_errors=True)


@contextmanager
def copied(database: Path) -> Iterator[Path]:
    """A copy of `database` with its log as they were at one moment, also while a window writes; raises OSError."""
    with work_place(database.parent) as place:
        copy = place / database.name
        for left in range(_TRIES - 1, -1, -1):
            before = _marks(database)
            _copy_both(database, copy)
            if before == _marks(database) or not left:
                break
            time.sleep(_PAUSE_S)
        yield copy


def _copy_both(database: Path, copy: Path) -> None:
    for source, target in ((database, copy), (log_of(database), log_of(copy))):
        target.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            shutil.copyfile(source, target)
            target.chmod(0o600)
    if not copy.exists():
        raise FileNotFoundError(2, os.strerror(2), str(database))


def _marks(database: Path) -> list[tuple[int, int, int] | None]:
    return [_mark(database), _mark(log_of(database))]


def _mark(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _worker(place: Path) -> str:
    """The process whose work it is, as its name tells."""
    return place.name.removeprefix(_PREFIXES[0]).partition("-")[0]
