"""Where a photo is dropped, pasted or chosen: the place for it, the photo once it is there, what went wrong."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.side import Side
from supple.storage.photo_file import PhotoFile
from supple.ui.check.photo_pixels import PhotoPixels
from supple.ui.check.photo_view import PhotoView
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button
from supple.ui.kit.icons import IconView
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

RADIUS = 16
SHOWN_AFTER_MS = 100


class PhotoDrop(QFrame):
    """`files_given` carries the paths that were dropped."""

    files_given = Signal(list)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._photo: PhotoFile | None = None
        self._over = False
        self._view = PhotoView()
        self._pixels = PhotoPixels()
        self.tag = SideTag(theme, Side.LEFT, height=36)
        self._tag_row = QHBoxLayout()
        self._icon = IconView(theme, "image-plus", size=44)
        self._drop = Text(
            theme, role=TextRole.LEAD, weight=600, align=Qt.AlignmentFlag.AlignHCenter, heading=2
        )
        self._or = Text(theme, self.tr("or paste it, or"), tone="text2", align=Qt.AlignmentFlag.AlignHCenter)
        self.choose = Button(theme, self.tr("Choose a file"), icon="folder-open")
        kinds = self.tr("JPEG, PNG, WebP or HEIC, several at once too. They stay on this computer.")
        self._kinds = Text(
            theme, kinds, role=TextRole.CAPTION, tone="text2", align=Qt.AlignmentFlag.AlignHCenter
        )
        self.trouble = Banner(theme, tone=Tone.CAUTION, bold=" ")
        self._busy = QWidget()
        self._bar = SessionBar(theme, thickness=6)
        self._opening = Text(theme, self.tr("Opening the photo"), tone="text2")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._column = QVBoxLayout(self)
        self._below = QWidget()
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)

        self.setAcceptDrops(True)
        self._lay_out()

        theme.changed.connect(self.update)
        self._patience.timeout.connect(self._busy.show)

    @property
    def words(self) -> str:
        """What is to be dropped."""
        return self._drop.text()

    def ask(self, words: str, side: Side, hip: str) -> None:
        """Ask for another photo."""
        self._drop.set_text(words)
        self.tag.set_side(side)
        self.tag.set_word(hip)
        edge = Qt.AlignmentFlag.AlignRight if side is Side.RIGHT else Qt.AlignmentFlag.AlignLeft
        self._tag_row.setAlignment(self.tag, edge)
        self.show_photo(None)
        self.say("", "")

    def show_photo(self, photo: PhotoFile | None) -> None:
        """The photo stands where it was asked for."""
        self._photo = photo
        self._pixels.forget()
        if photo is not None:
            self._view.show(*photo.size)
        for part in (self._icon, self._drop, self._or, self._kinds, self._below):
            part.setVisible(photo is None)
        self.choose.set_text(self.tr("Choose a file") if photo is None else self.tr("Another file"))
        self.end_opening()
        self.update()

    def sharpen(self) -> None:
        """The photo is there at full size."""
        self._pixels.forget()
        self.update()

    def say(self, bold: str, sentence: str) -> None:
        """What went wrong; nothing for ""."""
        if bold:
            self.trouble.set_words(bold, sentence)
        self.trouble.setVisible(bool(bold))

    def begin_opening(self) -> None:
        """A photo is being opened: said after a moment."""
        self.say("", "")
        self._bar.set_done(0)
        self._patience.start()

    def show_progress(self, part: float) -> None:
        """So much of it was read."""
        self._bar.set_done(part)

    def end_opening(self) -> None:
        """It is there, or will not be."""
        self._patience.stop()
        self._busy.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._show_over(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is on this computer."""
        self._show_over(over=False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_given.emit(paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed frame that waits, or the photo."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, RADIUS, RADIUS)
        ground = "accent_soft" if self._over else "sunken" if self._photo else "surface"
        painter.fillPath(shape, self._theme.colour(ground))
        if self._photo is not None:
            painter.setClipPath(shape)
            self._paint_photo(painter, frame, self._photo)
            painter.setClipping(False)
        pen = QPen(self._theme.colour("accent" if self._over else "line_strong"), 2)
        pen.setStyle(Qt.PenStyle.SolidLine if self._photo else Qt.PenStyle.DashLine)
        painter.strokePath(shape, pen)

    def _paint_photo(self, painter: QPainter, frame: QRectF, photo: PhotoFile) -> None:
        self._view.set_frame(round(frame.width()), round(frame.height()))
        box, size = self._view.box, QSizeF(frame.width(), frame.height())
        if not self._pixels.is_ready(box, size):
            self._pixels.make(photo, box, size, ratio=self.devicePixelRatioF())
        self._pixels.draw(painter, box, frame)

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _lay_out(self) -> None:
        centre, column = Qt.AlignmentFlag.AlignHCenter, self._column
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(10)
        self._tag_row.addWidget(self.tag)
        column.addLayout(self._tag_row)
        column.addStretch(1)
        column.addWidget(self._icon, 0, centre)
        for part in (self._drop, self._or):
            column.addWidget(part)
        column.addWidget(self.choose, 0, centre)
        column.addWidget(self._kinds)
        column.addWidget(self._below, 1)
        busy = QHBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.setSpacing(12)
        busy.addWidget(self._opening)
        busy.addWidget(self._bar, 1)
        busy.addWidget(self.cancel)
        column.addWidget(self._busy)
        column.addWidget(self.trouble)
        self._busy.hide()
        self.trouble.hide()
