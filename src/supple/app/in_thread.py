"""Work that may take longer than a frame, done in a named thread; its outcome is told on the GUI thread."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from supple.services.history import HistoryError, Trouble


class InThread(QObject):
    """Runs one piece of work at a time; `done` carries its result, `failed` a HistoryError.

    An OSError becomes a HistoryError of Trouble.IO, a ValueError one of Trouble.DAMAGED; anything else is a bug and
    reaches threading's hook, which the crash hook shares.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """`name` says what the thread is for."""
        super().__init__(parent)
        self._name = name
        self._thread: Thread | None = None

    @property
    def runs(self) -> bool:
        """Whether work is under way."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, work: Callable[[], object]) -> None:
        """Begin `work`."""
        self._thread = Thread(target=self._run, args=(work,), name=self._name, daemon=True)
        self._thread.start()

    def wait(self, seconds: float = 5.0) -> None:
        """Let work under way come to its end."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self, work: Callable[[], object]) -> None:
        failure: HistoryError | None = None
        result: object = None
        try:
            result = work()
        except HistoryError as error:
            failure = error
        except OSError as error:
            failure = HistoryError(Trouble.IO, error.strerror or str(error))
        except ValueError as error:
            failure = HistoryError(Trouble.DAMAGED, str(error))
        with suppress(RuntimeError):  # the window may have gone meanwhile: then nobody is left to be told
            if failure is None:
                self.done.emit(result)
            else:
                self.failed.emit(failure)
