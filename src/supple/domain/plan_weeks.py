"""The weeks of a plan: how many sessions each has, on which days, and in which week of the plan a day lies.

The table is that of docs/EVIDENCE.md 8.4 (ours).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, pairwise

from supple.domain.plan import WEEKS, PlanChange, PlanControls, PlanMove, PlanRecord
from supple.domain.week import week_start

GENTLE_WEEK = "gentle_week1"
LENGTH_PLAN, STRENGTH_PLAN, MIXED_PLAN = "tight_plan", "weak_plan", "mixed_plan"
PLANNED = (LENGTH_PLAN, STRENGTH_PLAN, MIXED_PLAN, GENTLE_WEEK, "pre_workout", "desk_day")
"""The routines that a plan can be of."""
GOES_UP = frozenset({LENGTH_PLAN, STRENGTH_PLAN, MIXED_PLAN})
"""Those that begin gently and go up by rule; the others stay as they are."""
MOST_DAYS = {LENGTH_PLAN: 5, STRENGTH_PLAN: 3, MIXED_PLAN: 4}
USUAL_DAYS = {
    LENGTH_PLAN: frozenset({0, 1, 2, 4, 6}),
    STRENGTH_PLAN: frozenset({0, 2, 4}),
    MIXED_PLAN: frozenset({0, 2, 4, 5}),
    "pre_workout": frozenset({0, 2, 4}),
}
WORKDAYS = frozenset(range(5))
_SESSIONS = {LENGTH_PLAN: (3, 4, 5, 5), STRENGTH_PLAN: (3, 3, 3, 3), MIXED_PLAN: (3, 3, 4, 4)}
WEEK = 7
_TO_A_WEEK = frozenset(
    {
        PlanMove.NEXT_WEEK,
        PlanMove.WEEK_AGAIN,
        PlanMove.HALF_AGAIN,
        PlanMove.FULL_AGAIN,
        PlanMove.WEEK_BACK,
        PlanMove.OVER,
        PlanMove.KEEPS_ON,
    }
)
CHECKED_IN = (2, WEEKS)
"""The weeks with a check: the second, which may be left out, and the last; then every fourth (docs/EVIDENCE.md 8.5)."""


class DayClosed(StrEnum):
    """Why a weekday cannot be chosen."""

    BETWEEN = "strength needs a day between"
    MOST = "as many days as the plan has"


class WeekKind(StrEnum):
    """What a week is for."""

    GENTLE = "gentle first week"
    FULL = "full plan, easy range"
    MORE = "one thing more"
    STRENGTH_DAY = "one strength day"
    HARDER = "a harder form of one"
    SAME = "as it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPlace:
    """Where a plan stands on a day: its week (1 to 4, 5 once it is over), and whether at half the sets or not at all.

    `half_since` is the day from which the sets are halved.
    """

    week: int
    half_since: date | None = None
    stands: bool = False
    keeps_on: bool = False

    @property
    def half(self) -> bool:
        """Whether half the sets are done."""
        return self.half_since is not None

    @property
    def over(self) -> bool:
        """Whether the four weeks are behind."""
        return self.week > WEEKS


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeek:
    """One row of the calendar; `again` where the row before was of the same week."""

    first: date
    number: int
    half: bool
    again: bool
    kind: WeekKind

    @property
    def days(self) -> tuple[date, ...]:
        """From the day with which the person's weeks begin."""
        return tuple(self.first + timedelta(days=n) for n in range(WEEK))


def most_days(routine_id: str) -> int:
    """On so many days a week the plan can be done."""
    return MOST_DAYS.get(routine_id, WEEK)


def usual_days(routine_id: str) -> frozenset[int]:
    """The weekdays that are proposed first."""
    return USUAL_DAYS.get(routine_id, WORKDAYS)


def closed_days(routine_id: str, days: frozenset[int]) -> dict[int, DayClosed]:
    """The weekdays that cannot be added to `days`, each with the reason; Sunday and Monday lie beside each other."""
    found: dict[int, DayClosed] = {}
    for day in set(range(WEEK)) - days:
        beside = {(day - 1) % WEEK, (day + 1) % WEEK}
        if routine_id == STRENGTH_PLAN and beside & days:
            found[day] = DayClosed.BETWEEN
        elif len(days) >= most_days(routine_id):
            found[day] = DayClosed.MOST
    return found


def days_that_fit(routine_id: str, days: frozenset[int]) -> frozenset[int]:
    """As many of `days` as another routine allows, the first ones; the usual ones when none is left."""
    kept: frozenset[int] = frozenset()
    for day in sorted(days):
        if day not in closed_days(routine_id, kept):
            kept |= {day}
    return kept or usual_days(routine_id)


def days_in_week(controls: PlanControls, week: int) -> frozenset[int]:
    """The weekdays on which something is due in a week of the plan: of those chosen as many as it has, spread out."""
    counts = _SESSIONS.get(controls.routine_id)
    wanted = len(controls.days) if counts is None else counts[min(week, WEEKS) - 1]
    return _spread(controls.days, wanted)


def week_kind(routine_id: str, week: int) -> WeekKind:
    """What a week of a plan of this routine is for."""
    if routine_id not in GOES_UP:
        return WeekKind.SAME
    if week < WEEKS:
        return (WeekKind.GENTLE, WeekKind.FULL, WeekKind.MORE)[week - 1]
    return WeekKind.STRENGTH_DAY if routine_id == LENGTH_PLAN else WeekKind.HARDER


def first_day(controls: PlanControls, today: date) -> date:
    """When a plan begins: this week if all that its first week has still fits in, else in the next one."""
    wanted = days_in_week(controls, 1)
    week = week_start(today, first_weekday=controls.week_begins)
    days = (week + timedelta(days=n) for n in range(WEEK))
    left = [day for day in days if day >= today and day.weekday() in controls.days]
    if len(left) >= len(wanted):
        return left[0]
    after = (week + timedelta(days=WEEK + n) for n in range(WEEK))
    return next(day for day in after if day.weekday() in wanted)


def place_on(plan: PlanRecord, day: date, *, today: date) -> PlanPlace:
    """Where the plan stands on `day`; after the week of `today` as if every week to come went well."""
    place = PlanPlace(week=1)
    for change in sorted(plan.holding, key=_from):
        if change.day <= min(day, plan.week_of(today) + timedelta(days=WEEK - 1)):
            place = _moved(place, change.move, change.week, change.day)
    first = max(plan.week_of(min(day, today)), plan.week_of(plan.starts_on))
    while first < plan.week_of(day):
        place, first = _going_well(place, plan, first), first + timedelta(days=WEEK)
    return place


def plan_weeks(plan: PlanRecord, *, today: date) -> tuple[PlanWeek, ...]:
    """The rows of the calendar, to the end of the fourth week as far as it can be told, or to today."""
    found: list[PlanWeek] = []
    for first in _weeks_from(plan.week_of(plan.starts_on)):
        place = place_on(plan, first + timedelta(days=WEEK - 1), today=today)
        if first > today and (place.over or place.keeps_on) and found:
            break
        if place.over:
            continue
        number = min(place.week, WEEKS)
        found.append(
            PlanWeek(
                first=first,
                number=number,
                half=place.half,
                again=bool(found) and found[-1].number == number,
                kind=week_kind(plan.controls_on(first).routine_id, number),
            )
        )
    return tuple(found)


def is_planned(plan: PlanRecord, day: date, *, today: date) -> bool:
    """Whether a session is due on `day`, as far as it can be told today."""
    ended = plan.ended_at is not None and day >= plan.ended_at.date()
    if ended or day < plan.starts_on or plan.pause_on(day) is not None:
        return False
    place = place_on(plan, day, today=today)
    if place.stands or place.over:
        return False
    return day.weekday() in _days_of(plan, day, place.week)


def is_strength_day(plan: PlanRecord, day: date, *, today: date) -> bool:
    """Whether `day` is the one of the fourth week with a set more of strength (a length-first plan)."""
    place = place_on(plan, day, today=today)
    controls = plan.controls_on(day)
    if week_kind(controls.routine_id, place.week) is not WeekKind.STRENGTH_DAY or place.half:
        return False
    of_week = _days_of(plan, day, place.week)
    week = (plan.week_of(day) + timedelta(days=n) for n in range(WEEK))
    days = [each for each in week if each.weekday() in of_week]
    return day == days[len(days) // 2]


def check_day(plan: PlanRecord, week: PlanWeek, *, today: date) -> date | None:
    """The day of a check in a row: the last without a session, the last of all when every day has one; None for none.

    One that was put off is due on the day to which it was, which may lie in the next row.
    """
    if week.number not in CHECKED_IN or week.half or _is_between_checks(plan, week):
        return None
    free = [
        day
        for day in week.days
        if not is_planned(plan, day, today=today) and plan.pause_on(day) is None and day >= plan.starts_on
    ]
    day = free[-1] if free and free[-1] > week.first else week.days[-1]
    for change in plan.holding:
        if change.move is PlanMove.CHECK_OFF and change.day == day and change.until is not None:
            day = change.until
    return day


def _is_between_checks(plan: PlanRecord, week: PlanWeek) -> bool:
    """Whether the plan keeps on after its four weeks, and the next four are not over yet."""
    kept_on = [change.day for change in plan.holding if change.move is PlanMove.KEEPS_ON]
    if not kept_on or week.first < plan.week_of(kept_on[-1]):
        return False
    return ((week.first - plan.week_of(kept_on[-1])).days // WEEK + 1) % WEEKS != 0


def _moved(place: PlanPlace, move: PlanMove, week: int | None, day: date) -> PlanPlace:
    if move in (PlanMove.HALF, PlanMove.GOES_ON):
        return replace(place, half_since=day, stands=place.stands and move is PlanMove.HALF)
    if move is PlanMove.STANDS:
        return replace(place, stands=True)
    if move not in _TO_A_WEEK:
        return place
    ends_half = move in (PlanMove.NEXT_WEEK, PlanMove.FULL_AGAIN)
    return replace(
        place,
        week=place.week if week is None else week,
        half_since=None if ends_half else place.half_since,
        keeps_on=place.keeps_on or move is PlanMove.KEEPS_ON,
    )


def _going_well(place: PlanPlace, plan: PlanRecord, week: date) -> PlanPlace:
    """The place one week later if all goes well."""
    if place.half_since is not None and plan.week_of(place.half_since) == week:
        return place
    if place.keeps_on:
        return place
    return replace(place, week=min(place.week + 1, WEEKS + 1), half_since=None)


def _days_of(plan: PlanRecord, day: date, week: int) -> frozenset[int]:
    """The weekdays of the row of `day`: of its first row those that are left from its first day on."""
    controls = plan.controls_on(day)
    wanted = days_in_week(controls, week)
    first = plan.week_of(plan.starts_on)
    if plan.week_of(day) != first:
        return wanted
    days = (first + timedelta(days=n) for n in range(WEEK))
    left = frozenset(each.weekday() for each in days if each >= plan.starts_on)
    return _spread(controls.days & left, len(wanted))


def _spread(days: frozenset[int], wanted: int) -> frozenset[int]:
    """`wanted` of `days`, as far from each other round the week as they can be; the earliest of equal ones."""
    if wanted >= len(days):
        return days
    return frozenset(max(combinations(sorted(days), wanted), key=_gaps))


def _gaps(days: Iterable[int]) -> list[int]:
    """The gaps round the week, the smallest first."""
    first, *others = days
    return sorted((after - day) % WEEK or WEEK for day, after in pairwise([first, *others, first]))


def _from(change: PlanChange) -> date:
    return change.day


def _weeks_from(first: date) -> Iterator[date]:
    while True:
        yield first
        first += timedelta(days=WEEK)
