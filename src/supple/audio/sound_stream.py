"""Samples in memory and a stream that plays them: what the helper program is made of."""

import io
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QFile, QIODevice, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

LEAD_MS = 15  # silence before a sound: a stream that opens was heard to drop two milliseconds
RINGING_MS = 1000  # what has been handed over is still to be heard
OVERDUE_MS = 3500  # an end may be reported 2 s late by a server that saves power; after this it never will
BYTES = 2  # of a sample


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioBuffer:
    """16-bit samples, one channel."""

    samples: bytes
    rate_hz: int

    @classmethod
    def read(cls, path: str) -> "AudioBuffer":
        """The sound of a WAV file, which may be one of the resource file; raises FileNotFoundError."""
        file = QFile(path)
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            raise FileNotFoundError(path)
        with wave.open(io.BytesIO(bytes(file.readAll().data()))) as sound:
            return cls(samples=sound.readframes(sound.getnframes()), rate_hz=sound.getframerate())

    @classmethod
    def joined(cls, sounds: Sequence["AudioBuffer"], *, gap_ms: int) -> "AudioBuffer":
        """`sounds` of one rate, at least one, with `gap_ms` of silence between them."""
        gap = bytes(BYTES * (sounds[0].rate_hz * gap_ms // 1000))
        return cls(samples=gap.join(sound.samples for sound in sounds), rate_hz=sounds[0].rate_hz)

    @property
    def length_ms(self) -> int:
        """How long it is to be heard."""
        return len(self.samples) * 1000 // BYTES // self.rate_hz


class SoundStream(QObject):
    """Plays one sound at a time on one device, and knows when it should be over.

    Not QSoundEffect: in Qt 6.11 it was seen to spin for ever on a notifier of another thread after some ten plays.
    """

    lost = Signal()

    def __init__(self, device: "QAudioDevice", rate_hz: int, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink

        form = QAudioFormat()
        form.setSampleRate(rate_hz)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._lead = bytes(BYTES * (rate_hz * LEAD_MS // 1000))
        self._bytes = QBuffer(self)
        self._sink = QAudioSink(device, form, self)
        self._over = QTimer(self)
        self._rest = QTimer(self)
        self._over.setSingleShot(True)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RINGING_MS)

        self._sink.stateChanged.connect(self._note_state)
        self._over.timeout.connect(self.lost)
        self._rest.timeout.connect(self._sink.stop)

    def play(self, sound: AudioBuffer) -> bool:
        """Whether the sound could be begun; what sounds already ends."""
        from PySide6.QtMultimedia import QtAudio

        self._rest.stop()
        self._sink.reset()
        self._bytes.close()
        self._bytes.setData(self._lead + sound.samples)
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._bytes)
        overdue_ms = LEAD_MS + sound.length_ms + OVERDUE_MS
        if not self._over.isActive() or overdue_ms > self._over.interval():  # a longer sound takes longer
            self._over.start(overdue_ms)
        return self._sink.error() in (QtAudio.Error.NoError, QtAudio.Error.UnderrunError)

    def stop(self) -> None:
        """Silence at once."""
        self._over.stop()
        self._rest.stop()
        self._sink.reset()

    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0, for what sounds and what follows."""
        self._sink.setVolume(volume)

    @Slot()
    def _note_state(self) -> None:
        from PySide6.QtMultimedia import QtAudio

        if self._sink.state() is QtAudio.State.IdleState:
            self._over.stop()
            self._rest.start()
        elif self._sink.error() in (QtAudio.Error.IOError, QtAudio.Error.FatalError):
            self.lost.emit()
