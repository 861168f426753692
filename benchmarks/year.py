"""A year of somebody's records, written the way the program writes them: four sessions a week, a check every month.

A plan that has run for two weeks can be added.
"""

from datetime import datetime, timedelta
from pathlib import Path

from supple.domain.findings import Finding
from supple.domain.plan import PlanBasis, PlanControls, PlanLead, PlanRecord
from supple.domain.plan_weeks import GENTLE_WEEK, LENGTH_PLAN, USUAL_DAYS, days_in_week
from supple.domain.record import Check, CheckRecord, SelfTestRecord, SessionRecord, SetRecord, whole_round
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.side import Side
from supple.services.history import History
from supple.services.writes import (
    AddSafety,
    AddSelfTest,
    AddSet,
    BeginSession,
    EndSession,
    KeepPlan,
    NoteSession,
)
from supple.storage.database import open_history

SETS = (("piriformis_stretch", 10.0, 10), ("gluteal_stretch", 20.0, 4), ("hip_flexor_stretch", 20.0, 4))
TRAINING_DAYS = (0, 2, 4, 5)


def write_a_year(folder: Path) -> None:
    """Fill the history in `folder` up to today."""
    now = datetime.now().astimezone()
    history = open_history(folder, now=now)
    first = now - timedelta(days=364)
    history.write(AddSafety(safety=whole_round(first, frozenset())))
    for day in range(365):
        moment = first + timedelta(days=day) - timedelta(hours=1)
        if moment.weekday() in TRAINING_DAYS:
            _write_session(history, f"{day:032x}", moment)
        if day % 30 == 0:
            history.write(AddSelfTest(self_test=_self_test(f"{day:032x}", moment)))
    history.write(AddSafety(safety=whole_round(now, frozenset())))  # or they are asked for again
    history.close()


def add_a_plan(folder: Path) -> None:
    """A plan that began two weeks before this one, with its sessions done up to yesterday."""
    now = datetime.now().astimezone()
    monday = now - timedelta(days=now.weekday() + 14)
    controls = PlanControls(routine_id=LENGTH_PLAN, days=USUAL_DAYS[LENGTH_PLAN], one_more=Side.LEFT)
    plan = PlanRecord(
        plan_id="plan",
        created_at=monday - timedelta(hours=1),
        starts_on=monday.date(),
        begun_with=controls,
        basis=PlanBasis(lead=PlanLead.LENGTH, side=Side.LEFT, difference_deg=16.0),
    )
    history = open_history(folder, now=now)
    history.write(KeepPlan(plans=(plan,)))
    for day in range((now.date() - plan.starts_on).days):
        moment = monday + timedelta(days=day)
        week = day // 7 + 1
        if moment.weekday() in days_in_week(controls, week):
            routine = GENTLE_WEEK if week == 1 else LENGTH_PLAN
            _write_session(history, f"p{day:031x}", moment, routine_id=routine)
    history.close()


def _write_session(
    history: History, session_id: str, started_at: datetime, *, routine_id: str = "article_routine"
) -> None:
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id=session_id,
                started_at=started_at,
                routine_id=routine_id,
                routine="The article's routine",
                planned_s=755.0,
                sets_planned=36,
                pain_before=3,
            )
        )
    )
    done_s = 0.0
    for step, (exercise, hold_s, per_side) in enumerate(SETS, start=1):
        for number in range(1, per_side + 1):
            for side in (Side.LEFT, Side.RIGHT):
                done_s += hold_s
                record = SetRecord(
                    set_id=f"{session_id[16:]}{step:04x}{number:04x}{side.value:0>8}",
                    session_id=session_id,
                    started_at=started_at + timedelta(seconds=done_s),
                    step=step,
                    exercise_id=exercise,
                    exercise=exercise,
                    side=side,
                    set_number=number,
                    planned_s=hold_s,
                    held_s=hold_s,
                    outcome=SetOutcome.COMPLETED,
                )
                history.write(AddSet(record=record, done_s=done_s))
    ended_at = started_at + timedelta(seconds=755)
    history.write(
        EndSession(session_id=session_id, ended_at=ended_at, outcome=SessionOutcome.COMPLETED, done_s=755.0)
    )
    history.write(NoteSession(session_id=session_id, pain_after=2, note=""))


def _self_test(self_test_id: str, taken_at: datetime) -> SelfTestRecord:
    found = {Side.LEFT: Finding.LIMITED, Side.RIGHT: Finding.LEVEL}
    answers = {Side.LEFT: "clearly lifted", Side.RIGHT: "small gap"}
    checks = tuple(
        CheckRecord(
            check=Check.HIP_LENGTH_FLOOR,
            side=side,
            try_number=number,
            answer=answers[side],
            finding=found[side],
        )
        for side in (Side.LEFT, Side.RIGHT)
        for number in (1, 2)
    )
    return SelfTestRecord(self_test_id=self_test_id, taken_at=taken_at, checks=checks)
