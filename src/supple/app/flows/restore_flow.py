"""Bringing a backup back in the running window: shows what it holds, replaces the data, and shows what came of it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.asking import FileAsker, FileQuestion, Pick, Purpose
from supple.app.flows.history_flow import HistoryFlow
from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.trouble import Trouble
from supple.play.in_thread import InThread
from supple.services.history import HistoryError
from supple.services.local_time import local_now
from supple.ui.kit.banner import Tone
from supple.ui.settings.restore_sheet import RestoreSheet
from supple.ui.shell.main_window import MainWindow
from supple.ui.words.trouble_words import trouble_sentence

if TYPE_CHECKING:
    from supple.storage.restore import Contents

RESTORE_BANNER = "restore"


class RestoreFlow(QObject):
    """One backup at a time, looked at and put in place in a thread of its own."""

    restored = Signal()  # what was known is of other data

    def __init__(
        self,
        window: MainWindow,
        asker: FileAsker,
        keeping: Keeping,
        history_flow: HistoryFlow,
        *,
        data_dir: Path,
        parent: QObject,
    ) -> None:
        """Begins when a file was chosen."""
        super().__init__(parent)
        self._window = window
        self._asker = asker
        self._keeping = keeping
        self._history_flow = history_flow
        self._data_dir = data_dir
        self._file = Path()
        self._look = InThread("backup-reader", self)
        self._look.done.connect(self._ask)
        self._look.failed.connect(self._say_failed)
        self._work = InThread("backup-restorer", self)
        self._work.done.connect(self._show_restored)
        self._work.failed.connect(self._go_on_as_before)

    def wait(self) -> None:
        """Let what is under way come to its end."""
        self._look.wait()
        self._work.wait()

    def ask_for_file(self) -> None:
        """Let the person choose a backup to bring back."""
        question = FileQuestion(
            purpose=Purpose.RESTORE,
            pick=Pick.OPEN,
            title=self.tr("Choose a backup to bring back"),
            filters=((self.tr("Supple backups"), "*.zip"), (self.tr("All files"), "*")),
        )
        self._asker.ask(question, self._take_file)

    def _take_file(self, chosen: Path) -> None:
        if self._look.runs or self._work.runs:
            return
        self._file = chosen
        if self._keeping.writer.pending:
            self._say(self.tr("Something is not saved yet: try again when it is."))
            return
        self._look.start(self._look_into)

    def _look_into(self) -> "Contents":
        """Runs in the thread."""
        from supple.storage.restore import look_into

        return look_into(self._file, self._data_dir)

    def _ask(self, found: "Contents") -> None:
        history = found.history
        sheet = RestoreSheet(
            self._window.theme,
            file=str(self._file),
            made_at=found.made_at.astimezone(local_now().tzinfo),
            sessions=None if history is None else history.sessions,
            newest=None if history is None or not history.newest else _local(history.newest),
            unreadable=0 if history is None else history.unreadable + history.orphans,
            settings=bool(found.settings),
            today=wall_clock().date(),
        )
        sheet.restore_chosen.connect(self._restore)
        self._window.show_sheet(sheet)

    def _restore(self) -> None:
        """Nobody may have the data open meanwhile: what is written now waits."""
        writer = self._keeping.writer
        if writer.pending:
            self._say(self.tr("Something is not saved yet: try again when it is."))
            return
        writer.lose(Trouble.NOT_OPEN).result()
        self._history_flow.close()
        self._work.start(self._put_back)

    def _put_back(self) -> Path | None:
        """Runs in the thread."""
        from supple.storage.restore import restore

        return restore(self._file, self._data_dir, now=wall_clock())

    def _show_restored(self, aside: Path | None) -> None:
        self.restored.emit()
        self._history_flow.start()
        words = self.tr("What was here before is kept in {0}.").replace("{0}", str(aside)) if aside else ""
        self._window.show_banner(
            RESTORE_BANNER,
            tone=Tone.SUCCESS,
            bold=self.tr("Your data were restored."),
            sentence=words,
        )

    def _go_on_as_before(self, error: Exception) -> None:
        self._say_failed(error)
        self._history_flow.start()

    def _say_failed(self, error: Exception) -> None:
        match error:
            case HistoryError():
                self._say(trouble_sentence(error.trouble, folder=str(self._data_dir)))
            case OSError():
                words = self.tr("{0} could not be read ({1}).").replace("{0}", str(self._file))
                self._say(words.replace("{1}", error.strerror or str(error)))
            case _:  # a BackupError, which says what the file is instead
                self._say(f"{self._file} {error}")

    def _say(self, words: str) -> None:
        self._window.show_banner(
            RESTORE_BANNER,
            tone=Tone.CAUTION,
            bold=self.tr("Nothing was restored; your data are as they were."),
            sentence=words,
        )


def _local(utc: str) -> datetime | None:
    try:
        return datetime.fromisoformat(utc).astimezone(local_now().tzinfo)
    except (ValueError, OverflowError):
        return None
