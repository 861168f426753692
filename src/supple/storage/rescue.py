"""A file for what could not be written to the history before the program ended, and its way back."""

import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import msgspec

from supple.services.replace_file import replacing
from supple.services.writes import Write
from supple.storage.log_care import STAMP

_PREFIX = "supple-unsaved-"
_MOST_BYTES = 64 * 1024**2
_KINDS: dict[str, type[Write]] = {kind.__name__: kind for kind in get_args(Write)}


class RescueError(Exception):
    """A rescue file cannot be read."""


class _File(msgspec.Struct, kw_only=True):
    """`folder` is the data folder it belongs to, `writes` the name of each write with its values."""

    folder: str
    writes: list[tuple[str, Any]]


def keep_unsaved(writes: tuple[Write, ...], folder: Path, *, now: datetime) -> Path | None:
    """Keep `writes` in the data folder, or where else there is room; the file, None when it can be nowhere."""
    content = msgspec.json.encode(
        _File(
            folder=str(folder),
            writes=[(type(write).__name__, msgspec.to_builtins(write)) for write in writes],
        )
    )
    for place in _places(folder):
        file = _free_name(place, f"{_PREFIX}{now.strftime(STAMP)}")
        try:
            with replacing(file, through_link=False) as raw:
                raw.write(content)
        except OSError:
            continue
        return file
    return None


def _free_name(place: Path, stem: str) -> Path:
    """A name that nothing has, not even a link that somebody put there."""
    names = (f"{stem}{number}.json" for number in ("", *(f"-{n}" for n in range(2, 100))))
    return next((file for name in names if not os.path.lexists(file := place / name)), place / f"{stem}.json")


def unsaved_files(folder: Path) -> list[Path]:
    """The files that wait to be written to the history in `folder`, oldest first."""
    found = [file for place in _places(folder) for file in place.glob(f"{_PREFIX}*.json") if _is_ours(file)]
    return sorted((file for file in dict.fromkeys(found) if _folder_of(file) == str(folder)), key=_name)


def read_unsaved(file: Path) -> tuple[Write, ...]:
    """What waits in `file`; raises RescueError for one that cannot be read, and OSError."""
    try:
        told = msgspec.json.decode(file.read_bytes(), type=_File)
        return tuple(msgspec.convert(values, _KINDS[name]) for name, values in told.writes)
    except (msgspec.MsgspecError, ValueError, KeyError, RecursionError) as error:
        raise RescueError(str(error)) from error


def put_by(file: Path) -> None:
    """Take `file` out of what waits, without deleting it: something in it could not be written."""
    file.replace(file.with_suffix(".left"))


def _places(folder: Path) -> list[Path]:
    """The data folder, the person's home, and where files go for a while."""
    return [folder, Path.home(), Path(tempfile.gettempdir())]


def _is_ours(file: Path) -> bool:
    """A plain file of this very person: anybody can put one where files go for a while."""
    if file.is_symlink() or not file.is_file() or file.stat().st_size > _MOST_BYTES:
        return False
    return os.name != "posix" or file.stat().st_uid == os.getuid()


def _folder_of(file: Path) -> str:
    try:
        return msgspec.json.decode(file.read_bytes(), type=_File).folder
    except (msgspec.MsgspecError, OSError, ValueError, RecursionError):
        return ""


def _name(file: Path) -> str:
    """Without the ending, so that the second file of a second comes after the first."""
    return file.stem
