"""One sitting: the chosen checks one after the other, what each found kept as it ends."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.app.check_keeping import CheckKeeping
from supple.app.flows.check_parts import MAKERS, PartTools
from supple.app.gatekeeper import Gatekeeper
from supple.domain.checks.kinds import in_sitting_order
from supple.domain.gate import Verdict, Way, admit
from supple.domain.record import Check, CheckRecord
from supple.domain.side import Side
from supple.services.sitting_keeping import Done
from supple.ui.check.check_part import CheckPart
from supple.ui.shell.main_window import MainWindow


class CheckSitting(QObject):
    """Shows one check at a time; those that are done stay, so that one can go back to them."""

    finished = Signal()  # every chosen check is done, or it hurt
    ended_early = (
        Signal()
    )  # nothing was found: it hurt before a side was tried, or both legs came first and last
    went_back = Signal()  # from the first page of the first check

    def __init__(
        self, window: MainWindow, tools: PartTools, keeping: CheckKeeping, gate: Gatekeeper, parent: QObject
    ) -> None:
        """Nothing is shown before `begin`."""
        super().__init__(parent)
        self._window = window
        self._tools = tools
        self._keeping = keeping
        self._gate = gate
        self._chosen: tuple[Check, ...] = ()
        self._parts: dict[Check, CheckPart] = {}
        self._present: Check | None = None
        self._redoing = False
        self._ask_to_leave: Callable[[], None] | None = None

    @property
    def checks(self) -> tuple[CheckRecord, ...]:
        """What was done so far."""
        return self._keeping.checks

    @property
    def tries(self) -> int:
        """How many tries would be kept if it were left now."""
        present = self._part
        before = sum(len(self._keeping.done(check)) for check in self._chosen if check is not self._present)
        return before + (present.tries if present is not None else 0)

    @property
    def asks_before_it_is_left(self) -> bool:
        """Whether something is done that leaving would interrupt."""
        part = self._part
        return part is not None and (part.asks_before_it_is_left or bool(self.tries))

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild."""
        return any(part.ended_by_pain for part in self._parts.values())

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again."""
        return self._redoing and self._part is not None and self._part.is_redone

    def begin(self, chosen: tuple[Check, ...], verdict: Verdict, *, ask_to_leave: Callable[[], None]) -> None:
        """The first of `chosen` that is not done; who wants to leave is asked by `ask_to_leave`."""
        admit(verdict, Way.CHECK)
        self._ask_to_leave = ask_to_leave
        self._chosen = in_sitting_order(chosen)
        self._tools.photos.begin(self._keeping.self_test_id)
        self._show(next((check for check in self._chosen if self._is_to_come(check)), self._chosen[0]))

    def come_back(self) -> None:
        """From what was found to the last page before it."""
        self._window_part().come_back()

    def redo(self, check: Check, side: Side) -> None:
        """Do one side of one check again, then show what was found."""
        self._redoing = True
        self._show(check, side=side)

    def say_mild(self) -> None:
        """Every pain that was noted was mild and in the muscle after all."""
        for check, part in self._parts.items():
            if part.ended_by_pain:
                self._keep(check, part.say_mild())

    def leave(self) -> None:
        """It may be gone on with for a while; after pain that was not mild it ends here, with what was found."""
        part, present = self._part, self._present
        if part is not None and present is not None and part.ended_by_pain:
            self._keep(present, part.found)
        elif not self.is_redone:
            self._keeping.leave()

    def close(self) -> None:
        """Let go of the pages."""
        for part in self._parts.values():
            part.blockSignals(True)  # noqa: FBT003 - Qt's own
            part.close()
            part.deleteLater()
        self._parts = {}
        self._present = None

    @property
    def _part(self) -> CheckPart | None:
        return None if self._present is None else self._parts.get(self._present)

    def _window_part(self) -> CheckPart:
        part = self._part
        if part is None:
            raise ValueError("no check is on")
        return part

    def _is_to_come(self, check: Check) -> bool:
        done = self._keeping.done(check)
        return not done or any(row.finding is None for row in done)

    def _show(self, check: Check, *, side: Side | None = None) -> None:
        made = check not in self._parts
        if made:
            self._parts[check] = self._make(check)
        self._present = check
        part = self._parts[check]
        if side is not None:
            part.redo(side)
        else:
            part.begin(self._keeping.done(check))

    def _make(self, check: Check) -> CheckPart:
        part = MAKERS[check](self._tools)
        part.setParent(self)
        part.page_changed.connect(self._show_page)
        part.kept.connect(self._keep_tries)
        part.finished.connect(self._go_on)
        part.hurt.connect(self._end_for_pain)
        part.went_back.connect(self._go_back)
        if self._ask_to_leave is not None:
            part.leave_wanted.connect(self._ask_to_leave)
        part.signs_wanted.connect(self._gate.show_signs)
        part.told_before.connect(self._hear_before)
        return part

    def _show_page(self, page: QWidget) -> None:
        if self._window.full is not page:
            self._window.show_full(page)

    def _keep_tries(self, rows: Done) -> None:
        if self._present is not None:
            self._keeping.keep(self._present, rows)

    def _keep(self, check: Check, rows: Done) -> None:
        record = self._keeping.keep(check, rows)
        if record is not None:
            self._gate.hear_check(record)

    def _go_on(self, rows: Done) -> None:
        present = self._present
        if present is None:
            return
        self._keep(present, rows)
        to_come = () if self._redoing else self._chosen[self._chosen.index(present) + 1 :]
        following = next(iter(to_come), None)
        if following is None:
            self._redoing = False
            (self.finished if self.checks else self.ended_early).emit()
        else:
            self._show(following)

    def _end_for_pain(self, rows: Done) -> None:
        self._redoing = False
        if rows and self._present is not None:
            self._keep(self._present, rows)
        if self.checks:
            self.finished.emit()
        else:
            self.ended_early.emit()

    def _go_back(self) -> None:
        if self._redoing:  # of a side that had not been done
            self._redoing = False
            self.finished.emit()
            return
        place = self._chosen.index(self._present) if self._present is not None else 0
        if place == 0:
            self.went_back.emit()
            return
        self._present = self._chosen[place - 1]
        self._window_part().come_back()

    def _hear_before(self, hurts: bool, mild: bool) -> None:
        self._gate.hear_in_check(hurts=hurts, mild=mild)
