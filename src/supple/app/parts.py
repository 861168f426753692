"""The few long-lived objects of the running program, handed to the flows that press them into service."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QIODevice

from supple.app.keeping import Keeping
from supple.audio.cue_player import CuePlayer
from supple.domain.catalogue import Catalogue
from supple.domain.safety_text import SafetyContent
from supple.domain.settings import Settings
from supple.ui.main_window import MainWindow
from supple.ui.pictures import Pictures
from supple.ui.theme import Theme

if TYPE_CHECKING:
    from supple.domain.utterance import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Built once by Program; `settings` gives the settings of the moment, `speed` multiplies the session's clock.

    `voice` reads what can be said from the resource file when a session first needs it.
    """

    window: MainWindow
    theme: Theme
    pictures: Pictures
    catalogue: Catalogue
    safety: SafetyContent
    cues: CuePlayer
    keeping: Keeping
    voice: "Callable[[], Voice]"
    settings: Callable[[], Settings]
    data_dir: Path
    speed: float


def wall_clock() -> datetime:
    """Now, with the offset of where the person is."""
    return datetime.now().astimezone()


def read_content(name: str) -> bytes:
    """The bytes of one content file in the resource file; raises FileNotFoundError."""
    return _read(f":/content/{name}")


def _read(path: str) -> bytes:
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(path)
    return bytes(file.readAll().data())


@cache
def read_voice() -> "Voice":
    """What can be said, and how long each clip of it is; nothing of it is loaded before a session."""
    from supple.domain.utterance import Voice
    from supple.storage.spoken_content import decode_clips, decode_spoken

    return Voice.of(decode_spoken(read_content("spoken.json")), decode_clips(_read(":/voice/clips.json")))


def has_picture(exercise_id: str, scene: str) -> bool:
    """Whether the resource file holds this picture."""
    return QFile.exists(f":/pictures/{exercise_id}/{scene}.webp")
