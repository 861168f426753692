"""A switch that is on or off; the word stands beside it in the row."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from supple.ui.kit.painting import draw_frame
from supple.ui.kit.theme import Theme

WIDTH, HEIGHT = 44, 26


class Toggle(QCheckBox):
    """Painted as a pill with a knob; `name` is what a screen reader says."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

        self.setAccessibleName(name)
        self.setProperty("focus_radius", HEIGHT // 2)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """A pill, larger with the text."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Always whole."""
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:
        """All of it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill, and the knob at its end."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        on = self.isChecked()
        ground = "accent" if on else ("hover" if self.underMouse() else "surface")
        edge = "accent" if on else "line_strong"
        if not self.isEnabled():
            ground, edge = "sunken", "line"
        draw_frame(painter, self._theme, rect, ground=ground, edge=edge, width=2, radius=radius)
        knob = radius - 5
        middle = QPointF(rect.width() - radius if on else radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("on_accent" if on and self.isEnabled() else "line_strong"))
        painter.drawEllipse(middle, knob, knob)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
