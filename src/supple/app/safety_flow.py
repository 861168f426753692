"""The safety questions: asked at the first start and again when due; their answers open and close the rooms."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.parts import Parts
from supple.app.shipped_files import wall_clock
from supple.domain.record import PainRecord, SafetyRecord
from supple.domain.safety import Clearance, Group, group_a_due, judge
from supple.domain.safety_run import groups_to_ask_again

if TYPE_CHECKING:
    from supple.ui.first_start import FirstStart
    from supple.ui.sound_check import SoundCheck


class SafetyFlow(QObject):
    """Knows the newest answers; `judged` tells the clearance whenever it may have changed."""

    judged = Signal(object)
    sound_checked = Signal()
    sound_tested = Signal()
    settled = Signal()  # no question is open any more

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        """Nothing is known before `take_up`."""
        super().__init__(parent)
        self._parts = parts
        self._last: SafetyRecord | None = None
        self._page: FirstStart | None = None
        self._sound_page: SoundCheck | None = None
        self._groups: tuple[Group, ...] = ()

    @property
    def clearance(self) -> Clearance:
        """What the newest answers open and close; without answers nothing is closed, but `asked` is False."""
        return judge(self._last.ticked if self._last else (), self._parts.safety.questions)

    @property
    def is_asking(self) -> bool:
        """Whether the questions, or the sound check after them, stand in front of everything."""
        return self._page is not None or self._sound_page is not None

    @property
    def asked(self) -> bool:
        """Whether the questions were ever answered."""
        return self._last is not None

    def take_up(self, last: SafetyRecord | None, pains: tuple[PainRecord, ...]) -> None:
        """Begin with what the history knows; asks what is due."""
        self._last = last
        self.judged.emit(self.clearance)
        if last is None:
            self._ask_groups(tuple(Group), earlier=frozenset())
        else:
            self.ask_again_if_due(pains)

    def ask_again_if_due(self, pains: tuple[PainRecord, ...]) -> None:
        """Group A weekly, and after strong pain (EVIDENCE 3.2)."""
        if self._last is None or not group_a_due(self._last.answered_at, wall_clock(), pains):
            return
        groups = groups_to_ask_again(self._last, self._parts.safety.questions)
        asked = {question.id for question in self._parts.safety.questions if question.group in groups}
        self._ask_groups(groups, earlier=self._last.ticked - asked)

    def change_answers(self) -> None:
        """Show the answers given and let them be changed."""
        self._ask_groups(tuple(Group), earlier=self._last.ticked if self._last else frozenset())

    def show_signs(self) -> None:
        """The warning signs as a sheet over whatever is shown."""
        from supple.ui.warning_signs import WarningSignsSheet

        self._parts.window.show_sheet(WarningSignsSheet(self._parts.theme, self._parts.safety))

    def _ask_groups(self, groups: tuple[Group, ...], *, earlier: frozenset[str]) -> None:
        if self._page is not None:
            return
        from supple.ui.first_start import FirstStart

        self._groups = groups
        page = self._page = FirstStart(
            self._parts.theme,
            self._parts.safety,
            earlier=earlier,
            groups=groups,
            with_welcome=self._last is None,
        )
        page.answered.connect(self._keep)
        page.finished.connect(self._finish)
        page.left.connect(self._leave)
        page.warning_signs_opened.connect(self.show_signs)
        self._parts.window.show_full(page)

    def _keep(self, ticked: frozenset[str]) -> None:
        self._last = self._record(ticked)
        self._parts.keeping.follow(self._parts.keeping.writer.add_safety(self._last))
        self.judged.emit(self.clearance)

    def _record(self, ticked: frozenset[str]) -> SafetyRecord:
        """The answers given now over those of before, which hold for what was not asked."""
        now, last = wall_clock(), self._last
        asked_at = dict.fromkeys(self._groups, now)
        if last is None:
            return SafetyRecord(answered_at=now, ticked=ticked, asked_at=asked_at)
        return replace(last, answered_at=now, ticked=ticked, asked_at={**last.asked_at, **asked_at})

    def _finish(self) -> None:
        self._leave()
        if not self._parts.settings().sound_checked and not self.clearance.closed:
            self._check_sound()

    def _leave(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            self._parts.window.leave_full()
            page.deleteLater()
            self.settled.emit()

    def show_sound_tested(self, words: str) -> None:
        """What came of a test, on the sound check page."""
        if self._sound_page is not None:
            self._sound_page.show_tested(words)

    def _check_sound(self) -> None:
        from supple.ui.sound_check import SoundCheck

        self._sound_page = SoundCheck(self._parts.theme)
        self._sound_page.answered.connect(self._end_sound_check)
        self._sound_page.skipped.connect(self._end_sound_check)
        self._sound_page.test_asked.connect(self.sound_tested)
        self._parts.window.show_full(self._sound_page)

    def _end_sound_check(self, _heard: object = None) -> None:
        page, self._sound_page = self._sound_page, None
        if page is not None:
            self._parts.window.leave_full()
            page.deleteLater()
        self.sound_checked.emit()
