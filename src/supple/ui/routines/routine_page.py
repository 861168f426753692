"""The page of one routine: its steps with doses, sides and total time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.offered import NO_LIMITS, Limits, allowance, offered
from supple.domain.routine import Routine
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import Fact
from supple.ui.kit.keyboard_order import keep_keyboard_order
from supple.ui.kit.page import Page
from supple.ui.kit.rows import RowsCard
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.routines.routine_rows import RoutineStepRow
from supple.ui.words.content_words import clock_words, minutes_words
from supple.ui.words.left_out import care_words, left_out_words, why_words
from supple.ui.words.rest_words import rest_words


class RoutinePage(Page):
    """Shows one routine; steps that are left out stay in the list and say why."""

    routine_started = Signal(str)
    plan_started = Signal()
    exercise_opened = Signal(str)
    print_wanted = Signal(str)
    pdf_wanted = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Pictures, catalogue: Catalogue, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Routine"), parent=parent)
        self._pictures = pictures
        self._catalogue = catalogue
        self._limits = NO_LIMITS
        self._routine: Routine | None = None
        self._is_of_plan = False
        self._rows: list[RoutineStepRow] = []
        self.back = Button(theme, self.tr("Routines"), kind=ButtonKind.QUIET, icon="chevron-left")
        self._start = Button(theme, self.tr("Start routine"), kind=ButtonKind.PRIMARY, icon="play")
        self._print = Button(theme, self.tr("Print"), kind=ButtonKind.SECONDARY)
        self._pdf = Button(theme, self.tr("Save as PDF"), kind=ButtonKind.QUIET)
        self._when = Text(theme, role=TextRole.LEAD, tone="text2")
        self._length = Fact(theme, "clock", "")
        self._sets = Fact(theme, "timer", "")
        self._days = Fact(theme, "calendar-days", "")
        self._rest = Fact(theme, "triangle-alert", "", tone="caution")
        self._steps = RowsCard(theme)
        self._note = Text(theme, tone="text2")

        self.back.set_flush(True)
        self.above.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.header.addWidget(self._start)
        facts = FlowLayout(gap=24, line_gap=8)
        for fact in (self._length, self._sets, self._days):
            facts.addWidget(fact)
        self.body.addWidget(self._when)
        self.body.addWidget(self._rest)
        self.body.addLayout(facts)
        self.body.addWidget(self._steps)
        self.body.addWidget(self._note)
        paper = FlowLayout(gap=8, line_gap=8)
        for button in (self._print, self._pdf):
            paper.addWidget(button)
        self.body.addLayout(paper)
        self.body.addStretch(1)

        self._start.clicked.connect(self._tell_start)
        self._print.clicked.connect(self._tell_print)
        self._pdf.clicked.connect(self._tell_pdf)

    @property
    def routine_id(self) -> str:
        """The routine shown; empty before the first."""
        return self._routine.id if self._routine else ""

    @property
    def starts(self) -> tuple[Button, ...]:
        """What begins something."""
        return (self._start,)

    def set_back(self, name: str) -> None:
        """Say where `back` leads."""
        self.back.set_text(name)
        self.back.set_name(self.tr("Back to {place}").format(place=name))

    def show_routine(self, routine_id: str) -> None:
        """Show a routine from the top."""
        self._show(self._catalogue.routine(routine_id), of_plan=False)

    def show_plans_session(self, routine: Routine) -> None:
        """Show what a plan's session plays, at its dose."""
        self._show(routine, of_plan=True)

    def _show(self, routine: Routine, *, of_plan: bool) -> None:
        self._routine, self._is_of_plan = routine, of_plan
        self.set_title(routine.name)
        self._when.set_text(f"{routine.when}.")
        self._days.set_text(routine.days)
        for part in (self._when, self._days, self._print, self._pdf):
            part.setVisible(not of_plan)  # the plan says when, and a sheet would have another dose
        self._note.set_text(routine.note)
        self._note.setVisible(bool(routine.note))
        self._steps.clear()
        self._rows = [
            RoutineStepRow(
                self._theme, self._pictures, number, step, self._catalogue.exercise(step.exercise_id)
            )
            for number, step in enumerate(routine.steps, start=1)
        ]
        for row in self._rows:
            self._steps.add_widget_row(row)
            row.opened.connect(self.exercise_opened)
        keep_keyboard_order([self._start, *self._rows, self._print, self._pdf])
        self._show_playable()
        self.scroll_to_top()

    def set_limits(self, limits: Limits) -> None:
        """Leave out what the person is not offered and mark what wants care, and say why."""
        self._limits = limits
        self._show_playable()

    def _show_playable(self) -> None:
        """What remains to be played, and how long that takes."""
        if self._routine is None:
            return
        offer = offered(self._routine, self._catalogue, self._limits)
        advice = rest_words(self._limits.rest, left_out_words(offer, self._catalogue))
        self._rest.set_text(advice)
        self._rest.setVisible(bool(advice))
        held_ms = sum(phase.duration_ms for phase in offer.timeline.sets)
        self._length.set_text(minutes_words(offer.minutes))
        self._sets.set_text(
            self.tr("%n set(s), {time} of them at work", "", offer.sets).format(time=clock_words(held_ms))
        )
        for button in (self._start, self._print, self._pdf):
            button.setEnabled(offer.routine is not None)
        for row in self._rows:
            exercise = self._catalogue.exercise(row.step.exercise_id)
            stands = allowance(exercise, self._catalogue, self._limits)
            row.show_standing(why=why_words(stands), care=care_words(stands.marked_by))

    def _tell_print(self) -> None:
        self.print_wanted.emit(self.routine_id)

    def _tell_pdf(self) -> None:
        self.pdf_wanted.emit(self.routine_id)

    def _tell_start(self) -> None:
        if self._is_of_plan:
            self.plan_started.emit()
        else:
            self.routine_started.emit(self.routine_id)
