"""The exercises of the start sheet: each with a switch, or when it is marked with why and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.catalogue import CautionNote
from supple.domain.exercise import Dose, DoseKind, Exercise, Order
from supple.ui.kit.icons import Fact
from supple.ui.kit.rows import Row
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.kit.toggle import Toggle
from supple.ui.words.counts import sets_words, times_words
from supple.ui.words.left_out import care_words

translate = QCoreApplication.translate

KEEP, EASIER, LEAVE_OUT = "keep", "easier", "leave out"


class StartRow(QWidget):
    """One exercise; `key` says whether it is kept, done easier or left out."""

    changed = Signal()

    def __init__(self, theme: Theme, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise
        self.toggle = Toggle(theme, exercise.name)
        self._row = Row(theme, exercise.name, self.toggle)
        self._layout = QVBoxLayout(self)

        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._row)
        self.toggle.setChecked(True)

        self.toggle.toggled.connect(self.changed)

    @property
    def key(self) -> str:
        """KEEP, EASIER or LEAVE_OUT."""
        return KEEP if self.toggle.isChecked() else LEAVE_OUT

    @property
    def caption(self) -> str:
        """What is said under the name."""
        return self._row.caption

    def show_dose(self, words: str) -> None:
        """How much of it is to be done."""
        self._row.set_caption(words)


class MarkedRow(StartRow):
    """A marked exercise: why it wants care, what helps, and three ways to go on."""

    def __init__(
        self, theme: Theme, exercise: Exercise, marks: Sequence[CautionNote], *, easier: str
    ) -> None:
        """`easier` says what the easier version is."""
        super().__init__(theme, exercise)
        self.choice = Segmented(
            theme,
            [
                Segment(KEEP, self.tr("Keep")),
                Segment(EASIER, self.tr("Easier version")),
                Segment(LEAVE_OUT, self.tr("Leave out")),
            ],
            name=exercise.name,
            key=KEEP,
        )
        self._easier = Text(theme, easier, role=TextRole.CAPTION, tone="text2")

        care = Fact(theme, "triangle-alert", care_words(marks), tone="caution", role=TextRole.CAPTION)
        instead = " ".join(dict.fromkeys(note.instead for note in marks))
        words = QVBoxLayout()
        words.setContentsMargins(20, 0, 20, 12)
        words.setSpacing(6)
        for part in (
            care,
            Text(theme, instead, role=TextRole.CAPTION, tone="text2"),
            self.choice,
            self._easier,
        ):
            words.addWidget(part)
        self._layout.addLayout(words)
        self.toggle.hide()
        self._show_easier()

        self.choice.chosen.connect(self._tell)

    @property
    def key(self) -> str:
        """KEEP, EASIER or LEAVE_OUT."""
        return self.choice.key or KEEP

    def _tell(self) -> None:
        self._show_easier()
        self.changed.emit()

    def _show_easier(self) -> None:
        self._easier.setVisible(self.key == EASIER and bool(self._easier.text()))


def start_dose_words(dose: Dose) -> str:
    """How much of an exercise: "4 sets each side, hold 20 s"."""
    if dose.kind is DoseKind.HOLD:
        words = (
            translate("StartSheet", "move {seconds} s")
            if dose.moves
            else translate("StartSheet", "hold {seconds} s")
        )
        work = words.format(seconds=dose.hold_s)
    else:
        work = times_words(dose.reps or 0)
    if dose.order is Order.BOTH:
        return translate("StartSheet", "{sets}, {work}").format(sets=sets_words(dose.sets), work=work)
    return translate("StartSheet", "{sets} each side, {work}").format(sets=sets_words(dose.sets), work=work)
