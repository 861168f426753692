"""Asks the person for a file or a folder: by which dialog, where it begins, how the name ends, what is replaced."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QSignalBlocker, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from supple.desktop.portal import uses_portal
from supple.ui.kit.banner import Tone
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme
from supple.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from supple.desktop.portal_files import PortalFiles

BANNER = "file-dialog"
FOLDERS_FILE = "folders.ini"
PATIENCE_MS = 2_000  # a dialog that comes takes the keyboard by then
MOST_MS = 10_000
_WHERE = QStandardPaths.StandardLocation


class Purpose(StrEnum):
    """What a file or folder is for; each begins where its last one was."""

    CSV = "csv"
    BACKUP = "backup"
    RESTORE = "restore"
    PAPER = "paper"
    CALENDAR = "calendar"
    PHOTO = "photo"


class Pick(Enum):
    """What is to be chosen."""

    SAVE = auto()
    OPEN = auto()
    OPEN_SEVERAL = auto()
    FOLDER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileQuestion:
    """`accept` is the word on the button, `name` (with its ending) what is suggested for a file that is written.

    `writes` are the names that will be written into a folder; `filters` are a name and a pattern each.
    """

    purpose: Purpose
    pick: Pick
    title: str
    accept: str = ""
    name: str = ""
    writes: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()


class FileAsker(QObject):
    """One question at a time; the window is never held by a dialog that nobody sees."""

    def __init__(
        self, window: MainWindow, theme: Theme, data_dir: Path, parent: QObject | None = None
    ) -> None:
        """Nothing is asked yet; where files were chosen last is kept in `data_dir`."""
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._folders = _Folders(data_dir)
        self._question: FileQuestion | None = None
        self._take: Callable[[list[Path]], None] | None = None
        self._chosen: list[Path] = []
        self._portal: PortalFiles | None = None
        self._sheet: Sheet | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._most = QTimer(self, singleShot=True, interval=MOST_MS)
        self._patience.timeout.connect(self._say_waiting)
        self._most.timeout.connect(self._stop_waiting)

    def ask(self, question: FileQuestion, take: Callable[[Path], None]) -> None:
        """Ask; `take` gets what is chosen, once it may be written over. An open question is not asked again."""

        def take_it(chosen: list[Path]) -> None:
            take(chosen[0])

        self.ask_for_several(question, take_it)

    def ask_for_several(self, question: FileQuestion, take: Callable[[list[Path]], None]) -> None:
        """As `ask`; `take` gets everything that is chosen at once, at least one."""
        if self._portal is not None:
            self._say_waiting()
            return
        self._window.hide_banner(BANNER)
        self._question, self._take = question, take
        if uses_portal():
            self._ask_portal(question)
        else:
            self._ask_qt()

    def close(self) -> None:
        """The program ends."""
        self._leave_portal()

    def choose(self, places: list[str]) -> None:
        """The dialog that asks ends with `places`: complete the name, and ask before anything is replaced."""
        self._leave_portal()
        if self._question is None or not places:
            return
        self._chosen = [_complete(Path(place), self._question) for place in places]
        chosen = self._chosen[0]
        self._folders.remember(self._question, chosen)
        there = _would_replace(chosen, self._question)
        if there:
            self._ask_to_replace(chosen if self._question.pick is Pick.FOLDER else chosen.parent, there)
        else:
            self._hand_over()

    def _choose_one(self, place: str) -> None:
        self.choose([place])

    def _hand_over(self) -> None:
        if self._take is not None:
            self._take(self._chosen)

    def _ask_to_replace(self, folder: Path, there: list[str]) -> None:
        words = self.tr("{0} holds {1} already.").replace("{0}", str(folder)).replace("{1}", ", ".join(there))
        sheet = Sheet(self._theme, title=self.tr("Replace the files that are there?"), sentence=words)
        keep = sheet.add_button(self.tr("Keep them"))
        keep.clicked.connect(sheet.close_sheet)
        replace = sheet.add_button(self.tr("Replace"), kind=ButtonKind.PRIMARY)
        replace.clicked.connect(self._hand_over)
        replace.clicked.connect(sheet.close_sheet)
        self._window.show_sheet(sheet)

    def _ask_qt(self) -> None:
        if self._question is None:
            return
        dialog = qt_dialog(self._question, self._window, self._folders.first(self._question))
        if self._question.pick is Pick.OPEN_SEVERAL:
            dialog.filesSelected.connect(self.choose)
        else:
            dialog.fileSelected.connect(self._choose_one)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_portal(self, question: FileQuestion) -> None:
        from supple.desktop.portal_files import PortalFiles

        portal = self._portal = PortalFiles(
            "SaveFile" if question.pick is Pick.SAVE else "OpenFile",
            window=self._window_word(),
            title=question.title,
            accept=question.accept,
            folder=self._folders.first(question),
            name=question.name,
            picks_folder=question.pick is Pick.FOLDER,
            several=question.pick is Pick.OPEN_SEVERAL,
            filters=question.filters,
            parent=self,
        )
        portal.chosen.connect(self.choose)
        portal.left.connect(self._leave_portal)
        portal.failed.connect(self._fall_back)
        portal.ask()
        self._patience.start()
        self._most.start()

    def _say_waiting(self) -> None:
        """No other window came up: the person need not wait for one."""
        if self._sheet is not None or self._portal is None or not self._window.isActiveWindow():
            return
        sheet = self._sheet = Sheet(
            self._theme,
            title=self.tr("Waiting for the dialog of your desktop"),
            sentence=self.tr(
                "It has not come up yet. If it stays away, Supple opens a dialog of its own in a few seconds."
            ),
        )
        cancel = sheet.add_button(self.tr("Cancel"), kind=ButtonKind.QUIET, leading=True)
        cancel.clicked.connect(sheet.close_sheet)
        own = sheet.add_button(self.tr("Use Supple's own"), kind=ButtonKind.PRIMARY)
        own.clicked.connect(self._use_own)
        sheet.set_first_focus(own)
        sheet.closed.connect(self._forget_sheet)
        self._window.show_sheet(sheet)

    def _stop_waiting(self) -> None:
        """With the keyboard elsewhere the person may well be choosing; else nothing is there to choose in."""
        if self._window.isActiveWindow():
            self._fall_back()
        else:
            self._most.start()

    def _use_own(self) -> None:
        self._leave_portal()
        self._ask_qt()

    def _fall_back(self) -> None:
        """The sentence stays in the window; the dialog lies over it."""
        self._leave_portal()
        self._window.show_banner(
            BANNER,
            tone=Tone.INFO,
            bold=self.tr("The dialog of your desktop did not open."),
            sentence=self.tr("So the one that Supple brings is used."),
        )
        self._ask_qt()

    def _forget_sheet(self) -> None:
        """Closed by the person: they want no file any more."""
        if self._sheet is not None:
            self._sheet = None
            self._leave_portal()

    def _leave_portal(self) -> None:
        self._patience.stop()
        self._most.stop()
        portal, self._portal = self._portal, None
        sheet, self._sheet = self._sheet, None
        if portal is not None:
            portal.give_up()
            portal.deleteLater()
        if sheet is not None:
            sheet.close_sheet()

    def _window_word(self) -> str:
        """Our window as portals name it, so that the dialog comes over it; on Wayland only Qt itself can tell."""
        return f"x11:{int(self._window.winId()):x}" if QGuiApplication.platformName() == "xcb" else ""


class _Folders:
    """Where each kind of file was chosen last, kept in the folder of the data."""

    def __init__(self, data_dir: Path) -> None:
        self._file = str(data_dir / FOLDERS_FILE)

    def first(self, question: FileQuestion) -> str:
        """Where that kind of file was last; else any file; else Documents, else home; never where we were started."""
        any_file = QSettings(QSettings.Scope.UserScope, "QtProject").value("FileDialog/lastVisited", "")
        places = (
            str(self._settings().value(question.purpose, "")),
            QUrl(str(any_file)).toLocalFile(),
            QStandardPaths.writableLocation(_WHERE.DocumentsLocation),
            QStandardPaths.writableLocation(_WHERE.HomeLocation),
        )
        return next((place for place in places if place and Path(place).is_dir()), "")

    def remember(self, question: FileQuestion, chosen: Path) -> None:
        """The next of that kind begins there; a folder that cannot be kept is asked for anew, and that is all."""
        folder = chosen if question.pick is Pick.FOLDER else chosen.parent
        self._settings().setValue(question.purpose, str(folder))

    def _settings(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)


class FolderDialog(QFileDialog):
    """Says in its field which folder would be taken: an empty field beside a button that works says nothing."""

    def __init__(self, window: QWidget, title: str, folder: str) -> None:
        super().__init__(window, title, folder)
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        self._name()

        self.directoryEntered.connect(self._name_soon)

    def _name_soon(self) -> None:
        QTimer.singleShot(0, self, self._name)  # Qt empties the field once it has told

    def _name(self) -> None:
        field = self.findChild(QLineEdit, "fileNameEdit")
        if field is not None:  # the system's own dialog has none
            with QSignalBlocker(field):  # or Qt completes it to a folder of that name within
                field.setText(self.directory().absolutePath())
            field.selectAll()


def qt_dialog(question: FileQuestion, window: QWidget, folder: str) -> QFileDialog:
    """The dialog that Qt brings, or that of the system where Qt uses it."""
    if question.pick is Pick.FOLDER:
        dialog: QFileDialog = FolderDialog(window, question.title, folder)
    else:
        dialog = QFileDialog(window, question.title, folder)
    if question.pick is Pick.SAVE:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it knows the name without its ending only
        dialog.selectFile(question.name)
    elif question.pick is Pick.OPEN:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    elif question.pick is Pick.OPEN_SEVERAL:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    if question.accept:
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, question.accept)
    if question.filters:
        dialog.setNameFilters([f"{name} ({pattern})" for name, pattern in question.filters])
    return dialog


def _complete(chosen: Path, question: FileQuestion) -> Path:
    """A file that is written with the ending of what was suggested, whatever other dots are in its name."""
    if question.pick is not Pick.SAVE:
        return chosen
    suggested, name = Path(question.name), chosen.name.strip()
    if name.lower() in ("", suggested.suffix):
        name = suggested.name
    return chosen.with_name(name if name.lower().endswith(suggested.suffix) else name + suggested.suffix)


def _would_replace(chosen: Path, question: FileQuestion) -> list[str]:
    """The names of the files that are there and would be written over."""
    match question.pick:
        case Pick.SAVE:
            return [chosen.name] if chosen.exists() else []
        case Pick.FOLDER:
            return [name for name in question.writes if (chosen / name).exists()]
        case Pick.OPEN | Pick.OPEN_SEVERAL:
            return []
