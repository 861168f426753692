"""The plan that runs: its page, the sheets that ask about it, and its sessions."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.flows.proposal_flow import ProposalFlow
from supple.app.front import Front
from supple.app.gatekeeper import Gatekeeper
from supple.app.plans import Plans
from supple.app.shipped_files import wall_clock
from supple.app.start_offer import StartOffer
from supple.app.when_shown import WhenShown
from supple.domain.plan import PlanCause, PlanRecord, PlanStep
from supple.domain.plan_changes import (
    check_put_off,
    ended,
    kept_on,
    paused,
    rated,
    resumed,
    step_put_off,
    step_taken,
    was_away,
)
from supple.domain.plan_light import PlannedSession
from supple.domain.plan_outlook import Outlook
from supple.domain.today import USUAL
from supple.ui.kit.banner import Tone
from supple.ui.kit.room import room_name

if TYPE_CHECKING:
    from supple.domain.plan_day import PlanToday
    from supple.domain.routine import Routine
    from supple.ui.plan.plan_page import PlanPage


OUTLOOK = "plan outlook"


class PlanFlow(QObject):
    """Whatever begins asks the gate first."""

    check_wanted = Signal()
    steps_wanted = Signal(object)  # the Routine of the plan's session
    calendar_wanted = Signal(str, object)  # the plan's name, and what is to come
    print_wanted = Signal(object)  # the Routine of the plan's session, with its days
    pdf_wanted = Signal(object)
    told = Signal(str, str)  # the plan's name and how it stands, "" for none

    def __init__(
        self,
        front: Front,
        plans: Plans,
        gate: Gatekeeper,
        start: StartOffer,
        proposal: ProposalFlow,
        *,
        parent: QObject | None = None,
    ) -> None:
        """No page is made yet."""
        super().__init__(parent)
        self._proposal = proposal
        self._window = front.window
        self._pictures = front.pictures
        self._plans = plans
        self._gate = gate
        self._start = start
        self._page: PlanPage | None = None
        self._fresh: WhenShown | None = None
        self._outlook = Outlook.GO_ON
        self._renewed_for: PlanToday | None = None  # what the page was brought up to date by
        self._week_of: date | None = None  # a day of the week that is shown, None for this one

        plans.changed.connect(self._tell_page)
        plans.changed.connect(self._tell_line)
        plans.taken_up.connect(self._tell_page)
        plans.taken_up.connect(self._tell_line)
        gate.changed.connect(self._tell_page)
        proposal.kept.connect(self.show_plan)

    # Sessions

    def start_plan(self) -> None:
        """Offer the session of the running plan, at its dose; without a plan the usual routine."""
        self._start_session(half=False)

    def start_half(self) -> None:
        """The same at half the sets, for a bad day."""
        self._start_session(half=True)

    def _start_session(self, *, half: bool) -> None:
        routine = self._plans.routine(half=half)
        if routine is None:
            self._start.start_routine(USUAL)
        else:
            self._start.start_planned(routine)

    def show_steps(self) -> None:
        """The steps of the plan's session."""
        routine = self._plans.routine()
        if routine is not None:
            self.steps_wanted.emit(routine)

    # On paper, and in a calendar

    def _want_calendar(self) -> None:
        today = self._plans.shown()
        if today is None:
            return
        from supple.services.calendar_file import planned_entries
        from supple.ui.plan.paper_words import entry_words

        name = self._gate.catalogue.routine(today.plan.controls.routine_id).name
        entries = planned_entries(today.plan.plan_id, today.rows, entry_words(name), today=today.today)
        self.calendar_wanted.emit(name, entries)

    def _want_print(self) -> None:
        routine = self._on_paper()
        if routine is not None:
            self.print_wanted.emit(routine)

    def _want_pdf(self) -> None:
        routine = self._on_paper()
        if routine is not None:
            self.pdf_wanted.emit(routine)

    def _on_paper(self) -> "Routine | None":
        """The session of the plan, with its own days and week in place of the routine's."""
        today, routine = self._plans.today(), self._plans.routine()
        if today is None or routine is None:
            return None
        from supple.ui.plan.paper_words import paper_days
        from supple.ui.words.plan_ways import week_words

        return replace(routine, days=paper_days(today.plan.controls.days), when=week_words(today))

    # The page

    def show_plan(self) -> None:
        """The page of the plan, over the room and with the way back there."""
        if self._page is None:
            self._page = self._make_page()
        self._page.set_back(room_name(self._window.room))
        self._week_of = None
        self._page.scroll_to_top()
        if self._fresh is not None:
            self._fresh.tell()
        self._window.show_inside(self._page)

    def _make_page(self) -> "PlanPage":
        from supple.ui.plan.plan_page import PlanPage

        page = PlanPage(self._window.theme, self._pictures)
        page.back.clicked.connect(self._window.leave_inside)
        page.pause.clicked.connect(self._ask_to_pause)
        page.change.clicked.connect(self._proposal.change_plan)
        page.end.clicked.connect(self._ask_to_end)
        page.week.start.clicked.connect(self.start_plan)
        page.steps.clicked.connect(self.show_steps)
        page.flare.clicked.connect(self.show_flare)
        page.calendar_file.clicked.connect(self._want_calendar)
        page.print.clicked.connect(self._want_print)
        page.pdf.clicked.connect(self._want_pdf)
        page.offer.take.clicked.connect(self._take_step)
        page.offer.not_yet.clicked.connect(self._put_step_off)
        page.activity.rated.connect(self._rate)
        page.log.undone.connect(self._plans.take_back)
        page.notice.chosen.connect(self.answer)
        page.weeks.calendar.day_opened.connect(self._show_week_of)
        page.empty.start.clicked.connect(self._want_check)
        page.empty.propose.clicked.connect(self._proposal.propose)
        page.empty.go_on.clicked.connect(self._wake_resting)
        page.show_picture(self._gate.catalogue.exercise("pelvic_tilt"))
        self._fresh = WhenShown(page, self._renew_page)
        return page

    def _tell_page(self) -> None:
        """Nothing is done anew for what is the same: the history is read again whenever the rooms are uncovered."""
        today = self._plans.today()
        is_shown = today is not None and today is self._renewed_for
        if self._fresh is not None and not is_shown:
            self._fresh.tell()

    def _tell_line(self) -> None:
        from supple.ui.words.plan_ways import plan_line

        today = self._plans.today()
        if today is None:
            self.told.emit("", "")
        else:
            name = self._gate.catalogue.routine(today.plan.controls.routine_id).name
            self.told.emit(name, plan_line(today))
        self._say_outlook(today.outlook if today is not None else Outlook.GO_ON)

    def _say_outlook(self, outlook: Outlook) -> None:
        """Not better, or worse: once in a run, until it is closed (docs/EVIDENCE.md 5.9)."""
        if outlook is self._outlook:
            return
        self._outlook = outlook
        if outlook is Outlook.GO_ON:
            self._window.hide_banner(OUTLOOK)
            return
        words = {
            Outlook.NOT_BETTER: self.tr("Not better after six weeks."),
            Outlook.WORSE: self.tr("Worse than at the beginning of the plan."),
        }
        self._window.show_banner(
            OUTLOOK,
            tone=Tone.INFO,
            bold=words[outlook],
            sentence=self.tr("A physiotherapist can find what a home check cannot."),
            action=(self.tr("See warning signs"), self._gate.show_signs),
        )

    def _renew_page(self) -> None:
        from supple.ui.plan.plan_words import plan_words

        if self._page is None:
            return
        self._renewed_for = self._plans.today()
        today, resting = self._plans.shown(), self._plans.resting
        if today is None:
            name = ""
            if resting is not None:
                name = self._gate.catalogue.routine(resting.controls.routine_id).name
            self._page.show_none(resting=name)
        else:
            self._page.show_plan(plan_words(today, self._gate.catalogue, week_of=self._week_of))

    def _show_week_of(self, day: date) -> None:
        """The days of another week, under the calendar."""
        self._week_of = day
        self._renew_page()

    def _want_check(self) -> None:
        self.check_wanted.emit()

    def _take_step(self) -> None:
        today = self._plans.today()
        if today is not None and today.offer is not None:
            self._plans.change(partial(_with_step, step=today.offer.step))

    def _put_step_off(self) -> None:
        today = self._plans.today()
        if today is not None and today.offer is not None:
            self._plans.change(partial(_without_step, step=today.offer.step))

    def _rate(self, activity: str, score: int) -> None:
        self._plans.change(partial(_with_rating, activity=activity, score=score))

    def _ask_to_pause(self) -> None:
        from supple.ui.plan.plan_sheets import PauseSheet

        sheet = PauseSheet(self._window.theme, today=wall_clock().date())
        sheet.pause_chosen.connect(self._pause)
        self._window.show_sheet(sheet)

    def _pause(self, cause: PlanCause, last: date | None) -> None:
        self._plans.change(partial(_paused, cause=cause, last=last))

    def _ask_to_end(self) -> None:
        from supple.ui.plan.plan_sheets import EndSheet

        sheet = EndSheet(self._window.theme)
        sheet.end_confirmed.connect(self._end)
        self._window.show_sheet(sheet)

    def _end(self) -> None:
        self._plans.change(ended)

    def _wake_resting(self) -> None:
        self._plans.change_resting(resumed)

    def show_flare(self) -> None:
        """What to do on a bad day."""
        from supple.ui.plan.flare_sheet import FlareSheet

        sheet = FlareSheet(self._window.theme, may_walk=self._gate.may_walk)
        sheet.half_wanted.connect(self.start_half)
        sheet.signs.clicked.connect(self._gate.show_signs)
        self._window.show_sheet(sheet)

    # What is answered on Today, or over the calendar

    def answer(self, key: str) -> None:
        """One of the ways that `ui/today/today_plan_words.py` names."""
        from supple.ui.words.plan_ways import PlanWay

        match PlanWay(key):
            case PlanWay.FLARE:
                self.show_flare()
            case PlanWay.AWAY:
                today = self._plans.today()
                last = today.done[-1] if today is not None and today.done else None
                self._plans.change(partial(_away, last=last))
            case PlanWay.STAY:
                today = self._plans.today()
                if today is not None and today.missed is not None:
                    self._plans.take_back(today.missed.change_id)
            case PlanWay.TOMORROW:
                self._plans.change(check_put_off)
            case PlanWay.RESUME:
                self._plans.change(resumed)
            case PlanWay.KEEP:
                self._plans.change(kept_on)
            case PlanWay.ANOTHER:
                self._proposal.propose()
            case PlanWay.NO_PLAN:
                self._ask_to_end()
            case PlanWay.CHECK:
                self._want_check()


def _with_rating(plan: PlanRecord, now: datetime, *, activity: str, score: int) -> PlanRecord:
    return rated(plan, activity, score, now)


def _with_step(plan: PlanRecord, now: datetime, *, step: PlanStep) -> PlanRecord:
    return step_taken(plan, step, now)


def _without_step(plan: PlanRecord, now: datetime, *, step: PlanStep) -> PlanRecord:
    return step_put_off(plan, step, now)


def _paused(plan: PlanRecord, now: datetime, *, cause: PlanCause, last: date | None) -> PlanRecord:
    return paused(plan, cause, now, last=last)


def _away(plan: PlanRecord, now: datetime, *, last: PlannedSession | None) -> PlanRecord:
    return was_away(plan, last, now)
