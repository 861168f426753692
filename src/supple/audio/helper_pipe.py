"""How a helper program talks with the window: lines in on standard input, lines out on standard output."""

import os
import sys
import threading
import traceback

from PySide6.QtCore import QObject, Signal


def answer(words: str) -> None:
    """Say one line; a helper that nobody listens to any more ends."""
    try:
        os.write(1, f"{words}\n".encode(errors="replace"))
    except BrokenPipeError:
        os._exit(0)


class Ears(QObject):
    """Reads the commands in a thread, since not every system can watch a pipe; ends the process with its parent."""

    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(target=self._read, name="commands", daemon=True)

    def start(self) -> None:
        """Begin to read; `told` follows with each line."""
        self._thread.start()

    def _read(self) -> None:
        try:
            for line in sys.stdin:
                self.told.emit(line.strip())
        except BaseException:
            traceback.print_exc()
            os._exit(1)  # deaf it would outlive the window
        os._exit(0)
