"""A kept photo with the points that were placed on it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.checks.photo import Point
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import Theme
from supple.ui.plots.photo_marks import level_end, paint_line, paint_spot, paint_thigh, paint_wedge

RADIUS = 16
WIDTH, HEIGHT, LEAST = 640, 420, 200
WORDS = 330


class PhotoStill(QWidget):
    """The whole photo in the middle; nothing but its ground without one."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._photo: PhotoRecord | None = None
        self._pixmap = QPixmap()

        tell(self, Told.GRAPHIC)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_shown(self) -> bool:
        """Whether there is a photo to be seen."""
        return not self._pixmap.isNull()

    def show_photo(self, photo: PhotoRecord | None, *, words: str) -> None:
        """Show it; `words` are what a screen reader says in its place."""
        self._photo = photo
        self._pixmap = QPixmap() if photo is None else QPixmap.fromImage(QImage.fromData(photo.pixels))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """As a sheet has room beside its words."""
        return QSize(WIDTH, max(LEAST, min(HEIGHT, self.window().height() - WORDS)))

    def minimumSizeHint(self) -> QSize:
        """Smaller nothing can be told."""
        return QSize(LEAST, LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, photo, marks."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._theme.colour("sunken"))
        photo = self._photo
        if photo is None or self._pixmap.isNull():
            return
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter.drawPixmap(frame, self._pixmap, QRectF(self._pixmap.rect()))
        self._paint_marks(painter, frame, photo)

    def _paint_marks(self, painter: QPainter, frame: QRectF, photo: PhotoRecord) -> None:
        marking, factor = photo.marking, frame.width() / photo.width

        def seen(point: Point) -> QPointF:
            return frame.topLeft() + QPointF(point.x, point.y) * factor

        hip, knee = seen(marking.hip), seen(marking.knee)
        ends = (seen(marking.horizontal[0]), seen(marking.horizontal[1]))
        paint_line(painter, *ends, dashed=True)
        paint_wedge(painter, hip, knee, level_end(hip, knee, ends))
        if marking.ankle is not None:
            paint_line(painter, knee, seen(marking.ankle))
        paint_thigh(painter, self._theme, hip, knee, photo.side)
        ankle = () if marking.ankle is None else (seen(marking.ankle),)
        for at in (hip, knee, *ankle):
            paint_spot(painter, at, chosen=False, square=False, placed=True, hovered=False)
        for at in ends:
            paint_spot(painter, at, chosen=False, square=True, placed=True, hovered=False)
