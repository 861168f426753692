"""The program ends while something waits to be saved: asks, keeps it in a file, writes it at the next start."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.services.bug_hook import bugs_told
from supple.ui.kit.banner import Tone
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.shell.main_window import MainWindow
from supple.ui.words.trouble_words import tried_again

UNSAVED_BANNER = "unsaved"
SETTLE_S = 0.5  # what was pressed last may still be on its way to the disk


class Closing(QObject):
    """Guards the window's end; `finish` loses nothing even where nobody can be asked."""

    def __init__(
        self,
        window: MainWindow,
        keeping: Keeping,
        may_close: Callable[[], bool],
        *,
        data_dir: Path,
        parent: QObject,
    ) -> None:
        """`may_close` is what a running session says."""
        super().__init__(parent)
        self._window = window
        self._keeping = keeping
        self._data_dir = data_dir
        self._session_may_close = may_close
        self._sheet: Sheet | None = None
        self._agreed = False
        self._window.set_close_guard(self.may_close)
        self._keeping.kept.connect(self._close_if_saved)
        self._keeping.failed.connect(self._say_in_vain)

    def may_close(self) -> bool:
        """The window's question before it closes."""
        if not self._session_may_close():
            return False
        writer = self._keeping.writer
        if self._agreed or not writer.pending or not writer.settle(SETTLE_S):
            return True
        self._ask()
        return False

    def finish(self) -> None:
        """Write what waits; what cannot be written goes to a file."""
        writer = self._keeping.writer
        if writer.close() and not self._agreed:
            self._keep_in_file()

    def take_up_unsaved(self) -> bool:
        """Write what an earlier run of the program could not: the history is open again; whether there was anything."""
        from supple.storage.rescue import RescueError, put_by, read_unsaved, unsaved_files

        any_written = False
        for file in unsaved_files(self._data_dir):
            try:
                writes = read_unsaved(file)
            except RescueError:
                put_by(file)
                continue
            futures = [self._keeping.write(write) for write in writes]
            if futures:
                futures[-1].add_done_callback(_Done(file, futures))
                self._say_taken_up(len(futures))
                any_written = True
        return any_written

    def _ask(self) -> None:
        if self._sheet is not None:
            return
        sheet = self._sheet = Sheet(
            self._window.theme,
            title=self.tr("Something is not saved yet"),
            sentence=self._sentence(),
            tone=Tone.CAUTION,
        )
        sheet.closed.connect(self._forget_sheet)
        stay = sheet.add_button(self.tr("Keep Supple open"), kind=ButtonKind.QUIET, leading=True)
        stay.clicked.connect(sheet.close_sheet)
        close = sheet.add_button(self.tr("Close and keep it in a file"))
        close.clicked.connect(self._close_with_file)
        retry = sheet.add_button(self.tr("Try again"), kind=ButtonKind.PRIMARY)
        retry.clicked.connect(self._retry)
        sheet.set_first_focus(retry)
        self._window.show_sheet(sheet)

    def _sentence(self) -> str:
        return self.tr(
            "The history in {0} cannot be written now. Make room or connect its disk, then try again; or close,"
            " and what waits is kept in a file and written at the next start."
        ).replace("{0}", str(self._data_dir))

    def _say_in_vain(self) -> None:
        if self._sheet is not None:
            words = tried_again(self._sentence(), wall_clock())
            self._sheet.set_title(self.tr("Something is not saved yet"), words)

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _retry(self) -> None:
        keeping = self._keeping
        keeping.follow(keeping.writer.retry())

    def _close_if_saved(self) -> None:
        if self._sheet is not None and not self._keeping.writer.pending:
            self._sheet.close_sheet()
            self._window.close()

    def _close_with_file(self) -> None:
        if self._keep_in_file() is None and self._sheet is not None:
            self._sheet.set_title(
                self.tr("It cannot be kept in a file either"),
                self.tr("Nothing can be written anywhere: make room on a disk, then try again."),
                urgent=True,
            )
            return
        self._agreed = True
        if self._sheet is not None:
            self._sheet.close_sheet()
        self._window.close()

    def _keep_in_file(self) -> Path | None:
        from supple.storage.rescue import keep_unsaved

        waiting = self._keeping.writer.waiting
        return keep_unsaved(waiting, self._data_dir, now=wall_clock())

    def _say_taken_up(self, entries: int) -> None:
        self._window.show_banner(
            UNSAVED_BANNER,
            tone=Tone.INFO,
            bold=self.tr("What could not be saved last time was kept."),
            sentence=self.tr("%n entries are written to your history now.", "", entries),
        )


class _Done:
    """Takes the file away once everything in it is on disk; called in the writing thread."""

    def __init__(self, file: Path, futures: "list[Future[None]]") -> None:
        self._file = file
        self._futures = futures

    def __call__(self, _last: "Future[None]") -> None:
        from supple.services.history import HistoryError
        from supple.storage.rescue import put_by

        errors = [future.exception() for future in self._futures]
        with bugs_told(), suppress(OSError):  # a file that stays is written once more, which changes nothing
            if not any(errors):
                self._file.unlink(missing_ok=True)
            elif not all(error is None or isinstance(error, HistoryError) for error in errors):
                put_by(self._file)
