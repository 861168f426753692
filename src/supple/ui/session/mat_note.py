"""What stands under the step in words while an exercise is prepared: what wants care, and the person's own note."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from supple.ui.kit.mat_heading import LEAST_PX
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.session.mat_line import LINE, STEP

NOTE_U = 26
SMALLEST_PX = 13  # docs/EVIDENCE.md 12: never under it; only a long note in the smallest window comes near


class Beside(NamedTuple):
    """Why an exercise wants care ("Take care: wrist pain."), and what the person wrote; either may be empty."""

    care: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.care or self.note)


class MatNote(Text):
    """As large as drawn, or smaller where a long one would leave the picture too little; never cut."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, align=Qt.AlignmentFlag.AlignTop, breaks_words=True, parent=parent)
        self._beside = Beside()

    @property
    def beside(self) -> Beside:
        """What is shown."""
        return self._beside

    def show_beside(self, beside: Beside) -> None:
        """Show these words; none hide it."""
        self._beside = beside
        self._set(beside)
        self.setVisible(bool(beside))

    def fit(self, notes: list[Beside], *, u: float, width: int, room: int, most: int) -> int:
        """Take one size at which each of `notes` fits into `room` pixels; the height of the longest, 0 without any.

        Down to the person's text size it is made smaller for `room`, below that only for `most`.
        """
        least = LEAST_PX * self._theme.scale
        px = max(NOTE_U * u, least)
        height = self._tallest(notes, px, width)
        while height > (room if px > least else most) and px > SMALLEST_PX:
            px = max(px * STEP, least if px > least else SMALLEST_PX)
            height = self._tallest(notes, px, width)
        self._set(self._beside)
        return height

    def _set(self, beside: Beside) -> None:
        """Care comes first; its label, or else that of the note, is semibold."""
        note = self.tr("Your note: {note}").format(note=beside.note) if beside.note else ""
        words = " ".join(part for part in (beside.care, note) if part)
        label, colon, rest = words.partition(": ")
        self.set_labelled(label + colon.strip(), rest)

    def _tallest(self, notes: list[Beside], px: float, width: int) -> int:
        self.set_pixels(px, weight=500, line=px * LINE)
        height = 0
        for note in notes:
            self._set(note)
            height = max(height, self.heightForWidth(width))
        return height
