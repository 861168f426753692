"""One run of a routine, told the time by hand."""

from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.routine import Pace, PhaseKind, Routine, Step, compile_timeline
from supple.domain.session import (
    CountdownReached,
    Event,
    Paused,
    PauseReason,
    PhaseStarted,
    Resumed,
    Session,
    SessionEnded,
    SessionOutcome,
    SessionState,
    SetEnded,
    SetOutcome,
)
from supple.domain.side import Side

HOLD_10 = Dose(
    kind=DoseKind.HOLD, sets=1, order=Order.ONE_SIDE_THEN_OTHER, prepare_s=5, switch_s=6, hold_s=10
)


def session(pace: Pace | None = None) -> Session:
    """Prepare 5 s, hold left 10 s, switch 6 s, hold right 10 s."""
    routine = Routine(
        id="r", name="R", when="", days="", note="", steps=(Step(exercise_id="a", dose=HOLD_10),)
    )
    return Session(compile_timeline(routine, pace or Pace()))


def run(session: Session, *, since: int, until: int, every: int = 100) -> list[Event]:
    """Every event from `since` to `until`, told the time as a heartbeat does."""
    events: list[Event] = []
    for now_ms in [*range(since, until, every), until]:
        events += session.advance(now_ms)
    return events


def sets(events: list[Event]) -> list[tuple[Side, int, SetOutcome]]:
    return [(e.phase.side, e.held_ms, e.outcome) for e in events if isinstance(e, SetEnded)]


def begun(events: list[Event]) -> list[tuple[PhaseKind, Side, int]]:
    return [(e.phase.kind, e.phase.side, e.due_ms) for e in events if isinstance(e, PhaseStarted)]


def test_a_session_left_alone_plays_every_phase_on_time() -> None:
    s = session()
    events = s.start(1000) + run(s, since=1000, until=32_000, every=37)
    assert begun(events) == [
        (PhaseKind.PREPARE, Side.LEFT, 1000),
        (PhaseKind.HOLD, Side.LEFT, 6000),
        (PhaseKind.SWITCH, Side.RIGHT, 16_000),
        (PhaseKind.HOLD, Side.RIGHT, 22_000),
    ]
    assert sets(events) == [
        (Side.LEFT, 10_000, SetOutcome.COMPLETED),
        (Side.RIGHT, 10_000, SetOutcome.COMPLETED),
    ]
    assert events[-1] == SessionEnded(outcome=SessionOutcome.COMPLETED, done_ms=31_000)
    assert s.state is SessionState.ENDED


def test_late_calls_never_move_the_next_boundary() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=4900)
    events = s.advance(6100)
    assert begun(events) == [(PhaseKind.HOLD, Side.LEFT, 5000)]
    assert s.remaining_ms(6100) == 8900


def test_a_phase_counts_its_last_three_seconds_down_once() -> None:
    s = session()
    events = s.start(0) + run(s, since=0, until=5000)
    counted = [(e.seconds_left, e.due_ms) for e in events if isinstance(e, CountdownReached)]
    assert counted == [(3, 2000), (2, 3000), (1, 4000)]


def test_pausing_keeps_the_time_left() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=7000)
    assert s.pause(7123) == [Paused(reason=PauseReason.PERSON)]
    assert s.remaining_ms(7123) == 7877
    assert s.advance(900_000) == []
    assert s.resume(1_000_000) == [Resumed()]
    assert s.remaining_ms(1_000_000) == 7877
    assert s.deadline_ms() == 1_000_000 + 7877 - 3000


def test_a_pause_does_not_count_as_held() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=6000)
    s.pause(6000)
    s.resume(60_000)
    assert sets(s.skip(61_000)) == [(Side.LEFT, 2000, SetOutcome.CUT_SHORT)]


def test_a_gap_pauses_where_the_person_was() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=8000)
    assert s.advance(500_000) == [Paused(reason=PauseReason.STALL)]
    assert s.remaining_ms(500_000) == 7000


def test_a_sleep_told_by_the_machine_pauses_too() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=8000)
    assert s.interrupt(8050) == [Paused(reason=PauseReason.GAP)]
    assert s.remaining_ms(8050) == 7000


def test_skipping_within_a_second_counts_as_skipped_later_as_cut_short() -> None:
    for held_ms, outcome in ((999, SetOutcome.SKIPPED), (1000, SetOutcome.CUT_SHORT)):
        s = session()
        s.start(0)
        run(s, since=0, until=5000)
        events = s.skip(5000 + held_ms)
        assert sets(events) == [(Side.LEFT, held_ms, outcome)]
        assert begun(events) == [(PhaseKind.SWITCH, Side.RIGHT, 5000 + held_ms)]


def test_skipping_the_last_set_ends_the_session() -> None:
    s = session()
    s.start(0, at=3)
    events = s.skip(400)
    assert sets(events) == [(Side.RIGHT, 400, SetOutcome.SKIPPED)]
    assert events[-1] == SessionEnded(outcome=SessionOutcome.COMPLETED, done_ms=400)


def test_previous_starts_a_phase_again_and_early_in_it_the_one_before() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=9000)
    again = s.previous(9000)
    assert sets(again) == [(Side.LEFT, 4000, SetOutcome.CUT_SHORT)]
    assert begun(again) == [(PhaseKind.HOLD, Side.LEFT, 9000)]
    assert begun(s.previous(9500)) == [(PhaseKind.PREPARE, Side.LEFT, 9500)]


def test_going_on_from_a_long_pause_by_skip_or_previous_is_no_gap() -> None:
    for step in (Session.skip, Session.previous):
        s = session()
        s.start(0)
        run(s, since=0, until=8000)
        s.pause(8000)
        step(s, 70_000)
        assert s.advance(70_100) == []
        assert s.state is SessionState.RUNNING


def test_what_hurt_is_over_and_going_on_begins_what_follows() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=8000)
    events = s.hurt(8000)
    assert sets(events) == [(Side.LEFT, 3000, SetOutcome.CUT_SHORT)]
    assert events[-1] == Paused(reason=PauseReason.PAIN)
    on = s.resume(20_000)
    assert begun(on) == [(PhaseKind.SWITCH, Side.RIGHT, 20_000)]
    assert sets(on) == []


def test_pain_while_paused_is_heard_too() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=8000)
    s.pause(8000)
    events = s.hurt(30_000)
    assert sets(events) == [(Side.LEFT, 3000, SetOutcome.CUT_SHORT)]
    assert events[-1] == Paused(reason=PauseReason.PAIN)


def test_stopping_tells_what_was_done() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=8000)
    events = s.stop(8000, SessionOutcome.STOPPED_FOR_PAIN)
    assert sets(events) == [(Side.LEFT, 3000, SetOutcome.CUT_SHORT)]
    assert events[-1] == SessionEnded(outcome=SessionOutcome.STOPPED_FOR_PAIN, done_ms=8000)
    assert s.skip(8100) == s.pause(8100) == s.resume(8100) == s.advance(8100) == []


def test_a_phase_that_waits_ends_when_the_person_says_so() -> None:
    s = session(Pace(prepare_waits=True, switch_waits=True))
    assert begun(s.start(0)) == [(PhaseKind.PREPARE, Side.LEFT, 0)]
    assert s.state is SessionState.WAITING
    assert s.deadline_ms() is None
    assert run(s, since=0, until=60_000) == []
    assert begun(s.go_on(60_000)) == [(PhaseKind.HOLD, Side.LEFT, 60_000)]
    assert s.advance(60_100) == []


def test_starting_at_a_later_phase_leaves_the_earlier_out() -> None:
    s = session()
    assert begun(s.start(0, at=1)) == [(PhaseKind.HOLD, Side.LEFT, 0)]
    assert s.time_left_ms(0) == 26_000


def test_skipping_everything_is_no_routine_done() -> None:
    s = session()
    s.start(0)
    events = [event for _ in s.timeline.phases for event in s.skip(0)]
    assert isinstance(events[-1], SessionEnded)
    assert events[-1].outcome is SessionOutcome.STOPPED


def test_a_session_that_was_stopped_has_left_what_was_not_done() -> None:
    s = session()
    total_ms = s.timeline.total_ms
    s.start(0)
    run(s, since=0, until=6000)
    s.stop(6000)
    assert s.time_left_ms(9000) == total_ms - 6000
    skipped = session()
    skipped.start(0)
    for _ in skipped.timeline.phases:
        skipped.skip(0)
    assert skipped.time_left_ms(0) == total_ms


def test_a_session_that_came_to_its_end_has_nothing_left() -> None:
    s = session()
    s.start(0)
    run(s, since=0, until=s.timeline.total_ms)
    assert s.state is SessionState.ENDED
    assert s.time_left_ms(s.timeline.total_ms) == 0
