"""The plan as a calendar file: asks where it goes, writes it, and says what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject

from supple.app.asking import FileAsker, FileQuestion, Pick, Purpose
from supple.app.open_folder import open_folder_of
from supple.app.shipped_files import wall_clock
from supple.services.calendar_file import CalendarEntry, calendar_file
from supple.services.replace_file import replacing
from supple.ui.kit.banner import Tone
from supple.ui.shell.main_window import MainWindow

BANNER = "calendar"


class CalendarFlow(QObject):
    """One file at a time."""

    def __init__(self, window: MainWindow, asker: FileAsker, parent: QObject | None = None) -> None:
        """Nothing is written before it is asked for."""
        super().__init__(parent)
        self._window = window
        self._asker = asker
        self._name = ""
        self._entries: tuple[CalendarEntry, ...] = ()
        self._file = Path()

    def save(self, name: str, entries: tuple[CalendarEntry, ...]) -> None:
        """Ask where the plan called `name` goes with its days to come."""
        self._name, self._entries = name, entries
        question = FileQuestion(
            purpose=Purpose.CALENDAR,
            pick=Pick.SAVE,
            title=self.tr("Save the days of the plan for a calendar"),
            name=f"{name}.ics",
        )
        self._asker.ask(question, self._write)

    def _write(self, file: Path) -> None:
        content = calendar_file(self._entries, name=self._name, now=wall_clock())
        try:
            with replacing(file) as target:
                target.write(content)
        except OSError:
            words = self.tr("{0} could not be written: choose another place. What was there is as it was.")
            self._window.show_banner(
                BANNER,
                tone=Tone.CAUTION,
                bold=self.tr("Not saved."),
                sentence=words.replace("{0}", str(file)),
            )
            return
        self._file = file
        words = self.tr("{0}. Open it with your calendar; saved again later it takes the place of this one.")
        self._window.show_banner(
            BANNER,
            tone=Tone.SUCCESS,
            bold=self.tr("Saved."),
            sentence=words.replace("{0}", str(file)),
            action=(self.tr("Open folder"), self._open_folder),
        )

    def _open_folder(self) -> None:
        open_folder_of(self._file, self._window, banner=BANNER)
