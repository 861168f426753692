"""Which sound devices there are: asked of the helper program, so that a hung server cannot hold us."""

import subprocess
from dataclasses import dataclass

from supple.audio.cue_player import SoundProblem
from supple.audio.cue_voice import HelperReply
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
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except subprocess.TimeoutExpired:
        return SoundReport(problem=SoundProblem.NOT_ANSWERING)
    except OSError:
        return SoundReport(problem=SoundProblem.UNAVAILABLE)
    lines = answer.stdout.splitlines()
    if HelperReply.LISTING not in lines:
        return SoundReport(problem=SoundProblem.UNAVAILABLE)
    devices = tuple(device for device in map(read_device, lines) if device is not None)
    return SoundReport(problem=SoundProblem.NONE if devices else SoundProblem.NO_DEVICE, devices=devices)


def read_device(line: str) -> SoundDevice | None:
    """The device that `line` of the helper names, by what it is for programs where it has no name for people."""
    answer, *rest = line.split(maxsplit=2)[:3] or [""]
    if answer != HelperReply.DEVICE or not rest:
        return None
    try:
        device_id = bytes.fromhex(rest[0])
    except ValueError:
        return None
    return SoundDevice(id=device_id, name=" ".join(rest[1:]).strip() or device_id.decode(errors="replace"))
