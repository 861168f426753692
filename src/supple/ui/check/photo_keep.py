"""Whether a small copy of the photo that is marked shall be kept: off, for each photo anew."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.kit.tick_row import TickRow


class PhotoKeep(QWidget):
    """A box to tick, and under it what is kept and where."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = TickRow(theme, self.tr("Keep a small copy"), counts=False)
        told = self.tr(
            "At most 1280 pixels, without place and date, in your data folder and in your backups. "
            "Progress shows it and can delete it. Else only the angle is kept."
        )
        note = Text(theme, told, role=TextRole.CAPTION, tone="text2")

        self.tick.setAccessibleDescription(told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tick)
        layout.addWidget(note)
