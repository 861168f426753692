"""What a person changes in a plan: each gives the plan anew, with a change that says so and can be taken back."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from supple.domain.plan import (
    WEEKS,
    PlanCause,
    PlanChange,
    PlanControls,
    PlanMove,
    PlanRecord,
    PlanStep,
)
from supple.domain.plan_light import PlannedSession

_STAYS = frozenset({PlanMove.STANDS, PlanMove.GOES_ON, PlanMove.NOT_YET})
"""What cannot be taken back: a red sign is answered, not undone, and an offer comes again by itself."""
_MOVES_WEEKS = frozenset(
    {
        PlanMove.NEXT_WEEK,
        PlanMove.WEEK_AGAIN,
        PlanMove.HALF,
        PlanMove.HALF_AGAIN,
        PlanMove.FULL_AGAIN,
        PlanMove.WEEK_BACK,
        PlanMove.OVER,
        PlanMove.KEEPS_ON,
        PlanMove.GOES_ON,
    }
)


def step_taken(plan: PlanRecord, step: PlanStep, now: datetime) -> PlanRecord:
    """One step up, as it was offered."""
    return plan.with_change(_made(now, PlanMove.STEP_UP, PlanCause.TWO_GREEN, step=step))


def step_put_off(plan: PlanRecord, step: PlanStep, now: datetime) -> PlanRecord:
    """Not yet: it is offered again after two more green sessions."""
    return plan.with_change(_made(now, PlanMove.NOT_YET, PlanCause.ASKED, step=step))


def paused(
    plan: PlanRecord, cause: PlanCause, now: datetime, *, first: date | None = None, last: date | None = None
) -> PlanRecord:
    """Days off from `first` (today) to `last` (without end): nothing is due and nothing moves."""
    change = _made(now, PlanMove.PAUSED, cause, until=last)
    return plan.with_change(replace(change, day=first or now.date()))


def resumed(plan: PlanRecord, now: datetime) -> PlanRecord:
    """The pause of today ends with yesterday."""
    return plan.with_change(_made(now, PlanMove.RESUMED, PlanCause.ASKED))


def was_away(plan: PlanRecord, last: PlannedSession | None, now: datetime) -> PlanRecord:
    """The days since the last session were a pause: the week back that they brought is taken back."""
    first = last.day + timedelta(days=1) if last is not None else plan.starts_on
    until = now.date() - timedelta(days=1)
    back = week_back(plan)
    if back is not None:
        plan = taken_back(plan, back, now)
    return plan if until < first else paused(plan, PlanCause.AWAY, now, first=first, last=until)


def set_anew(plan: PlanRecord, controls: PlanControls, now: datetime) -> PlanRecord:
    """Other controls from today on; the same change nothing."""
    if controls == plan.controls:
        return plan
    return plan.with_change(_made(now, PlanMove.SET_ANEW, PlanCause.ASKED, controls=controls))


def kept_on(plan: PlanRecord, now: datetime) -> PlanRecord:
    """After the four weeks: the fourth goes on until the plan is ended."""
    return plan.with_change(replace(_made(now, PlanMove.KEEPS_ON, PlanCause.ASKED), week=WEEKS))


def rated(plan: PlanRecord, activity: str, score: int, now: datetime) -> PlanRecord:
    """How well an activity of one's own goes, 0 (unable) to 10 (as before) (docs/EVIDENCE.md 8.5)."""
    change = _made(now, PlanMove.RATED, PlanCause.ASKED)
    return plan.with_change(replace(change, number=score, words=activity))


def check_put_off(plan: PlanRecord, now: datetime) -> PlanRecord:
    """The check of today is due tomorrow instead."""
    return plan.with_change(
        _made(now, PlanMove.CHECK_OFF, PlanCause.ASKED, until=now.date() + timedelta(days=1))
    )


def rests_for_another(plan: PlanRecord, now: datetime) -> PlanRecord:
    """Another plan runs: this one is paused without end."""
    return paused(plan, PlanCause.OTHER_PLAN, now)


def ended(plan: PlanRecord, now: datetime) -> PlanRecord:
    """The plan is over; what was done stays."""
    return plan if plan.ended_at is not None else replace(plan, ended_at=now)


def can_be_taken_back(plan: PlanRecord, change: PlanChange) -> bool:
    """Whether `change` holds and nothing that was built on it does: of moves between weeks only the last one."""
    if not change.holds or change.move in _STAYS or plan.ended_at is not None:
        return False
    if change.move in _MOVES_WEEKS:
        moves = [each for each in plan.holding if each.move in _MOVES_WEEKS or each.move is PlanMove.STANDS]
        return moves[-1] is change or moves[-1] == change
    same = [each for each in plan.holding if each.move is change.move]
    return same[-1] == change


def taken_back(plan: PlanRecord, change: PlanChange, now: datetime) -> PlanRecord:
    """`plan` as if `change` had not been made; the line stays, with the time. One that stays changes nothing."""
    if not can_be_taken_back(plan, change):
        return plan
    undone = replace(change, taken_back_at=now)
    return replace(plan, changes=tuple(undone if each == change else each for each in plan.changes))


def week_back(plan: PlanRecord) -> PlanChange | None:
    """The week back that holds and can be taken back."""
    backs = [c for c in plan.holding if c.move is PlanMove.WEEK_BACK and can_be_taken_back(plan, c)]
    return backs[-1] if backs else None


def _made(
    now: datetime,
    move: PlanMove,
    cause: PlanCause,
    *,
    step: PlanStep | None = None,
    until: date | None = None,
    controls: PlanControls | None = None,
) -> PlanChange:
    return PlanChange(
        change_id=f"{move}:{now.isoformat()}",
        at=now,
        day=now.date(),
        move=move,
        cause=cause,
        step=step,
        until=until,
        controls=controls,
    )
