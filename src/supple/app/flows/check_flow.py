"""The self-test from the choice of checks to what they found: what is kept of it and where it leads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supple.app.check_keeping import CheckKeeping
from supple.app.flows.check_choice import CheckChoice, ChoiceWays
from supple.app.flows.check_findings import CheckFindings, FindingsWays, OnwardWays
from supple.app.flows.check_parts import PartTools
from supple.app.flows.check_sitting import CheckSitting
from supple.app.gatekeeper import Errand, Gatekeeper
from supple.app.shipped_files import read_content
from supple.domain.gate import Verdict, Way, admit
from supple.domain.record import Check
from supple.domain.resume import OFFERED_HOURS
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.services.history import History
from supple.services.sitting_keeping import by_check, next_side, unfinished_of
from supple.ui.kit.banner import Tone
from supple.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from supple.ui.check.leave_check_sheet import LeaveCheckSheet

LEFT_BANNER = "self-test left"


class CheckFlow(QObject):
    """Runs the self-test; its tries are kept as they are given, its findings as each check ends.

    They are kept again if an answer is corrected after. A self-test that was left can be gone on with for a while.
    """

    routine_wanted = Signal(str)
    plan_wanted = Signal(object, object)  # the SelfTestRecord, and the Context said beside it

    def __init__(
        self,
        window: MainWindow,
        gate: Gatekeeper,
        keeping: CheckKeeping,
        tools: PartTools,
        findings: CheckFindings,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Pages are made when they are first shown."""
        super().__init__(parent)
        self._window = window
        self._gate = gate
        self._keeping = keeping
        self._tools = tools
        self._findings = findings
        leads = ChoiceWays(
            begin=self._begin_chosen, leave=self._leave_unfinished, start_routine=self._start_routine
        )
        self._choice = CheckChoice(window, tools, gate, leads, self)
        self._sitting: CheckSitting | None = None
        self._chosen: tuple[Check, ...] = ()
        self._goes_on = False
        self._decided = False
        self._sheet: LeaveCheckSheet | None = None
        self._closing = False

        findings.lead(
            FindingsWays(
                back=self._back_to_questions,
                redo=self._redo,
                say_mild=self._take_mild,
                renew=findings.fill,
            ),
            OnwardWays(start_routine=self._start_routine, keep=self._leave, want_plan=self._want_plan),
        )

    @property
    def is_on(self) -> bool:
        """Whether the choice, a check or its findings are shown."""
        return self._choice.is_on or self._sitting is not None

    def consider(self, *, may_ask: bool) -> None:
        """The last self-test may have been left; offer to go on with it if the person `may_ask` be asked now."""
        self._keeping.remember(self._gate.last_check)
        if self._keeping.left is not None and may_ask and not self.is_on:
            self._offer_to_go_on()

    def use(self, history: History) -> None:
        """What was checked before is in `history`."""
        self._choice.use(history)

    def start(self) -> None:
        """Choose the checks, if the gate is open."""
        verdict = self._gate.ask(Errand(way=Way.CHOICE, begin=self.begin))
        if verdict is not None:
            self.begin(verdict)

    def begin(self, verdict: Verdict) -> None:
        """Show which checks there are.

        A self-test that was left comes first: it is gone on with if the person wants that.
        """
        admit(verdict, Way.CHOICE)
        decided, self._decided = self._decided, False
        if not decided and self._keeping.left is not None:
            self._offer_to_go_on()
            return
        self._close_pages()
        self._choice.show(self._keeping.written)

    def _begin_chosen(self, chosen: tuple[Check, ...]) -> None:
        self._chosen, self._goes_on = chosen, False
        self._ask_to_begin()

    def _ask_to_begin(self) -> None:
        verdict = self._gate.ask(Errand(way=Way.CHECK, begin=self._begin_checks))
        if verdict is not None:
            self._begin_checks(verdict)

    def _begin_checks(self, verdict: Verdict) -> None:
        """The checks that were chosen, or those of the self-test that was left."""
        admit(verdict, Way.CHECK)
        goes_on, self._goes_on = self._goes_on, False
        self._close_sitting()
        self._keeping.begin()
        if goes_on:
            self._keeping.go_on()
            self._chosen = tuple({row.check for row in self._keeping.checks})
            self._choice.read_taken()
        self._keeping.compare_with(self._choice.taken)
        self._choice.admit(self._chosen)
        self._sitting = CheckSitting(self._window, self._tools, self._keeping, self._gate, self)
        self._findings.begin(self._sitting, self._keeping)
        self._sitting.finished.connect(self._findings.show_found)
        self._sitting.ended_early.connect(self._leave)
        self._sitting.went_back.connect(self._back_to_choice)
        self._sitting.begin(self._chosen, verdict, ask_to_leave=self._ask_to_leave)
        QTimer.singleShot(0, self, self._make_findings)  # ready long before the last answer

    def _make_findings(self) -> None:
        if self._sitting is not None:
            self._findings.make()

    def _back_to_questions(self) -> None:
        if self._sitting is not None:
            self._sitting.come_back()

    def _back_to_choice(self) -> None:
        """Nothing was done yet."""
        self._close_sitting()
        self._gate.end_check()
        self._choice.show(self._keeping.written)

    def _redo(self, side: Side) -> None:
        if self._sitting is not None:
            self._sitting.redo(Check.HIP_LENGTH_FLOOR, side)

    def _take_mild(self) -> None:
        """Go on with what the findings lead to."""
        if self._sitting is not None:
            self._sitting.say_mild()
            self._findings.fill()
            self._findings.take_focus()

    def _want_plan(self) -> None:
        """What is found is kept; the proposal lies over the findings, which come back with Back."""
        self.plan_wanted.emit(self._gate.last_check, self._findings.context)

    def leave_findings(self) -> None:
        """A plan was begun out of them, or not now."""
        if self.is_on:
            self._leave()

    def _start_routine(self, routine_id: str) -> None:
        self._leave()
        self.routine_wanted.emit(routine_id)

    def may_close(self) -> bool:
        """The window's question before it closes: a check in the middle asks first."""
        if self._sitting is None or not self._sitting.asks_before_it_is_left:
            return True
        self._closing = True
        self._ask_to_leave()
        return False

    def _ask_to_leave(self) -> None:
        """Before the first side there is nothing to ask about, unless it hurt."""
        if self._sitting is None or self._sheet is not None:
            return
        if not self._sitting.asks_before_it_is_left:
            self._leave_unfinished()
            return
        from supple.ui.check.leave_check_sheet import LeaveCheckSheet

        sitting = self._sitting
        self._sheet = LeaveCheckSheet(
            self._window.theme, tries=sitting.tries, redo=sitting.is_redone, hurts=sitting.ended_by_pain
        )
        self._sheet.leave_confirmed.connect(self._leave_unfinished)
        self._sheet.closed.connect(self._forget_sheet)
        self._window.show_sheet(self._sheet)

    def _forget_sheet(self) -> None:
        self._sheet = None
        QTimer.singleShot(0, self, self._forget_closing)

    def _forget_closing(self) -> None:
        self._closing = False

    def _leave_unfinished(self) -> None:
        closing, sitting = self._closing, self._sitting
        hurts, tries = False, 0
        if sitting is not None:
            hurts, tries = sitting.ended_by_pain, sitting.tries
            sitting.leave()
        self._leave()
        if closing:
            self._window.close()
        elif sitting is not None:
            self._say_left(hurts=hurts, tries=tries)

    def _say_left(self, *, hurts: bool, tries: int) -> None:
        kept = self.tr(
            "What you did is kept; Start self-test goes on with it for %n hour(s).", "", OFFERED_HOURS
        )
        if hurts:
            kept = self.tr("That it hurt is kept.")
        goes_on = self._keeping.left is not None and not hurts  # the banner may lie over the button it names
        if not goes_on and not hurts and tries:
            kept = self.tr("What you did is kept.")
        self._window.show_banner(
            LEFT_BANNER,
            tone=Tone.INFO,
            bold=self.tr("You left the check."),
            sentence=kept if hurts or tries else self.tr("Nothing of it was kept."),
            action=(self.tr("Go on with it"), self._go_on_with_it) if goes_on else None,
        )

    def _go_on_with_it(self) -> None:
        self._window.hide_banner(LEFT_BANNER)
        self.start()

    def _offer_to_go_on(self) -> None:
        left = self._keeping.left
        check = unfinished_of(left)
        if left is None or check is None:
            return
        self._window.hide_banner(LEFT_BANNER)  # this asks what it offers
        from supple.storage.safety_content import decode_self_test
        from supple.ui.check.go_on_check_sheet import GoOnCheckSheet

        text = decode_self_test(read_content("self_test.json"))
        side = next_side(check, by_check(left)[check]) or Side.LEFT
        sheet = GoOnCheckSheet(
            self._window.theme,
            begun=left.taken_at,
            tries=len(left.checks),
            hip=fill(text.hip, side=side),
            side=side,
            check=check,
        )
        sheet.go_on_chosen.connect(self._choose_to_go_on)
        sheet.anew_chosen.connect(self._choose_anew)
        sheet.keep_chosen.connect(self._keep_left)
        self._window.show_sheet(sheet)

    def _choose_to_go_on(self) -> None:
        self._goes_on = True
        self._ask_to_begin()

    def _choose_anew(self) -> None:
        self._keeping.close_left()
        self._decided = True
        self.start()

    def _keep_left(self) -> None:
        self._keeping.close_left()
        self._gate.end_check()

    def _leave(self) -> None:
        self._window.leave_full()
        self._close_pages()
        self._gate.end_check()

    def _close_pages(self) -> None:
        self._choice.close()
        self._close_sitting()
        self._findings.close()

    def _close_sitting(self) -> None:
        sitting, self._sitting = self._sitting, None
        if sitting is not None:
            sitting.close()
            sitting.deleteLater()
