"""Files out of the resource file, and the clock on the wall: the two things the program reads from outside."""

from datetime import datetime

from PySide6.QtCore import QFile, QIODevice

from supple.services.local_time import local_now


def wall_clock() -> datetime:
    """Now, with the offset of where the person is."""
    return local_now()


def read_content(name: str) -> bytes:
    """The bytes of one content file in the window's language (`app/languages.py`); raises FileNotFoundError."""
    return read_shipped(f"content:{name}")


def read_shipped(path: str) -> bytes:
    """The bytes of `path` ("voice:clips.json"); raises FileNotFoundError."""
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(path)
    return bytes(file.readAll().data())


def has_picture(exercise_id: str, scene: str) -> bool:
    """Whether the resource file holds this picture."""
    return QFile.exists(f":/pictures/{exercise_id}/{scene}.webp")
