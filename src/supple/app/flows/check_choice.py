"""The page on which the checks are chosen: what is open to the person, what each needs, and what is chosen."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.flows.check_parts import MAKERS, PartTools
from supple.app.gatekeeper import Gatekeeper
from supple.app.shipped_files import wall_clock
from supple.domain.checks.closed import CheckStanding, closings
from supple.domain.checks.kinds import in_sitting_order, last_done
from supple.domain.gate import GateClosedError
from supple.domain.record import Check, SelfTestRecord
from supple.domain.standing import trained_at
from supple.domain.today import GENTLE
from supple.services.history import History, HistoryError
from supple.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from supple.ui.check.choose_page import ChoosePage


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceWays:
    """Where the page leads."""

    begin: Callable[[tuple[Check, ...]], None]
    leave: Callable[[], None]
    start_routine: Callable[[str], None]


class CheckChoice(QObject):
    """Asks how things stand each time; what is closed cannot be chosen, and says why."""

    def __init__(
        self, window: MainWindow, tools: PartTools, gate: Gatekeeper, ways: ChoiceWays, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ways = ways
        self._window = window
        self._tools = tools
        self._gate = gate
        self._page: ChoosePage | None = None
        self._history: History | None = None
        self._last: Mapping[Check, datetime] = {}
        self._taken: tuple[SelfTestRecord, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether there is a page."""
        return self._page is not None

    def show(self, newest: SelfTestRecord | None = None) -> None:
        """Show the page, with the choice it had while it stood; `newest` may not be on disk yet."""
        if self._page is None:
            from supple.ui.check.choose_page import ChoosePage

            self._page = ChoosePage(
                self._window.theme, self._tools.pictures, offered=tuple(in_sitting_order(MAKERS))
            )
            self._page.chosen.connect(self._ways.begin)
            self._page.leave.clicked.connect(self._ways.leave)
            self._page.signs.clicked.connect(self._gate.show_signs)
            self._page.nothing.answers.clicked.connect(self._change_answers)
            self._page.nothing.settings.clicked.connect(self._go_to_settings)
            self._page.nothing.gentle.clicked.connect(self._begin_gently)
            self._gate.changed.connect(self._show_standing)
        self.read_taken()
        taken = self._taken if newest is None else (*self._taken, newest)
        self._last = last_done(taken)
        self._show_standing()
        self._window.show_full(self._page)

    def admit(self, chosen: Collection[Check]) -> None:
        """Raise GateClosedError if one of `chosen` is closed: the last look before they begin."""
        closed = set(chosen) & set(closings(self._standing()))
        if closed:
            raise GateClosedError(f"{closed} is closed")

    def close(self) -> None:
        """Let go of the page."""
        page, self._page = self._page, None
        if page is not None:
            self._gate.changed.disconnect(self._show_standing)
            page.deleteLater()

    def _show_standing(self) -> None:
        if self._page is not None:
            standing = self._standing()
            self._page.show_standing(standing, closings(standing))

    def use(self, history: History) -> None:
        """What was checked before is in `history`."""
        self._history = history

    def _standing(self) -> CheckStanding:
        now = wall_clock()
        return CheckStanding(
            now=now,
            clearance=self._gate.clearance,
            avoids=self._gate.limits.own,
            trained_at=trained_at(self._gate.sessions, now),
            last=self._last,
        )

    @property
    def taken(self) -> tuple[SelfTestRecord, ...]:
        """Every self-test before, oldest first, as it was read last."""
        return self._taken

    def read_taken(self) -> None:
        """Read what was checked before; nothing where that cannot be read."""
        self._taken = ()
        if self._history is None:
            return
        try:
            self._taken = tuple(self._history.read(SelfTestRecord))
        except HistoryError:
            return

    def _begin_gently(self) -> None:
        self._ways.start_routine(GENTLE)

    def _change_answers(self) -> None:
        self._ways.leave()
        self._gate.change_answers()

    def _go_to_settings(self) -> None:
        self._ways.leave()
        self._gate.settings_wanted.emit()
