"""The safety questions: asked at the first start and again when due; their answers open and close the rooms."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.parts import Parts
from supple.app.shipped_files import wall_clock
from supple.domain.record import PainRecord, SafetyRecord
from supple.domain.safety import Clearance, Group, due_groups, judge_record
from supple.ui.banner import Tone

if TYPE_CHECKING:
    from supple.ui.first_start import FirstStart
    from supple.ui.sound_check import SoundCheck

ANSWERED_BANNER = "answered"


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
        self._pains: tuple[PainRecord, ...] = ()
        self._is_first = False
        self._was_put_off = False
        self._page: FirstStart | None = None
        self._sound_page: SoundCheck | None = None
        parts.window.banner_pressed.connect(self._press_banner)

    @property
    def record(self) -> SafetyRecord | None:
        """The newest answers; None before any."""
        return self._last

    @property
    def clearance(self) -> Clearance:
        """What the newest answers open and close; without answers nothing is closed, but `asked` is False."""
        if self._last is None:
            return Clearance()
        return judge_record(self._last, self._parts.safety.questions, wall_clock())

    @property
    def due(self) -> tuple[Group, ...]:
        """What must be asked before anything starts."""
        return due_groups(self._last, wall_clock(), self._pains)

    @property
    def is_asking(self) -> bool:
        """Whether the questions, or the sound check after them, stand in front of everything."""
        return self._page is not None or self._sound_page is not None

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
        """Ask what is due with these pains, unless that was put off."""
        self._pains = pains
        if self._last is not None and not self._was_put_off:
            self.ask_due()

    def ask_due(self) -> None:
        """Ask what must be answered before anything starts."""
        if self.due:
            self._ask_groups(self.due)

    def change_answers(self) -> None:
        """Show the answers given and let them be changed."""
        self._ask_groups(tuple(Group))

    def show_signs(self) -> None:
        """The warning signs as a sheet over whatever is shown."""
        from supple.ui.warning_signs import WarningSignsSheet

        self._parts.window.show_sheet(WarningSignsSheet(self._parts.theme, self._parts.safety))

    def _ask_groups(self, groups: Sequence[Group]) -> None:
        if self._page is not None:
            return
        from supple.ui.first_start import FirstStart

        self._is_first = self._last is None
        page = self._page = FirstStart(
            self._parts.theme,
            self._parts.safety,
            now=wall_clock(),
            last=self._last,
            groups=groups,
            asks_age=self._is_first or self.clearance.ended,
            can_be_put_off=not self._is_first,
            pictures=self._parts.pictures,
        )
        page.answered.connect(self._keep)
        page.finished.connect(self._finish)
        page.left.connect(self._put_off)
        page.warning_signs_opened.connect(self.show_signs)
        self._parts.window.show_full(page)

    def _keep(self, record: SafetyRecord) -> None:
        self._last = record
        self._was_put_off = False
        self._parts.keeping.follow(self._parts.keeping.writer.add_safety(record))
        self.judged.emit(self.clearance)

    def _finish(self) -> None:
        self._leave()
        if self._is_first and self._last is not None and not self._last.ticked:
            self._say_what_none_means()
        if not self._parts.settings().sound_checked and not self.clearance.closed:
            self._check_sound()

    def _put_off(self) -> None:
        self._was_put_off = True
        self._leave()

    def _leave(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            self._parts.window.leave_full()
            page.deleteLater()
            self.settled.emit()

    def _say_what_none_means(self) -> None:
        self._parts.window.show_banner(
            ANSWERED_BANNER,
            tone=Tone.INFO,
            bold="",
            sentence=self._parts.safety.all_no_text,
            action=self.tr("Read the list"),
        )

    def _press_banner(self, key: str) -> None:
        if key == ANSWERED_BANNER:
            self._parts.window.hide_banner(ANSWERED_BANNER)
            self.show_signs()

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
