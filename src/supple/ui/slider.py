"""A slider drawn by the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from supple.ui.theme import Theme


class Slider(QSlider):
    """Horizontal; the wheel scrolls the page instead of changing a value by accident."""

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        minimum: int,
        maximum: int,
        step: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme

        self.setAccessibleName(name)
        self.setRange(minimum, maximum)
        self.setSingleStep(step)
        self.setPageStep(step * 5)
        self.setMinimumWidth(160)
        self.setMaximumWidth(260)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()
