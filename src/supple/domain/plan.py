"""A plan of four weeks as it is kept: what the person set, what it follows from, and every change since with its cause.

Nothing of a day is kept: days, sessions and minutes are worked out from what stands here (`domain/plan_weeks.py`).
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from supple.domain.exercise import Equipment
from supple.domain.side import Side
from supple.domain.week import week_start

PLAN_RULES = "plan-1"
"""Kept with every plan: the rules by which it moves (docs/EVIDENCE.md 8.4)."""
WEEKS = 4
HAD_BY_MOST = frozenset({Equipment.MAT, Equipment.CHAIR, Equipment.WALL, Equipment.CUSHION})
"""What a person has who said nothing about it."""


class PlanLead(StrEnum):
    """Which reading of the checks a plan follows, or that the person chose it."""

    LENGTH = "length first"
    STRENGTH = "strength first"
    COMBINED = "combined"
    NEITHER = "neither stands out"
    CANNOT_TELL = "cannot tell"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBasis:
    """What the plan follows from: `lead`, the more limited side (None: alike, or not told), and numbers with it.

    `difference_deg` is by how much the thigh of `side` stayed higher, above 0; `held_s` how long the shorter hold was.
    `front_thigh`: heel to buttock or the edge check points to the front of the thigh. `self_test_id` "": of no check.
    """

    lead: PlanLead
    side: Side | None = None
    difference_deg: float | None = None
    held_s: float | None = None
    front_thigh: bool = False
    self_test_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanControls:
    """What a person sets. `days` are weekdays, Monday is 0, at least one.

    `week_begins` is the day with which their weeks begin, from 1 for Monday to 7; a plan keeps that of its beginning.
    `shorter`: about ten minutes a day where the routine takes longer. `one_more`: the side with one set more, None for
    sides alike.
    """

    routine_id: str
    days: frozenset[int]
    shorter: bool = False
    one_more: Side | None = None
    no_kneeling: bool = False
    at_a_desk: bool = False
    has: frozenset[Equipment] = HAD_BY_MOST
    week_begins: int = 1


class PlanMove(StrEnum):
    """What a change does, from its day on."""

    NEXT_WEEK = "next week"
    WEEK_AGAIN = "week once more"
    HALF = "half the sets"
    HALF_AGAIN = "half the sets once more"
    FULL_AGAIN = "back to the full sets"
    STANDS = "stands still"
    GOES_ON = "goes on"
    WEEK_BACK = "one week back"
    STEP_UP = "one step up"
    NOT_YET = "not yet"
    PAUSED = "paused"
    RESUMED = "goes on after a pause"
    SET_ANEW = "set anew"
    OVER = "four weeks are over"
    KEEPS_ON = "keeps on after four weeks"
    RATED = "own activity rated"
    CHECK_OFF = "a check is put off"


class PlanCause(StrEnum):
    """Why a change came about; each is a sentence beside it."""

    TWO_GREEN = "two green sessions in a row"
    NOT_TWO_GREEN = "not two green sessions in a row yet"
    WEEK_PASSED = "a week with a session has passed"
    PAIN_BEFORE = "pain before the session"
    PAIN_DURING = "pain in the session"
    PAIN_AFTER = "pain after the session"
    PAIN_MORNING = "pain the next morning"
    STIFFER = "stiffer than usual the next morning"
    WORSE_MORNING = "more pain the next morning than before the session"
    SHARP = "sharp pain"
    STOPPED = "stopped for pain"
    SIGN = "a sign that has to be seen about"
    ANSWERED = "the signs were asked and answered"
    MISSED = "seven days without a session"
    HOLIDAY = "holiday"
    ILLNESS = "illness"
    AWAY = "was away"
    OTHER_PLAN = "another plan runs"
    FOUR_WEEKS = "four weeks have passed"
    ASKED = "as the person asked"


class Rung(StrEnum):
    """What goes up by one, in this order (docs/EVIDENCE.md 8.4)."""

    REPS = "reps"
    SETS = "sets"
    RESISTANCE = "resistance"
    HARDER = "harder"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One step up: `amount` repetitions, seconds or sets more of an exercise; 0 for a harder way to do it."""

    rung: Rung
    exercise_id: str
    amount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One line of "What changed, and why": made `at` a moment, holding from `day` on.

    `week` is the week of the plan that it leads to (1 to 4), `number` what the cause counts: a pain from 0 to 10, days
    without a session, the rating of an activity. `until` is the last day of a pause, None where it is open, or the day
    to which a check was put off.
    `controls` are those that were set anew. `taken_back_at`: it does not hold any more.
    """

    change_id: str
    at: datetime
    day: date
    move: PlanMove
    cause: PlanCause
    week: int | None = None
    number: int | None = None
    session_id: str = ""
    step: PlanStep | None = None
    until: date | None = None
    controls: PlanControls | None = None
    words: str = ""
    taken_back_at: datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether nobody took it back."""
        return self.taken_back_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPause:
    """Days on which nothing is due, both included; `last` None is without end."""

    first: date
    last: date | None
    cause: PlanCause

    def __contains__(self, day: date) -> bool:
        """Whether `day` is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecord:
    """One plan: `begun_with` is what was set at its beginning, `changes` all since, oldest first.

    `starts_on` is the first day on which anything can be due; its week is the first row of the calendar.
    `unread` are parts that a newer version of the program wrote: kept as they are, and said.
    """

    plan_id: str
    created_at: datetime
    starts_on: date
    begun_with: PlanControls
    basis: PlanBasis
    changes: tuple[PlanChange, ...] = ()
    ended_at: datetime | None = None
    rules_version: str = PLAN_RULES
    unread: tuple[str, ...] = field(default=())

    @property
    def is_newer(self) -> bool:
        """Whether a newer version had it in hand, so that not all of it is shown."""
        return bool(self.unread) or self.rules_version != PLAN_RULES

    def week_of(self, day: date) -> date:
        """The first day of the plan's week in which `day` lies."""
        return week_start(day, first_weekday=self.begun_with.week_begins)

    @property
    def holding(self) -> tuple[PlanChange, ...]:
        """The changes that nobody took back, oldest first."""
        return tuple(change for change in self.changes if change.holds)

    @property
    def controls(self) -> PlanControls:
        """What is set now."""
        return self.controls_on(date.max)

    def controls_on(self, day: date) -> PlanControls:
        """What was set for `day`."""
        anew = [c.controls for c in self.holding if c.controls is not None and c.day <= day]
        return anew[-1] if anew else self.begun_with

    @property
    def steps(self) -> tuple[PlanStep, ...]:
        """The steps up that were taken, oldest first."""
        return self.steps_on(date.max)

    def steps_on(self, day: date) -> tuple[PlanStep, ...]:
        """Those that were taken by `day`."""
        taken = (c for c in self.holding if c.move is PlanMove.STEP_UP and c.day <= day)
        return tuple(change.step for change in taken if change.step)

    @property
    def pauses(self) -> tuple[PlanPause, ...]:
        """The days off, each pause as far as it went."""
        found: list[PlanPause] = []
        for change in self.holding:
            if change.move is PlanMove.PAUSED:
                found.append(PlanPause(first=change.day, last=change.until, cause=change.cause))
            elif change.move is PlanMove.RESUMED:
                last = change.day - timedelta(days=1)
                found = [replace(p, last=last) if change.day in p else p for p in found if p.first <= last]
        return tuple(found)

    def pause_on(self, day: date) -> PlanPause | None:
        """The pause in which `day` lies."""
        return next((pause for pause in reversed(self.pauses) if day in pause), None)

    def with_change(self, change: PlanChange) -> "PlanRecord":
        """The same with one change more; one of its id that is there already stays as it is."""
        if any(each.change_id == change.change_id for each in self.changes):
            return self
        return replace(self, changes=(*self.changes, change))


def running_plan(plans: tuple[PlanRecord, ...], today: date) -> PlanRecord | None:
    """The plan that is under way: the newest that was not ended and does not rest for another one."""
    for plan in reversed(plans):
        pause = plan.pause_on(today)
        rests = pause is not None and pause.cause is PlanCause.OTHER_PLAN
        if plan.ended_at is None and not rests:
            return plan
    return None
