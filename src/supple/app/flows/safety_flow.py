"""The safety questions: asked at the first start and again when due; their answers open and close the rooms."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.front import Front
from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.record import PainRecord, SafetyRecord
from supple.domain.safety import Clearance, Group, due_groups, judge_record
from supple.domain.safety_text import SafetyContent
from supple.services.writes import AddSafety

if TYPE_CHECKING:
    from supple.ui.safety.first_start import FirstStart


class SafetyFlow(QObject):
    """Knows the newest answers; `judged` tells the clearance whenever it may have changed."""

    judged = Signal(object)
    settled = Signal()  # no question is open any more

    def __init__(
        self, front: Front, content: SafetyContent, keeping: Keeping, parent: QObject | None = None
    ) -> None:
        """Nothing is known before `take_up`."""
        super().__init__(parent)
        self.content = content
        self._window = front.window
        self._pictures = front.pictures
        self._keeping = keeping
        self._last: SafetyRecord | None = None
        self._pains: tuple[PainRecord, ...] = ()
        self._was_put_off = False
        self._page: FirstStart | None = None

    @property
    def record(self) -> SafetyRecord | None:
        """The newest answers; None before any."""
        return self._last

    @property
    def clearance(self) -> Clearance:
        """What the newest answers open and close; without answers nothing is closed, but `asked` is False."""
        if self._last is None:
            return Clearance()
        return judge_record(self._last, self.content.questions, wall_clock())

    @property
    def due(self) -> tuple[Group, ...]:
        """What must be asked before anything starts."""
        return due_groups(self._last, wall_clock(), self._pains)

    @property
    def is_asking(self) -> bool:
        """Whether the questions stand in front of everything."""
        return self._page is not None

    @property
    def asked(self) -> bool:
        """Whether the questions were ever answered."""
        return self._last is not None

    def take_up(self, last: SafetyRecord | None, pains: tuple[PainRecord, ...]) -> None:
        """Begin with what the history knows; asks what is due, and after a yes in A how it stands now."""
        self._last = last
        self._pains = pains
        self.judged.emit(self.clearance)
        groups = self.due
        if not groups and self.clearance.emergency:
            groups = (Group.EMERGENCY,)
        if groups:
            self._ask_groups(groups)

    def ask_again_if_due(self, pains: tuple[PainRecord, ...]) -> None:
        """Ask what is due with these pains, unless that was put off; not in the midst of a session or a check."""
        self._pains = pains
        if self._last is not None and not self._was_put_off and self._window.full is None:
            self.ask_due()

    def ask_due(self, pains: tuple[PainRecord, ...] | None = None) -> None:
        """Ask what must be answered before anything starts, put off or not; `pains` as they are known now."""
        if pains is not None:
            self._pains = pains
        if self.due:
            self._ask_groups(self.due)

    def change_answers(self) -> None:
        """Show the answers given and let them be changed."""
        self._ask_groups(tuple(Group))

    def agree(self, consent: str, *, at: datetime, told: str = "") -> None:
        """Keep that something was agreed to, beside the answers as they are."""
        if self._last is None:
            return
        last = self._last
        noted = {**last.noted, consent: told} if told else last.noted
        agreed_at = {**last.agreed_at, consent: at}
        self._last = replace(last, answered_at=wall_clock(), agreed_at=agreed_at, noted=noted)
        self._keeping.write(AddSafety(safety=self._last))
        self.judged.emit(self.clearance)

    def show_signs(self) -> None:
        """The warning signs as a sheet over whatever is shown."""
        from supple.ui.safety.warning_signs import WarningSignsSheet

        self._window.show_sheet(WarningSignsSheet(self._window.theme, self.content))

    def _ask_groups(self, groups: Sequence[Group]) -> None:
        if self._page is not None:
            return
        from supple.ui.safety.first_start import FirstStart

        is_first = self._last is None or not (self._last.asked_at or self.clearance.ended)
        page = self._page = FirstStart(
            self._window.theme,
            self.content,
            now=wall_clock(),
            last=self._last,
            groups=groups,
            asks_age=is_first or self.clearance.ended,
            can_be_put_off=not is_first,
            pictures=self._pictures,
        )
        page.answered.connect(self._keep)
        page.ticked.connect(self._put_by)
        page.finished.connect(self._finish)
        page.left.connect(self._put_off)
        page.warning_signs_opened.connect(self.show_signs)
        self._window.show_full(page)

    def may_close(self) -> bool:
        """What the questions say before the window closes: advice that is due comes first."""
        return self._page is None or self._page.may_leave()

    def _put_by(self, record: SafetyRecord) -> None:
        """A tick is on the disk before anything is pressed; in this run it counts once the page is left."""
        self._write(record)

    def _write(self, record: SafetyRecord) -> None:
        """Dated anew: the history keeps the same answers of the same moment once only."""
        self._keeping.write(AddSafety(safety=replace(record, answered_at=wall_clock())))

    def _keep(self, record: SafetyRecord) -> None:
        self._last = record
        self._was_put_off = False
        self._write(record)
        self.judged.emit(self.clearance)

    def _finish(self) -> None:
        self._leave()

    def _put_off(self) -> None:
        self._was_put_off = True
        self._leave()

    def _leave(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            self._window.leave_full()
            page.deleteLater()
            self.settled.emit()
