"""One of several photos: its small picture, its name, which hip it shows and which photo of it that makes."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from supple.domain.checks.photo_run import SIDES
from supple.domain.checks.photo_text import PhotoText
from supple.domain.checks.photo_trouble import PhotoError, PhotoLeftError, PhotoTrouble
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.storage.photo_file import Pixels
from supple.ui.check.photo_trouble_words import photo_trouble_words
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

THUMB = QSize(128, 96)
TOOL = 44
NEITHER = "neither"


class PhotoSortRow(Card):
    """`up` is there to be pressed for the place before."""

    def __init__(self, theme: Theme, text: PhotoText, file: Path) -> None:
        super().__init__(theme, padding=12)
        self.file = file
        self._thumb = _Thumb(theme)
        self._trouble = Text(theme, tone="caution")
        self._number = Text(theme, role=TextRole.CAPTION, tone="text2")
        segments = [Segment(key=side, word=fill(text.hip, side=side)) for side in SIDES]
        segments.append(Segment(key=NEITHER, word=self.tr("Leave it out")))
        asked = self.tr("Which hip does {name} show?").replace("{name}", file.name)
        self.choice = Segmented(theme, segments, name=asked)
        up = self.tr("Measure {name} earlier").replace("{name}", file.name)
        self.up = Button(theme, kind=ButtonKind.ICON, icon="chevron-up", name=up)

        self.up.set_height(TOOL)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Text(theme, file.name, weight=600, breaks_words=True, heading=0))
        words.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        for told in (self._number, self._trouble):
            words.addWidget(told)
            told.hide()
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.up, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    @property
    def can_be_opened(self) -> bool:
        """Whether it can be a photo of a hip, as far as is known."""
        return not self.choice.isHidden()

    @property
    def side(self) -> Side | None:
        """The hip that it was sorted to."""
        return next((side for side in SIDES if self.choice.key == side and self.can_be_opened), None)

    def show_number(self, number: int) -> None:
        """Which photo of its hip it makes; nothing for one that is left out."""
        left, right = self.tr("Left hip, photo {number}"), self.tr("Right hip, photo {number}")
        self._number.setVisible(self.side is not None)
        if self.side is not None:
            self._number.set_text((left if self.side is Side.LEFT else right).format(number=number))

    def show_thumb(self, told: object) -> None:
        """Its picture, or why there is none."""
        if isinstance(told, PhotoTrouble):
            bold, sentence = photo_trouble_words(told, self.file.name)
            self._trouble.set_text(f"{bold} {sentence}")
            self._trouble.show()
            for part in (self.choice, self.up, self._number):
                part.hide()
        elif isinstance(told, Pixels):
            self._thumb.show_pixels(told)


class _Thumb(QFrame):
    """A small picture; beside it stands its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pixmap = QPixmap()

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pixels(self, pixels: Pixels) -> None:
        """It was read."""
        image = QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, QImage.Format.Format_RGB32)
        self._pixmap = QPixmap.fromImage(image)
        self.update()

    def sizeHint(self) -> QSize:
        return THUMB

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sunken"))
        where = QRectF(0, 0, self._pixmap.width(), self._pixmap.height())
        where.moveCenter(QRectF(self.rect()).center())
        painter.drawPixmap(where.topLeft(), self._pixmap)


class PhotoThumbs(QObject):
    """Reads small pictures in a thread, one after the other; `thumb_read` carries its number and the picture."""

    thumb_read = Signal(int, object)

    def __init__(self, files: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._files = tuple(files)
        self._left = False

    def start(self) -> None:
        """Begin."""
        Thread(target=self._read, name="photo-thumbs", daemon=True).start()

    def leave(self) -> None:
        """Read no further."""
        self._left = True

    def _read(self) -> None:
        for number, file in enumerate(self._files):
            try:
                told: Pixels | PhotoTrouble = self._small(file)
            except PhotoError as error:
                told = error.trouble
            except PhotoLeftError:
                return
            if self._left:
                return
            with suppress(RuntimeError):  # the page has gone
                self.thumb_read.emit(number, told)

    def _small(self, file: Path) -> Pixels:
        from supple.storage.photo_file import PhotoFile

        photo = PhotoFile(file, progressed=self._go_on)
        photo.preview()
        if not photo.can_be_seen:
            photo.load()
        photo.close()
        width, height = photo.size
        scale = min(THUMB.width() / width, THUMB.height() / height)
        small = (max(1, round(width * scale)), max(1, round(height * scale)))
        return photo.part((0, 0, width, height), width=small[0], height=small[1])

    def _go_on(self, _part: float) -> None:
        if self._left:
            raise PhotoLeftError
