"""A session that was cut off goes on with the set that was running, with time to get ready, for three hours."""

import itertools
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.record import SessionRecord, SetRecord
from supple.domain.resume import is_offered, last_heard_of, remainder
from supple.domain.routine import Pace, Phase, PhaseKind, Routine, SessionPlan, Step, compile_timeline
from supple.domain.session import Session, SetOutcome
from supple.domain.side import Side

START = datetime(2026, 11, 24, 18, 0, tzinfo=timezone(timedelta(hours=1)))
ALTERNATING = Dose(
    kind=DoseKind.HOLD, sets=3, hold_s=10, order=Order.ALTERNATE, prepare_s=15, switch_s=6, rest_s=0
)
ONE_SIDE = Dose(
    kind=DoseKind.HOLD, sets=2, hold_s=20, order=Order.ONE_SIDE_THEN_OTHER, prepare_s=20, switch_s=8, rest_s=5
)
ROUTINE = Routine(
    id="r",
    name="R",
    when="",
    days="",
    note="",
    steps=(
        Step(exercise_id="a", dose=ALTERNATING),
        Step(exercise_id="b", dose=ONE_SIDE, first_side=Side.RIGHT),
    ),
)
PLAN = SessionPlan(routine=ROUTINE, pace=Pace())
SETS = compile_timeline(ROUTINE).sets


def attempt(phase: Phase, *, outcome: SetOutcome = SetOutcome.COMPLETED, at_s: int = 0) -> SetRecord:
    return SetRecord(
        set_id=f"{phase.step}{phase.side}{phase.set_number}{at_s}",
        session_id="s",
        started_at=START + timedelta(seconds=at_s),
        step=phase.step,
        exercise_id=phase.exercise_id,
        exercise=phase.exercise_id,
        side=phase.side,
        set_number=phase.set_number,
        planned_s=phase.duration_ms / 1000,
        held_s=phase.duration_ms / 1000,
        outcome=outcome,
    )


@given(st.integers(0, len(SETS) - 1))
def test_it_goes_on_with_the_set_that_was_running_and_runs_all_that_is_left(done: int) -> None:
    left = remainder(PLAN, [attempt(phase) for phase in SETS[:done]])
    assert left is not None
    session = Session(left.timeline, max_gap_ms=10**9)
    first = session.start(0, at=left.at)[0].phase
    assert first.kind is PhaseKind.PREPARE
    assert first.duration_ms == {1: 15_000, 2: 20_000}[SETS[done].step]
    events = session.advance(left.timeline.total_ms)
    ran = [event.phase for event in events if hasattr(event, "held_ms")]
    assert [(p.step, p.side, p.set_number) for p in ran] == [
        (p.step, p.side, p.set_number) for p in SETS[done:]
    ]


@given(st.integers(0, len(SETS) - 1))
def test_the_phases_still_follow_on_each_other(done: int) -> None:
    left = remainder(PLAN, [attempt(phase) for phase in SETS[:done]])
    assert left is not None
    phases = left.timeline.phases
    assert phases[0].start_ms == 0
    assert all(a.end_ms == b.start_ms for a, b in itertools.pairwise(phases))


def test_getting_ready_names_the_side_and_set_that_come_next() -> None:
    left = remainder(PLAN, [attempt(phase) for phase in SETS[:3]])
    assert left is not None
    ready = left.timeline.phases[left.at]
    assert (ready.side, ready.set_number) == (Side.RIGHT, 2)
    assert left.next_set.side is Side.RIGHT


def test_a_skipped_set_stays_skipped_and_what_was_done_is_handed_on() -> None:
    left = remainder(PLAN, [attempt(SETS[0]), attempt(SETS[1], outcome=SetOutcome.SKIPPED)])
    assert left is not None
    assert (left.next_set.side, left.next_set.set_number) == (Side.LEFT, 2)
    assert [done.outcome for done in left.done] == [SetOutcome.COMPLETED, SetOutcome.SKIPPED]
    assert left.done[0].held_ms == 10_000


def test_nothing_is_left_after_the_last_set() -> None:
    assert remainder(PLAN, [attempt(phase) for phase in SETS]) is None


def test_a_pace_that_waits_waits_again() -> None:
    left = remainder(SessionPlan(routine=ROUTINE, pace=Pace(prepare_waits=True)), [attempt(SETS[0])])
    assert left is not None
    assert left.timeline.phases[left.at].waits


@pytest.mark.parametrize(("hours", "offered"), [(0, True), (2.99, True), (3.01, False), (-1, True)], ids=str)
def test_it_is_offered_for_three_hours_after_the_last_set(hours: float, *, offered: bool) -> None:
    session = SessionRecord(
        session_id="s", started_at=START, routine_id="r", routine="R", planned_s=1.0, sets_planned=10
    )
    sets = [attempt(SETS[0], at_s=15)]
    heard = last_heard_of(session, sets)
    assert heard == START + timedelta(seconds=25)
    assert is_offered(session, sets, now=heard + timedelta(hours=hours)) is offered
