"""What ends a program from outside (Ctrl+C, logging out, a terminal that closes), brought into the event loop."""

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = ("SIGTERM", "SIGHUP", "SIGINT")


class EndSignals(QObject):
    """`asked` comes in the event loop for the first of them; a second one ends the program as it always did."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Take them over; Python's own handler would wait for the next line of Python, which may take for ever."""
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        self._before: dict[int, object] = {}
        self._notifier: QSocketNotifier | None = None
        if sys.platform == "win32":  # its event loop is woken by other means, and nobody sends these there
            return
        for end in (self._ours, self._theirs):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)
        self._wakeup_before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for name in ENDING:
            number = signal.Signals[name]
            self._before[number] = signal.signal(number, _leave_to_the_loop)

    def give_back(self) -> None:
        """The event loop has ended: from now on they do again what they did before."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
            signal.set_wakeup_fd(self._wakeup_before)
            for number, handler in self._before.items():
                signal.signal(number, handler)  # type: ignore[arg-type] # what signal() returned it takes back
        self._ours.close()
        self._theirs.close()

    def _tell(self) -> None:
        try:
            self._ours.recv(64)
        except OSError:
            return
        for number in self._before:
            signal.signal(number, signal.SIG_DFL)
        self.asked.emit()


def _leave_to_the_loop(_number: int, _frame: FrameType | None) -> None:
    """The byte in the socket has said it already."""
