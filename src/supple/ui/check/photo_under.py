"""The photo of last time laid on the present one, so that hip and knee fall on hip and knee."""

from datetime import datetime

from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from supple.domain.checks.kept_photo import Laid, PhotoRecord, laid_on
from supple.domain.checks.photo import Point
from supple.domain.checks.photo_spots import Spot, Spots
from supple.ui.check.photo_view import PhotoView

HALF = 50
"""How strong it is at first, in percent."""


class PhotoUnder:
    """`strength` is 0 to 100; 0 is the present photo alone, 100 that of last time alone where both are."""

    def __init__(self) -> None:
        self._last: PhotoRecord | None = None
        self._pixmap = QPixmap()
        self.strength = 0

    @property
    def kept_at(self) -> datetime | None:
        """When it was kept; None when there is none, or it cannot be shown."""
        return None if self._last is None or self._pixmap.isNull() else self._last.kept_at

    def take(self, last: PhotoRecord | None) -> None:
        """Lay this one on from now on; None takes it away."""
        self._last = last
        self._pixmap = QPixmap() if last is None else QPixmap.fromImage(QImage.fromData(last.pixels))

    def draw(self, painter: QPainter, view: PhotoView, spots: Spots) -> None:
        """Draw it, once hip and knee are placed."""
        laid = self._laid(spots)
        if laid is None or self.strength == 0 or self._pixmap.isNull():
            return
        sign = -1.0 if laid.mirrored else 1.0
        origin, scale = view.on_screen(Point(laid.dx, laid.dy)), view.scale
        painter.save()
        painter.setOpacity(self.strength / 100)
        painter.setTransform(
            QTransform(
                sign * laid.a * scale,
                sign * laid.b * scale,
                -laid.b * scale,
                laid.a * scale,
                origin.x(),
                origin.y(),
            ),
            True,  # noqa: FBT003 - Qt's own: after what the painter does already
        )
        painter.drawPixmap(0, 0, self._pixmap)
        painter.restore()

    def _laid(self, spots: Spots) -> Laid | None:
        if self._last is None or not (spots.is_placed(Spot.HIP) and spots.is_placed(Spot.KNEE)):
            return None
        marking = self._last.marking
        return laid_on((marking.hip, marking.knee), (spots.where(Spot.HIP), spots.where(Spot.KNEE)))
