"""Reads the history for Progress in a thread of its own: after some years it takes longer than a frame."""

from threading import Thread

from PySide6.QtCore import QObject, Signal

from supple.services.history import History, HistoryError
from supple.services.look_back import PlansAsked, look_back


class LookBackReader(QObject):
    """`done` carries a WhatWasDone, `failed` a HistoryError; of two readings only the later is told."""

    done = Signal(object)
    failed = Signal(object)
    _read = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is read before `start`."""
        super().__init__(parent)
        self._number = 0
        self._thread: Thread | None = None

        self._read.connect(self._tell)

    def start(self, history: History, asked: PlansAsked) -> None:
        """Read all of `history`, beside what its plans `asked`."""
        self._number += 1
        self._thread = Thread(
            target=self._run, args=(history, asked, self._number), name="progress-reader", daemon=True
        )
        self._thread.start()

    def wait(self, seconds: float = 5.0) -> None:
        """Let a reading come to its end."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self, history: History, asked: PlansAsked, number: int) -> None:
        try:
            found: object = look_back(history, asked)
        except HistoryError as error:
            found = error
        try:
            self._read.emit(number, found)
        except RuntimeError:  # the page is gone, and this object with it
            return

    def _tell(self, number: int, found: object) -> None:
        if number != self._number:
            return
        if isinstance(found, HistoryError):
            self.failed.emit(found)
        else:
            self.done.emit(found)
