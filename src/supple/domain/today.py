"""What Today offers: the routine that is due, or what has taken its place, out of what was done, found and felt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from supple.domain.checks.context import NOTHING_SAID, Context
from supple.domain.checks.decision import Decision, decision_of
from supple.domain.checks.latest import last_that_tells
from supple.domain.morning import MorningSays, light_of, says_of, this_morning
from supple.domain.offered import OfferedRoutine
from supple.domain.pain import Light, Sign
from supple.domain.plan import PlanRecord, running_plan
from supple.domain.plan_day import PlanDue, PlanToday
from supple.domain.plan_weeks import STRENGTH_PLAN
from supple.domain.record import PainRecord, ReadingRecord, SelfTestRecord, SessionRecord
from supple.domain.rest import hurt_on, may_walk
from supple.domain.session import SessionOutcome
from supple.domain.standing import pain_now

USUAL = "article_routine"
GENTLE = "gentle_week1"
AFTER_TRAINING = "post_workout"
ON_REST = "desk_day"
INSTEAD = (GENTLE, "desk_day", AFTER_TRAINING, "pre_workout", "mixed_plan")
"""What is offered when nothing is left of the routine that is due, in this order."""
WALK, LIE = "brisk_walk", "breathing_90_90"
DAYS_A_WEEK = 5
"""After this many days with a session in the last seven, the next day is a day of rest."""
SEEN_BACK = timedelta(days=8)
"""So far back Today looks: to before Monday, whatever the offset from UTC."""
FINDING_HOLDS = timedelta(days=28)
"""A check is looked at again after four weeks."""


class Due(StrEnum):
    """What stands on Today."""

    ROUTINE = "a routine"
    DONE = "done today"
    ENOUGH = "enough for today"
    SORE_HIP = "walking, after pain in the hip check"
    NOTHING = "nothing of the routines is open"
    SIGN = "a sign that waits to be looked at"
    REST = "a day of rest of the plan"
    RETEST = "the hips are checked again"
    PAUSED = "the plan is paused"
    OVER = "the plan is over"


class Because(StrEnum):
    """Why this routine and no other."""

    USUAL = "usual"
    START_GENTLY = "an answer begins gently"
    MORNING = "the morning after"
    BAD_DAY = "a bad day"
    FOUND = "what the last check found"
    INSTEAD = "nothing is left of the usual one"
    PLAN = "the plan"


_DUE_BY_PLAN = {
    PlanDue.DONE: Due.DONE,
    PlanDue.REST: Due.REST,
    PlanDue.NOT_BEGUN: Due.REST,
    PlanDue.CHECK: Due.RETEST,
    PlanDue.PAUSED: Due.PAUSED,
    PlanDue.OVER: Due.OVER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIsKnown:
    """What Today is made of, besides the routines: everything of the last eight days, and the last checks.

    With a plan it is everything since that began. `self_tests` are those that are shown together, oldest first; `plans`
    are all that there are, too. `signs` are the red ones that nobody has looked at yet.
    """

    now: datetime
    sessions: tuple[SessionRecord, ...] = ()
    pains: tuple[PainRecord, ...] = ()
    self_tests: tuple[SelfTestRecord, ...] = ()
    last_reading: ReadingRecord | None = None
    sore_hip: bool = False
    signs: frozenset[Sign] = frozenset()
    start_with: str | None = None
    plans: tuple[PlanRecord, ...] = ()

    @property
    def last_self_test(self) -> SelfTestRecord | None:
        """The newest that found something: its reading is the one that holds."""
        return last_that_tells(self.self_tests)

    @property
    def said(self) -> Context:
        """What was said beside the last check."""
        taken, last = self.last_self_test, self.last_reading
        if taken is None or last is None or last.self_test_id != taken.self_test_id:
            return NOTHING_SAID
        return last.context


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaysPlan:
    """What Today shows: `offer` is what is due, or what comes `next_on`; `trained` is for after training.

    `instead` is the usual routine where something else is due that the person may pass over for it. `found` is what the
    checks of the last four weeks amount to. `morning` is what was said
    of this morning, `morning_says` what of it counts. `may_walk`: walking can be advised. `pain` is what was rated last
    and still holds, `signs` as they are known. `plan` is what the plan has for today, None without one; `on_rest` is
    what can be done on its days of rest, `may_do_ahead` whether that of tomorrow can be done today.
    """

    today: date
    due: Due
    because: Because
    offer: OfferedRoutine
    trained: OfferedRoutine
    trained_done: bool
    next_on: date
    instead: OfferedRoutine | None = None
    found: Decision = field(default_factory=Decision)
    morning: PainRecord | None = None
    morning_says: MorningSays | None = None
    may_walk: bool = True
    pain: int | None = None
    signs: frozenset[Sign] = frozenset()
    plan: PlanToday | None = None
    on_rest: OfferedRoutine | None = None
    may_do_ahead: bool = False

    @property
    def startable(self) -> bool:
        """Whether what is due can be started now."""
        return self.due is Due.ROUTINE

    @property
    def trained_startable(self) -> bool:
        """Whether what is done after training can be started now."""
        return self.trained.routine is not None and not self.trained_done and not self.ends_today

    @property
    def restful(self) -> str:
        """The exercise that is pictured where nothing more is offered."""
        return WALK if self.may_walk else LIE

    @property
    def rests(self) -> bool:
        """Whether nothing stands before the person but walking or lying; a plan's check begins with a walk."""
        return self.ends_today or self.due in (Due.REST, Due.RETEST)

    @property
    def ends_today(self) -> bool:
        """Whether nothing more is offered today."""
        return self.due in (Due.ENOUGH, Due.SORE_HIP, Due.SIGN)


def seen_since(plans: Sequence[PlanRecord], now: datetime) -> datetime:
    """So far back sessions are read: to before Monday, and with a plan to its beginning."""
    running = running_plan(tuple(plans), now.date())
    back = now - SEEN_BACK
    return back if running is None else min(back, running.created_at)


def todays_plan(
    routines: Sequence[OfferedRoutine], known: WhatIsKnown, plan: PlanToday | None = None
) -> TodaysPlan:
    """What is due, given the `routines` as they are offered to the person; the usual one must be among them.

    A `plan` that runs decides it, unless an answer begins gently or it stands still after a red sign.
    """
    by_id = {routine.whole.id: routine for routine in routines}
    offer, because = _routine_due(by_id, known)
    if plan is not None and plan.due is not PlanDue.STANDS and because is not Because.START_GENTLY:
        offer, because = plan.session.offer, Because.PLAN
    done = _done_today(known)
    morning = this_morning(known.pains, known.now.date())
    if known.signs:
        due = Due.SIGN
    elif known.sore_hip:
        due = Due.SORE_HIP
    elif hurt_on(known.sessions, known.now.date()):
        due = Due.ENOUGH
    elif plan is not None and because is Because.PLAN and plan.due in _DUE_BY_PLAN:
        due = _DUE_BY_PLAN[plan.due]
    elif offer.routine is None:
        due = Due.NOTHING
    elif offer.whole.id in done and because is not Because.PLAN:
        due = Due.DONE
    else:
        due = Due.ROUTINE
    return TodaysPlan(
        today=known.now.date(),
        due=due,
        because=because,
        offer=offer,
        trained=by_id[AFTER_TRAINING],
        trained_done=AFTER_TRAINING in done,
        next_on=plan.next_on if plan is not None and plan.next_on is not None else _next_day(known),
        instead=by_id[USUAL]
        if _may_be_passed_over(offer, because, by_id[USUAL]) and due is Due.ROUTINE
        else None,
        found=_found(known),
        morning=morning,
        morning_says=None if morning is None else says_of(morning, known.sessions),
        may_walk=may_walk(known.pains, known.now.date()),
        pain=pain_now(known.pains, known.now),
        signs=known.signs,
        plan=plan if because is Because.PLAN else None,
        on_rest=by_id.get(ON_REST),
        may_do_ahead=plan is not None and due is Due.REST and _may_do_ahead(plan),
    )


def _routine_due(by_id: dict[str, OfferedRoutine], known: WhatIsKnown) -> tuple[OfferedRoutine, Because]:
    """The routine that is due, and why this one."""
    today = known.now.date()
    wanted = [(USUAL, Because.USUAL), *((routine_id, Because.INSTEAD) for routine_id in INSTEAD)]
    if USUAL not in _done_today(known):  # who did that one has done enough for a day
        found = _found(known)
        wanted[:0] = [(routine_id, Because.FOUND) for routine_id in (found.routines if found.sides else ())]
    if known.start_with in by_id:
        wanted.insert(0, (known.start_with, Because.START_GENTLY))
    if any(hurt_on(known.sessions, day) for day in (today, today - timedelta(days=1))):
        wanted.insert(0, (GENTLE, Because.BAD_DAY))
    morning = this_morning(known.pains, today)
    if morning is not None and light_of(morning, known.sessions) is not Light.GREEN:
        wanted.insert(0, (GENTLE, Because.MORNING))
    for routine_id, because in wanted:
        if routine_id in by_id and by_id[routine_id].routine is not None:
            return by_id[routine_id], because
    return by_id[USUAL], Because.USUAL


def _done_today(known: WhatIsKnown) -> frozenset[str]:
    """The routines that came to their end today."""
    return frozenset(
        session.routine_id
        for session in known.sessions
        if session.day == known.now.date() and session.outcome is SessionOutcome.COMPLETED
    )


def _next_day(known: WhatIsKnown) -> date:
    """When the routine comes again: tomorrow, or a day later after five days of the last seven."""
    today = known.now.date()
    days = _trained_days(known.sessions, since=today - timedelta(days=6))
    return today + timedelta(days=2 if len(days) >= DAYS_A_WEEK else 1)


def _trained_days(sessions: Iterable[SessionRecord], *, since: date) -> frozenset[date]:
    done = SessionOutcome.COMPLETED
    return frozenset(session.day for session in sessions if session.outcome is done and session.day >= since)


def _found(known: WhatIsKnown) -> Decision:
    """What the last checks amount to, as far as that still holds."""
    taken = known.last_self_test
    if taken is None or known.now - taken.taken_at > FINDING_HOLDS:
        return Decision()
    return decision_of(taken, context=known.said)


def _may_be_passed_over(offer: OfferedRoutine, because: Because, usual: OfferedRoutine) -> bool:
    """Whether the usual routine can be done in place of `offer`: what was found only suggests, nothing forbids."""
    return because is Because.FOUND and offer is not usual and usual.routine is not None


def _may_do_ahead(plan: PlanToday) -> bool:
    """Whether tomorrow's session can be done today: strength keeps a day between."""
    tomorrow, yesterday = plan.today + timedelta(days=1), plan.today - timedelta(days=1)
    strength = plan.plan.controls.routine_id == STRENGTH_PLAN
    return plan.next_on == tomorrow and not (strength and any(each.day == yesterday for each in plan.done))
