"""Files and folders that only their owner can read, and the name of the one with the settings."""

import os
from contextlib import suppress
from pathlib import Path

SETTINGS_FILE = "settings.json"
_OTHERS = 0o077


def make_private_folder(folder: Path) -> None:
    """Make `folder` (its parents as well) for its owner alone; an existing one of ours is closed to others."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
    if not missing:
        _close_to_others(folder, 0o700)


def private_file(path: Path) -> None:
    """Make `path` empty if it is missing, for its owner alone: SQLite gives its side files the same rights."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    _close_to_others(path, 0o600)


def _close_to_others(path: Path, mode: int) -> None:
    if path.stat().st_mode & _OTHERS:
        with suppress(OSError):  # it belongs to someone else, or its file system knows no rights
            path.chmod(mode)
