"""The person's note about an exercise: a heading, a field for one line, and where the line will be seen again."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.note import MOST_CHARACTERS, clean_note
from supple.ui.kit.field import Field
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

TYPED_MS = 500
"""What is being written is kept so often: no more than that is lost with the power."""


class NoteField(QWidget):
    """Tells the note while it is written, and once it is left by Enter, by going elsewhere or by closing the page."""

    note_written = Signal(str, str)  # exercise, words

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise_id = ""
        self._kept = ""
        self.field = Field(theme, name=self.tr("Your note"))
        self._typing = QTimer(self, singleShot=True, interval=TYPED_MS)

        where = self.tr(
            "Shown on the mat while you get ready, and read aloud if this computer has a voice for it."
        )
        self.field.setMaxLength(MOST_CHARACTERS)
        self.field.setPlaceholderText(self.tr("For yourself, such as: pad under the knee"))
        self.field.setAccessibleDescription(where)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Text(theme, self.tr("Your note"), weight=600))
        layout.addWidget(self.field)
        layout.addWidget(Text(theme, where, role=TextRole.CAPTION, tone="text2"))

        self.field.textEdited.connect(self._wait)
        self.field.editingFinished.connect(self.keep)
        self._typing.timeout.connect(self._tell)

    def show_note(self, exercise_id: str, words: str) -> None:
        """Turn to the note about another exercise; what was being written about the one before is told first."""
        if exercise_id != self._exercise_id:
            self.keep()
            self._exercise_id = exercise_id
        elif words == self._kept:
            return  # what is being written stays, and so does its undo
        self._kept = words
        self.field.setText(words)
        self.field.setCursorPosition(0)

    def keep(self) -> None:
        """Tell what stands in the field, if that is new."""
        self._typing.stop()
        words = clean_note(self.field.text())
        if words != self.field.text():
            self.field.setText(words)
        self._tell()

    def _wait(self) -> None:
        """So long after the first key it is told, however fast somebody types."""
        if not self._typing.isActive():
            self._typing.start()

    def _tell(self) -> None:
        words = clean_note(self.field.text())
        if self._exercise_id and words != self._kept:
            self._kept = words
            self.note_written.emit(self._exercise_id, words)

    def hideEvent(self, event: QHideEvent) -> None:
        """A page that goes, also with the window, leaves nothing unsaid."""
        self.keep()
        super().hideEvent(event)
