"""Work that may take longer than a frame, done in a named thread; its outcome is told on the GUI thread."""

import logging
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from supple.domain.trouble import Trouble
from supple.services.history import HistoryError

log = logging.getLogger(__name__)


class InThread(QObject):
    """Runs one piece of work at a time; `done` carries its result, `failed` a HistoryError.

    An OSError becomes a HistoryError of Trouble.IO, a ValueError one of Trouble.DAMAGED; anything else is a bug, which
    is logged and becomes one of Trouble.UNKNOWN: whoever waits for the work is always answered.
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
        except BaseException as error:  # whatever it is: somebody waits for an answer
            log.exception("the thread %s failed", self._name)
            failure = HistoryError(Trouble.UNKNOWN, type(error).__name__)
        with suppress(RuntimeError):  # the window may have gone meanwhile: then nobody is left to be told
            if failure is None:
                self.done.emit(result)
            else:
                self.failed.emit(failure)
