"""What the person is asked for when a file is to be chosen, for whichever dialog asks."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QFileDialog, QWidget


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


def qt_dialog(question: FileQuestion, window: QWidget) -> QFileDialog:
    """The dialog that Qt brings, or that of the system where Qt uses it."""
    dialog = QFileDialog(window, question.title, question.name)
    match question.kind:
        case Kind.SAVE:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(question.name)
        case Kind.OPEN:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        case Kind.FOLDER:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if question.accept:
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, question.accept)
    if question.filters:
        dialog.setNameFilters([f"{name} ({pattern})" for name, pattern in question.filters])
    return dialog
