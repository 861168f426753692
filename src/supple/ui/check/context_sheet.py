"""Three questions beside the checks, each of which may be left out: sitting, activity, the tight feeling."""

from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.checks.context import Activity, Context, Feeling, HoursSitting
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.combo import Combo
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

_Kind = TypeVar("_Kind", bound=StrEnum)


class ContextSheet(Sheet):
    """Says what is chosen when it is done; Esc and "Leave it" change nothing."""

    said = Signal(object)  # the Context

    def __init__(self, theme: Theme, context: Context, *, parent: QWidget | None = None) -> None:
        """`context` is what was said before."""
        super().__init__(theme, title="", width=640, parent=parent)
        self.set_title(
            self.tr("Say more about it"),
            self.tr("Leave out what you like. It decides nothing alone; it can lean a reading one way."),
        )
        self._sitting = self._add(self.tr("How long do you sit on most days?"))
        self._activity = self._add(self.tr("How long are you active in a week, enough to breathe faster?"))
        self._feeling = self._add(self.tr("How does the tight feeling behave?"))
        self.leave = self.add_button(self.tr("Leave it"), kind=ButtonKind.QUIET, leading=True)
        self.done = self.add_button(self.tr("Read it anew"), kind=ButtonKind.PRIMARY)

        self._fill(context)
        self.body.addStretch(1)
        self.set_first_focus(self._sitting)

        self.leave.clicked.connect(self.close_sheet)
        self.done.clicked.connect(self._say)
        self.closed.connect(self.deleteLater)

    def _add(self, question: str) -> Combo:
        combo = Combo(self._theme, name=question)
        combo.addItem(self.tr("Not said"), None)
        self.body.addWidget(Text(self._theme, question, weight=600))
        self.body.addWidget(combo)
        self.body.addSpacing(8)
        return combo

    def _fill(self, context: Context) -> None:
        told = {context.sitting, context.activity, context.feeling}
        for combo, answers in (
            (
                self._sitting,
                {
                    HoursSitting.LITTLE: self.tr("Up to 4 hours"),
                    HoursSitting.SOME: self.tr("4 to 7 hours"),
                    HoursSitting.LONG: self.tr("More than 7 hours"),
                },
            ),
            (
                self._activity,
                {
                    Activity.LITTLE: self.tr("Less than 150 minutes"),
                    Activity.ENOUGH: self.tr("150 minutes or more"),
                },
            ),
            (
                self._feeling,
                {
                    Feeling.EASES: self.tr("It eases for hours after stretching"),
                    Feeling.SOON_BACK: self.tr("It comes back within the hour"),
                    Feeling.LATE: self.tr("It is worse late in a run or after climbing"),
                },
            ),
        ):
            for answer, words in answers.items():
                combo.addItem(words, answer.value)
            said = next((each for each in answers if each in told), None)
            combo.setCurrentIndex(0 if said is None else combo.findData(said.value))

    def _say(self) -> None:
        context = Context(
            sitting=_answer(self._sitting, HoursSitting),
            activity=_answer(self._activity, Activity),
            feeling=_answer(self._feeling, Feeling),
        )
        self.close_sheet()
        self.said.emit(context)


def _answer(combo: Combo, kind: type[_Kind]) -> _Kind | None:
    found = combo.currentData()
    return None if found is None else kind(found)
