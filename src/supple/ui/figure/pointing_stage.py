"""A stage over whose picture arrows and rings are drawn, while the person wants them."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from supple.ui.figure.pictures import Pictures
from supple.ui.figure.pointers import Places, Pointers
from supple.ui.figure.stage import Stage
from supple.ui.kit.theme import Theme


class PointingStage(Stage):
    """The words for a screen reader say all of it without them."""

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        pointers: Pointers,
        *,
        radius: int = 24,
        margin: int = 24,
        framed: bool = True,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, pictures, radius=radius, margin=margin, framed=framed, small=small, parent=parent
        )
        self._pointers = pointers
        self._pointing = True

    def set_pointing(self, on: bool) -> None:
        """Leave out for a while what is drawn over the picture."""
        if on is not self._pointing:
            self._pointing = on
            self.update()

    def paint_over(self, painter: QPainter, place: QRectF, inner: QRectF) -> None:
        """Arrow, ring or loupe."""
        picture = self._picture
        if picture is not None and self.points_out():
            part = _within(picture.cut, self.shown_part(picture, inner))
            places = Places(place=place, part=part, room=inner)
            self._pointers.paint(painter, picture, self.pointed_scenes(), places)

    def points_out(self) -> bool:
        """Whether anything is pointed at now: what moves has a way to go, until it has arrived at the hold."""
        arrived = self._frame == self._frames - 1 and not self._theme.reduced_motion
        return self._theme.points_out and self._pointing and not (self._frames and arrived)

    def pointed_scenes(self) -> tuple[str, ...]:
        """The exercise and the scenes whose facts say what is pointed at, the one that is shown first."""
        return self._exercise_id, "loop" if self._frames else self._scene


def _within(outer: QRectF, part: QRectF) -> QRectF:
    """`part` of `outer`, in the measures of what `outer` is a part of."""
    return QRectF(
        outer.x() + part.x() * outer.width(),
        outer.y() + part.y() * outer.height(),
        part.width() * outer.width(),
        part.height() * outer.height(),
    )
