"""Follows what is being written to the history, and tells the window when it could not be."""

from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from supple.services.history import HistoryError
from supple.services.recorder import Recorder
from supple.services.writer import HistoryWriter
from supple.services.writes import Write


class Keeping(QObject):
    """The writer and the recorder, with signals on the GUI thread for what became of a record."""

    kept = Signal(object)  # the Write, None where it is not one that was handed over here
    failed = Signal(object)
    _settled = Signal(object)

    def __init__(self, writer: HistoryWriter, recorder: Recorder, parent: QObject | None = None) -> None:
        """`writer` is the one `recorder` writes through."""
        super().__init__(parent)
        self.writer = writer
        self.recorder = recorder
        self._under_way: dict[Future[None], Write | None] = {}
        self._settled.connect(self._tell)

    @property
    def waits(self) -> bool:
        """Whether something is not on the disk yet, or not told of."""
        return bool(self._under_way) or self.writer.pending > 0

    def write(self, write: Write) -> Future[None]:
        """Keep what `write` says, and follow it."""
        future = self.writer.write(write)
        self.follow(future, write)
        return future

    def follow(self, future: Future[None] | None, write: Write | None = None) -> None:
        """Tell `kept` or `failed` (with the Trouble) when `future` is done; None is nothing to follow.

        A bug is told by neither: the crash hook has it.
        """
        if future is not None:
            self._under_way[future] = write
            future.add_done_callback(self._settled.emit)

    def tell_kept(self) -> None:
        """A session's set, which its player follows, is kept in time again."""
        self.kept.emit(None)

    def _tell(self, future: Future[None]) -> None:
        write = self._under_way.pop(future, None)
        error = future.exception()
        if error is None:
            self.kept.emit(write)
        elif isinstance(error, HistoryError):
            self.failed.emit(error.trouble)
