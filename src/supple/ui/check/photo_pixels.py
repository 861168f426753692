"""Parts of a photo as pixmaps: what fills the frame is made once for each place and size, and moved meanwhile."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPixmap

from supple.storage.photo_file import PhotoFile


class PhotoPixels:
    """The last part that was asked for, kept until another is."""

    def __init__(self) -> None:
        self._key: tuple[float, ...] = ()
        self._box = QRectF()
        self._pixmap = QPixmap()

    def forget(self) -> None:
        """Another photo, or the same one sharper."""
        self._key = ()
        self._pixmap = QPixmap()

    def is_ready(self, box: QRectF, frame: QSizeF) -> bool:
        """Whether it would be drawn without being made."""
        return self._key == _key(box, frame)

    def make(
        self, photo: PhotoFile, box: QRectF, frame: QSizeF, *, ratio: float, smooth: bool = True
    ) -> None:
        """Make the part `box` of `photo` for a frame of that size, in the pixels of the screen."""
        self._key = _key(box, frame)
        width, height = photo.size
        self._box = box.intersected(QRectF(0, 0, width, height))
        scale = frame.width() / box.width() * ratio
        pixels = photo.part(
            (self._box.left(), self._box.top(), self._box.right(), self._box.bottom()),
            width=max(1, round(self._box.width() * scale)),
            height=max(1, round(self._box.height() * scale)),
            smooth=smooth,
        )
        image = QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, QImage.Format.Format_RGB32)
        self._pixmap = QPixmap.fromImage(image)

    def draw(self, painter: QPainter, box: QRectF, target: QRectF) -> None:
        """Draw it where it lies while `box` fills `target`."""
        if self._pixmap.isNull() or box.isEmpty():
            return
        scale = target.width() / box.width()
        where = QRectF(
            target.left() + (self._box.left() - box.left()) * scale,
            target.top() + (self._box.top() - box.top()) * scale,
            self._box.width() * scale,
            self._box.height() * scale,
        )
        painter.drawPixmap(where, self._pixmap, QRectF(self._pixmap.rect()))


def _key(box: QRectF, frame: QSizeF) -> tuple[float, ...]:
    return (box.left(), box.top(), box.width(), box.height(), frame.width(), frame.height())
