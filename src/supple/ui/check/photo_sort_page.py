"""Several photos at once: the person says of each which hip it shows and in which order, or leaves it out."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.checks.photo import MOST_PHOTOS
from supple.domain.checks.photo_run import SIDES
from supple.domain.checks.photo_text import PhotoText
from supple.domain.side import Side
from supple.ui.check.photo_sort_row import NEITHER, PhotoSortRow, PhotoThumbs
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.segmented import Segmented
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

CONTENT = 880


class PhotoSortPage(DialogPage):
    """`sorted_out` carries the files of each side, in the order in which they stand here."""

    sorted_out = Signal(object)
    leave_wanted = Signal()

    def __init__(self, theme: Theme, text: PhotoText, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, text.title, self.tr("Several photos"), parent=parent)
        self._theme = theme
        self._text = text
        self._rows: list[PhotoSortRow] = []
        self._read: list[PhotoSortRow] = []
        self._takes: Mapping[Side, int] = {}
        self._done: Mapping[Side, int] = {}
        self._reading: PhotoThumbs | None = None
        self._question = Text(theme, self.tr("Which hip does each photo show?"), role=TextRole.TITLE)
        self._note = Text(
            theme,
            self.tr("They are measured from top to bottom, three at most of each hip. None is kept."),
            tone="text2",
        )
        self._list = QVBoxLayout()
        self._too_many = {side: Banner(theme, tone=Tone.CAUTION, bold=" ") for side in SIDES}
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.back = Button(theme, self.tr("Back"), icon="arrow-left")
        self.go_on = Button(theme, self.tr("Continue"), kind=ButtonKind.PRIMARY, trailing="arrow-right")

        self._lay_out()

        self.go_on.clicked.connect(self._end)

    @property
    def choices(self) -> tuple[Segmented, ...]:
        """The question of each photo that can be opened."""
        return tuple(row.choice for row in self._rows)

    def show_files(
        self, files: Sequence[Path], *, takes: Mapping[Side, int], done: Mapping[Side, int]
    ) -> None:
        """Ask about `files`: each side `takes` so many to those that are `done`; pictures follow one by one."""
        self.forget()
        self._takes, self._done = takes, done
        for file in files:
            row = PhotoSortRow(self._theme, self._text, file)
            row.choice.chosen.connect(self._follow)
            row.up.clicked.connect(self._move_up)
            self._rows.append(row)
            self._list.addWidget(row)
        self._read = list(self._rows)
        self._reading = PhotoThumbs(files, self)
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
        self._rows, self._read = [], []

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
        if self.sender() is self._reading and number < len(self._read):
            self._read[number].show_thumb(told)
            self._order_tabs()
            self._follow()

    def _move_up(self) -> None:
        at = next(number for number, row in enumerate(self._rows) if row.up is self.sender())
        row = self._rows[at]
        above = next((i for i in range(at - 1, -1, -1) if self._rows[i].can_be_opened), None)
        if above is None:
            return
        self._rows.insert(above, self._rows.pop(at))
        self._list.removeWidget(row)
        self._list.insertWidget(above, row)
        self._order_tabs()
        self._follow()
        (row.up if row.up.isEnabled() else row.choice.button(SIDES[0])).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _follow(self) -> None:
        asked = [row for row in self._rows if row.can_be_opened]
        counted = dict.fromkeys(SIDES, 0)
        for row in asked:
            if row.side is not None:
                counted[row.side] += 1
                row.show_number(self._done[row.side] + counted[row.side])
            else:
                row.show_number(0)
            row.up.setEnabled(row is not asked[0])
        for side in SIDES:
            self._say_room(side, counted[side])
        fits = all(counted[side] <= self._takes[side] for side in SIDES)
        self.go_on.setEnabled(bool(asked) and fits and all(row.choice.key is not None for row in asked))

    def _say_room(self, side: Side, count: int) -> None:
        """A plain sentence where `side` would have more photos than are measured."""
        room, banner = self._takes[side], self._too_many[side]
        banner.setVisible(count > room)
        if count <= room:
            return
        if not room:
            done = self.tr("The photos of your left hip are done.")
            if side is Side.RIGHT:
                done = self.tr("The photos of your right hip are done.")
            banner.set_words(done, self.tr("Leave out what shows it, or go back."))
            return
        told = self.tr("Your left hip would have {count} photos.")
        if side is Side.RIGHT:
            told = self.tr("Your right hip would have {count} photos.")
        least = self.tr("Three at most are measured: leave out what you need least.")
        if self._done[side] >= MOST_PHOTOS:
            least = self.tr("One more was asked for: leave out the others.")
        banner.set_words(told.format(count=self._done[side] + count), least)

    def _end(self) -> None:
        files = {side: [row.file for row in self._rows if row.side is side] for side in SIDES}
        self.forget()
        self.sorted_out.emit(files)

    def _order_tabs(self) -> None:
        buttons: list[QWidget] = []
        for row in self._rows:
            buttons += [*(row.choice.button(key) for key in (*SIDES, NEITHER)), row.up]
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
        for banner in self._too_many.values():
            self.body.addWidget(banner)
            banner.hide()
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go_on)
