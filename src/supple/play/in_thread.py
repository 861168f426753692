"""Work that may take longer than a frame, done in a named thread; its outcome is told on the GUI thread."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from supple.domain.trouble import SurroundingsError


class InThread(QObject):
    """Runs one piece of work at a time; `done` carries its result, `failed` the exception itself.

    Only what the surroundings are to blame for (OSError, SurroundingsError) is told, and whoever asked has the
    sentence; anything else is a bug, and goes to the crash hook like one anywhere.
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
        failure: Exception | None = None
        result: object = None
        try:
            result = work()
        except (OSError, SurroundingsError) as error:
            failure = error
        with suppress(RuntimeError):  # the window may have gone meanwhile: then nobody is left to be told
            if failure is None:
                self.done.emit(result)
            else:
                self.failed.emit(failure)
