"""A combo box with the theme's own arrow."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.theme import TextRole, Theme

ICON = 18
HEIGHT = 40


class Combo(QComboBox):
    """A combo box; the style sheet leaves room for the arrow."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self._renew()

        theme.changed.connect(self._renew)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it: a turn of the wheel on the way past chooses nothing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the arrow."""
        super().paintEvent(event)
        tone = "text" if self.isEnabled() else "disabled"
        arrow = icon_pixmap(
            "chevron-down", size=ICON, colour=self._theme.colour(tone).name(), ratio=self.devicePixelRatioF()
        )
        QPainter(self).drawPixmap(QPointF(self.width() - ICON - 13, (self.height() - ICON) / 2), arrow)

    def _renew(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.setMinimumHeight(self._theme.px(HEIGHT))
        self.update()
