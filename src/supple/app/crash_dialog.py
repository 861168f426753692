"""What a person sees when the program failed: what it means for them, where the log is, and a way to copy a report."""

import platform
from pathlib import Path

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from supple import __version__

translate = QCoreApplication.translate


class CrashDialog(QMessageBox):
    """The button "Copy report" puts the report on the clipboard and leaves the dialog open; "Close" ends it."""

    def __init__(self, log: Path, traceback: str) -> None:
        super().__init__(
            QMessageBox.Icon.Critical,
            "Supple",
            translate("CrashDialog", "Supple has to close because of a fault of its own."),
        )
        self._report = "\n".join(
            [
                f"Supple {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}",
                str(log),
                "",
                traceback,
            ]
        )
        self.setAccessibleName("Supple")
        self.setInformativeText(
            translate(
                "CrashDialog",
                "What was saved is kept, and the next start offers to go on with a session. "
                "The log for a report is {0}",
            ).replace("{0}", str(log))
        )
        self.copy = self.addButton(translate("CrashDialog", "Copy report"), QMessageBox.ButtonRole.ActionRole)
        self.leave = self.addButton(translate("CrashDialog", "Close"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.leave)
        self.setEscapeButton(self.leave)

        self.copy.clicked.disconnect()  # or the box would close
        self.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(translate("CrashDialog", "Copied"))
