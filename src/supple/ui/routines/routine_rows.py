"""Rows about routines: a routine to start or open, and a step of one."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.exercise import Exercise
from supple.domain.offered import OfferedRoutine
from supple.domain.routine import Routine, Step
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.icons import Fact
from supple.ui.kit.page import NO_LIMIT
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.words.content_words import dose_words, minutes_words, order_words, with_one_more

PICTURE, PICTURE_NARROW = QSize(112, 68), QSize(88, 56)
STEP_PICTURE = QSize(144, 96)
FACTS_WIDTH, FACTS_WIDTH_NARROW = 200, 164


def show_card(stage: Stage, exercise: Exercise, *, side: Side) -> None:
    """The card picture of an exercise on the side it begins with."""
    side = side if exercise.has_sides else Side.BOTH
    stage.show_still(exercise.id, "card", side=side, alt=fill(exercise.card_alt, side=side))


class _WordsBeside(QWidget):
    """A picture, words, and what can be done; all under one another when the text is large."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._theme = theme
        self._stage = Stage(theme, pictures, radius=10, margin=6, small=True)
        self._words = QVBoxLayout()
        self._row = QHBoxLayout(self)

        self._row.setContentsMargins(12, 10, 12, 10)
        self._row.setSpacing(20)
        self._words.setSpacing(2)
        self._row.addWidget(self._stage, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._words, 1)

    def _add_words(self, *parts: QWidget) -> None:
        self._words.addStretch(1)
        for part in parts:
            self._words.addWidget(part)
        self._words.addStretch(1)

    def _stack(self, picture: QSize) -> None:
        stacked = self._theme.scale >= LARGE_TEXT
        self._stage.setFixedSize(picture)
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._row.setSpacing(8 if stacked else 20)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._stage, side)


class RoutineRow(_WordsBeside):
    """A routine: Start plays it, the arrow or a press on the row shows its steps."""

    started = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, routine: Routine, shown: Exercise) -> None:
        super().__init__(theme, pictures)
        self.routine = routine
        self._name = Text(theme, routine.name, weight=600)
        self._when = Text(theme, routine.when, role=TextRole.CAPTION, tone="text2")
        self._note = Fact(theme, "triangle-alert", "", tone="caution", role=TextRole.CAPTION)
        self._length = Fact(theme, "clock", "", role=TextRole.CAPTION)
        self._days = Fact(theme, "calendar-days", routine.days, role=TextRole.CAPTION)
        self._facts = QWidget()
        self.start = Button(
            theme,
            self.tr("Start"),
            icon="play",
            name=self.tr("Start {routine}").format(routine=routine.name),
        )
        self._open = Button(
            theme,
            kind=ButtonKind.ICON,
            icon="chevron-right",
            name=self.tr("Steps of {routine}").format(routine=routine.name),
        )

        self._add_words(self._name, self._when, self._note)
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(6)
        facts.addWidget(self._length)
        facts.addWidget(self._days)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.start)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        self._row.addWidget(self._facts)
        self._row.addLayout(buttons)
        show_card(self._stage, shown, side=shown.first_side)
        self.set_narrow(narrow=False)

        self.start.clicked.connect(self._tell_start)
        self._open.clicked.connect(self._tell_open)

    def show_offer(self, offer: OfferedRoutine, *, note: str) -> None:
        """What of it can be played, and what was left out."""
        length = minutes_words(offer.minutes)
        steps = self.tr("%n exercise(s)", "", offer.exercises)
        self._length.set_text(self.tr("{length}, {steps}").format(length=length, steps=steps))
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        self.start.setEnabled(offer.routine is not None)
        self._stage.set_dimmed(offer.routine is None)

    def set_narrow(self, *, narrow: bool) -> None:
        """Less room: a smaller picture and closer facts."""
        self._stack(PICTURE_NARROW if narrow else PICTURE)
        stacked = self._theme.scale >= LARGE_TEXT
        width = self._theme.px(FACTS_WIDTH_NARROW if narrow else FACTS_WIDTH)
        self._facts.setMinimumWidth(0 if stacked else width)
        self._facts.setMaximumWidth(NO_LIMIT if stacked else width)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on the row shows the steps."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._tell_open()

    def _tell_start(self) -> None:
        self.started.emit(self.routine.id)

    def _tell_open(self) -> None:
        self.opened.emit(self.routine.id)


class RoutineStepRow(_WordsBeside):
    """One step of a routine: number, exercise, dose and which side first, or why it is left out."""

    opened = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, number: int, step: Step, exercise: Exercise) -> None:
        super().__init__(theme, pictures)
        self.step = step
        self._name = Text(
            theme, self.tr("{number}. {name}").format(number=number, name=exercise.name), weight=600
        )
        self._dose = Text(theme, with_one_more(dose_words(step.dose), step), tone="text2")
        order = order_words(step.dose, first_side=step.first_side)
        self._order = Text(theme, order, tone="text2", role=TextRole.CAPTION)
        self._why = Fact(theme, "triangle-alert", "", tone="caution", role=TextRole.CAPTION)
        self._open = Button(
            theme,
            kind=ButtonKind.ICON,
            icon="chevron-right",
            name=self.tr("About {exercise}").format(exercise=exercise.name),
        )

        self._add_words(self._name, self._dose, self._order, self._why)
        self._order.setVisible(bool(order))
        self._row.addWidget(self._open)
        show_card(self._stage, exercise, side=step.first_side)
        self.show_standing(why="", care="")
        self.fit()

        self._open.clicked.connect(self._tell_open)
        theme.changed.connect(self.fit)

    def show_standing(self, *, why: str, care: str) -> None:
        """Say why this step is not played, or why it wants care; empty words say nothing."""
        self._why.set_text(why or care)
        self._why.setVisible(bool(why or care))
        self._stage.set_dimmed(bool(why))

    def fit(self) -> None:
        """Follow the text size."""
        self._stack(STEP_PICTURE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on the row opens the exercise."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._tell_open()

    def _tell_open(self) -> None:
        self.opened.emit(self.step.exercise_id)
