"""The marks on a photo: rings and squares, lines with a dark casing, the wedge, labels and the loupe."""

from math import atan2, cos, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from supple.domain.checks.photo_spots import Spot
from supple.domain.side import Side
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.kit.tokens import ON_PHOTO, PHOTO_CASING

RING, RING_CHOSEN, SQUARE = 11.0, 15.0, 8.0
HAIR = 9.0
WEDGE = 0.42
LABEL = 22
LOUPE, LOUPE_NARROW = 148, 104
TIMES = 4
LABELS = {
    Spot.HIP: QPointF(0, 34),
    Spot.KNEE: QPointF(0, -40),
    Spot.ANKLE: QPointF(52, 4),
    Spot.HORIZONTAL_1: QPointF(0, 0),
    Spot.HORIZONTAL_2: QPointF(0, 0),
}
"""Where the middle of a point's label is, from the point."""


def paint_line(painter: QPainter, start: QPointF, end: QPointF, *, dashed: bool = False) -> None:
    """A white line on a dark casing."""
    painter.setPen(QPen(QColor(PHOTO_CASING), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, end)
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(ON_PHOTO), 2, style))
    painter.drawLine(start, end)


def paint_thigh(painter: QPainter, theme: Theme, hip: QPointF, knee: QPointF, side: Side) -> None:
    """The thigh in the colour of its side, on white."""
    painter.setPen(QPen(QColor(ON_PHOTO), 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(hip, knee)
    colour = theme.colour("left" if side is Side.LEFT else "right")
    painter.setPen(QPen(colour, 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(hip, knee)


def level_end(hip: QPointF, knee: QPointF, horizontal: tuple[QPointF, QPointF]) -> QPointF:
    """Where the knee would be if the thigh were level."""
    along = horizontal[1] - horizontal[0]
    turn = atan2(along.y(), along.x())
    thigh = knee - hip
    length = (thigh.x() ** 2 + thigh.y() ** 2) ** 0.5
    way = 1 if thigh.x() * along.x() + thigh.y() * along.y() >= 0 else -1
    return QPointF(hip.x() + cos(turn) * way * length, hip.y() + sin(turn) * way * length)


def paint_wedge(painter: QPainter, hip: QPointF, knee: QPointF, level: QPointF) -> None:
    """Between the thigh and level."""
    ground = QColor(ON_PHOTO)
    ground.setAlphaF(WEDGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPolygon(QPolygonF([hip, knee, level]))
    paint_line(painter, hip, level, dashed=True)


def paint_spot(
    painter: QPainter, at: QPointF, *, chosen: bool, square: bool, placed: bool, hovered: bool
) -> None:
    """A ring, or a square for an end of the horizontal; four hairs when chosen; fainter while it waits."""
    painter.save()
    painter.setOpacity(1.0 if placed or chosen else 0.75)
    radius = RING_CHOSEN if chosen else SQUARE if square else RING + (2 if hovered else 0)
    shape = QPainterPath()
    if square:
        shape.addRoundedRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), 2, 2)
    else:
        shape.addEllipse(at, radius, radius)
    for colour, width in ((PHOTO_CASING, 5.5), (ON_PHOTO, 2.5)):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPath(shape)
        if chosen:
            for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
                painter.drawLine(at + way * (radius - 3), at + way * (radius + HAIR))
    painter.setPen(QPen(QColor(PHOTO_CASING), 1))
    painter.setBrush(QColor(ON_PHOTO))
    painter.drawEllipse(at, 2, 2)
    painter.restore()


def paint_label(
    painter: QPainter, theme: Theme, at: QPointF, words: str, frame: QRectF, *, chosen: bool = False
) -> None:
    """A small box of words whose middle is `at`, kept inside of `frame`."""
    font = theme.font(TextRole.CAPTION, weight=600)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(words) + 16, theme.px(LABEL)
    box = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
    box.moveLeft(max(frame.left() + 4, min(frame.right() - 4 - width, box.left())))
    box.moveTop(max(frame.top() + 4, min(frame.bottom() - 4 - height, box.top())))
    painter.setPen(QPen(theme.colour("focus" if chosen else "line_strong"), 2 if chosen else 1))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(theme.colour("text"))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def loupe_rect(frame: QRectF, away_from: QPointF, *, taken: Side, narrow: bool) -> QRectF:
    """The corner that lies farthest from the chosen point and is not the side tag's."""
    size, margin = LOUPE_NARROW if narrow else LOUPE, 16
    left, right = frame.left() + margin, frame.right() - margin - size
    top, bottom = frame.top() + margin, frame.bottom() - margin - size - LABEL - 8
    corners = [QPointF(x, y) for x in (left, right) for y in (top, bottom)]
    corners.remove(QPointF(left if taken is Side.LEFT else right, top))
    half = QPointF(size / 2, size / 2)

    def far(corner: QPointF) -> float:
        way = corner + half - away_from
        return way.x() ** 2 + way.y() ** 2

    best = max(corners, key=far)
    return QRectF(best.x(), best.y(), size, size)


def paint_loupe_frame(painter: QPainter, loupe: QRectF) -> None:
    """The rings and the hairs over what the loupe shows."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ON_PHOTO), 3))
    painter.drawEllipse(loupe.adjusted(1.5, 1.5, -1.5, -1.5))
    painter.setPen(QPen(QColor(PHOTO_CASING), 3))
    painter.drawEllipse(loupe.adjusted(-1.5, -1.5, 1.5, 1.5))
    centre, inner, outer = loupe.center(), 8.0, loupe.width() * 0.23
    for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
        for colour, width in ((PHOTO_CASING, 3.0), (ON_PHOTO, 1.2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(centre + way * inner, centre + way * outer)
    painter.setPen(QPen(QColor(PHOTO_CASING), 1))
    painter.setBrush(QColor(ON_PHOTO))
    painter.drawEllipse(centre, 2, 2)
