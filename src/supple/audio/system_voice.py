"""Has the person's own words read aloud by the helper program for that, and knows whether there is a voice."""

import logging

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from supple.audio.sound_helper import helper_process, voice_program
from supple.audio.voice_helper import READY

log = logging.getLogger(__name__)

CLOSING_MS = 500


class SystemVoice(QObject):
    """Nothing is started before `warm_up`. Whatever goes wrong, nothing is read, and that is all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._helper: QProcess | None = None
        self._ready = False
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)

        self._limit.timeout.connect(self.hush)

    @property
    def is_ready(self) -> bool:
        """Whether there is a real voice and it waits for words."""
        return self._ready

    def warm_up(self) -> None:
        """Start the helper; the system's voice is there two or three seconds later."""
        if self._helper is not None:
            return
        self._helper = helper_process(self, *voice_program())
        self._helper.readyReadStandardOutput.connect(self._read)
        self._helper.finished.connect(self._lose)
        self._helper.errorOccurred.connect(self._lose)
        self._helper.start()

    def say(self, words: str, *, volume: float, limit_ms: int) -> bool:
        """Read `words` (one line) now, at 0.0 to 1.0, for `limit_ms` at most; whether they can be heard."""
        if not self._ready or volume <= 0:
            return False
        self._tell(f"say {volume:.2f} {words}")
        self._limit.start(limit_ms)
        return True

    @Slot()
    def hush(self) -> None:
        """End what is being read; without anything nothing is told."""
        self._limit.stop()
        if self._ready:
            self._tell("hush")

    @property
    def is_reading(self) -> bool:
        """Whether words are being read, as far as their time goes."""
        return self._limit.isActive()

    def close(self) -> None:
        """End the helper; it is gone in a moment."""
        helper, self._helper, self._ready = self._helper, None, False
        self._limit.stop()
        if helper is None:
            return
        helper.finished.disconnect(self._lose)
        helper.errorOccurred.disconnect(self._lose)
        helper.kill()  # not asked: while the system's speech service starts it would not hear
        helper.waitForFinished(CLOSING_MS)

    def _tell(self, command: str) -> None:
        if self._helper is not None:
            self._helper.write(f"{command}\n".encode())
            self._helper.waitForBytesWritten(0)

    @Slot()
    def _read(self) -> None:
        while self._helper is not None and self._helper.canReadLine():
            line = bytes(self._helper.readLine().data()).decode(errors="replace").strip()
            self._ready = line.startswith(READY)
            log.info("the system's voice: %s", line)

    @Slot()
    def _lose(self) -> None:
        """No voice, or no longer: the words stand on the screen."""
        self._ready = False
