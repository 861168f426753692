"""How the helper programs for sound and for the system's voice are started."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

import supple

HELPER_COMMAND = "sound-helper"  # the first argument by which the frozen program knows that it is the helper
VOICE_COMMAND = "system-voice"


def helper_program() -> tuple[str, list[str]]:
    """The program and first arguments that start the helper, from source and when frozen.

    -P: a module that lies in the current folder is not imported in the place of one of Python's.
    """
    if getattr(sys, "frozen", False):
        return sys.executable, [HELPER_COMMAND]
    return sys.executable, ["-P", "-m", "supple.audio.cue_voice"]


def voice_program() -> tuple[str, list[str]]:
    """The same for the helper that reads the person's own words aloud."""
    if getattr(sys, "frozen", False):
        return sys.executable, [VOICE_COMMAND]
    return sys.executable, ["-P", "-m", "supple.audio.voice_helper"]


def helper_variables() -> dict[str, str]:
    """Our own environment, with the folder this program was imported from first."""
    return {**os.environ, "PYTHONPATH": str(Path(supple.__file__).parents[1])}


def helper_process(parent: QObject, program: str, arguments: Sequence[str]) -> QProcess:
    """A helper that can be started; what sound libraries write to standard error is dropped: some flood it."""
    environment = QProcessEnvironment()
    for name, value in helper_variables().items():
        environment.insert(name, value)
    helper = QProcess(parent)
    helper.setProgram(program)
    helper.setArguments(arguments)
    helper.setProcessEnvironment(environment)
    helper.setStandardErrorFile(QProcess.nullDevice())
    return helper
