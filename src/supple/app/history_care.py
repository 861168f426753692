"""Behind the complete window: reads the history through, tells what nobody can read, and keeps the copy of the day."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.shipped_files import wall_clock
from supple.play.in_thread import InThread
from supple.services.bug_hook import bugs_as_trouble
from supple.storage import DATABASE
from supple.ui.kit.banner import Tone
from supple.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from supple.storage.whole import IntegrityReport

UNREADABLE_BANNER = "unreadable"


class HistoryCare(QObject):
    """Once for each history that was opened, in a thread of its own."""

    def __init__(self, window: MainWindow, data_dir: Path, parent: QObject | None = None) -> None:
        """Begins with `start`."""
        super().__init__(parent)
        self._window = window
        self._data_dir = data_dir
        self._work = InThread("history-keeper", self)
        self._work.done.connect(self._tell)
        self._work.failed.connect(self._let_wait)

    def start(self) -> None:
        """Look after the history that is open."""
        if not self._work.runs and (self._data_dir / DATABASE).is_file():
            self._work.start(self._look_after)

    def wait(self) -> None:
        """Let it come to its end."""
        self._work.wait()

    def _look_after(self) -> "IntegrityReport":
        """Runs in the thread; nobody asked for it, so a bug is for the log: every start would end by it."""
        from supple.storage.look_after import look_after

        with bugs_as_trouble():
            return look_after(self._data_dir / DATABASE, now=wall_clock())

    def _tell(self, found: "IntegrityReport") -> None:
        amiss = found.unreadable + found.orphans
        if not amiss:
            self._window.hide_banner(UNREADABLE_BANNER)
            return
        self._window.show_banner(
            UNREADABLE_BANNER,
            tone=Tone.CAUTION,
            bold=self.tr("%n entries of your history cannot be read as a whole.", "", amiss),
            sentence=self.tr(
                "What can be read is shown. Nothing was deleted: they stay in {0}, and a backup takes them along."
            ).replace("{0}", str(self._data_dir / DATABASE)),
        )

    def _let_wait(self, _error: Exception) -> None:
        """A copy that cannot be made now is made another day; what is wrong with the disk is told where it matters."""
