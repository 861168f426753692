"""The stage of the tape: the picture with hip and knee point, the floor, and the three lengths that are measured."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.checks.tape import Place
from supple.domain.side import Side
from supple.ui.figure.stage import Stage
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.theme import TextRole, Theme

BADGE, BADGE_ON_STAGE = 24, 30
POINT, DOT = 11.0, 7.0  # radii of a mark
HEAD = 6.0  # of an arrow
ABOVE = 0.13  # how far the line of the thigh's length lies over the points, as a part of the picture's height
CASING = 2.0


def paint_badge(painter: QPainter, theme: Theme, rect: QRectF, letter: str, *, chosen: bool) -> None:
    """The letter of a number in its circle; the one that is typed now is filled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent" if chosen else "text"), 2))
    painter.setBrush(theme.colour("accent" if chosen else "surface"))
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    painter.setFont(theme.pixel_font(round(rect.height() * 0.52), weight=700))
    painter.setPen(theme.colour("on_accent" if chosen else "text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)


class MeasureBadge(QWidget):
    """The letter over a field."""

    def __init__(self, theme: Theme, place: Place, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letter = place.value
        self._chosen = False

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def set_chosen(self, chosen: bool) -> None:
        """Fill it while its field has the keyboard."""
        self._chosen = chosen
        self.update()

    def sizeHint(self) -> QSize:
        """A circle that grows with the words."""
        return QSize(self._theme.px(BADGE), self._theme.px(BADGE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_badge(QPainter(self), self._theme, QRectF(self.rect()), self._letter, chosen=self._chosen)


class TapeStage(Stage):
    """A stage that shows what is measured while `measure` is on; the arrow of the number that is typed stands out."""

    _measured: Side | None = None
    _chosen: Place | None = None

    def measure(self, side: Side | None, chosen: Place | None = None) -> None:
        """Show the three lengths of `side`, that of `chosen` in front; None shows the picture alone."""
        self._measured, self._chosen = side, chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, then the marks."""
        super().paintEvent(event)
        marks = [self.place_of(name) for name in ("hip", "knee", "hip_floor", "knee_floor")]
        frame = self.picture_frame
        if self._measured is None or frame is None or None in marks:
            return
        hip, knee, *floor = (mark for mark in marks if mark is not None)
        self._paint_marks(QPainter(self), frame, hip=hip, knee=knee, floor=max(each.y() for each in floor))

    def _paint_marks(
        self, painter: QPainter, frame: QRectF, *, hip: QPointF, knee: QPointF, floor: float
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_floor(painter, floor)
        word = QFontMetricsF(self._theme.font(TextRole.CAPTION, weight=600)).height() + POINT + BADGE_ON_STAGE
        line = min(hip.y(), knee.y()) - max(ABOVE * frame.height(), word)
        thin = QPen(self._theme.colour("text2"), 1)
        for point in (hip, knee):
            painter.setPen(thin)
            painter.drawLine(QPointF(point.x(), line - 6), point)
        lengths = {
            Place.HIP: (hip + QPointF(0, POINT), QPointF(hip.x(), floor)),
            Place.KNEE: (knee + QPointF(0, POINT), QPointF(knee.x(), floor)),
            Place.THIGH: (QPointF(knee.x(), line), QPointF(hip.x(), line)),
        }
        for place in sorted(lengths, key=self._is_chosen):
            self._paint_length(painter, *lengths[place], place=place)
        self._paint_point(painter, hip)
        self._paint_point(painter, knee)
        outward = 1 if knee.x() > hip.x() else -1
        self._paint_word(painter, hip, self.tr("Hip point"), toward=-outward)
        self._paint_word(painter, knee, self.tr("Knee point"), toward=outward)

    def _is_chosen(self, place: Place) -> bool:
        return place is self._chosen

    def _paint_floor(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(self._theme.colour("text2"), 2))
        painter.drawLine(QPointF(16, y), QPointF(self.width() - 16, y))
        painter.setFont(self._theme.font(TextRole.CAPTION, weight=500))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(16, y + 6, self.width() - 32, self.height() - y - 6), right, self.tr("Floor"))

    def _paint_length(self, painter: QPainter, start: QPointF, end: QPointF, *, place: Place) -> None:
        chosen = self._is_chosen(place)
        width = 3.0 if chosen else 2.0
        colour = self._theme.colour("accent" if chosen else "text")
        painter.setPen(QPen(self._theme.colour("surface"), width + 2 * CASING))
        painter.drawLine(start, end)
        painter.setPen(QPen(colour, width))
        painter.drawLine(start, end)
        for tip, tail in ((start, end), (end, start)):
            painter.drawPolyline(_head(tip, tail))
        rect = QRectF(0, 0, BADGE_ON_STAGE, BADGE_ON_STAGE)
        rect.moveCenter((start + end) / 2)
        paint_badge(painter, self._theme, rect, place.value, chosen=chosen)

    def _paint_point(self, painter: QPainter, point: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("text"), 2))
        painter.drawEllipse(point, POINT, POINT)
        painter.setPen(QPen(self._theme.colour("surface"), 2.5))
        painter.drawEllipse(point, POINT - 2.2, POINT - 2.2)
        painter.setPen(QPen(self._theme.colour("text"), 1.5))
        painter.drawEllipse(point, DOT, DOT)

    def place_of_word(self, point: QPointF, word: str, *, toward: int) -> QRectF:
        """Where the label of a point stands: beside it, inside of the stage, and clear of the tag that lies over it."""
        metrics = QFontMetricsF(self._theme.font(TextRole.CAPTION, weight=600))
        rect = QRectF(0, 0, metrics.horizontalAdvance(word) + 16, metrics.height() + 6)
        away = POINT + 10 + rect.width() / 2
        rect.moveCenter(point + QPointF(toward * away, 0))
        rect.moveLeft(max(8.0, min(self.width() - 8.0 - rect.width(), rect.left())))
        ring = QRectF(point.x() - POINT, point.y() - POINT, 2 * POINT, 2 * POINT)
        if rect.intersects(ring):  # no room beside it: over it
            rect.moveBottom(ring.top() - 4)
        for tag in self.findChildren(SideTag):
            if tag.isVisible() and rect.intersects(QRectF(tag.geometry())):
                rect.moveTop(tag.geometry().bottom() + 5)
        return rect

    def _paint_word(self, painter: QPainter, point: QPointF, word: str, *, toward: int) -> None:
        """A label beside a point, on a ground of its own."""
        font = self._theme.font(TextRole.CAPTION, weight=600)
        rect = self.place_of_word(point, word, toward=toward)
        painter.setPen(QPen(self._theme.colour("line_strong"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(rect, 5, 5)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)


def _head(tip: QPointF, tail: QPointF) -> QPolygonF:
    """Two strokes that meet in `tip`; the line is upright or level."""
    along = tail - tip
    length = (along.x() ** 2 + along.y() ** 2) ** 0.5 or 1.0
    back = along * (HEAD / length)
    aside = QPointF(-back.y(), back.x()) * 0.9
    return QPolygonF([tip + back + aside, tip, tip + back - aside])
