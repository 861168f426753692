"""The helper program that plays cues and clips: it reads commands from standard input and answers on standard output.

It is a process of its own because of what was measured: with a sound server that hangs, the first look for devices
blocks for 30 seconds; after a server restart the sound library aborts the process it lives in. Here that harms nobody.

Commands, a line each: `play CUE`, `say CLIP CLIP ...`, `hush`, `volume CHIMES TICKS VOICE`, each 0.0 to 1.0, and
`device ID`, the name of a device in hexadecimal; without one the system's own choice is followed.
Answers are the members of Answer; clips are not answered, since a cue soon tells whether anything is heard.
"""

import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QResource, Slot

import supple
from supple.audio.helper_pipe import Ears, answer
from supple.audio.sound_stream import AudioBuffer, SoundStream
from supple.domain.cue import TICKS, Cue
from supple.domain.utterance import JOIN_MS
from supple.lean import begin_lean

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

DEFAULT_PREFIX = ":/cues"
VOICE_PREFIX = ":/voice/en"
VOICE_HZ = 32_000
NO_OUTPUT = b"auto_null"  # what PulseAudio and PipeWire make up when there is no sound card


class HelperReply(StrEnum):
    """What the helper says; `ready`, `elsewhere` and `began` are followed by a name, `device` by an id and a name.

    `elsewhere`: the chosen device is not there, the system's own choice is used meanwhile.
    """

    LISTING = "listing"
    DEVICE = "device"
    READY = "ready"
    ELSEWHERE = "elsewhere"
    NO_DEVICE = "no_device"
    UNAVAILABLE = "unavailable"
    BEGAN = "began"
    STUCK = "stuck"


def _say(said: HelperReply, name: str = "") -> None:
    answer(f"{said} {name}".strip())


def _heard(devices: "list[QAudioDevice]") -> "list[QAudioDevice]":
    return [device for device in devices if bytes(device.id().data()) != NO_OUTPUT]


class CueVoice(QObject):
    """All cues and the voice on one device; raises FileNotFoundError when a cue is missing.

    That is the device named `wanted` while it is there, and otherwise the system's default, as it changes.

    The cues stay in memory, each with a stream of its own. Clips are read from the mapped resource file when said.
    """

    def __init__(
        self, prefix: str, parent: QObject, *, wanted: bytes = b"", voice_prefix: str = VOICE_PREFIX
    ) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QMediaDevices

        self._voice_prefix = voice_prefix
        self._sounds = {cue: AudioBuffer.read(f"{prefix}/{cue}.wav") for cue in Cue}
        self._devices = QMediaDevices(self)
        self._streams: dict[Cue, SoundStream] = {}
        self._voice: SoundStream | None = None
        self._wanted = wanted
        self._device_id = b""
        self._volumes = (1.0, 1.0, 1.0)

        self._devices.audioOutputsChanged.connect(self._follow_device)
        self._follow_device()

    @Slot(str)
    def obey(self, command: str) -> None:
        """Do what one line says; a line it does not know is passed over."""
        verb, _, value = command.partition(" ")
        if verb == "play" and value in self._streams:
            cue = Cue(value)
            began = self._streams[cue].play(self._sounds[cue])
            _say(HelperReply.BEGAN if began else HelperReply.STUCK, value)
        elif verb == "say" and self._voice is not None:
            self._say_clips(self._voice, value.split())
        elif verb == "hush" and self._voice is not None:
            self._voice.stop()
        elif verb == "device":
            self._wanted = bytes.fromhex(value)
            self._follow_device()
        elif verb == "volume":
            chimes, ticks, voice = (float(word) for word in value.split())
            self._volumes = chimes, ticks, voice
            self._set_volumes()

    def _say_clips(self, stream: SoundStream, clips: list[str]) -> None:
        """One after the other in one go; a clip that is missing takes the whole with it."""
        try:
            sounds = [AudioBuffer.read(f"{self._voice_prefix}/{clip}.wav") for clip in clips]
        except FileNotFoundError:
            return
        if sounds:
            stream.play(AudioBuffer.joined(sounds, gap_ms=JOIN_MS))

    @Slot()
    def _follow_device(self) -> None:
        chosen = self._chosen()
        device = chosen or self._devices.defaultAudioOutput()
        if device.isNull() or not _heard([device]):
            self._device_id = b""
            _say(HelperReply.NO_DEVICE)
            return
        device_id = bytes(device.id().data())
        if device_id != self._device_id:
            self._device_id = device_id
            self._make_streams(device)
        _say(
            HelperReply.ELSEWHERE if self._wanted and not chosen else HelperReply.READY, device.description()
        )

    def _chosen(self) -> "QAudioDevice | None":
        """The device the person chose, if there is one and it is there."""
        devices = self._devices.audioOutputs() if self._wanted else []
        return next((device for device in devices if bytes(device.id().data()) == self._wanted), None)

    def _make_streams(self, device: "QAudioDevice") -> None:
        for old in (*self._streams.values(), self._voice):
            if old is not None:
                old.deleteLater()
        self._streams = {cue: SoundStream(device, sound.rate_hz, self) for cue, sound in self._sounds.items()}
        self._voice = SoundStream(device, VOICE_HZ, self)
        self._set_volumes()
        for stream in (*self._streams.values(), self._voice):
            stream.lost.connect(self._say_stuck)

    def _set_volumes(self) -> None:
        chimes, ticks, voice = self._volumes
        for cue, stream in self._streams.items():
            stream.set_volume(ticks if cue in TICKS else chimes)
        if self._voice is not None:
            self._voice.set_volume(voice)

    @Slot()
    def _say_stuck(self) -> None:
        _say(HelperReply.STUCK)


def main(arguments: list[str]) -> int:
    """Play cues and clips of two folders on a device until standard input ends; `--list` names the devices and ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window; this ends with it
    begin_lean()
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        _say(HelperReply.UNAVAILABLE)
        return 1
    application = QCoreApplication.instance() or QCoreApplication(["Supple"])
    application.setApplicationName("Supple")
    QCoreApplication.setLibraryPaths(
        []
    )  # samples need no decoder: without plugins FFmpeg and Qt Quick stay out, 11 MB
    _say(HelperReply.LISTING)
    if arguments == ["--list"]:
        for device in _heard(QMediaDevices.audioOutputs()):
            name = " ".join(device.description().split())  # a name of two lines would be two answers
            _say(HelperReply.DEVICE, f"{bytes(device.id().data()).hex()} {name}")
        return 0
    QResource.registerResource(str(Path(supple.__file__).with_name("supple.rcc")))
    try:
        prefix, wanted, spoken = (*arguments, *(DEFAULT_PREFIX, "", VOICE_PREFIX)[len(arguments) :])
        voice = CueVoice(prefix, application, wanted=bytes.fromhex(wanted), voice_prefix=spoken)
    except FileNotFoundError:
        _say(HelperReply.UNAVAILABLE)
        return 1
    ears = Ears(application)
    ears.told.connect(voice.obey)
    ears.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
