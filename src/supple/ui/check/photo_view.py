"""Which part of a photo is seen: how large, around which place, and where each pixel lies on the screen."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

from supple.domain.checks.photo import Point

MOST_ZOOM = 4.0
STEP = 1.25


class PhotoView:
    """`zoom` 1 shows the whole photo; it never leaves more of the frame empty than it must."""

    def __init__(self) -> None:
        self._photo = QSizeF(1, 1)
        self._frame = QSizeF(1, 1)
        self._centre = QPointF(0.5, 0.5)
        self._zoom = 1.0

    @property
    def zoom(self) -> float:
        """1 to 4."""
        return self._zoom

    @property
    def scale(self) -> float:
        """Pixels of the screen for a pixel of the photo."""
        return self._zoom * min(
            self._frame.width() / self._photo.width(), self._frame.height() / self._photo.height()
        )

    def show(self, width: int, height: int) -> None:
        """Another photo, all of it."""
        self._photo = QSizeF(max(1, width), max(1, height))
        self._zoom = 1.0
        self._hold()

    def set_frame(self, width: int, height: int) -> None:
        """The room on the screen."""
        self._frame = QSizeF(max(1, width), max(1, height))
        self._hold()

    def zoom_by(self, factor: float, around: Point) -> None:
        """Larger or smaller, `around` staying where it is on the screen."""
        before = self.on_screen(around)
        self._zoom = max(1.0, min(MOST_ZOOM, self._zoom * factor))
        after = self.on_screen(around)
        self.pan(before - after)

    def show_all(self) -> None:
        """The whole photo."""
        self._zoom = 1.0
        self._hold()

    def pan(self, by: QPointF) -> None:
        """Move the photo `by` so much of the screen."""
        self._centre -= by / self.scale
        self._hold()

    def reveal(self, place: Point, margin: float) -> None:
        """Move the photo so that `place` is seen, so far from the edge."""
        seen, by = self.on_screen(place), QPointF(0, 0)
        by.setX(max(0.0, margin - seen.x()) - max(0.0, seen.x() - (self._frame.width() - margin)))
        by.setY(max(0.0, margin - seen.y()) - max(0.0, seen.y() - (self._frame.height() - margin)))
        if not by.isNull():
            self.pan(by)

    def on_screen(self, place: Point) -> QPointF:
        """Where a place of the photo is seen."""
        middle = QPointF(self._frame.width() / 2, self._frame.height() / 2)
        return (QPointF(place.x, place.y) - self._centre) * self.scale + middle

    def on_photo(self, seen: QPointF) -> Point:
        """Which place of the photo is seen there."""
        middle = QPointF(self._frame.width() / 2, self._frame.height() / 2)
        place = (seen - middle) / self.scale + self._centre
        return Point(place.x(), place.y())

    @property
    def box(self) -> QRectF:
        """The part of the photo that fills the frame; it may be wider than the photo."""
        size = self._frame / self.scale
        return QRectF(
            self._centre.x() - size.width() / 2,
            self._centre.y() - size.height() / 2,
            size.width(),
            size.height(),
        )

    def _hold(self) -> None:
        """Keep the photo over the frame, or in its middle where it is smaller."""
        half = self._frame / self.scale / 2
        self._centre = QPointF(
            _held(self._centre.x(), half.width(), self._photo.width()),
            _held(self._centre.y(), half.height(), self._photo.height()),
        )


def _held(centre: float, half: float, whole: float) -> float:
    return whole / 2 if 2 * half >= whole else max(half, min(whole - half, centre))
