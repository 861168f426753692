"""What the person is asked for when a file is to be chosen, for whichever dialog asks."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QSettings, QSignalBlocker, QStandardPaths, QTimer, QUrl
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

_WHERE = QStandardPaths.StandardLocation


class Kind(Enum):
    """What is to be chosen."""

    SAVE = auto()
    OPEN = auto()
    FOLDER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileQuestion:
    """`accept` is the word on the button, `name` what is suggested, `filters` a name and a pattern each."""

    kind: Kind
    title: str
    accept: str = ""
    name: str = ""
    filters: tuple[tuple[str, str], ...] = ()


def first_folder() -> str:
    """Where a file was chosen last, which Qt keeps; else Documents, else home; never where the program was started."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject").value("FileDialog/lastVisited", "")
    places = (
        QUrl(str(kept)).toLocalFile(),
        QStandardPaths.writableLocation(_WHERE.DocumentsLocation),
        QStandardPaths.writableLocation(_WHERE.HomeLocation),
    )
    return next((place for place in places if place and Path(place).is_dir()), "")


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


def qt_dialog(question: FileQuestion, window: QWidget) -> QFileDialog:
    """The dialog that Qt brings, or that of the system where Qt uses it."""
    if question.kind is Kind.FOLDER:
        dialog: QFileDialog = FolderDialog(window, question.title, first_folder())
    else:
        dialog = QFileDialog(window, question.title, first_folder())
    match question.kind:
        case Kind.SAVE:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(question.name)
        case Kind.OPEN:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        case Kind.FOLDER:
            pass
    if question.accept:
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, question.accept)
    if question.filters:
        dialog.setNameFilters([f"{name} ({pattern})" for name, pattern in question.filters])
    return dialog
