"""Follows what is being written to the history, and tells the window when it could not be."""

from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from supple.services.history import HistoryError
from supple.services.recorder import Recorder
from supple.services.writer import HistoryWriter
from supple.services.writes import Write


class Keeping(QObject):
    """The writer and the recorder, with signals on the GUI thread for what became of a record."""

    kept = Signal()
    failed = Signal(object)
    _settled = Signal(object)

    def __init__(self, writer: HistoryWriter, recorder: Recorder, parent: QObject | None = None) -> None:
        """`writer` is the one `recorder` writes through."""
        super().__init__(parent)
        self.writer = writer
        self.recorder = recorder
        self._settled.connect(self._tell)

    def write(self, write: Write) -> Future[None]:
        """Keep what `write` says, and follow it."""
        future = self.writer.write(write)
        self.follow(future)
        return future

    def follow(self, future: Future[None] | None) -> None:
        """Tell `kept` or `failed` (with the Trouble) when `future` is done; None is nothing to follow.

        A bug is told by neither: the crash hook has it.
        """
        if future is not None:
            future.add_done_callback(self._settled.emit)

    def _tell(self, future: Future[None]) -> None:
        error = future.exception()
        if error is None:
            self.kept.emit()
        elif isinstance(error, HistoryError):
            self.failed.emit(error.trouble)
