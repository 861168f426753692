"""The person's own: takes up what the history holds, shows it, and says what became of what is written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from supple.app.flows.safety_flow import SafetyFlow
from supple.app.flows.session_flow import SAVING
from supple.app.gatekeeper import Gatekeeper
from supple.app.keeping import Keeping
from supple.app.rooms import Rooms
from supple.app.shipped_files import wall_clock
from supple.domain.checks.latest import SHOWN_TOGETHER, last_that_tells
from supple.domain.plan import PlanRecord
from supple.domain.progress import today_summary
from supple.domain.record import PainRecord, ReadingRecord, SafetyRecord, SelfTestRecord, SessionRecord
from supple.domain.standing import REMEMBERED_FOR, ahead_of
from supple.domain.today import WhatIsKnown, seen_since
from supple.domain.trouble import Trouble
from supple.services.history import History, HistoryError
from supple.services.writes import AddPain, TakeBackPain, Write
from supple.ui.kit.banner import Tone
from supple.ui.shell.main_window import MainWindow
from supple.ui.words.day_words import first_weekday, time_of_day, weekday_and_date
from supple.ui.words.trouble_words import saving_sentence, tried_again

CLOCK_BANNER = "clock"


class HistoryPresenter(QObject):
    """`completed` comes when Today shows everything that is known."""

    completed = Signal()
    retry_wanted = Signal()
    history_taken = Signal(object)
    read_anew = Signal(object)  # WhatIsKnown, before it is shown
    seen = Signal(object)  # WhatIsKnown, as it is shown

    def __init__(
        self,
        window: MainWindow,
        rooms: Rooms,
        *,
        safety: SafetyFlow,
        gate: Gatekeeper,
        keeping: Keeping,
        data_dir: Path,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is known before `use`."""
        super().__init__(parent)
        self._window = window
        self._rooms = rooms
        self._safety = safety
        self._gate = gate
        self._keeping = keeping
        self._data_dir = data_dir
        self._history: History | None = None
        self._is_kept = False  # whether what is written now reaches a disk
        self._known: WhatIsKnown | None = None
        self._tried_at: datetime | None = None  # a press that was in vain
        self._may_be_undone = False
        self._is_due = False  # what is shown is to be read again once all is on the disk
        safety.judged.connect(self._show_known)
        keeping.failed.connect(self._hear_failed)
        keeping.kept.connect(self._hear_kept)

    def use(self, history: History) -> None:
        """Take up what the history holds."""
        first = self._history is None
        self._history, self._is_kept = history, True
        last_safety = None
        try:
            known = self._read(history)
            last_safety = history.newest(SafetyRecord)
        except HistoryError as error:
            self._say_not_saved(error.trouble)
            known = None
        if first or not self._safety.asked:
            self._safety.take_up(last_safety, self._gate.pains)
        self._rooms.use(history)
        self.history_taken.emit(history)
        if known is not None:
            self._show(known)
        self.completed.emit()

    def forget(self) -> None:
        """The history that comes next is another one: everything is taken up from it anew."""
        self._history, self._is_kept = None, False
        self._gate.forget_everything()

    def go_without(self, unkept: History) -> None:
        """The history cannot be opened and the person goes on: records wait in memory."""
        self.use(unkept)
        self._is_kept = False

    def refresh(self) -> None:
        """Show what was just done, unless something covers the rooms; once more when the last of it is on the disk."""
        if self._history is None or self._window.full is not None:
            return
        self._is_due = self._keeping.waits
        if self._is_due:
            self._keeping.follow(self._keeping.writer.retry())
        try:
            known = self._read(self._history)
        except HistoryError as error:
            self._say_not_saved(error.trouble)
            return
        self._show(known)

    def _read(self, history: History) -> WhatIsKnown:
        """What Today shows and the gate asks of the past: six statements."""
        now = wall_clock()
        plans = tuple(history.read(PlanRecord))
        sessions = tuple(history.read(SessionRecord, since=seen_since(plans, now)))
        pains = (*history.read(PainRecord, since=now - REMEMBERED_FOR), *history.signed_pains())
        tests = _last_tests(history, now)
        self._gate.remember(pains, tests[-1] if tests else None, sessions)
        return WhatIsKnown(
            now=now,
            sessions=sessions,
            pains=self._gate.pains,
            self_tests=tests,
            last_reading=history.newest(ReadingRecord) if tests else None,
            plans=plans,
        )

    def _show(self, known: WhatIsKnown) -> None:
        self._known = known
        self.read_anew.emit(known)
        self.write_days_anew()
        self._compare_clock(known.now, known.sessions)
        if not self._may_be_undone:
            self._safety.ask_again_if_due(self._gate.pains)
        self.seen.emit(known)

    def write_days_anew(self) -> None:
        """Days are written another way: what Today shows of them, out of what is known."""
        if self._known is None:
            return
        self._rooms.show_summary(
            today_summary(
                today=self._known.now.date(),
                first_weekday=first_weekday(),
                sessions=self._known.sessions,
                self_tests=self._known.self_tests,
            )
        )
        self._show_known()

    def show_told(self, may_be_undone: bool) -> None:
        """What was told of the morning, or taken back, decides what is due at once.

        While it `may_be_undone` the questions that it brings wait; nothing begins without them all the same.
        """
        ended, self._may_be_undone = self._may_be_undone and not may_be_undone, may_be_undone
        self._show_known()
        if ended:
            self._safety.ask_again_if_due(self._gate.pains)

    def _show_known(self) -> None:
        """What is due depends on what was said of today's check and of the morning too."""
        if self._known is not None:
            gate = self._gate
            known = replace(self._known, pains=gate.pains, sore_hip=gate.sore_hip, signs=gate.signs)
            self._rooms.show_known(known)

    def _compare_clock(self, now: datetime, sessions: Sequence[SessionRecord]) -> None:
        """A session of the future means that the clock was set back."""
        ahead = ahead_of(now, sessions)
        if not ahead:
            self._window.hide_banner(CLOCK_BANNER)
            return
        words = self.tr(
            "There is a session of {0}, {1}. Nothing is lost; set the clock right, then what comes next stands in "
            "order again."
        )
        begun = ahead[-1].started_at
        self._window.show_banner(
            CLOCK_BANNER,
            tone=Tone.CAUTION,
            bold=self.tr("The clock of this computer seems to be behind."),
            sentence=words.replace("{0}", weekday_and_date(begun.date())).replace("{1}", time_of_day(begun)),
        )

    def _say_not_saved(self, trouble: Trouble) -> None:
        self._window.show_banner(
            SAVING,
            tone=Tone.CAUTION,
            bold=self.tr("Not saved yet."),
            sentence=tried_again(saving_sentence(trouble, folder=str(self._data_dir)), self._tried_at),
            action=(self.tr("Try again"), self._try_again),
        )

    def _hear_failed(self, trouble: Trouble) -> None:
        """It is shown once it is on the disk; what was told of pain holds meanwhile."""
        self._say_not_saved(trouble)
        self._is_due = True
        self._show_known()

    def _hear_kept(self, write: Write | None) -> None:
        """Nothing is read for what was told to whoever shows it, nor while something covers the rooms."""
        if self._keeping.recorder.pending == 0:
            self._tried_at = None
            self._window.hide_banner(SAVING)
        if isinstance(write, AddPain | TakeBackPain):
            self._rooms.refresh_progress()
            self._show_known()
        if self._is_due and not self._keeping.waits and self._window.full is None:
            self.refresh()

    def _try_again(self) -> None:
        self._tried_at = wall_clock()
        if not self._is_kept:
            self.retry_wanted.emit()
        else:
            self._keeping.follow(self._keeping.writer.retry())


def _last_tests(history: History, now: datetime) -> tuple[SelfTestRecord, ...]:
    """Those that Today shows together: of lately, or all where nothing was found lately."""
    lately = tuple(history.read(SelfTestRecord, since=now - SHOWN_TOGETHER))
    return lately if last_that_tells(lately) is not None else tuple(history.read(SelfTestRecord))
