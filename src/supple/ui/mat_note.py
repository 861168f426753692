"""The person's own note on the mat, under the step in words while its exercise is being prepared."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from supple.ui.text import Text
from supple.ui.theme import Theme

NOTE_U = 26
LEAST_PX = 15
SMALLEST_PX = 13  # DESIGN.md: never under it; only a long note in the smallest window comes near
LINE = 1.31  # as in the step in words
STEP = 0.95


class MatNote(Text):
    """As large as drawn, or smaller where a long one would leave the picture too little; never cut."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, align=Qt.AlignmentFlag.AlignTop, breaks_words=True, parent=parent)
        self._note = ""

    @property
    def note(self) -> str:
        """The person's words."""
        return self._note

    def show_note(self, note: str) -> None:
        """Show these words; none hide it."""
        self._note = note
        self.set_labelled(self.tr("Your note:"), note)
        self.setVisible(bool(note))

    def fit(self, notes: list[str], *, u: float, width: int, room: int, most: int) -> int:
        """Take one size at which each of `notes` fits into `room` pixels; the height of the longest, 0 without any.

        Down to the person's text size it is made smaller for `room`, below that only for `most`.
        """
        shown = self._note
        least = LEAST_PX * self._theme.scale
        px = max(NOTE_U * u, least)
        height = self._tallest(notes, px, width)
        while height > (room if px > least else most) and px > SMALLEST_PX:
            px = max(px * STEP, least if px > least else SMALLEST_PX)
            height = self._tallest(notes, px, width)
        self.set_labelled(self.tr("Your note:"), shown)
        return height

    def _tallest(self, notes: list[str], px: float, width: int) -> int:
        self.set_pixels(px, weight=500, line=px * LINE)
        height = 0
        for note in notes:
            self.set_labelled(self.tr("Your note:"), note)
            height = max(height, self.heightForWidth(width))
        return height
