"""From what the checks showed to a plan: the proposal with all that can be set, and its beginning."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from supple.app.gatekeeper import Errand, Gatekeeper
from supple.app.plans import Plans
from supple.app.shipped_files import wall_clock
from supple.domain.checks.context import Context
from supple.domain.exercise import Equipment
from supple.domain.gate import Verdict, Way, admit
from supple.domain.plan import HAD_BY_MOST, PlanControls, PlanRecord
from supple.domain.plan_basis import basis_of
from supple.domain.plan_changes import ended, rests_for_another, set_anew
from supple.domain.plan_proposal import Proposal, first_controls, propose, with_routine
from supple.domain.plan_weeks import GENTLE_WEEK
from supple.domain.record import SelfTestRecord
from supple.ui.shell.main_window import MainWindow
from supple.ui.words.day_words import first_weekday

if TYPE_CHECKING:
    from supple.ui.plan.proposal_page import ProposalPage


class ProposalFlow(QObject):
    """Nothing is kept before Start, and that asks the gate; `kept` when a plan was begun or set anew."""

    kept = Signal()
    left = Signal()  # with whatever it lay over

    def __init__(
        self, window: MainWindow, plans: Plans, gate: Gatekeeper, parent: QObject | None = None
    ) -> None:
        """Nothing is proposed yet."""
        super().__init__(parent)
        self._window = window
        self._plans = plans
        self._gate = gate
        self._page: ProposalPage | None = None
        self._proposal: Proposal | None = None
        self._is_change = False  # of the plan that runs
        self._become: Callable[[PlanRecord, datetime], PlanRecord] | None = (
            None  # what the one that ran becomes
        )
        self._under: QWidget | None = None  # what the proposal lies over

    def propose(self) -> None:
        """What follows from the last check, all of it, before anything is kept."""
        self.propose_after(self._plans.last_check, self._plans.said)

    def propose_after(self, taken: SelfTestRecord | None, said: Context) -> None:
        """The same for a check that was just done: the history is not read while its findings are shown."""
        basis = basis_of(taken, said=said)
        running = self._plans.running
        has = running.controls.has if running is not None else None
        begins = GENTLE_WEEK if taken is None else None
        controls = first_controls(
            basis,
            routine_id=begins,
            has=HAD_BY_MOST if has is None else has,
            week_begins=first_weekday(),
        )
        self._is_change = False
        self._show_proposal(propose(basis, controls, self._plans.content, today=wall_clock().date()))

    def change_plan(self) -> None:
        """What is set in the running plan, to be set anew."""
        plan = self._plans.running
        if plan is None:
            self.propose()
            return
        self._is_change = True
        self._show_proposal(self._changed(plan, plan.controls))

    def _changed(self, plan: PlanRecord, controls: PlanControls) -> Proposal:
        """The running plan as it would be with these `controls`: its weeks go on where they are."""
        now = wall_clock()
        proposal = propose(plan.basis, controls, self._plans.content, today=now.date())
        rows = self._plans.rows_of(set_anew(plan, controls, now))
        return replace(proposal, rows=rows, starts_on=plan.starts_on)

    def _show_proposal(self, proposal: Proposal) -> None:
        if self._page is None:
            self._page = self._make_page()
        self._tell_proposal(proposal)
        self._under = self._window.full
        self._window.show_full(self._page)

    def _make_page(self) -> "ProposalPage":
        from supple.ui.plan.proposal_page import ProposalPage

        page = ProposalPage(self._window.theme)
        page.signs.clicked.connect(self._gate.show_signs)
        page.others.clicked.connect(self._ask_for_another)
        page.back.clicked.connect(self._leave_proposal)
        page.not_now.clicked.connect(self._leave_all)
        page.start.clicked.connect(self._begin)
        controls = page.controls
        controls.days.days_chosen.connect(self._set_days)
        controls.minutes_chosen.connect(self._set_minutes)
        controls.more.toggle.clicked.connect(self._set_more)
        controls.kneeling.toggle.clicked.connect(self._set_kneeling)
        controls.desk.toggle.clicked.connect(self._set_desk)
        controls.thing_turned.connect(self._set_thing)
        return page

    def _tell_proposal(self, proposal: Proposal) -> None:
        from supple.ui.plan.proposal_words import proposal_words

        self._proposal = proposal
        taken = self._plans.last_check
        if self._page is not None:
            self._page.show_proposal(
                proposal_words(
                    proposal,
                    self._gate.catalogue,
                    today=wall_clock().date(),
                    checked_on=taken.taken_at.date() if taken is not None else None,
                    changes=self._is_change,
                )
            )

    def _set(self, controls: PlanControls) -> None:
        """Nothing is kept: the calendar is worked out anew."""
        plan = self._plans.running if self._is_change else None
        if plan is not None:
            self._tell_proposal(self._changed(plan, controls))
        elif self._proposal is not None:
            basis = self._proposal.basis
            today = wall_clock().date()
            self._tell_proposal(propose(basis, controls, self._plans.content, today=today))

    @property
    def _controls(self) -> PlanControls:
        if self._proposal is None:
            raise LookupError("nothing is proposed")
        return self._proposal.controls

    def _set_days(self, days: frozenset[int]) -> None:
        """The last day stays: without one there is no plan."""
        self._set(replace(self._controls, days=days or self._controls.days))

    def _set_minutes(self, key: str) -> None:
        from supple.ui.plan.proposal_words import SHORT

        self._set(replace(self._controls, shorter=key == SHORT))

    def _set_more(self, on: bool) -> None:
        side = self._proposal.basis.side if self._proposal is not None else None
        self._set(replace(self._controls, one_more=side if on else None))

    def _set_kneeling(self, on: bool) -> None:
        self._set(replace(self._controls, no_kneeling=on))

    def _set_desk(self, on: bool) -> None:
        self._set(replace(self._controls, at_a_desk=on))

    def _set_thing(self, thing: str, at_hand: bool) -> None:
        has = self._controls.has - {Equipment(thing)}
        self._set(replace(self._controls, has=has | {Equipment(thing)} if at_hand else has))

    def _ask_for_another(self) -> None:
        from supple.ui.plan.other_plans_sheet import OtherPlansSheet

        if self._proposal is None:
            return
        sheet = OtherPlansSheet(
            self._window.theme,
            self._gate.catalogue,
            fitting=self._proposal.choices,
            chosen=self._controls.routine_id,
        )
        sheet.plan_chosen.connect(self._set_routine)
        self._window.show_sheet(sheet)

    def _set_routine(self, routine_id: str) -> None:
        if self._proposal is not None:
            self._set(with_routine(self._controls, self._proposal.basis, routine_id))

    def _begin(self) -> None:
        errand = Errand(way=Way.PLAN, begin=self._begin_now, exercises=self._exercises())
        verdict = self._gate.ask(errand)
        if verdict is not None:
            self._begin_now(verdict)

    def _exercises(self) -> tuple[str, ...]:
        offer = self._proposal.session.offer if self._proposal is not None else None
        return offer.shown.exercise_ids if offer is not None else ()

    def _begin_now(self, verdict: Verdict) -> None:
        admit(verdict, Way.PLAN)
        if self._proposal is None:
            return
        if self._is_change:
            self._plans.change(partial(_set_anew, controls=self._controls))
            self._tell_kept()
        elif self._plans.is_over:
            self._end_running()
        elif self._plans.running is not None:
            self._ask_which_rests()
        else:
            self._keep_proposal()

    def _ask_which_rests(self) -> None:
        from supple.ui.plan.plan_sheets import WhichRestsSheet

        running = self._plans.running
        if running is None or self._proposal is None:
            return
        catalogue = self._gate.catalogue
        sheet = WhichRestsSheet(
            self._window.theme,
            running=catalogue.routine(running.controls.routine_id).name,
            proposed=catalogue.routine(self._controls.routine_id).name,
        )
        sheet.rest_chosen.connect(self._rest_running)
        sheet.end_chosen.connect(self._end_running)
        self._window.show_sheet(sheet)

    def _rest_running(self) -> None:
        self._become = rests_for_another
        QTimer.singleShot(0, self, self._keep_proposal)  # when the sheet is gone

    def _end_running(self) -> None:
        self._become = ended
        QTimer.singleShot(0, self, self._keep_proposal)

    def _keep_proposal(self) -> None:
        become, self._become = self._become, None
        if self._proposal is not None:
            self._plans.begin(self._proposal, become)
        self._tell_kept()

    def _tell_kept(self) -> None:
        """Leave a turn later: all of it at once would hold the window."""
        self.kept.emit()
        QTimer.singleShot(0, self, self._leave_all)

    def _leave_proposal(self) -> None:
        """Back to what it lay over: the findings, or the rooms."""
        under, self._under = self._under, None
        if under is not None:
            self._window.show_full(under)
        else:
            self._window.leave_full()

    def _leave_all(self) -> None:
        self._under = None
        self._window.leave_full()
        self.left.emit()


def _set_anew(plan: PlanRecord, now: datetime, *, controls: PlanControls) -> PlanRecord:
    return set_anew(plan, controls, now)
