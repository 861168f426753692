"""What the checks amount to, kept: each reading with its date and rules, and what the person says beside it."""

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.checks.context import NOTHING_SAID, Context
from supple.domain.checks.decision import DECISION_VERSION
from supple.domain.checks.sitting import Sitting
from supple.domain.record import ReadingRecord, ReadSide
from supple.services.writes import AddReading

if TYPE_CHECKING:
    from supple.ui.shell.main_window import MainWindow


class Readings(QObject):
    """One sitting's readings; one that was read anew is a further record, and the one before stays."""

    said = Signal()

    def __init__(self, window: "MainWindow", keeping: Keeping, parent: QObject | None = None) -> None:
        """Nothing is said yet."""
        super().__init__(parent)
        self._window = window
        self._keeping = keeping
        self._context = NOTHING_SAID
        self._kept: ReadingRecord | None = None

    @property
    def context(self) -> Context:
        """What was said beside the checks of this sitting."""
        return self._context

    def begin(self) -> None:
        """A new sitting."""
        self._context, self._kept = NOTHING_SAID, None

    def keep(self, shown: Sitting) -> None:
        """Keep what `shown` amounts to, unless that is kept."""
        if shown.taken is None:
            return
        sides = {
            side: ReadSide(rule_id=reading.rule.rule_id, grade=reading.grade)
            for side, reading in shown.decision.sides.items()
        }
        kept = self._kept
        if kept is not None and (kept.sides, kept.context) == (sides, self._context):
            return
        self._kept = ReadingRecord(
            reading_id=uuid4().hex,
            self_test_id=shown.taken.self_test_id,
            read_at=wall_clock(),
            sides=sides,
            context=self._context,
            rules_version=DECISION_VERSION,
        )
        self._keeping.write(AddReading(reading=self._kept))

    def ask(self) -> None:
        """Ask what lies beside the checks."""
        from supple.ui.check.context_sheet import ContextSheet

        sheet = ContextSheet(self._window.theme, self._context)
        sheet.said.connect(self._take)
        self._window.show_sheet(sheet)

    def _take(self, context: Context) -> None:
        self._context = context
        self.said.emit()
