"""Which sound devices there are, for `doctor`: asked of the helper program, so that a hung server cannot hold us."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import supple
from supple.audio.cue_player import SoundProblem
from supple.audio.cue_voice import Answer
from supple.audio.sound_helper import helper_program


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundReport:
    """What can be said about sound without playing any; `devices` are the system's own names."""

    problem: SoundProblem
    devices: tuple[str, ...] = ()


def look_for_sound(*, timeout_s: float = 4.0) -> SoundReport:
    """Ask the helper, and wait for it at most `timeout_s`."""
    program, arguments = helper_program()
    try:
        answer = subprocess.run(  # noqa: S603 - our own program with fixed arguments
            [program, *arguments, "--list"],
            env={**os.environ, "PYTHONPATH": str(Path(supple.__file__).parents[1])},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=timeout_s,
            text=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return SoundReport(problem=SoundProblem.NOT_ANSWERING)
    except OSError:
        return SoundReport(problem=SoundProblem.UNAVAILABLE)
    lines = [line.partition(" ") for line in answer.stdout.splitlines()]
    if Answer.LISTING not in [verb for verb, _, _ in lines]:
        return SoundReport(problem=SoundProblem.UNAVAILABLE)
    devices = tuple(name for verb, _, name in lines if verb == Answer.READY)
    return SoundReport(problem=SoundProblem.NONE if devices else SoundProblem.NO_DEVICE, devices=devices)
