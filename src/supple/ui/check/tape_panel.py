"""The words of the tape page: the numbers, their unit, and the angle that they make, told while they are typed."""

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.checks.tape import Place, Tape
from supple.domain.settings import Lengths
from supple.domain.side import Side
from supple.ui.check.tape_fields import TapeFields
from supple.ui.kit.card import Card
from supple.ui.kit.point_list import PointList
from supple.ui.kit.reader import announce
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plots.angle_scale import AngleScale
from supple.ui.words.angle_words import level_words
from supple.ui.words.length_words import unit_word

SETTLED_MS = 700  # without a key: then the angle is told to a screen reader


class TapePanel(QWidget):
    """`changed` follows the numbers and their unit, `unit_chosen` tells the unit."""

    changed = Signal()
    unit_chosen = Signal(object)  # Lengths

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = Side.LEFT
        self._thigh = ""
        self._told_error: str | None = None
        self._lead = Text(theme, role=TextRole.LEAD, tone="text2")
        self._question = Text(theme, role=TextRole.TITLE)
        self._unit = Segmented(
            theme,
            [Segment(unit.value, unit_word(unit)) for unit in (Lengths.CM, Lengths.INCHES)],
            name=self.tr("Unit"),
        )
        self.fields = TapeFields(theme)
        self._card = Card(theme)
        self._eyebrow = Text(theme, role=TextRole.CAPTION, tone="accent_text", weight=600)
        self._angle = Text(theme, role=TextRole.TITLE, heading=0)
        self._error = Text(theme, tone="text2")
        self._nothing = Text(theme)
        words = (self.tr("Below level"), self.tr("About level"), self.tr("Above level"))
        self._scale = AngleScale(theme, words=words)
        self._points = PointList(theme, role=TextRole.CAPTION, tone="text2")
        self._settled = QTimer(self)

        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._question.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()

        self.fields.typed.connect(self._follow)
        self._unit.chosen.connect(self._choose_unit)
        self._settled.timeout.connect(self._tell)

    @property
    def question(self) -> Text:
        """The question; the focus lands here."""
        return self._question

    @property
    def unit(self) -> Segmented:
        """Centimetres or inches."""
        return self._unit

    @property
    def tape(self) -> Tape | None:
        """What was measured; None while it cannot be told."""
        return self.fields.tape

    @property
    def sentence(self) -> str:
        """The result in one sentence."""
        tape = self.tape
        if tape is None:
            return self._nothing.text()
        return self.tr("{thigh}: {angle}, give or take {error}°.").format(
            thigh=self._thigh,
            angle=level_words(tape.angle_deg),
            error=QLocale().toString(tape.told_error_deg),
        )

    def show_page(self, *, lead: str, question: str, thigh: str, side: Side, given: Tape | None) -> None:
        """Ask for the numbers of `side`; `given` is what was measured before going back."""
        self._side, self._thigh = side, thigh
        self._lead.set_text(lead)
        self._question.set_text(question)
        self._question.setAccessibleDescription(lead)
        self._eyebrow.set_text(thigh)
        self.fields.show_tape(given)
        self._show()

    def set_unit(self, unit: Lengths) -> None:
        """Numbers are in `unit` from now on."""
        self._unit.set_key(unit.value)
        self.fields.set_unit(unit)
        self._show()

    def set_compact(self, compact: bool) -> None:
        """Use smaller type, for a small window."""
        self._layout.setSpacing(12 if compact else 20)
        self._question.set_role(TextRole.LEAD if compact else TextRole.TITLE)
        self._question.set_weight(600 if compact else None)
        self._lead.set_role(TextRole.BODY if compact else TextRole.LEAD)
        self._card.set_padding(16 if compact else 24)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._question, 1)
        head.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignVCenter)
        told = QHBoxLayout()
        told.setSpacing(10)
        told.addWidget(self._angle, 0, Qt.AlignmentFlag.AlignBottom)
        told.addWidget(self._error, 1, Qt.AlignmentFlag.AlignBottom)
        self._card.body.addWidget(self._eyebrow)
        self._card.body.addLayout(told)
        self._card.body.addWidget(self._nothing)
        self._card.body.addWidget(self._scale)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._lead, head, self.fields, self._card, self._points):
            if isinstance(part, QWidget):
                self._layout.addWidget(part)
            else:
                self._layout.addLayout(part)
        self._layout.addStretch(1)
        self.set_compact(False)

    def _follow(self) -> None:
        self._show()
        self._settled.start()
        self.changed.emit()

    def _choose_unit(self, key: str) -> None:
        self.fields.set_unit(Lengths(key))
        self._show()
        self.unit_chosen.emit(Lengths(key))
        self.changed.emit()

    def _show(self) -> None:
        tape = self.tape
        for words in (self._angle, self._error):
            words.setVisible(tape is not None)
        self._nothing.setVisible(tape is None)
        self._nothing.set_text(self._why_not())
        error = "" if tape is None else QLocale().toString(tape.told_error_deg)
        if tape is not None:
            self._angle.set_text(level_words(tape.angle_deg))
            self._error.set_text(self.tr("give or take {error}°").format(error=error))
        measured = None if tape is None else tape.measured
        self._scale.set_found(measured, side=self._side, sentence=self.sentence)
        if error != self._told_error:
            self._told_error = error
            self._points.set_points(self._hints(error))

    def _hints(self, error: str) -> list[str]:
        points = [
            self.tr("**Hip point:** the bony point at the side of the hip; it moves when the leg rocks."),
            self.tr("**Knee point:** the bony bump on the outer side of the knee."),
        ]
        if error:
            holds = self.tr("**Give or take {error}°** holds if each number is right to 1 cm.")
            points.append(holds.format(error=error))
        return points

    def _why_not(self) -> str:
        if self.fields.are_too_far_apart:
            return self.tr(
                "No angle yet: the two heights differ by more than the thigh is long. Please look at b again."
            )
        if any(self.fields.field(place).trouble for place in Place):
            return self.tr("No angle yet: one of the numbers cannot be right.")
        return self.tr("No angle yet. It comes with the three numbers.")

    def _tell(self) -> None:
        """The result is a live region: told when it has settled, and politely."""
        announce(self._card, self.sentence)
