"""What is drawn over a picture: the way of a joint, the felt area, or the spot of a pair with its loupe."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from supple.ui.figure.pictures import Picture, Pictures
from supple.ui.figure.pointed import Pointed, pointed
from supple.ui.figure.pointer_shapes import (
    XY,
    Arrow,
    Circle,
    Rect,
    Stroke,
    arrow,
    enlarged,
    link,
    ring,
    seen_through,
    stroke,
)
from supple.ui.kit.theme import Theme

AIR = 1.15  # a ring stands so much outside what is lit
WIDEST = 0.2  # of the height: a ring round a whole back would be round half the figure


class Places(NamedTuple):
    """`part` of the picture is painted on `place`, and all that is drawn over it stays in `room`."""

    place: QRectF
    part: QRectF
    room: QRectF


class PointAt(Enum):
    """What one place points at."""

    WAY = auto()
    FELT = auto()
    SPOT = auto()


class Pointers:
    """Over one stage; its facts are read when they are first painted, and again when another picture is shown."""

    def __init__(self, theme: Theme, pictures: Pictures, points: PointAt, *, tone: str = "accent") -> None:
        self._theme = theme
        self._pictures = pictures
        self._points = points
        self._tone = tone
        self._scenes: tuple[str, ...] = ()
        self._known: tuple[Pointed, ...] = ()
        self._through: tuple[tuple[object, ...], QPixmap] | None = None

    def paint(self, painter: QPainter, picture: Picture, scenes: tuple[str, ...], places: Places) -> None:
        """Draw over a picture; `scenes` name exercise, scene, and the one beside it."""
        if scenes != self._scenes:
            exercise_id, *names = scenes
            self._scenes = scenes
            self._known = tuple(pointed(self._pictures.scene_facts(exercise_id, name)) for name in names)
        place, room = _box(places.place), _box(places.room)
        known = [known.mirrored() if picture.mirrored else known for known in self._known]
        placed = [each.placed(_box(places.part), place) for each in known]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match self._points:
            case PointAt.WAY:
                self._paint_way(painter, placed[0], room)
            case PointAt.FELT:
                self._paint_felt(painter, placed[0], room)
            case PointAt.SPOT:
                self._paint_spot(painter, picture, placed, places)

    def _paint_way(self, painter: QPainter, at: Pointed, within: Rect) -> None:
        made = next(filter(None, (arrow(way, within=within, face=at.face) for way in at.ways)), None)
        if made is not None:
            for pen in self._pens(stroke(within), self._tone):
                _draw_arrow(painter, made, pen)

    def _paint_felt(self, painter: QPainter, at: Pointed, within: Rect) -> None:
        for area in at.felt:
            radius = min(area.radius * AIR, WIDEST * within.height)
            made = ring(area._replace(radius=radius), within=within, face=at.face)
            if made is not None:
                self._draw_ring(painter, made, stroke(within), "muscle")

    def _paint_spot(self, painter: QPainter, picture: Picture, placed: list[Pointed], places: Places) -> None:
        within = _box(places.room)
        spots = [at.spot for at in placed if at.spot is not None]
        faces = [at.face for at in placed if at.face is not None]
        body = [point for at in placed for point in at.body]
        found = enlarged(spots, within=within, faces=faces, body=body) if len(spots) == len(placed) else ()
        if not found:
            return
        mine, disc = found[0], found[-1]
        line = link(mine, disc, within=within, face=placed[0].face)
        if line is not None:
            for pen in self._pens(stroke(within), self._tone):
                painter.setPen(pen)
                painter.drawLine(QPointF(*line[0]), QPointF(*line[1]))
        self._draw_ring(painter, mine, stroke(within), self._tone)
        self._paint_through(
            painter, picture, within=_box(places.place), disc=disc, seen=seen_through(disc, mine)
        )
        self._draw_ring(painter, disc, stroke(within), self._tone)

    def _paint_through(
        self, painter: QPainter, picture: Picture, *, within: Rect, disc: Circle, seen: Circle
    ) -> None:
        """The spot twice as large, on the stage's ground; kept, for the picture is let go once it was painted."""
        key = (self._scenes, picture.mirrored, within, disc, painter.device().devicePixelRatioF())
        if self._through is None or (key != self._through[0] and not picture.image.isNull()):
            if picture.image.isNull():
                return
            self._through = key, self._enlarged(picture, within=within, disc=disc, seen=seen, ratio=key[-1])
        corner = QPointF(disc.x - disc.radius, disc.y - disc.radius)
        painter.drawPixmap(corner, self._through[1])

    def _enlarged(
        self, picture: Picture, *, within: Rect, disc: Circle, seen: Circle, ratio: float
    ) -> QPixmap:
        image, box = picture.image, picture.box
        across = box.width() * image.width() / within.width
        down = box.height() * image.height() / within.height
        source = QRectF(
            box.left() * image.width() + (seen.x - seen.radius - within.left) * across,
            box.top() * image.height() + (seen.y - seen.radius - within.top) * down,
            2 * seen.radius * across,
            2 * seen.radius * down,
        )
        side = 2 * disc.radius
        made = QPixmap(QSizeF(side, side).toSize() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addEllipse(QRectF(0, 0, side, side))
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, side, side), self._theme.colour("stage2"))
        painter.drawImage(QRectF(0, 0, side, side), image, source)
        painter.end()
        return made

    def _draw_ring(self, painter: QPainter, made: Circle, wide: Stroke, tone: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in self._pens(wide, tone):
            painter.setPen(pen)
            painter.drawEllipse(QPointF(*made.middle), made.radius, made.radius)

    def _pens(self, wide: Stroke, tone: str) -> tuple[QPen, QPen]:
        """The casing, which stands out from whatever is behind it, and the stroke."""
        return _pen(self._theme, "surface", 2 * wide.casing), _pen(self._theme, tone, wide.width)


def _pen(theme: Theme, tone: str, width: float) -> QPen:
    pen = QPen(theme.colour(tone), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _draw_arrow(painter: QPainter, made: Arrow, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(made.line))
    painter.setBrush(pen.color())
    painter.drawPolygon(_polygon(made.head))


def _polygon(points: tuple[XY, ...]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])


def _box(rect: QRectF) -> Rect:
    return Rect(rect.left(), rect.top(), rect.width(), rect.height())
