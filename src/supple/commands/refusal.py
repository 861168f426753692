"""Says in a window why Supple cannot start, for those who started it from an icon and see no terminal."""

import os
import sys

from PySide6.QtWidgets import QApplication, QMessageBox

_UNSEEN = ("offscreen", "minimal")


def refusal_box(sentence: str) -> QMessageBox:
    """The dialog: one sentence, one way out."""
    box = QMessageBox(QMessageBox.Icon.Critical, "Supple", sentence)
    box.setAccessibleName("Supple")
    return box


def refuse_in_window(sentence: str) -> None:
    """Show the sentence and wait until it was read; where nobody can see a window, standard error has to do."""
    if os.environ.get("QT_QPA_PLATFORM", "") in _UNSEEN:
        return
    application = QApplication.instance() or QApplication(sys.argv[:1])
    refusal_box(sentence).exec()
    del application
