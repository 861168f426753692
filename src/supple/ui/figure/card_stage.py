"""The picture of a card: cut to the figure, which fills it, with a ring where it is felt."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from supple.ui.figure.pictures import Picture, Pictures
from supple.ui.figure.pointed import pointed
from supple.ui.figure.pointer_shapes import Rect, crop
from supple.ui.figure.pointers import PointAt, Pointers
from supple.ui.figure.pointing_stage import PointingStage
from supple.ui.kit.card import RADIUS
from supple.ui.kit.theme import Theme

AIR = 0.06  # of the figure's larger side, all round


class CardStage(PointingStage):
    """Mats and walls may run out of it, the figure never."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        pointers = Pointers(theme, pictures, PointAt.FELT)
        super().__init__(theme, pictures, pointers, margin=1, framed=False, small=True, parent=parent)
        self._figure_of = ""
        self._figure: Rect | None = None
        self._shape = 0.75

    def shown_part(self, picture: Picture, inner: QRectF) -> QRectF:
        """The figure, in the shape of the card."""
        figure = self._figure_on(picture)
        if figure is None or not inner.isValid():
            return super().shown_part(picture, inner)
        part = crop(figure, Rect(0, 0, 1, self._shape), shape=inner.width() / inner.height(), air=AIR)
        return QRectF(part.left, part.top / self._shape, part.width, part.height / self._shape)

    def _paint_picture(self, painter: QPainter, inner: QRectF) -> None:
        """Inside of the card's round corners."""
        shape = QPainterPath()
        shape.addRoundedRect(inner.adjusted(0, 0, 0, RADIUS), RADIUS - 1, RADIUS - 1)
        painter.setClipPath(shape)
        super()._paint_picture(painter, inner)

    def _figure_on(self, picture: Picture) -> Rect | None:
        """In measures of the picture's width, so that a square is square."""
        if self._figure_of != self._exercise_id:
            self._figure_of = self._exercise_id
            found = pointed(self._pictures.scene_facts(self._exercise_id, self._scene))
            self._shape = found.shape
            self._figure = found.figure
        if self._figure is None:
            return None
        left, top, width, height = self._figure
        return Rect(
            1 - left - width if picture.mirrored else left, top * self._shape, width, height * self._shape
        )
