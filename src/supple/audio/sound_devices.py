"""Which sound devices there are: asked of the helper program, so that a hung server cannot hold us."""

import subprocess
from dataclasses import dataclass

from supple.audio.cue_player import SoundProblem
from supple.audio.cue_voice import Answer
from supple.audio.sound_helper import helper_program, helper_variables


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundDevice:
    """A device by what the system calls it, for programs and for people."""

    id: bytes
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundReport:
    """What can be said about sound without playing any."""

    problem: SoundProblem
    devices: tuple[SoundDevice, ...] = ()


def look_for_sound(*, timeout_s: float = 4.0) -> SoundReport:
    """Ask the helper, and wait for it at most `timeout_s`."""
    program, arguments = helper_program()
    try:
        answer = subprocess.run(  # noqa: S603 - our own program with fixed arguments
            [program, *arguments, "--list"],
            env=helper_variables(),
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
    lines = answer.stdout.splitlines()
    if Answer.LISTING not in lines:
        return SoundReport(problem=SoundProblem.UNAVAILABLE)
    devices = tuple(_device(line) for line in lines if line.startswith(f"{Answer.DEVICE} "))
    return SoundReport(problem=SoundProblem.NONE if devices else SoundProblem.NO_DEVICE, devices=devices)


def _device(line: str) -> SoundDevice:
    _, device_id, name = line.split(" ", 2)
    return SoundDevice(id=bytes.fromhex(device_id), name=name)
