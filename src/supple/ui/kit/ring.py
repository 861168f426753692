"""The ring: how much of a phase is left, in the side's colour while there is work; the figures fill it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import Theme

WORK_STROKE, CALM_STROKE = 18, 9
FIGURE_HEIGHT = 0.727  # of a figure in Inter, as a part of the size of the font
AIR_ACROSS, AIR_ABOVE = 0.24, 0.20  # between figures and ring, as a part of the figures' height
CORNER = 0.42  # radius of the corners as a part of the ring's height
WIDEST = "88"
LEAST_CHANGE = 1 / 720  # of the whole: nothing that is smaller can be seen


class _Figures(QLabel):
    """As high as its figures are painted: they have no tails that would need a whole line."""

    def sizeHint(self) -> QSize:
        """The ink."""
        return QFontMetricsF(self.font()).tightBoundingRect(self.text()).size().toSize()

    def minimumSizeHint(self) -> QSize:
        """The ink."""
        return self.sizeHint()


class Ring(QWidget):
    """A rounded frame that empties, or fills, clockwise from the top; `figures` is a label, for screen readers."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unit = 1.0
        self._px = 275.0
        self._side = Side.BOTH
        self._working = False
        self._fraction = 1.0
        self._fills = False
        self._dimmed = False
        self.figures = _Figures(self)

        tell(self, Told.PROGRESS)
        self.figures.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._set_figures()

        theme.changed.connect(self._set_figures)

    def set_unit(self, unit: float, *, figures: float) -> None:
        """The mat's unit, pixels per design pixel; and how many pixels high the figures are painted at least."""
        px = (figures + 1) / FIGURE_HEIGHT
        if (unit, px) != (self._unit, self._px):
            self._unit, self._px = unit, px
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
        if abs(fraction - self._fraction) >= LEAST_CHANGE or fraction in (0.0, 1.0):
            self._fraction = fraction
            self.update()

    def set_elapsed(self, fraction: float, figures: str) -> None:
        """What has run, from 0 to 1, and the words for it: it fills."""
        self._fills = True
        self.set_remaining(fraction, figures)

    def set_dimmed(self, dimmed: bool) -> None:
        """Take the figures back while paused."""
        self._dimmed = dimmed
        self._set_figures()

    def reader_words(self) -> str:
        """What a screen reader reads in place of the ring."""
        return self.figures.accessibleName()

    def sizeHint(self) -> QSize:
        """Two figures and the air round them."""
        tall = self._px * FIGURE_HEIGHT
        font = self._theme.pixel_font(self._px, weight=700, tabular=True)
        stroke = 2 * WORK_STROKE * self._unit
        wide = QFontMetricsF(font).tightBoundingRect(WIDEST).width()
        return QSize(
            round(wide + 2 * AIR_ACROSS * tall + stroke), round(tall + 2 * AIR_ABOVE * tall + stroke)
        )

    @property
    def least_height(self) -> int:
        """The figures and the ring close round them."""
        return round(self._px * FIGURE_HEIGHT + 2 * WORK_STROKE * self._unit)

    def minimumSizeHint(self) -> QSize:
        """It gives way to the words beside it."""
        return QSize(round(120 * self._unit), round(120 * self._unit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures fill the ring."""
        super().resizeEvent(event)
        self.figures.setGeometry(self.rect())
        self._set_figures()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and what is left of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = (WORK_STROKE if self._working else CALM_STROKE) * self._unit
        inset = WORK_STROKE * self._unit / 2
        way = _clockwise(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.setPen(QPen(self._theme.colour("track"), stroke))
        painter.drawPath(way)
        if self._fraction > 0:
            pen = QPen(self._theme.colour(self._tone()), stroke)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            ends = (0.0, self._fraction) if self._fills else (1 - self._fraction, 1.0)
            painter.drawPath(way.trimmed(*ends))

    def _tone(self) -> str:
        if not self._working:
            return "text3"
        return {Side.LEFT: "left_line", Side.RIGHT: "right_line", Side.BOTH: "accent"}[self._side]

    def _set_figures(self) -> None:
        """Set the figures as large as asked for; minutes, which are wider, as large as fits."""
        px = self._px
        font = self._theme.pixel_font(px, weight=700, tabular=True)
        words = self.figures.text()
        if len(words) > len(WIDEST):
            room = self.width() - (2 * WORK_STROKE + AIR_ACROSS * WORK_STROKE) * self._unit
            px = min(px, px * room / max(1.0, QFontMetricsF(font).horizontalAdvance(words)))
        self.figures.setFont(self._theme.pixel_font(max(13, px), weight=700, tabular=True))
        palette = self.figures.palette()
        palette.setColor(
            self.figures.foregroundRole(), self._theme.colour("text2" if self._dimmed else "text")
        )
        self.figures.setPalette(palette)
        self.update()


def _clockwise(rect: QRectF) -> QPainterPath:
    """The outline of `rect` with round corners, from the middle of its top, clockwise."""
    radius = min(rect.height() * CORNER, rect.width() / 2, rect.height() / 2)
    across = 2 * radius
    path = QPainterPath()
    path.moveTo(rect.center().x(), rect.top())
    path.arcTo(rect.right() - across, rect.top(), across, across, 90, -90)
    path.arcTo(rect.right() - across, rect.bottom() - across, across, across, 0, -90)
    path.arcTo(rect.left(), rect.bottom() - across, across, across, -90, -90)
    path.arcTo(rect.left(), rect.top(), across, across, 180, -90)
    path.lineTo(rect.center().x(), rect.top())
    return path
