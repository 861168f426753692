"""The kept photos of one self-test: seen one at a time with points and angle, deleted, and brought back."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.record import CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.reader import announce
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.progress.photo_still import PhotoStill
from supple.ui.words.day_words import date_of_any_year
from supple.ui.words.measured_words import angle_words


class PhotosSheet(Sheet):
    """`wanted` carries the id of a photo to be read, `deleted` that of one to delete, `brought_back` a PhotoRecord.

    What was deleted can be brought back until the sheet is closed.
    """

    wanted = Signal(str)
    deleted = Signal(str)
    brought_back = Signal(object)

    def __init__(
        self, theme: Theme, taken: SelfTestRecord, *, today: date, parent: QWidget | None = None
    ) -> None:
        day = date_of_any_year(taken.taken_at.date(), today=today)
        super().__init__(theme, title=self.tr("Photos of {day}").format(day=day), width=840, parent=parent)
        self._rows = tuple(row for row in taken.checks if row.photo_id)
        self._at = 0
        self._photo: PhotoRecord | None = None
        self._gone: dict[str, PhotoRecord] = {}
        self.still = PhotoStill(theme)
        self._told = Text(theme, weight=600)
        self._note = Text(theme, role=TextRole.CAPTION, tone="text2")
        self.before = Button(theme, kind=ButtonKind.ICON, icon="chevron-left", name=self.tr("Photo before"))
        self._number = Text(theme, role=TextRole.CAPTION, tone="text2", wraps=False)
        self.after = Button(theme, kind=ButtonKind.ICON, icon="chevron-right", name=self.tr("Next photo"))

        line = QHBoxLayout()
        line.addWidget(self._told, 1)
        for part in (self.before, self._number, self.after):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setSpacing(8)
        self.body.addLayout(line)
        self.body.addWidget(self.still, 1)
        self.body.addWidget(self._note)
        self.delete = self.add_button(self.tr("Delete this photo"), kind=ButtonKind.STOP_QUIET, leading=True)
        self.undo = self.add_button(self.tr("Bring it back"), kind=ButtonKind.QUIET, leading=True)
        self.leave = self.add_button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self.set_first_focus(self.leave)
        for part in (self.before, self._number, self.after):
            part.setVisible(len(self._rows) > 1)

        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.delete.clicked.connect(self._delete)
        self.undo.clicked.connect(self._bring_back)
        self.leave.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    @property
    def row(self) -> CheckRecord:
        """The try whose photo is on."""
        return self._rows[self._at]

    def begin(self) -> None:
        """Ask for the first photo."""
        self._turn_to(0)

    def show_photo(self, photo_id: str, photo: PhotoRecord | None) -> None:
        """Show what was read; None when it is not kept any more."""
        if photo_id != self.row.photo_id or photo_id in self._gone:
            return
        self._show(photo, "" if photo is not None else self.tr("This photo is not kept any more."))

    def say_unreadable(self) -> None:
        """It cannot be read now."""
        self._show(None, self.tr("This photo cannot be read now."))

    def _go_back(self) -> None:
        self._turn_to(self._at - 1)

    def _go_on(self) -> None:
        self._turn_to(self._at + 1)

    def _turn_to(self, at: int) -> None:
        self._at = at % len(self._rows)
        self._told.set_text(self._words())
        self._number.set_text(
            self.tr("{number} of {photos}").format(number=self._at + 1, photos=len(self._rows))
        )
        if self.row.photo_id in self._gone:
            self._show_deleted()
            return
        self._show(None, "")
        self.wanted.emit(self.row.photo_id)

    def _show(self, photo: PhotoRecord | None, trouble: str) -> None:
        self._photo = photo
        self.still.show_photo(photo, words=trouble or self._words())
        kept = self.tr(
            "A small copy in your data folder, without place and date of the photo. Backups hold it too."
        )
        self._note.set_text(trouble or kept)
        self.delete.setVisible(True)
        self.delete.setEnabled(photo is not None)
        self.undo.setVisible(False)

    def _show_deleted(self) -> None:
        self._photo = None
        told = self.tr("This photo is deleted; its angle stays. It can be brought back until this is closed.")
        self.still.show_photo(None, words=told)
        self._note.set_text(told)
        self.undo.setVisible(True)
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self.delete.setVisible(False)
        announce(self, told)

    def _delete(self) -> None:
        if self._photo is not None:
            self._gone[self.row.photo_id] = self._photo
            self.deleted.emit(self.row.photo_id)
            self._show_deleted()

    def _bring_back(self) -> None:
        photo = self._gone.pop(self.row.photo_id, None)
        if photo is not None:
            self.brought_back.emit(photo)
            self._show(photo, "")
            self.delete.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self) -> str:
        left = self.tr("Left hip, photo {number}: {angle}.")
        told = left if self.row.side is Side.LEFT else self.tr("Right hip, photo {number}: {angle}.")
        angle = "" if self.row.measured is None else angle_words(self.row.measured)
        return told.format(number=self.row.try_number, angle=angle)
