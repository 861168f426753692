"""Files and folders that only their owner can read: what is not ours is neither followed nor changed."""

import errno
import os
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path

SETTINGS_FILE = "settings.json"
INSIDE = ("logs", "backups")
"""The folders inside the data folder."""

_OURS = re.compile(
    r"history\.db.*|history-.*|settings.*\.json|supple\..*|supple-unsaved-.*|set-aside-.*|restoring\.json|logs|backups"
    r"|QtProject\.conf.*|folders\.ini.*"
    r"|\.(?:work|restore|supple)-.*"
)
_OTHERS = 0o077
_MOST_BYTES = 4 * 1024**2  # settings with notes for every exercise take a hundredth of that


def read_small(path: Path) -> bytes:
    """What is in the plain file `path`; OSError for what is none (it could hang), ValueError for far too much."""
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "is no plain file", str(path))
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ValueError(f"{path} is far too large")
    return content


def make_private_folder(folder: Path, *, parents: bool = True) -> None:
    """Make `folder` (its parents as well) for its owner alone; an existing one of ours is closed to others.

    Without `parents` a folder that is gone is not made anew for what belongs inside: its disk may be away.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    if len(missing) > 1 and not parents:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder.parent))
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
    if not missing and (folder.name in INSIDE or _holds_ours_alone(folder)):
        close_to_others(folder)


def private_file(path: Path) -> None:
    """Make `path` empty if it is missing, for its owner alone: SQLite gives its side files the same rights."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    close_to_others(path)


def open_plain(path: str | Path, flags: int) -> int:
    """Open the plain file `path`, made for its owner alone; OSError for a link and for what is no file.

    What a link leads to is somebody else's business, and a pipe would wait for ever.
    """
    file = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o600)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, "is no plain file", str(path))
    return file


def close_to_others(path: Path) -> None:
    """Take all rights to `path` from others, if it is a file or folder of ours itself; else nothing happens."""
    if sys.platform == "win32":
        return  # it knows other rights
    with suppress(OSError):  # a link, or a file system that knows no rights
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            found = os.fstat(file)
            plain = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
            shared = bool(found.st_mode & stat.S_ISVTX)
            if plain and not shared and found.st_uid == os.getuid() and found.st_mode & _OTHERS:
                os.fchmod(file, stat.S_IMODE(found.st_mode) & ~_OTHERS)
        finally:
            os.close(file)


def _holds_ours_alone(folder: Path) -> bool:
    """Whether nothing but what Supple writes lies in `folder`: a folder of documents is nobody's to close."""
    try:
        with os.scandir(folder) as entries:
            return all(_OURS.fullmatch(entry.name) for entry in entries)
    except OSError:
        return False


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
