"""Files and folders that only their owner can read, and the name of the one with the settings."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

SETTINGS_FILE = "settings.json"
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
    if not missing:
        _close_to_others(folder, 0o700)


def private_file(path: Path) -> None:
    """Make `path` empty if it is missing, for its owner alone: SQLite gives its side files the same rights."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    _close_to_others(path, 0o600)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _close_to_others(path: Path, mode: int) -> None:
    """Only what is ours and is what it seems to be: what a link leads to is somebody else's business."""
    found = path.lstat()
    ours = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    plain = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
    if ours and plain and found.st_mode & _OTHERS:
        with suppress(OSError):  # its file system knows no rights
            path.chmod(mode)
