"""Data folders of somebody who follows a plan: how long, on which days, and what was done of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from supple.domain.exercise import Equipment
from supple.domain.findings import Finding
from supple.domain.plan import (
    HAD_BY_MOST,
    PlanBasis,
    PlanCause,
    PlanChange,
    PlanControls,
    PlanLead,
    PlanMove,
    PlanRecord,
)
from supple.domain.plan_weeks import (
    GENTLE_WEEK,
    PlanWeek,
    WeekKind,
    check_day,
    days_in_week,
)
from supple.domain.record import Occasion, PainRecord, SessionRecord, SetRecord
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.side import Side
from supple.domain.week import week_start
from supple.services.history import History
from supple.services.writes import (
    AddPain,
    AddSelfTest,
    AddSet,
    BeginSession,
    EndSession,
    KeepPlan,
    NoteSession,
)
from supple.storage.database import open_history

from .place import QUIET, checked
from .window import now, ready_folder

LENGTH = PlanBasis(lead=PlanLead.LENGTH, side=Side.LEFT, difference_deg=16.0, held_s=25.0)
Days = Callable[[int], frozenset[int]]


def due_today(today: int) -> frozenset[int]:
    """Five days a week, today one of them and yesterday too."""
    return frozenset((today + n) % 7 for n in (-2, -1, 0, 2, 4))


def rests_today(today: int) -> frozenset[int]:
    """Three days a week, tomorrow one of them."""
    return frozenset((today + n) % 7 for n in (1, 3, 5))


def plan_since(weeks: int, days: Days = due_today, *, routine_id: str = "tight_plan") -> PlanRecord:
    """A plan that began so many weeks before this one."""
    today = now().date()
    first = week_start(today, first_weekday=1) - timedelta(weeks=weeks)
    controls = PlanControls(
        routine_id=routine_id,
        days=days(today.weekday()),
        one_more=Side.LEFT,
        has=HAD_BY_MOST | {Equipment.BED},
    )
    return PlanRecord(
        plan_id="p1",
        created_at=at(first, 8),
        starts_on=first,
        begun_with=controls,
        basis=LENGTH,
    )


def followed(
    *, weeks: int = 2, days: Days = due_today, until: int = 1, change: PlanMove | None = None
) -> Callable[[Path], Path]:
    """Of somebody who did every session of it, easily, up to `until` days ago; `change` was made today."""

    def make(folder: Path) -> Path:
        ready_folder(folder, settings=QUIET)
        plan = plan_since(weeks, days)
        if change is not None:
            made = PlanChange(
                change_id="c",
                at=now(),
                day=now().date(),
                move=change,
                cause=PlanCause.HOLIDAY,
                until=now().date() + timedelta(days=6),
            )
            plan = replace(plan, changes=(made,))
        history = open_history(folder, now=now())
        test = checked(plan.created_at - timedelta(days=2), Finding.LIMITED)
        history.write(AddSelfTest(self_test=test))
        history.write(KeepPlan(plans=(plan,)))
        for day in sessions_until(plan, now().date() - timedelta(days=until)):
            do_session(history, day, routine_of(plan, day))
        history.close()
        return folder

    return make


def to_check(days: Days) -> Callable[[Path], Path]:
    """Of somebody who did every session for two weeks, and put the check of the second off to today."""

    def make(folder: Path) -> Path:
        followed(weeks=2, days=days)(folder)
        plan = plan_since(2, days)
        last_week = PlanWeek(
            first=plan.starts_on + timedelta(weeks=1), number=2, half=False, again=False, kind=WeekKind.FULL
        )
        due = check_day(plan, last_week, today=now().date())
        assert due is not None
        made = PlanChange(
            change_id="c",
            at=at(due, 20),
            day=due,
            move=PlanMove.CHECK_OFF,
            cause=PlanCause.ASKED,
            until=now().date(),
        )
        history = open_history(folder, now=now())
        history.write(KeepPlan(plans=(replace(plan, changes=(made,)),)))
        history.close()
        return folder

    return make


def kept(*plans: PlanRecord) -> Callable[[Path], Path]:
    """Of somebody with these plans and nothing done."""

    def make(folder: Path) -> Path:
        ready_folder(folder, settings=QUIET)
        history = open_history(folder, now=now())
        history.write(KeepPlan(plans=plans))
        history.close()
        return folder

    return make


def sessions_until(plan: PlanRecord, last: date) -> Sequence[date]:
    """The days with a session, if every week went well."""
    days = (plan.starts_on + timedelta(days=n) for n in range((last - plan.starts_on).days + 1))
    return [day for day in days if day.weekday() in days_in_week(plan.begun_with, min(4, week_of(plan, day)))]


def week_of(plan: PlanRecord, day: date) -> int:
    """In which week of the plan a day lies, if every week went well."""
    return (day - plan.starts_on).days // 7 + 1


def routine_of(plan: PlanRecord, day: date) -> str:
    """What is done on it."""
    return GENTLE_WEEK if week_of(plan, day) == 1 else plan.begun_with.routine_id


def do_session(
    history: History, day: date, routine_id: str, *, after: int = 2, morning: int | None = 1
) -> None:
    """Keep a session that was done to its end, and how the morning after it was."""
    name, begun = f"s{day}", at(day, 9)
    session = SessionRecord(
        session_id=name,
        started_at=begun,
        routine_id=routine_id,
        routine="A session",
        planned_s=840.0,
        sets_planned=20,
        pain_before=3,
    )
    history.write(BeginSession(session=session))
    record = SetRecord(
        set_id=name,
        session_id=name,
        started_at=begun,
        step=1,
        exercise_id="a1_piriformis_supine",
        exercise="Piriformis stretch",
        side=Side.LEFT,
        set_number=1,
        planned_s=20.0,
        held_s=20.0,
        outcome=SetOutcome.COMPLETED,
    )
    history.write(AddSet(record=record, done_s=20.0))
    history.write(
        EndSession(
            session_id=name,
            ended_at=begun + timedelta(minutes=14),
            outcome=SessionOutcome.COMPLETED,
            done_s=840.0,
        )
    )
    history.write(NoteSession(session_id=name, pain_after=after, note=""))
    if morning is not None:
        rating = PainRecord(
            pain_id=f"m{name}",
            rated_at=at(day + timedelta(days=1), 8),
            occasion=Occasion.NEXT_MORNING,
            score=morning,
            session_id=name,
        )
        if rating.rated_at <= now():
            history.write(AddPain(pain=rating))


def at(day: date, hour: int) -> datetime:
    """An hour of a day, where the person is."""
    return datetime.combine(day, datetime.min.time()).astimezone() + timedelta(hours=hour)
