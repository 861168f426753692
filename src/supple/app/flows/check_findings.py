"""What a sitting found, on its last page, and where that leads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supple.app.check_keeping import CheckKeeping
from supple.app.flows.check_sitting import CheckSitting
from supple.app.front import Front
from supple.app.gatekeeper import Gatekeeper
from supple.app.readings import Readings
from supple.app.shipped_files import read_content
from supple.domain.catalogue import Catalogue
from supple.domain.checks.context import Context
from supple.domain.checks.decision import Decision
from supple.domain.checks.sitting import sitting
from supple.domain.findings import Finding
from supple.domain.offered import OfferedRoutine, suggested
from supple.domain.side import Side

if TYPE_CHECKING:
    from supple.ui.check.findings_page import FindingsPage
    from supple.ui.check.routine_card import RoutineOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsWays:
    """Where the page leads among the checks."""

    back: Callable[[], None]
    redo: Callable[[Side], None]
    say_mild: Callable[[], None]
    renew: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnwardWays:
    """Where it leads from them."""

    start_routine: Callable[[str], None]
    keep: Callable[[], None]
    want_plan: Callable[[], None]


class CheckFindings(QObject):
    """Its page is made while the checks go on, and shown at their end."""

    def __init__(
        self, front: Front, catalogue: Catalogue, gate: Gatekeeper, readings: Readings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._readings = readings
        self._window = front.window
        self._pictures = front.pictures
        self._catalogue = catalogue
        self._gate = gate
        self._page: FindingsPage | None = None
        self._checks: CheckSitting | None = None
        self._keeping: CheckKeeping | None = None
        self._ways: FindingsWays | None = None
        self._onward: OnwardWays | None = None

    @property
    def context(self) -> Context:
        """What was said beside the checks."""
        return self._readings.context

    def begin(self, checks: CheckSitting, keeping: CheckKeeping) -> None:
        """A new self-test: its `checks`, and what is kept of them."""
        self._checks, self._keeping = checks, keeping
        self._readings.begin()

    def lead(self, ways: FindingsWays, onward: OnwardWays) -> None:
        """Say where the page leads, before it is made."""
        self._ways, self._onward = ways, onward
        self._readings.said.connect(ways.renew)

    def make(self) -> None:
        """Make the page, which takes a moment."""
        ways, onward = self._ways, self._onward
        if self._page is not None or ways is None or onward is None:
            return
        from supple.storage.safety_content import decode_readings, decode_self_test
        from supple.ui.check.findings_page import FindingsPage

        text = decode_self_test(read_content("self_test.json"))
        words = decode_readings(read_content("readings.json"))
        self._page = FindingsPage(self._window.theme, self._pictures, text, words)
        self._page.routine_started.connect(onward.start_routine)
        self._page.back.clicked.connect(ways.back)
        self._page.signs.clicked.connect(self._gate.show_signs)
        for card in self._page.cards:
            card.redo_pressed.connect(ways.redo)
        self._page.more.clicked.connect(self._readings.ask)
        routine = self._page.routine
        routine.plan.clicked.connect(onward.want_plan)
        routine.mild.clicked.connect(ways.say_mild)
        routine.keep.clicked.connect(onward.keep)
        routine.signs.clicked.connect(self._gate.show_signs)

    def fill(self) -> None:
        """Say what was found, beside the self-test before it."""
        from supple.services.self_test_keeping import floor_results

        self.make()
        if self._page is None or self._checks is None or self._keeping is None:
            return
        taken = self._keeping.record
        rows = () if taken is None else taken.checks
        shown = sitting(
            taken,
            earlier=self._keeping.earlier,
            context=self._readings.context,
            differed=frozenset(result.side for result in floor_results(rows) if result.tries_differed),
            hurt=(any(row.finding is Finding.PAIN for row in rows), self._checks.ended_by_pain),
        )
        self._readings.keep(shown)
        fitting = suggested(shown.decision.routines, self._catalogue, self._gate.limits)
        offers = tuple(self._offer(each, shown.decision) for each in fitting)
        self._page.show_sitting(shown, offers, may_walk=self._gate.may_walk)

    def show_found(self) -> None:
        """Bring the page; filling it and showing it at once would hold the window."""
        self.fill()
        QTimer.singleShot(0, self._window, self._open)

    def take_focus(self) -> None:
        """The keyboard is on what the page offers."""
        if self._page is not None:
            self._page.routine.take_focus()

    def close(self) -> None:
        """Let go of the page."""
        page, self._page = self._page, None
        self._checks = None
        if page is not None:
            page.deleteLater()

    def _open(self) -> None:
        if self._page is not None:
            self._window.show_full(self._page)

    def _offer(self, routine: OfferedRoutine, found: Decision) -> "RoutineOffer":
        from supple.ui.check.routine_card import RoutineOffer
        from supple.ui.words.found_words import suggested_words

        last = routine.shown.steps[-1]
        return RoutineOffer(
            routine_id=routine.whole.id,
            name=routine.whole.name,
            facts=self.tr("{0} min, %n exercise(s).", "", routine.exercises).replace(
                "{0}", str(routine.minutes)
            ),
            minutes=routine.minutes,
            sentence=suggested_words(routine.whole, found),
            exercise_id=last.exercise_id,
            side=last.first_side,
        )
