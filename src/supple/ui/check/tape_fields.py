"""The three numbers of the tape: hip height, knee height, thigh length, each with its letter and what is wrong."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.checks.tape import RANGE_CM, Place, Tape, are_too_far_apart, is_possible
from supple.domain.settings import Lengths
from supple.ui.check.tape_stage import MeasureBadge
from supple.ui.kit.number_field import NumberField
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.words.length_words import length_words, range_words, read_length, unit_word

GAP = 12
ROOM = 132  # for a field in a row of three, at 100 %

translate = QCoreApplication.translate


class _Measured(QWidget):
    """One number under its letter and its word."""

    def __init__(self, theme: Theme, place: Place, word: str) -> None:
        super().__init__()
        self.badge = MeasureBadge(theme, place)
        self.field = NumberField(theme, name=word)

        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.badge)
        head.addWidget(Text(theme, word, weight=600), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.field)
        layout.addStretch(1)


class TapeFields(QWidget):
    """What is typed; `typed` follows every change, `focused` the keyboard, `entered` Enter in the last field.

    What is wrong with a number is said when its field is left, not while it is typed.
    """

    typed = Signal()
    focused = Signal(object)  # Place, or None when no field has the keyboard
    entered = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unit = Lengths.CM
        self._cm: dict[
            Place, float
        ] = {}  # what was given before it was typed over: a change of unit loses nothing
        self._grid = QGridLayout(self)
        self._measured = {
            Place.HIP: _Measured(theme, Place.HIP, self.tr("Hip height")),
            Place.KNEE: _Measured(theme, Place.KNEE, self.tr("Knee height")),
            Place.THIGH: _Measured(theme, Place.THIGH, self.tr("Thigh length")),
        }

        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0
        self._arrange()
        self.set_unit(Lengths.CM)

        for each in self._measured.values():
            each.field.line.textEdited.connect(self._follow)
            each.field.line.entered.connect(self._tell_focus)
            each.field.line.left.connect(self._leave)
        theme.changed.connect(self._arrange)

    def field(self, place: Place) -> NumberField:
        """The field of one number."""
        return self._measured[place].field

    @property
    def tape(self) -> Tape | None:
        """What the three numbers are together; None while one is missing or no leg has them."""
        hip_cm, knee_cm, thigh_cm = (self.cm(place) for place in Place)
        if hip_cm is None or knee_cm is None or thigh_cm is None:
            return None
        try:
            return Tape(hip_cm=hip_cm, knee_cm=knee_cm, thigh_cm=thigh_cm)
        except ValueError:
            return None

    @property
    def are_too_far_apart(self) -> bool:
        """Whether three numbers are there of which the heights cannot be so far apart."""
        hip_cm, knee_cm, thigh_cm = (self.cm(place) for place in Place)
        if hip_cm is None or knee_cm is None or thigh_cm is None:
            return False
        return are_too_far_apart(hip_cm=hip_cm, knee_cm=knee_cm, thigh_cm=thigh_cm)

    def cm(self, place: Place) -> float | None:
        """The centimetres in one field; None for nothing, and for what is no number."""
        words = self.field(place).line.text()
        kept = self._cm.get(place)
        if kept is not None and words == length_words(kept, self._unit):
            return kept
        return read_length(words, self._unit)

    def show_tape(self, tape: Tape | None) -> None:
        """Fill the fields, or empty them."""
        given = (tape.hip_cm, tape.knee_cm, tape.thigh_cm) if tape is not None else (None, None, None)
        self._cm = {place: cm for place, cm in zip(Place, given, strict=True) if cm is not None}
        for place in Place:
            self._show(place)
            self.field(place).show_trouble("")

    def keep_thigh(self, thigh_cm: float) -> None:
        """The thigh of this side is as long as it was on the first try."""
        self._cm[Place.THIGH] = thigh_cm
        self._show(Place.THIGH)

    def set_unit(self, unit: Lengths) -> None:
        """Show and read numbers in `unit`; what stands there is the same length."""
        before = {place: self.cm(place) for place in Place}
        self._unit = unit
        self._cm = {place: cm for place, cm in before.items() if cm is not None}
        for place, each in self._measured.items():
            each.field.set_unit(unit_word(unit))
            if place in self._cm:
                self._show(place)
            if each.field.trouble:
                each.field.show_trouble(self._trouble(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field, from the last to what follows."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        places = list(Place)
        here = next((place for place in places if self.field(place).line.hasFocus()), None)
        if here is None or here is places[-1]:
            self._tell_trouble()
            self.entered.emit()
        else:
            self.field(places[places.index(here) + 1]).line.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three in a row where there is room, else under each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = 3 if self.width() >= 3 * self._theme.px(ROOM) + 2 * GAP else 1
        if wanted == self._columns:
            return
        self._columns = wanted
        for number, each in enumerate(self._measured.values()):
            self._grid.addWidget(each, number // wanted, number % wanted)
        for column in range(len(self._measured)):
            self._grid.setColumnStretch(column, 1 if column < wanted else 0)
            self._grid.setColumnMinimumWidth(column, self._theme.px(ROOM) if column < wanted else 0)

    def _show(self, place: Place) -> None:
        cm = self._cm.get(place)
        self.field(place).line.setText(length_words(cm, self._unit) if cm is not None else "")

    def _follow(self) -> None:
        """What is being mended is not complained of any more."""
        for place in Place:
            field = self.field(place)
            if field.line.hasFocus() and field.trouble:
                field.show_trouble("")
        self.typed.emit()

    def _tell_focus(self) -> None:
        chosen = next((place for place in Place if self.field(place).line.hasFocus()), None)
        for place, each in self._measured.items():
            each.badge.set_chosen(place is chosen)
        self.focused.emit(chosen)

    def _leave(self) -> None:
        self._tell_focus()
        self._tell_trouble(only=self.sender())

    def _tell_trouble(self, *, only: object = None) -> None:
        for place in Place:
            field = self.field(place)
            if only in (None, field.line):
                field.show_trouble(self._trouble(place))

    def _trouble(self, place: Place) -> str:
        if not self.field(place).line.text().strip():
            return ""
        cm = self.cm(place)
        if cm is None:
            return self.tr("Please type a number.")
        if is_possible(place, cm):
            return ""
        return range_sentence(place, self._unit)


def range_sentence(place: Place, unit: Lengths) -> str:
    """ "A knee height lies between 10 and 120 cm." """
    told = {
        Place.HIP: translate("Tape", "A hip height lies between {least} and {most} {unit}."),
        Place.KNEE: translate("Tape", "A knee height lies between {least} and {most} {unit}."),
        Place.THIGH: translate("Tape", "A thigh length lies between {least} and {most} {unit}."),
    }[place]
    least, most = range_words(RANGE_CM[place], unit)
    return told.format(least=least, most=most, unit=unit_word(unit))
