"""Files out of the resource file, and the clock on the wall: the two things the program reads from outside."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QIODevice

from supple.services.local_time import local_now

if TYPE_CHECKING:
    from supple.domain.safety_text import SafetyContent
    from supple.domain.utterance import Voice


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


@cache
def read_safety() -> "SafetyContent":
    """The safety questions and warning signs."""
    from supple.storage.safety_content import decode_safety

    return decode_safety(read_content("safety.json"))


@cache
def read_voice() -> "Voice":
    """What can be said, and how long each clip of it is; nothing of it is loaded before a session."""
    from supple.domain.utterance import Voice
    from supple.storage.spoken_content import decode_clips, decode_spoken

    return Voice.of(
        decode_spoken(read_shipped("voice:spoken.json")),
        decode_clips(read_shipped("voice:clips.json")),
    )
