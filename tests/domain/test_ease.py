"""After pain: what is left of a step is done easier, the steps after it are as they were."""

import pytest
from tests.domain.test_resume import attempt

from supple.domain.ease import ease_at, eased, plan_timeline
from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.resume import remainder
from supple.domain.routine import (
    SHIPPED_PACE,
    Phase,
    PhaseKind,
    Routine,
    SessionPlan,
    Step,
    Timeline,
    compile_timeline,
)
from supple.domain.session import (
    Paused,
    PauseReason,
    PhaseStarted,
    Session,
    SessionState,
    SetEnded,
    SetOutcome,
)
from supple.domain.side import Side

HOLDS = Dose(kind=DoseKind.HOLD, sets=2, order=Order.ALTERNATE, prepare_s=15, rest_s=5, switch_s=6, hold_s=21)
EASIER = Step(
    exercise_id="chair",
    dose=Dose(
        kind=DoseKind.HOLD,
        sets=1,
        order=Order.ONE_SIDE_THEN_OTHER,
        prepare_s=10,
        rest_s=5,
        switch_s=8,
        hold_s=30,
    ),
    first_side=Side.RIGHT,
)
REPS = Dose(kind=DoseKind.REPS, sets=2, order=Order.ALTERNATE, prepare_s=15, rest_s=40, reps=5, rep_s=4)
FIRST_RIGHT = 3  # prepare, hold left, switch, hold right


def _routine(dose: Dose = HOLDS) -> Routine:
    steps = (Step(exercise_id="floor", dose=dose), Step(exercise_id="last", dose=HOLDS))
    return Routine(id="r", name="R", when="", days="", note="", steps=steps)


def _line(phase: Phase) -> tuple[str, str, Side, int, int]:
    return phase.exercise_id, phase.kind.value, phase.side, phase.set_number, phase.duration_ms // 1000


def _step(timeline: Timeline, step: int) -> list[Phase]:
    return [phase for phase in timeline.phases if phase.step == step]


def _ease(timeline: Timeline, index: int, instead: Step | None) -> Timeline:
    ease = ease_at(timeline, index, instead)
    assert ease is not None
    return eased(timeline, ease, SHIPPED_PACE)


def test_the_easier_exercise_takes_the_place_of_the_rest_of_the_step() -> None:
    before = compile_timeline(_routine())
    after = _ease(before, FIRST_RIGHT, EASIER)
    assert after.phases[: FIRST_RIGHT + 1] == before.phases[: FIRST_RIGHT + 1]
    assert [_line(phase) for phase in _step(after, 1)][FIRST_RIGHT + 1 :] == [
        ("chair", "prepare", Side.RIGHT, 1, 10),
        ("chair", "hold", Side.RIGHT, 1, 30),
        ("chair", "switch", Side.LEFT, 1, 8),
        ("chair", "hold", Side.LEFT, 1, 30),
    ]
    assert [_line(phase) for phase in _step(after, 2)] == [_line(phase) for phase in _step(before, 2)]


def test_without_an_easier_exercise_the_set_that_hurt_and_the_rest_take_half_the_time() -> None:
    after = _ease(compile_timeline(_routine()), FIRST_RIGHT, None)
    easier = _step(after, 1)[FIRST_RIGHT + 1 :]
    assert [_line(phase) for phase in easier] == [
        ("floor", "prepare", Side.RIGHT, 1, 15),
        ("floor", "hold", Side.RIGHT, 1, 10),
        ("floor", "switch", Side.LEFT, 2, 6),
        ("floor", "hold", Side.LEFT, 2, 10),
        ("floor", "switch", Side.RIGHT, 2, 6),
        ("floor", "hold", Side.RIGHT, 2, 10),
    ]
    assert all(phase.half_range for phase in easier)
    assert not any(phase.half_range for phase in _step(after, 2))


def test_half_of_five_repetitions_on_each_side_is_three_at_the_same_pace() -> None:
    after = _ease(compile_timeline(_routine(REPS)), 1, None)
    again = next(phase for phase in after.phases if phase.half_range and phase.kind is PhaseKind.REPS)
    assert (again.reps, again.duration_ms) == (3, 3 * 2 * 4 * 1000)


@pytest.mark.parametrize("instead", [EASIER, None])
def test_the_phases_follow_one_another_without_a_gap(instead: Step | None) -> None:
    after = _ease(compile_timeline(_routine()), FIRST_RIGHT, instead)
    at_ms = 0
    for phase in after.phases:
        assert phase.start_ms == at_ms
        at_ms = phase.end_ms
    assert after.total_ms == at_ms


def test_what_hurts_in_a_break_is_the_set_that_comes() -> None:
    before = compile_timeline(_routine())
    after = _ease(before, 2, EASIER)
    assert after.phases[:3] == before.phases[:3]
    assert _line(after.phases[3]) == ("chair", "prepare", Side.RIGHT, 1, 10)


def test_what_hurts_again_is_halved_where_it_is_now() -> None:
    once = _ease(compile_timeline(_routine()), FIRST_RIGHT, EASIER)
    place = next(n for n, p in enumerate(once.phases) if p.exercise_id == "chair" and p.kind.is_set)
    twice = _ease(once, place, None)
    assert [_line(p)[:2] + _line(p)[4:] for p in twice.phases[place : place + 3]] == [
        ("chair", "hold", 30),
        ("chair", "prepare", 10),
        ("chair", "hold", 15),
    ]


def test_a_session_goes_on_with_getting_ready_for_the_easier_exercise() -> None:
    timeline = compile_timeline(_routine())
    session = Session(timeline)
    session.start(0, at=1)
    ended, paused = session.hurt(1_400)
    assert isinstance(ended, SetEnded)
    assert (ended.outcome, paused) == (SetOutcome.CUT_SHORT, Paused(reason=PauseReason.PAIN))
    _, started = session.go_easier(60_000, _ease(timeline, session.index, EASIER))
    assert isinstance(started, PhaseStarted)
    assert (started.phase.exercise_id, started.due_ms) == ("chair", 60_000)
    assert session.state is SessionState.RUNNING
    assert session.elapsed_ms(60_500) == 500


@pytest.mark.parametrize("instead", [EASIER, None])
def test_a_session_cut_off_after_that_goes_on_easier(instead: Step | None) -> None:
    routine = _routine()
    ease = ease_at(compile_timeline(routine), FIRST_RIGHT, instead)
    assert ease is not None
    plan = SessionPlan(routine=routine, pace=SHIPPED_PACE, eases=(ease,))
    timeline = plan_timeline(plan)
    done = [phase for phase in timeline.sets if phase.step == 1][
        :3
    ]  # left, the right that hurt, and one easier
    left = remainder(plan, [attempt(phase) for phase in done])
    assert left is not None
    assert [told.phase for told in left.done] == done
    assert left.next_set.exercise_id == ("chair" if instead else "floor")
    assert left.next_set.half_range is (instead is None)
    assert left.next_set.side is Side.LEFT
