"""The page of one routine: its steps with doses, sides and total time."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Caution
from supple.domain.routine import MS, Routine, compile_timeline
from supple.ui.button import Button, Kind
from supple.ui.content_words import clock_words
from supple.ui.flow_layout import FlowLayout
from supple.ui.icons import Fact
from supple.ui.left_out import LeftOut
from supple.ui.page import Page
from supple.ui.pictures import Pictures
from supple.ui.routine_rows import RoutineStepRow
from supple.ui.rows import RowsCard
from supple.ui.text import Text
from supple.ui.theme import TextRole, Theme


class RoutinePage(Page):
    """Shows one routine; steps that are left out stay in the list and say why."""

    routine_started = Signal(str)
    routines_requested = Signal()
    exercise_opened = Signal(str)
    print_wanted = Signal(str)
    pdf_wanted = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Pictures, catalogue: Catalogue, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Routine"), parent=parent)
        self._pictures = pictures
        self._catalogue = catalogue
        self._left_out = LeftOut(catalogue)
        self._routine: Routine | None = None
        self._rows: list[RoutineStepRow] = []
        self._crumb = Button(theme, self.tr("Routines"), kind=Kind.QUIET, icon="chevron-left")
        self._start = Button(theme, self.tr("Start routine"), kind=Kind.PRIMARY, icon="play")
        self._print = Button(theme, self.tr("Print"), kind=Kind.SECONDARY)
        self._pdf = Button(theme, self.tr("Save as PDF"), kind=Kind.QUIET)
        self._when = Text(theme, role=TextRole.LEAD, tone="text2")
        self._length = Fact(theme, "clock", "")
        self._sets = Fact(theme, "timer", "")
        self._days = Fact(theme, "calendar-days", "")
        self._steps = RowsCard(theme)
        self._note = Text(theme, tone="text2")

        self._crumb.set_flush(True)
        self.above.addWidget(self._crumb, 0, Qt.AlignmentFlag.AlignLeft)
        self.header.addWidget(self._start)
        facts = FlowLayout(gap=24, line_gap=8)
        for fact in (self._length, self._sets, self._days):
            facts.addWidget(fact)
        self.body.addWidget(self._when)
        self.body.addLayout(facts)
        self.body.addWidget(self._steps)
        self.body.addWidget(self._note)
        paper = FlowLayout(gap=8, line_gap=8)
        for button in (self._print, self._pdf):
            paper.addWidget(button)
        self.body.addLayout(paper)
        self.body.addStretch(1)

        self._crumb.clicked.connect(self.routines_requested)
        self._start.clicked.connect(self._tell_start)
        self._print.clicked.connect(self._tell_print)
        self._pdf.clicked.connect(self._tell_pdf)

    @property
    def routine_id(self) -> str:
        """The routine shown; empty before the first."""
        return self._routine.id if self._routine else ""

    def show_routine(self, routine_id: str) -> None:
        """Show a routine from the top."""
        routine = self._catalogue.routine(routine_id)
        self._routine = routine
        self.set_title(routine.name)
        self._when.set_text(f"{routine.when}.")
        self._days.set_text(routine.days)
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
        self._show_playable()
        self.scroll_to_top()

    def set_avoids(self, avoids: Collection[Caution]) -> None:
        """Leave out what the person's answers hide, and say why."""
        self._left_out.set_avoids(avoids)
        self._show_playable()

    def set_put_away(self, exercise_ids: Collection[str]) -> None:
        """Leave out what the person has put away."""
        self._left_out.set_put_away(exercise_ids)
        self._show_playable()

    def _show_playable(self) -> None:
        """What remains to be played, and how long that takes."""
        if self._routine is None:
            return
        playable = self._left_out.playable(self._routine)
        timeline = compile_timeline(playable or self._routine)
        held_s = sum(phase.duration_ms for phase in timeline.sets) // MS
        self._length.set_text(clock_words(timeline.total_ms))
        self._sets.set_text(
            self.tr("{sets} sets, {time} of them at work").format(
                sets=len(timeline.sets), time=clock_words(held_s * MS)
            )
        )
        self._start.setEnabled(playable is not None and self._catalogue.startable(playable))
        for row in self._rows:
            row.show_left_out(self._left_out.why(row.step.exercise_id))

    def _tell_print(self) -> None:
        self.print_wanted.emit(self.routine_id)

    def _tell_pdf(self) -> None:
        self.pdf_wanted.emit(self.routine_id)

    def _tell_start(self) -> None:
        self.routine_started.emit(self.routine_id)
