"""Asks before an exercise that loads the place where pain was sharp in this session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.ui.kit.banner import Tone
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme
from supple.ui.words.inside import inside
from supple.ui.words.pain_words import place_word

SOMEWHERE = "somewhere else"


class SamePlaceSheet(Sheet):
    """The session stands while this is open; Esc leaves it standing, before that exercise."""

    left_out = Signal()
    went_on = Signal()

    def __init__(self, theme: Theme, *, exercise: str, place: str, parent: QWidget | None = None) -> None:
        """`exercise` is the name of what comes next, `place` where it was sharp."""
        super().__init__(theme, title="", tone=Tone.CAUTION, width=640, parent=parent)
        known = self.tr(
            "This one works at the place of your sharp pain ({place}). Leave it out, or go on if nothing hurts now."
        )
        unknown = self.tr(
            "This one may work at the place of your sharp pain. Leave it out, or go on if nothing hurts now."
        )
        self.set_title(
            self.tr("Next: {exercise}").format(exercise=exercise),
            unknown if place == SOMEWHERE else known.format(place=inside(place_word(place))),
        )
        self.go_on = self.add_button(self.tr("Go on"))
        self.leave_out = self.add_button(self.tr("Leave it out"), kind=ButtonKind.PRIMARY)
        self.set_first_focus(self.leave_out)

        self.go_on.clicked.connect(self._go_on)
        self.leave_out.clicked.connect(self._leave_out)

    def _go_on(self) -> None:
        self.close_sheet()
        self.went_on.emit()

    def _leave_out(self) -> None:
        self.close_sheet()
        self.left_out.emit()
