"""The helper program that plays the cues: it reads commands from standard input and answers on standard output.

It is a process of its own because of what was measured: with a sound server that hangs, the first look for devices
blocks for 30 seconds; after a server restart the sound library aborts the process it lives in. Here that harms nobody.

Commands, a line each: `play CUE`, `volume 0.0-1.0`. Answers are the members of Answer.
"""

import io
import os
import signal
import sys
import threading
import wave
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QFile,
    QIODevice,
    QObject,
    QResource,
    QTimer,
    Signal,
    Slot,
)

import supple
from supple.domain.cue import Cue

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

DEFAULT_PREFIX = ":/cues"
LEAD_MS = 15  # silence before a cue: a stream that opens was heard to drop two milliseconds
RINGING_MS = 1000  # what has been handed over is still to be heard
OVERDUE_MS = 3500  # an end may be reported 2 s late by a server that saves power; after this it never will
NO_OUTPUT = b"auto_null"  # what PulseAudio and PipeWire make up when there is no sound card


class Answer(StrEnum):
    """What the helper says; `ready` and `began` are followed by a name."""

    LISTING = "listing"
    READY = "ready"
    NO_DEVICE = "no_device"
    UNAVAILABLE = "unavailable"
    BEGAN = "began"
    STUCK = "stuck"


def _say(answer: Answer, name: str = "") -> None:
    line = f"{answer} {name}".strip() + "\n"
    try:
        os.write(1, line.encode())
    except BrokenPipeError:
        os._exit(0)


def _heard(devices: "list[QAudioDevice]") -> "list[QAudioDevice]":
    return [device for device in devices if bytes(device.id().data()) != NO_OUTPUT]


class _Ears(QObject):
    """Reads the commands in a thread, since not every system can watch a pipe; ends the process with its parent."""

    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(target=self._read, name="commands", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.told.emit(line.strip())
        os._exit(0)


class _Voice(QObject):
    """One cue in memory, with a stream of its own, that knows when it should be over.

    Not QSoundEffect: in Qt 6.11 it was seen to spin for ever on a notifier of another thread after some ten plays.
    """

    lost = Signal()

    def __init__(self, path: str, device: "QAudioDevice", parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink

        self._sound = _Sound.read(path)
        form = QAudioFormat()
        form.setSampleRate(self._sound.rate_hz)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._bytes = QBuffer(self)
        self._bytes.setData(self._sound.samples)
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, form, self)
        self._over = QTimer(self)
        self._rest = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(self._sound.length_ms + OVERDUE_MS)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RINGING_MS)

        self._sink.stateChanged.connect(self._note_state)
        self._over.timeout.connect(self.lost)
        self._rest.timeout.connect(self._sink.stop)

    def play(self) -> bool:
        """Whether the cue could be begun; from its beginning if it sounds already."""
        from PySide6.QtMultimedia import QtAudio

        self._rest.stop()
        self._sink.reset()
        self._bytes.seek(0)
        self._sink.start(self._bytes)
        if not self._over.isActive():
            self._over.start()
        return self._sink.error() in (QtAudio.Error.NoError, QtAudio.Error.UnderrunError)

    def set_volume(self, volume: float) -> None:
        self._sink.setVolume(volume)

    @Slot()
    def _note_state(self) -> None:
        from PySide6.QtMultimedia import QtAudio

        if self._sink.state() is QtAudio.State.IdleState:
            self._over.stop()
            self._rest.start()
        elif self._sink.error() in (QtAudio.Error.IOError, QtAudio.Error.FatalError):
            self.lost.emit()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sound:
    """The samples of a WAV file, 16 bit and mono, after a moment of silence."""

    samples: bytes
    rate_hz: int

    @classmethod
    def read(cls, path: str) -> "_Sound":
        """Raises FileNotFoundError; the path may be one of the resource file."""
        file = QFile(path)
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            raise FileNotFoundError(path)
        with wave.open(io.BytesIO(bytes(file.readAll().data()))) as sound:
            lead = bytes(2 * (sound.getframerate() * LEAD_MS // 1000))
            samples = lead + sound.readframes(sound.getnframes())
            return cls(samples=samples, rate_hz=sound.getframerate())

    @property
    def length_ms(self) -> int:
        return len(self.samples) * 500 // self.rate_hz


class CueVoice(QObject):
    """All cues on the default device; raises FileNotFoundError when a sound is missing."""

    def __init__(self, prefix: str, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QMediaDevices

        self._prefix = prefix
        self._devices = QMediaDevices(self)
        self._voices: dict[Cue, _Voice] = {}
        self._device_id = b""
        self._volume = 1.0

        self._devices.audioOutputsChanged.connect(self._follow_device)
        self._follow_device()

    @Slot(str)
    def obey(self, command: str) -> None:
        """Do what one line says; a line it does not know is passed over."""
        verb, _, value = command.partition(" ")
        if verb == "play" and value in self._voices:
            began = self._voices[Cue(value)].play()
            _say(Answer.BEGAN if began else Answer.STUCK, value)
        elif verb == "volume":
            self._volume = float(value)
            for voice in self._voices.values():
                voice.set_volume(self._volume)

    @Slot()
    def _follow_device(self) -> None:
        default = self._devices.defaultAudioOutput()
        if default.isNull() or not _heard([default]):
            self._device_id = b""
            _say(Answer.NO_DEVICE)
            return
        device_id = bytes(default.id().data())
        if device_id != self._device_id:
            self._device_id = device_id
            self._make_voices(default)
        _say(Answer.READY, default.description())

    def _make_voices(self, device: "QAudioDevice") -> None:
        for voice in self._voices.values():
            voice.deleteLater()
        self._voices = {cue: _Voice(f"{self._prefix}/{cue}.wav", device, self) for cue in Cue}
        for voice in self._voices.values():
            voice.set_volume(self._volume)
            voice.lost.connect(self._say_stuck)

    @Slot()
    def _say_stuck(self) -> None:
        _say(Answer.STUCK)


def main(arguments: list[str]) -> int:
    """Play cues until standard input ends; `--list` names the devices and ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window; this ends with it
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        _say(Answer.UNAVAILABLE)
        return 1
    application = QCoreApplication.instance() or QCoreApplication(["Supple"])
    application.setApplicationName("Supple")
    _say(Answer.LISTING)
    if arguments == ["--list"]:
        for device in _heard(QMediaDevices.audioOutputs()):
            _say(Answer.READY, device.description())
        return 0
    QResource.registerResource(str(Path(supple.__file__).with_name("supple.rcc")))
    try:
        voice = CueVoice(arguments[0] if arguments else DEFAULT_PREFIX, application)
    except FileNotFoundError:
        _say(Answer.UNAVAILABLE)
        return 1
    ears = _Ears(application)
    ears.told.connect(voice.obey)
    ears.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
