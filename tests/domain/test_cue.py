"""Which sound an event of a session calls for, and which comes too late to be true."""

from itertools import pairwise

from supple.domain.cue import TOO_LATE_MS, Cue, cue_of
from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.routine import Pace, Routine, Step, compile_timeline
from supple.domain.session import Event, Session, SessionEnded, SetEnded

TWO_SETS = Dose(
    kind=DoseKind.HOLD,
    sets=2,
    order=Order.ONE_SIDE_THEN_OTHER,
    prepare_s=5,
    switch_s=6,
    rest_s=8,
    hold_s=10,
)


def events(*, stopped_at_ms: int | None = None) -> list[Event]:
    """What happens in a session of two holds on each side, to its end or until it is stopped."""
    steps = (Step(exercise_id="a", dose=TWO_SETS),)
    routine = Routine(id="r", name="R", when="", days="", note="", steps=steps)
    session = Session(compile_timeline(routine, Pace()))
    happened = list(session.start(0))
    for now_ms in range(0, stopped_at_ms or 120_000, 100):
        happened += session.advance(now_ms)
    return happened + list(session.stop(stopped_at_ms) if stopped_at_ms else ())


def cues(late_ms: float = 0) -> list[Cue]:
    return [cue for event in events() if (cue := cue_of(event, late_ms=late_ms))]


def test_a_whole_session_sounds_from_getting_ready_to_its_end() -> None:
    assert cues()[:5] == [Cue.PREPARE, Cue.COUNTDOWN, Cue.COUNTDOWN, Cue.COUNTDOWN, Cue.HOLD]
    assert cues()[-1] is Cue.FINISH
    assert set(cues()) == set(Cue)


def test_ticks_end_a_set_and_countdowns_begin_one() -> None:
    for before, cue in pairwise(cues()):
        if cue is Cue.HOLD:
            assert before is Cue.COUNTDOWN
        if cue in (Cue.SWITCH, Cue.REST, Cue.FINISH):
            assert before is Cue.TICK


def test_a_sound_that_comes_too_late_is_left_out_but_for_the_change_of_sides_and_the_end() -> None:
    assert set(cues(TOO_LATE_MS + 1)) == {Cue.SWITCH, Cue.FINISH}
    assert set(cues(TOO_LATE_MS)) == set(Cue)


def test_a_set_that_ends_has_no_sound_of_its_own() -> None:
    ended = [event for event in events() if isinstance(event, SetEnded)]
    assert len(ended) == 4
    assert [cue_of(event, late_ms=0) for event in ended] == [None] * 4


def test_a_session_that_is_stopped_ends_without_a_sound() -> None:
    end = events(stopped_at_ms=7_000)[-1]
    assert isinstance(end, SessionEnded)
    assert cue_of(end, late_ms=0) is None
