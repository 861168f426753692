"""Several photos at once: the person says of each which hip it shows, or leaves it out."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.checks.photo_run import SIDES
from supple.domain.checks.photo_text import PhotoText
from supple.domain.checks.photo_trouble import PhotoError, PhotoLeftError, PhotoTrouble
from supple.domain.wording import fill
from supple.storage.photo_file import Pixels
from supple.ui.check.photo_trouble_words import photo_trouble_words
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.card import Card
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

THUMB = QSize(128, 96)
NEITHER = "neither"
CONTENT = 880


class PhotoSortPage(DialogPage):
    """`sorted_out` carries the files of each side, in the order in which they stand here."""

    sorted_out = Signal(object)
    leave_wanted = Signal()

    def __init__(self, theme: Theme, text: PhotoText, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, text.title, self.tr("Several photos"), parent=parent)
        self._theme = theme
        self._text = text
        self._rows: list[_Row] = []
        self._reading: _Thumbs | None = None
        self._question = Text(theme, self.tr("Which hip does each photo show?"), role=TextRole.TITLE)
        self._note = Text(
            theme,
            self.tr("They are measured from top to bottom, three at most of each hip. None is kept."),
            tone="text2",
        )
        self._list = QVBoxLayout()
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.back = Button(theme, self.tr("Back"), icon="arrow-left")
        self.go_on = Button(
            theme, self.tr("Continue"), kind=ButtonKind.PRIMARY, trailing="arrow-right", size=Size.LARGE
        )

        self._lay_out()

        self.go_on.clicked.connect(self._end)

    @property
    def choices(self) -> tuple[Segmented, ...]:
        """The question of each photo that can be opened."""
        return tuple(row.choice for row in self._rows)

    def show_files(self, files: Sequence[Path]) -> None:
        """Ask about `files`; their pictures follow one by one."""
        self.forget()
        for file in files:
            row = _Row(self._theme, self._text, file)
            row.choice.chosen.connect(self._follow)
            self._rows.append(row)
            self._list.addWidget(row)
        self._reading = _Thumbs(files, self)
        self._reading.thumb_read.connect(self._show_thumb)
        self._reading.start()
        self._order_tabs()
        self._follow()

    def forget(self) -> None:
        """Let go of the pictures, and read no further."""
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.leave()
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def first_focus(self) -> QWidget:
        """The question."""
        return self._question

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the question."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc asks whether to leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.go_on.isEnabled():
                self.go_on.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self._question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_thumb(self, number: int, told: object) -> None:
        if self.sender() is self._reading and number < len(self._rows):
            self._rows[number].show_thumb(told)
            self._follow()

    def _follow(self) -> None:
        asked = [row for row in self._rows if not row.choice.isHidden()]
        self.go_on.setEnabled(bool(asked) and all(row.choice.key is not None for row in asked))

    def _end(self) -> None:
        files = {side: [row.file for row in self._rows if row.choice.key == side] for side in SIDES}
        self.forget()
        self.sorted_out.emit(files)

    def _order_tabs(self) -> None:
        buttons = [row.choice.button(key) for row in self._rows for key in (*SIDES, NEITHER)]
        for before, after in pairwise([*buttons, self.go_on, self.back, self.signs]):
            self.setTabOrder(before, after)

    def _lay_out(self) -> None:
        self.set_max_width(CONTENT)
        self._question.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.top.addWidget(self.signs)
        self.body.setSpacing(12)
        self._list.setSpacing(12)
        self.body.addWidget(self._question)
        self.body.addWidget(self._note)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go_on)


class _Row(Card):
    """One photo: its picture, its name, and which hip it shows."""

    def __init__(self, theme: Theme, text: PhotoText, file: Path) -> None:
        super().__init__(theme, padding=12)
        self.file = file
        self._thumb = _Thumb(theme)
        self._trouble = Text(theme, tone="caution")
        segments = [Segment(key=side, word=fill(text.hip, side=side)) for side in SIDES]
        segments.append(Segment(key=NEITHER, word=self.tr("Leave it out")))
        asked = self.tr("Which hip does {name} show?").replace("{name}", file.name)
        self.choice = Segmented(theme, segments, name=asked)

        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Text(theme, file.name, weight=600, breaks_words=True, heading=0))
        words.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._trouble)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._trouble.hide()

    def show_thumb(self, told: object) -> None:
        """Its picture, or why there is none."""
        if isinstance(told, PhotoTrouble):
            bold, sentence = photo_trouble_words(told, self.file.name)
            self._trouble.set_text(f"{bold} {sentence}")
            self._trouble.show()
            self.choice.hide()
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


class _Thumbs(QObject):
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
