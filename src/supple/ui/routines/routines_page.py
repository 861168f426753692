"""Routines: what can be started, how long it takes and when it is meant for."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Exercise
from supple.domain.offered import NO_LIMITS, Limits, offered, routines_in_order
from supple.domain.rest import Rest
from supple.domain.routine import Routine
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button
from supple.ui.kit.icons import Fact
from supple.ui.kit.page import Page
from supple.ui.kit.rows import RowsCard
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.routines.plan_door import PlanDoor
from supple.ui.routines.routine_rows import RoutineRow
from supple.ui.words.left_out import left_out_words
from supple.ui.words.rest_words import rest_words

HEADING_GAP = 12  # between a heading and its card


class RoutinesPage(Page):
    """Lists the routines whose every exercise has its pictures."""

    routine_started = Signal(str)
    routine_opened = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Pictures, catalogue: Catalogue, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("Room", "Routines"), parent=parent)
        self._catalogue = catalogue
        self.plan = PlanDoor(theme)
        self._ready = RowsCard(theme)
        self._rest = Fact(theme, "triangle-alert", "", tone="caution")
        self._rows = [
            RoutineRow(theme, pictures, routine, shown)
            for routine, shown in _pictured(catalogue.startable_routines, catalogue)
        ]

        for row in self._rows:
            self._ready.add_widget_row(row)
        plan = RowsCard(theme)
        plan.add_widget_row(self.plan)
        self.body.addWidget(plan)
        ready = QVBoxLayout()
        ready.setSpacing(HEADING_GAP)
        ready.addWidget(Text(theme, self.tr("Ready to use"), role=TextRole.LEAD, weight=600))
        ready.addWidget(self._rest)
        ready.addWidget(self._ready)
        self.body.addLayout(ready)
        self.body.addStretch(1)
        self.set_limits(NO_LIMITS)
        self._fit()

        for row in self._rows:
            row.started.connect(self.routine_started)
            row.opened.connect(self.routine_opened)
        self.narrowed.connect(self._fit)
        theme.changed.connect(self._fit)

    @property
    def rows(self) -> tuple[RoutineRow, ...]:
        """The rows, in order."""
        return tuple(self._rows)

    def show_plan(self, name: str, line: str) -> None:
        """How the plan stands; without a name there is none."""
        self.plan.show_plan(name, line)

    @property
    def starts(self) -> tuple[Button, ...]:
        """What begins something."""
        return tuple(row.start for row in self._rows)

    def set_limits(self, limits: Limits) -> None:
        """Leave out what the person is not offered, and name it."""
        self._stand_in_order(limits)
        self._rest.set_text(rest_words(limits.rest))
        self._rest.setVisible(limits.rest is not Rest.NONE)
        for row in self._rows:
            offer = offered(row.routine, self._catalogue, limits)
            row.show_offer(offer, note=left_out_words(offer, self._catalogue))

    def _stand_in_order(self, limits: Limits) -> None:
        by_id = {row.routine.id: row for row in self._rows}
        wanted = routines_in_order(self._catalogue.startable_routines, self._catalogue, limits)
        rows = [by_id[routine.id] for routine in wanted]
        if rows != self._rows:
            self._rows = rows
            self._ready.set_widget_rows(rows)

    def _fit(self) -> None:
        for row in self._rows:
            row.set_narrow(narrow=self.narrow)


def _pictured(routines: Iterable[Routine], catalogue: Catalogue) -> Iterator[tuple[Routine, Exercise]]:
    """Each routine with the exercise that stands for it, its last as on Today unless one above shows it already."""
    shown: set[str] = set()
    for routine in routines:
        ids = routine.exercise_ids[::-1]
        exercise_id = next((i for i in ids if i not in shown), ids[0])
        shown.add(exercise_id)
        yield routine, catalogue.exercise(exercise_id)
