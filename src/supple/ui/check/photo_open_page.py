"""A photo of one hip is opened: dropped, pasted or chosen, and two things are asked about it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.checks.photo_run import Said
from supple.domain.checks.photo_text import PhotoText
from supple.domain.checks.photo_trouble import PhotoTrouble
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.storage.photo_file import PhotoFile
from supple.ui.check.photo_asked import PhotoAsked
from supple.ui.check.photo_drop import PhotoDrop
from supple.ui.check.photo_how_to import PhotoHowTo
from supple.ui.check.photo_trouble_words import photo_trouble_words
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.theme import LARGE_TEXT, Theme

PANEL, PANEL_NARROW, PANEL_LARGE = 432, 292, 480
_PASTED = ("image/jpeg", "image/png", "image/webp", "image/heic")


class PhotoOpenPage(DialogPage):
    """`source_given` carries a list of paths, or the bytes of what was pasted."""

    source_given = Signal(object)
    leave_wanted = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, text: PhotoText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text.title, parent=parent)
        self._theme = theme
        self._text = text
        self._photo: PhotoFile | None = None
        self.bar = SessionBar(theme, thickness=6)
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.drop = PhotoDrop(theme)
        self.how_to = PhotoHowTo(theme, pictures, text)
        self.back_flat = PhotoAsked(theme, text.back_flat)
        self.camera_level = PhotoAsked(theme, text.camera_level)
        self.told = Banner(theme, tone=Tone.INFO, bold=" ")
        self._beside = QScrollArea()
        self.back = Button(theme, self.tr("Back"), icon="arrow-left")
        self.leave = Button(theme, self.tr("Leave the check"), kind=ButtonKind.QUIET)
        self.hurts = Button(theme, self.tr("It hurts"), kind=ButtonKind.STOP, icon="hand")
        self.skip = Button(theme, kind=ButtonKind.QUIET)
        self.go_on = Button(theme, kind=ButtonKind.PRIMARY, trailing="arrow-right")

        self._lay_out()

        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)
        self.drop.files_given.connect(self._give_files)
        for asked in (self.back_flat, self.camera_level):
            asked.answered.connect(self._follow)
        self.leave.clicked.connect(self._ask_to_leave)

    @property
    def photo(self) -> PhotoFile | None:
        """The photo that is there."""
        return self._photo

    @property
    def answers(self) -> tuple[Said, Said] | None:
        """What was said of the back and of the camera; None before both were."""
        back, camera = self.back_flat.said, self.camera_level.said
        return None if back is None or camera is None else (back, camera)

    @property
    def keeps_out(self) -> bool:
        """Whether an answer keeps the photo out."""
        said = (self.back_flat.said, self.camera_level.said)
        return any(each in (Said.NO, Said.NOT_SURE) for each in said)

    def ask(self, side: Side, *, number: int, photos: int, enough: bool) -> None:
        """Ask for photo `number` of `photos`; where there are `enough` one can go on without it."""
        self._photo = None
        where = self.tr("{hip}, photo {number} of {photos}").format(
            hip=fill(self._text.hip, side=side), number=number, photos=photos
        )
        self.set_title(self._text.title, where)
        words = fill(self._text.drop, side=side).replace("{number}", str(number))
        self.drop.ask(words, side, fill(self._text.hip, side=side))
        self.how_to.show_side(side)
        for asked in (self.back_flat, self.camera_level):
            asked.ask_anew()
        self.skip.set_text(self.tr("Two are enough") if enough else fill(self._text.skip, side=side))
        self.told.hide()
        self._follow()

    def forget(self) -> None:
        """Let go of the photo."""
        self._photo = None
        self.drop.show_photo(None)
        self._follow()

    def say(self, bold: str, sentence: str) -> None:
        """Something about the photo before."""
        self.told.set_words(bold, sentence)
        self.told.show()

    def show_photo(self, photo: PhotoFile) -> None:
        """It is there."""
        self._photo = photo
        self.drop.show_photo(photo)
        self._follow()

    def say_trouble(self, trouble: PhotoTrouble, name: str) -> None:
        """It could not be opened."""
        self.drop.end_opening()
        self.drop.say(*photo_trouble_words(trouble, name))

    def first_focus(self) -> QWidget:
        """What is asked for first."""
        return self.drop.choose

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste takes a photo, Enter goes on, Esc asks whether to leave."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.go_on.isEnabled():
                self.go_on.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _ask_to_leave(self) -> None:
        self.leave_wanted.emit()

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self._give_files(paths)
            return
        pasted = _picture_in(data)
        if pasted:
            self.source_given.emit(pasted)
        else:
            self.drop.say(
                self.tr("There is no photo to paste."), self.tr("Copy one first, or choose a file.")
            )

    def _give_files(self, paths: Sequence[Path]) -> None:
        self.source_given.emit(list(paths))

    def _follow(self) -> None:
        there = self._photo is not None
        self.how_to.setVisible(not there)
        self.back_flat.setVisible(there)
        self.camera_level.setVisible(there)
        self.go_on.set_text(self.tr("Go on without it") if there and self.keeps_out else self.tr("Continue"))
        self.go_on.setEnabled(there and (self.answers is not None or self.keeps_out))
        self._order_tabs()

    def _lay_out(self) -> None:
        self.top.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self.signs)
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.told, self.how_to, self.back_flat, self.camera_level):
            column.addWidget(part)
        column.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.told.hide()
        self._beside.setWidget(panel)
        self._beside.setWidgetResizable(True)
        self._beside.setFrameShape(QFrame.Shape.NoFrame)
        self._beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beside.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored
        )  # it scrolls by itself
        panel.setProperty("role", "page")
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self.drop, 1)
        columns.addWidget(self._beside)
        self.body.addLayout(columns, 1)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self.hurts)
        self.foot.addWidget(self.go_on)
        self._adapt()

    def _adapt(self) -> None:
        large = self._theme.scale >= LARGE_TEXT
        self._beside.setFixedWidth(PANEL_LARGE if large else PANEL_NARROW if self.narrow else PANEL)
        self.how_to.set_narrow(self.narrow)
        self.bar.setFixedWidth(160 if self.narrow else 298)
        self.bar.setVisible(not large)

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [self.drop.choose, self.drop.cancel]
        chain += [asked.button(said) for asked in (self.back_flat, self.camera_level) for said in Said]
        chain += [self.skip, self.go_on, self.hurts, self.leave, self.back, self.signs]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)


def _picture_in(data: QMimeData) -> bytes:
    """The bytes of a picture as another program copied it; decoded here only where there is nothing else."""
    for kind in _PASTED:
        if data.hasFormat(kind):
            return bytes(data.data(kind).data())
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage):
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())
