"""The ring: how much of a phase is left, in the side's colour while there is work; the figures stand in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supple.domain.side import Side
from supple.ui.theme import Theme

WORK_STROKE, CALM_STROKE = 18, 9
FIGURES, FIGURES_MINUTES = 208, 128
SIXTEENTHS = 16 * 360


class Ring(QWidget):
    """Empties clockwise from the top; `figures` is a label so that a screen reader finds it."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unit = 1.0
        self._side = Side.BOTH
        self._working = False
        self._fraction = 1.0
        self._dimmed = False
        self.figures = QLabel(self)

        self.figures.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._set_figures()

        theme.changed.connect(self._set_figures)

    def set_unit(self, unit: float) -> None:
        """The mat's unit: pixels per design pixel."""
        if unit != self._unit:
            self._unit = unit
            self._set_figures()

    def set_phase(self, *, side: Side, working: bool) -> None:
        """The side worked, and whether this is work (coloured, thick) or not (grey, thin)."""
        self._side, self._working = side, working
        self.update()

    def set_remaining(self, fraction: float, figures: str) -> None:
        """What is left, from 1 to 0, and the words for it."""
        fraction = max(0.0, min(1.0, fraction))
        if figures != self.figures.text():
            longer = len(figures) != len(self.figures.text())
            self.figures.setText(figures)
            if longer:
                self._set_figures()
        if round(fraction * SIXTEENTHS) != round(self._fraction * SIXTEENTHS):
            self._fraction = fraction
            self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        """Take the figures back while paused."""
        self._dimmed = dimmed
        self._set_figures()

    def sizeHint(self) -> QSize:
        """As drawn, 360 across."""
        side = round(360 * self._unit)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """It gives way to the words beside it."""
        return QSize(round(120 * self._unit), round(120 * self._unit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures fill the ring."""
        super().resizeEvent(event)
        self.figures.setGeometry(self.rect())
        self._set_figures()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Track and arc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = (WORK_STROKE if self._working else CALM_STROKE) * self._unit
        across = min(self.width(), self.height()) - WORK_STROKE * self._unit
        circle = QRectF(0, 0, across, across)
        circle.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(self._theme.colour("track"), stroke))
        painter.drawEllipse(circle)
        span = round(self._fraction * SIXTEENTHS)
        if span:
            pen = QPen(self._theme.colour(self._tone()), stroke)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, -span)  # from the top, clockwise

    def _tone(self) -> str:
        if not self._working:
            return "text3"
        return {Side.LEFT: "left_line", Side.RIGHT: "right_line", Side.BOTH: "accent"}[self._side]

    def _set_figures(self) -> None:
        """Set the figures as large as drawn, smaller when the ring is."""
        inner = max(1.0, min(self.width(), self.height()) / 360)
        px = (FIGURES_MINUTES if len(self.figures.text()) > 2 else FIGURES) * min(self._unit, inner)
        self.figures.setFont(self._theme.pixel_font(max(13, px), weight=700, tabular=True))
        palette = self.figures.palette()
        palette.setColor(
            self.figures.foregroundRole(), self._theme.colour("text2" if self._dimmed else "text")
        )
        self.figures.setPalette(palette)
        self.update()
