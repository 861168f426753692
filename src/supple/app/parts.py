"""The few long-lived objects of the running program, handed to the flows that press them into service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from supple.app.shipped_files import read_content, read_shipped

if TYPE_CHECKING:
    from supple.app.keeping import Keeping
    from supple.audio.cue_player import CuePlayer
    from supple.domain.catalogue import Catalogue
    from supple.domain.safety_text import SafetyContent
    from supple.domain.settings import Settings
    from supple.domain.utterance import Voice
    from supple.ui.figure.pictures import Pictures
    from supple.ui.kit.theme import Theme
    from supple.ui.shell.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Built once, after the first paint; `speed` multiplies the session's clock.

    `settings` and `notes` (about exercises, by exercise) give those of the moment; `voice` reads
    what can be said from the resource file when a session first needs it.
    """

    window: "MainWindow"
    theme: "Theme"
    pictures: "Pictures"
    catalogue: "Catalogue"
    safety: "SafetyContent"
    cues: "CuePlayer"
    keeping: "Keeping"
    voice: "Callable[[], Voice]"
    settings: "Callable[[], Settings]"
    notes: "Callable[[], Mapping[str, str]]"
    data_dir: Path
    speed: float


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
