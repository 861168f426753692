"""How the helper programs for sound and for the system's voice are started."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcessEnvironment

import supple

HELPER_COMMAND = "sound-helper"  # the first argument by which the frozen program knows that it is the helper
VOICE_COMMAND = "system-voice"


def helper_program() -> tuple[str, list[str]]:
    """The program and first arguments that start the helper, from source and when frozen."""
    if getattr(sys, "frozen", False):
        return sys.executable, [HELPER_COMMAND]
    return sys.executable, ["-m", "supple.audio.cue_voice"]


def voice_program() -> tuple[str, list[str]]:
    """The same for the helper that reads the person's own words aloud."""
    if getattr(sys, "frozen", False):
        return sys.executable, [VOICE_COMMAND]
    return sys.executable, ["-m", "supple.audio.voice_helper"]


def helper_environment() -> QProcessEnvironment:
    """Our own environment, with the folder this program was imported from first."""
    environment = QProcessEnvironment.systemEnvironment()
    folder = str(Path(supple.__file__).parents[1])
    environment.insert("PYTHONPATH", folder)
    return environment
