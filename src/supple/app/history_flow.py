"""Opening the history behind the painted window, and the ways out when it cannot be opened."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from supple.app.in_thread import InThread
from supple.app.shipped_files import wall_clock
from supple.services.history import History, HistoryError, Trouble
from supple.storage import DATABASE
from supple.ui.day_words import weekday_and_date
from supple.ui.main_window import MainWindow
from supple.ui.theme import Theme
from supple.ui.trouble_sheet import TroubleSheet


class HistoryFlow(QObject):
    """Opens the history in its own thread; `opened` comes once there is one, whatever had to be chosen before."""

    opened = Signal(object)
    lost = Signal(object)
    went_on = Signal()

    def __init__(
        self, window: MainWindow, theme: Theme, data_dir: Path, parent: QObject | None = None
    ) -> None:
        """Nothing is opened before `start`."""
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._data_dir = data_dir
        self._copy: Path | None = None
        self._opener = InThread("history-opener", self)
        self._opener.done.connect(self.opened)
        self._opener.failed.connect(self._explain)

    def start(self) -> None:
        """Open it; tried again by calling again."""
        self._opener.start(self._open)

    def wait(self) -> None:
        """Let an opening that runs come to its end."""
        self._opener.wait()

    def _open(self) -> History:
        """Runs in the thread; SQLAlchemy is imported here and nowhere earlier."""
        from supple.storage.database import open_history

        return open_history(self._data_dir, now=wall_clock())

    def _explain(self, error: HistoryError) -> None:
        """A sheet with the sentence and the ways out; nothing is deleted by any of them."""
        self.lost.emit(error.trouble)
        if error.trouble is Trouble.DAMAGED:
            from supple.storage.copies import newest_whole_copy

            self._copy = newest_whole_copy(self._data_dir / DATABASE)
        sheet = TroubleSheet(
            self._theme,
            error.trouble,
            folder=str(self._data_dir),
            copy_day=None if self._copy is None else _day_words(self._copy),
        )
        sheet.copy_chosen.connect(self._bring_copy_back)
        sheet.fresh_chosen.connect(self._start_fresh)
        sheet.retried.connect(self.start)
        sheet.quit_chosen.connect(QCoreApplication.quit)
        sheet.went_on.connect(self.went_on)
        self._window.show_sheet(sheet)

    def _bring_copy_back(self) -> None:
        from supple.storage.copies import bring_back

        if self._copy is not None:
            self._change_files(bring_back, self._copy)

    def _start_fresh(self) -> None:
        from supple.storage.copies import set_aside

        self._change_files(set_aside)

    def _change_files(self, change: Callable[..., Path], *first: Path) -> None:
        """Make the change, then open again; a change that fails is explained like an opening that failed."""
        try:
            change(*first, self._data_dir / DATABASE, now=wall_clock())
        except HistoryError as error:
            self._explain(error)
        else:
            self.start()


def _day_words(copy: Path) -> str:
    """The day on which `copy` was made."""
    return weekday_and_date(datetime.fromtimestamp(copy.stat().st_mtime, tz=UTC).astimezone().date())
