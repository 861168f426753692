"""What goes to and comes from files the person chooses: CSV, backups and restoring them."""

import errno
from pathlib import Path

from PySide6.QtCore import QObject

from supple.app.asking import FileAsker, FileQuestion, Pick, Purpose
from supple.app.open_folder import open_folder_of
from supple.app.shipped_files import wall_clock
from supple.domain.trouble import SurroundingsError, Trouble
from supple.play.in_thread import InThread
from supple.services.csv_tables import What
from supple.services.export import export_all
from supple.services.history import History, HistoryError
from supple.ui.kit.banner import Tone
from supple.ui.shell.main_window import MainWindow
from supple.ui.words.trouble_words import trouble_sentence

BANNER = "files"


class FilesFlow(QObject):
    """One file at a time; what came of it is a banner over the room."""

    def __init__(
        self, window: MainWindow, asker: FileAsker, data_dir: Path, parent: QObject | None = None
    ) -> None:
        """There is nothing to write before `use`."""
        super().__init__(parent)
        self._window = window
        self._data_dir = data_dir
        self._asker = asker
        self._history: History | None = None
        self._folder: Path | None = None
        self._work = InThread("history-exporter", self)
        self._work.done.connect(self._say_done)
        self._work.failed.connect(self._say_failed)

    def use(self, history: History) -> None:
        """From now on this is the history that is written out."""
        self._history = history

    def wait(self) -> None:
        """Let a file under way come to its end."""
        self._work.wait()

    def ask_for_csv_folder(self) -> None:
        """Let the person choose the folder for the CSV files."""
        question = FileQuestion(
            purpose=Purpose.CSV,
            pick=Pick.FOLDER,
            title=self.tr("Choose a folder for the CSV files"),
            accept=self.tr("Export here"),
            writes=tuple(f"{what}.csv" for what in What),
        )
        self._asker.ask(question, self._export)

    def ask_for_backup_file(self) -> None:
        """Let the person choose where the backup goes."""
        question = FileQuestion(
            purpose=Purpose.BACKUP,
            pick=Pick.SAVE,
            title=self.tr("Back up everything to one file"),
            name=self.tr("Supple backup {0}.zip").replace("{0}", wall_clock().date().isoformat()),
        )
        self._asker.ask(question, self._back_up)

    def _export(self, folder: Path) -> None:
        if not self._work.runs:
            self._folder = folder
            self._work.start(self._write_csv)

    def _write_csv(self) -> str:
        """Runs in the thread."""
        folder = self._folder or Path()
        if not folder.is_dir():
            raise _RefusedError(
                self.tr("The folder {0} is gone: choose another.").replace("{0}", str(folder))
            )
        self._keep_out_of_data(folder)
        if self._history is None:
            raise HistoryError(Trouble.NOT_OPEN)
        export_all(self._history, folder)
        return str(folder)

    def _back_up(self, file: Path) -> None:
        if not self._work.runs:
            self._folder = file
            self._work.start(self._write_backup)

    def _write_backup(self) -> str:
        """Runs in the thread."""
        from supple.storage.backup import NothingToBackUpError, make_backup

        target = self._folder or Path()
        self._keep_out_of_data(target)
        try:
            make_backup(self._data_dir, target, now=wall_clock(), beside_window=True)
        except NothingToBackUpError as error:
            raise _RefusedError(self.tr("There is nothing to back up yet: do a session first.")) from error
        return str(target)

    def _keep_out_of_data(self, place: Path) -> None:
        if place.resolve().is_relative_to(self._data_dir.resolve()):
            raise OSError(errno.EINVAL, self.tr("it is inside the folder of your data"))

    def _say_done(self, place: str) -> None:
        words = self.tr("It is in {0}.").replace("{0}", place)
        self._window.show_banner(
            BANNER,
            tone=Tone.SUCCESS,
            bold=self.tr("Saved."),
            sentence=words,
            action=(self.tr("Open folder"), self._open_folder),
        )

    def _open_folder(self) -> None:
        if self._folder is not None:
            open_folder_of(self._folder, self._window, banner=BANNER)

    def _say_failed(self, error: Exception) -> None:
        match error:
            case HistoryError():
                words = trouble_sentence(error.trouble, folder=str(self._data_dir))
            case OSError():
                words = self.tr(
                    "{0} could not be written ({1}): choose another place. What was there is as it was."
                )
                words = words.replace("{0}", str(self._folder)).replace("{1}", _detail(error))
            case _:
                words = str(error)
        self._window.show_banner(
            BANNER,
            tone=Tone.CAUTION,
            bold=self.tr("Nothing was saved."),
            sentence=words,
        )


class _RefusedError(SurroundingsError):
    """Nothing can be written as it was wanted; its text is the sentence."""


def _detail(error: OSError) -> str:
    """What the system says, with the name of what a folder is in the place of."""
    said = error.strerror or str(error)
    return f"{Path(error.filename).name}: {said}" if isinstance(error, IsADirectoryError) else said
