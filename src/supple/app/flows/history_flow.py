"""Opening the history behind the painted window, and the ways out when it cannot be opened."""

from contextlib import nullcontext
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from supple.app.shipped_files import wall_clock
from supple.domain.trouble import Trouble
from supple.play.in_thread import InThread
from supple.services.bug_hook import bugs_as_trouble
from supple.services.history import History, HistoryError
from supple.storage import DATABASE
from supple.storage.faults import trouble_of_os
from supple.ui.kit.banner import Tone
from supple.ui.kit.theme import Theme
from supple.ui.shell.main_window import MainWindow
from supple.ui.shell.trouble_sheet import TroubleSheet
from supple.ui.words.day_words import date_of_any_year

if TYPE_CHECKING:
    from supple.storage.copies import KeptCopy
    from supple.storage.history import SqlHistory
    from supple.storage.log_care import LogCare
    from supple.storage.whole import IntegrityReport

LOG_BANNER = "history-log"
RESTORE_BANNER = "restore-cut-off"


class _Way(Enum):
    """What the person chose for a history that cannot be opened."""

    COPY = auto()
    SALVAGE = auto()
    FRESH = auto()


class HistoryFlow(QObject):
    """Opens the history in its own thread; `opened` comes once there is one, whatever had to be chosen before."""

    opened = Signal(object)
    lost = Signal(object)
    went_on = Signal(object)  # a history that nobody keeps

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        data_dir: Path,
        *,
        careful: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is opened before `start`; `careful`: the last start did not finish, perhaps due to the history."""
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._data_dir = data_dir
        self._is_careful = careful
        self._history: SqlHistory | None = None  # the thread's while it opens
        self._copy: KeptCopy | None = None  # likewise
        self._salvage: IntegrityReport | None = None  # likewise
        self._unkept: SqlHistory | None = None  # while none can be opened
        self._way: _Way | None = None
        self._fresh = False
        self._was_there = data_dir.is_dir()
        self._opener = InThread("history-opener", self)
        self._opener.done.connect(self._take)
        self._opener.failed.connect(self._explain)

    def start(self) -> None:
        """Open it; tried again by calling again, also when the one that was open is open no more."""
        if not self._opener.runs:
            self._opener.start(self._open)

    def reopen_if_replaced(self, trouble: Trouble) -> None:
        """A record could not be written because the file is another: open what is there now, if anything is."""
        if trouble is Trouble.MISSING and (self._data_dir / DATABASE).is_file():
            self.start()

    def close(self) -> None:
        """Let an opening that runs come to its end, and close the history: all of it is in one file then."""
        self._opener.wait()
        history, self._history = self._history, None
        if history is not None:
            history.close()
        self._close_unkept()

    def _open(self) -> History:
        """Runs in the thread. A bug that a history brings about ends the program once; after that it is told."""
        with bugs_as_trouble() if self._is_careful else nullcontext():
            return self._open_as_chosen()

    def _open_as_chosen(self) -> History:
        """SQLAlchemy is imported here and nowhere earlier."""
        from supple.storage.copies import best_copy
        from supple.storage.database import open_history
        from supple.storage.salvage import what_can_be_salvaged

        if self._was_there and not self._data_dir.is_dir():  # never made anew: its disk may be away
            raise HistoryError(Trouble.MISSING, f"{self._data_dir} is not there")
        if self._history is not None:
            self._history.close()
            self._history = None
        way, self._way = self._way, None
        if way is not None:
            self._go(way)
        try:
            self._history = open_history(self._data_dir, now=wall_clock(), fresh=self._fresh)
        except HistoryError as error:
            if error.trouble in (Trouble.DAMAGED, Trouble.GONE):
                self._copy = best_copy(self._data_dir / DATABASE)
            if error.trouble is Trouble.DAMAGED:
                self._salvage = what_can_be_salvaged(self._data_dir / DATABASE)
            raise
        return self._history

    def _take(self, history: "SqlHistory") -> None:
        self._fresh = False
        if history.log_care is not None:
            self._tell_of_log(history.log_care)
        if history.restore_taken_back:
            self._tell_of_restore()
        self.opened.emit(history)
        self._close_unkept()

    def _tell_of_log(self, care: "LogCare") -> None:
        """SQLite would have said nothing of it."""
        if care.lost:
            bold = self.tr("Part of what was written last could not be read.")
            words = self.tr("Everything else is here. The damaged part is kept as it was in {0}.")
        else:
            bold = self.tr("Your history was damaged and could be mended.")
            words = self.tr("Nothing is missing. The files as they were are kept in {0}.")
        self._window.show_banner(
            LOG_BANNER,
            tone=Tone.CAUTION,
            bold=bold,
            sentence=words.replace("{0}", str(care.kept)),
        )

    def _tell_of_restore(self) -> None:
        self._window.show_banner(
            RESTORE_BANNER,
            tone=Tone.INFO,
            bold=self.tr("Bringing a backup back was cut off."),
            sentence=self.tr(
                "Your data are as they were before it. You can bring it back again from Settings."
            ),
        )

    def _explain(self, error: HistoryError | OSError) -> None:
        """A sheet with the sentence and the ways out; nothing is deleted by any of them."""
        trouble = error.trouble if isinstance(error, HistoryError) else trouble_of_os(error)
        self.lost.emit(trouble)
        copy = self._copy
        sheet = TroubleSheet(
            self._theme,
            trouble,
            folder=str(self._data_dir),
            copy_day=None
            if copy is None
            else date_of_any_year(copy.made_at.date(), today=wall_clock().date()),
            copy_sessions=0 if copy is None else copy.holds.sessions,
            salvage_sessions=None if self._salvage is None else self._salvage.sessions,
        )
        sheet.salvage_chosen.connect(self._bring_salvaged)
        sheet.copy_chosen.connect(self._bring_copy_back)
        sheet.fresh_chosen.connect(self._start_fresh)
        sheet.retried.connect(self.start)
        sheet.quit_chosen.connect(QCoreApplication.quit)
        sheet.went_on.connect(self._go_on_without)
        self._window.show_sheet(sheet)

    def _go_on_without(self) -> None:
        """What is read is nothing, until there is a history; what is written waits in memory."""
        from supple.storage.database import open_memory_history

        self._close_unkept()
        self._unkept = open_memory_history()
        self.went_on.emit(self._unkept)

    def _close_unkept(self) -> None:
        unkept, self._unkept = self._unkept, None
        if unkept is not None:
            unkept.close()

    def _bring_copy_back(self) -> None:
        self._way = _Way.COPY
        self.start()

    def _bring_salvaged(self) -> None:
        self._way = _Way.SALVAGE
        self.start()

    def _start_fresh(self) -> None:
        self._way = _Way.FRESH
        self._fresh = True
        self.start()

    def _go(self, way: "_Way") -> None:
        """Runs in the thread: change the files as was chosen. One that fails is explained like an opening that did."""
        from supple.storage.copies import bring_back, set_aside
        from supple.storage.salvage import bring_salvaged

        database = self._data_dir / DATABASE
        if way is _Way.COPY and self._copy is not None:
            bring_back(self._copy.path, database, now=wall_clock())
        elif way is _Way.SALVAGE:
            bring_salvaged(database, now=wall_clock())
        elif way is _Way.FRESH:
            set_aside(database, now=wall_clock())
