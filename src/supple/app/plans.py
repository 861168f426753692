"""The person's plans: taken up from the history, moved by the rules, changed as the person asks, and kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from supple.app.gatekeeper import Gatekeeper
from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.checks.context import Context
from supple.domain.offered import at_half
from supple.domain.plan import PlanRecord, running_plan
from supple.domain.plan_calendar import PlanContent, PlanRow, calendar
from supple.domain.plan_changes import taken_back
from supple.domain.plan_day import PlanDue, PlanToday, asked_of_week, plan_today
from supple.domain.plan_proposal import Proposal, begun
from supple.domain.plan_rules import PlanKnown, settled
from supple.domain.progress import PlanOfWeek
from supple.domain.record import SelfTestRecord
from supple.domain.routine import Routine
from supple.domain.today import WhatIsKnown
from supple.services.history import History
from supple.services.writes import KeepPlan


class Plans(QObject):
    """`changed` when something of them is another; each change is kept at once."""

    changed = Signal()
    taken_up = Signal()  # from the history, before Today is shown anew

    def __init__(self, gate: Gatekeeper, keeping: Keeping, parent: QObject | None = None) -> None:
        """There is no plan before `use`."""
        super().__init__(parent)
        self._gate = gate
        self._keeping = keeping
        self._history: History | None = None
        self._plans: tuple[PlanRecord, ...] = ()
        self._known = WhatIsKnown(now=wall_clock())
        self._made: tuple[object, ...] = ()  # what `_today` was made of
        self._today: PlanToday | None = None
        self._settled_by: tuple[object, ...] = ()

    @property
    def running(self) -> PlanRecord | None:
        """The plan that is under way."""
        return running_plan(self._plans, wall_clock().date())

    @property
    def is_over(self) -> bool:
        """Whether the running plan has come to the end of its weeks."""
        today = self.today()
        return today is not None and today.due is PlanDue.OVER

    @property
    def resting(self) -> PlanRecord | None:
        """A plan that rests for another one, the newest."""
        running = self.running
        left = [plan for plan in self._plans if plan.ended_at is None and plan is not running]
        return left[-1] if left else None

    @property
    def content(self) -> PlanContent:
        """What sessions are made of for this person."""
        return PlanContent(catalogue=self._gate.catalogue, limits=self._gate.limits)

    @property
    def last_check(self) -> SelfTestRecord | None:
        """The last check that came to its end: also one whose findings stand in the window, before it is read again."""
        last, known = self._gate.last_check, self._known.last_self_test
        if last is None or not last.is_finished or not last.checks:
            return known
        return last if known is None or last.taken_at >= known.taken_at else known

    @property
    def said(self) -> Context:
        """What was said beside it."""
        return self._known.said

    def take_history(self, history: History) -> None:
        """All checks are read from here when the page of the plan is shown."""
        self._history = history

    def use(self, known: WhatIsKnown) -> None:
        """Take up what the history holds, moved by the rules."""
        self._known = known
        self._plans = known.plans
        self._settle()
        self.taken_up.emit()

    def today(self) -> PlanToday | None:
        """How the running plan stands; worked out once for the same facts."""
        if self.running is None:
            return None
        known = self._plan_known()
        facts = (self._plans, known.today, known.sessions, known.pains, known.answers, known.signs)
        if facts != self._settled_by:
            self._settle()
            self._settled_by = (self._plans, *facts[1:])
        plan = self.running
        if plan is None:
            return None
        made = (
            plan,
            known.today,
            known.sessions,
            known.pains,
            known.signs,
            self._gate.limits,
            self.last_check,
        )
        if made != self._made or (self._today is not None and self._today.check_waits):
            checks = (self.last_check,) if self.last_check is not None else ()
            self._made = made
            self._today = plan_today(plan, known, self.content, checks=checks)
        return self._today

    def shown(self) -> PlanToday | None:
        """The same for the page of the plan, with all its checks."""
        plan = self.running
        if plan is None or self._history is None:
            return None
        since = plan.created_at - timedelta(days=1)
        checks = tuple(self._history.read(SelfTestRecord, since=since))
        return plan_today(plan, self._plan_known(), self.content, checks=checks)

    def rows_of(self, plan: PlanRecord) -> tuple[PlanRow, ...]:
        """The weeks of `plan`, as it is or as it would be, with what was done of it."""
        known = self._plan_known()
        return calendar(plan, self.content, today=known.today, done=known.sessions_of(plan))

    def of_week(self, first: date) -> PlanOfWeek | None:
        """What the plan has in the seven days from `first` on."""
        today = self.today()
        return None if today is None else asked_of_week(today, first)

    def routine(self, *, half: bool = False) -> Routine | None:
        """What a session of the running plan plays today, or of the day that comes next; `half`: at half the sets."""
        today = self.today()
        if today is None or today.session.offer.routine is None:
            return None
        whole = today.session.offer.whole
        if not half or today.place.half:
            return whole
        return replace(whole, steps=tuple(at_half(step) for step in whole.steps))

    def begin(
        self, proposal: Proposal, become: Callable[[PlanRecord, datetime], PlanRecord] | None = None
    ) -> None:
        """Keep the proposal as a plan; the one that ran is what `become` makes of it, in the same step."""
        now, running = wall_clock(), self.running
        before = () if become is None or running is None else (become(running, now),)
        self._keep(*before, begun(proposal, uuid4().hex, now))

    def change(self, make: Callable[[PlanRecord, datetime], PlanRecord]) -> None:
        """The running plan is what `make` makes of it."""
        plan = self.running
        if plan is not None:
            self._keep(make(plan, wall_clock()))

    def change_resting(self, make: Callable[[PlanRecord, datetime], PlanRecord]) -> None:
        """The one that rests is what `make` makes of it."""
        plan = self.resting
        if plan is not None:
            self._keep(make(plan, wall_clock()))

    def take_back(self, change_id: str) -> None:
        """One change of the running plan is taken back."""
        plan = self.running
        change = next((c for c in plan.changes if c.change_id == change_id), None) if plan else None
        if plan is not None and change is not None:
            self._keep(taken_back(plan, change, wall_clock()))

    def _keep(self, *plans: PlanRecord) -> None:
        for plan in plans:
            known = [each.plan_id for each in self._plans]
            if plan.plan_id in known:
                self._plans = tuple(plan if each.plan_id == plan.plan_id else each for each in self._plans)
            else:
                self._plans = (*self._plans, plan)
        self._keeping.write(KeepPlan(plans=plans))
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        """Move the running plan by the rules, and keep that."""
        plan = self.running
        if plan is None:
            return
        moved = settled(plan, self._plan_known())
        if moved != plan:
            self._plans = tuple(moved if each is plan else each for each in self._plans)
            self._keeping.write(KeepPlan(plans=(moved,)))

    def _plan_known(self) -> PlanKnown:
        return PlanKnown(
            now=wall_clock(),
            sessions=self._known.sessions,
            pains=self._gate.pains,
            answers=self._gate.answers,
            signs=self._gate.signs,
        )
