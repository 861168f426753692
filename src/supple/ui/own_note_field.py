"""The person's own line about an exercise, on the exercise's page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.own_note import MOST_CHARACTERS, clean_note
from supple.ui.field import Field
from supple.ui.text import Text
from supple.ui.theme import TextRole, Theme


class OwnNoteField(QWidget):
    """`changed` carries exercise and note when the field is left or Enter is pressed; an empty note takes it away."""

    changed = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise_id = ""
        self._kept = ""
        name = self.tr("Your note")
        self.field = Field(theme, name=name)
        hint = self.tr("You see it while you get ready, and hear it if this computer has a voice of its own.")

        self.field.setPlaceholderText(self.tr("For example: pad under the knee"))
        self.field.setMaxLength(MOST_CHARACTERS)
        self.field.setAccessibleDescription(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(Text(theme, name, weight=600))
        layout.addWidget(self.field)
        layout.addWidget(Text(theme, hint, role=TextRole.CAPTION, tone="text2"))

        self.field.editingFinished.connect(self.keep)

    def show_note(self, exercise_id: str, note: str) -> None:
        """Show what was written about an exercise; what was being written about another one is kept first."""
        self.keep()
        self._exercise_id, self._kept = exercise_id, note
        self.field.setText(note)
        self.field.setCursorPosition(0)

    def keep(self) -> None:
        """Hand on what stands in the field, if it is new."""
        note = clean_note(self.field.text())
        if self._exercise_id and note != self._kept:
            self._kept = note
            self.changed.emit(self._exercise_id, note)
