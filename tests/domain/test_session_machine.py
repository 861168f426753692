"""The session against a plain count of milliseconds, whatever is pressed and whenever the clock is told."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.routine import Pace, Phase, Routine, Step, Timeline, compile_timeline
from supple.domain.session import (
    CountdownReached,
    Event,
    Paused,
    PauseReason,
    PhaseStarted,
    Session,
    SessionEnded,
    SessionOutcome,
    SessionState,
    SetEnded,
    SetOutcome,
)
from supple.domain.side import Side

TICK_MS = 700  # a heartbeat that is late
LATEST_MS = 1500  # the latest that is no gap

doses = st.builds(
    Dose,
    kind=st.just(DoseKind.HOLD),
    sets=st.integers(1, 2),
    order=st.sampled_from(Order),
    prepare_s=st.integers(0, 5),
    rest_s=st.integers(0, 4),
    switch_s=st.integers(0, 4),
    hold_s=st.integers(1, 5),
)
steps = st.builds(
    Step, exercise_id=st.just("a"), dose=doses, first_side=st.sampled_from((Side.LEFT, Side.RIGHT))
)
paces = st.builds(Pace, prepare_waits=st.booleans(), switch_waits=st.booleans())


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    routine_steps = draw(st.lists(steps, min_size=1, max_size=2))
    routine = Routine(id="r", name="R", when="", days="", note="", steps=tuple(routine_steps))
    return compile_timeline(routine, draw(paces))


class Model:
    """Where a person is who counts every millisecond of every phase."""

    def __init__(self, timeline: Timeline) -> None:
        self.phases = timeline.phases
        self.index = 0
        self.elapsed = 0
        self.done = 0
        self.state = SessionState.RUNNING
        self.over = False  # the present set has been told
        self.sets: list[tuple[int, int, SetOutcome]] = []
        self.enter(0)

    @property
    def phase(self) -> Phase:
        return self.phases[self.index]

    def enter(self, index: int) -> None:
        self.index, self.elapsed, self.over = index, 0, False
        self.state = SessionState.WAITING if self.phase.waits else SessionState.RUNNING

    def leave(self) -> None:
        self.done += self.elapsed
        if self.index + 1 < len(self.phases):
            self.enter(self.index + 1)
        else:
            self.state = SessionState.ENDED

    def end_set(self, outcome: SetOutcome | None = None) -> None:
        if self.phase.kind.is_set and not self.over:
            self.over = True
            early = SetOutcome.SKIPPED if self.elapsed < 1000 else SetOutcome.CUT_SHORT
            self.sets.append((self.index, self.elapsed, outcome or early))

    def run(self, ms: int) -> None:
        while ms and self.state is SessionState.RUNNING:
            part = min(ms, self.phase.duration_ms - self.elapsed)
            self.elapsed += part
            ms -= part
            if self.elapsed == self.phase.duration_ms:
                self.end_set(SetOutcome.COMPLETED)
                self.leave()
        if self.state is SessionState.WAITING:
            self.elapsed += ms


class SessionMachine(RuleBasedStateMachine):
    @initialize(timeline=timelines(), now_ms=st.integers(0, 10_000))
    def start(self, timeline: Timeline, now_ms: int) -> None:
        self.now_ms = now_ms
        self.session = Session(timeline)
        self.model = Model(timeline)
        self.events: list[Event] = []
        self.tell(self.session.start(now_ms))

    def tell(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, PhaseStarted | CountdownReached):
                assert event.due_ms <= self.now_ms
        self.events += events

    def tick_to(self, until_ms: int, *, tick_ms: int = TICK_MS) -> None:
        """Tell the time as a heartbeat does until it is `until_ms`."""
        while self.now_ms < until_ms:
            ms = min(tick_ms, until_ms - self.now_ms)
            self.now_ms += ms
            if self.model.state in (SessionState.RUNNING, SessionState.WAITING):
                self.model.run(ms)
            self.tell(self.session.advance(self.now_ms))

    @rule(ms=st.integers(0, 2500), tick_ms=st.sampled_from((TICK_MS, LATEST_MS)))
    def time_passes(self, ms: int, tick_ms: int) -> None:
        self.tick_to(self.now_ms + ms, tick_ms=tick_ms)

    @rule()
    def time_passes_in_the_longest_step(self) -> None:
        self.tick_to(self.now_ms + LATEST_MS, tick_ms=LATEST_MS)

    @rule(held_ms=st.sampled_from((1000, 2000)), offset_ms=st.sampled_from((-1, 0, 1)))
    def time_passes_to_where_a_press_means_something_else(self, held_ms: int, offset_ms: int) -> None:
        """After one second a set counts, after two Previous stays in the phase."""
        if self.session.state is SessionState.RUNNING:
            left_ms = held_ms - self.session.elapsed_ms(self.now_ms)
            self.tick_to(self.now_ms + left_ms + offset_ms)

    @rule(offset_ms=st.sampled_from((-1, 0, 1)))
    def time_passes_to_a_boundary(self, offset_ms: int) -> None:
        """Random times alone miss the difference between "at" and "after"."""
        deadline_ms = self.session.deadline_ms()
        if deadline_ms is not None:
            self.tick_to(deadline_ms + offset_ms)

    @rule(offset_ms=st.sampled_from((-1, 0, 1)))
    def time_passes_to_the_end_of_the_phase(self, offset_ms: int) -> None:
        if self.session.state is SessionState.RUNNING:
            self.tick_to(self.now_ms + self.session.remaining_ms(self.now_ms) + offset_ms)

    @precondition(lambda self: self.session.state is SessionState.RUNNING)
    @rule(extra_ms=st.sampled_from((1, 2, 5000, 3_600_000)))
    def the_machine_sleeps(self, extra_ms: int) -> None:
        told = self.now_ms
        self.now_ms += LATEST_MS + extra_ms
        assert self.session.advance(self.now_ms) == [Paused(reason=PauseReason.STALL)]
        self.model.state = SessionState.PAUSED
        assert self.session.remaining_ms(told) == self.session.remaining_ms(self.now_ms)

    @rule()
    def pause(self) -> None:
        self.tell(self.session.pause(self.now_ms))
        if self.model.state in (SessionState.RUNNING, SessionState.WAITING):
            self.model.state = SessionState.PAUSED

    @rule(away_ms=st.integers(0, 100_000))
    def come_back(self, away_ms: int) -> None:
        if self.model.state is not SessionState.PAUSED:
            return
        self.now_ms += away_ms
        self.tell(self.session.resume(self.now_ms))
        self.model.state = SessionState.WAITING if self.model.phase.waits else SessionState.RUNNING
        if self.model.over:
            self.model.leave()

    @rule(away_ms=st.integers(0, 100_000))
    def skip(self, away_ms: int) -> None:
        self.stay_away(away_ms)
        self.tell(self.session.skip(self.now_ms))
        if self.model.state is not SessionState.ENDED:
            self.model.end_set()
            self.model.leave()

    @rule(away_ms=st.integers(0, 100_000))
    def previous(self, away_ms: int) -> None:
        self.stay_away(away_ms)
        self.tell(self.session.previous(self.now_ms))
        if self.model.state is not SessionState.ENDED:
            early = self.model.elapsed < 2000
            self.model.end_set()
            self.model.done += self.model.elapsed
            self.model.enter(max(0, self.model.index - 1) if early else self.model.index)

    def stay_away(self, ms: int) -> None:
        """A pause may be long before the next press."""
        if self.model.state is SessionState.PAUSED:
            self.now_ms += ms

    @rule()
    def it_hurts(self) -> None:
        events = self.session.hurt(self.now_ms)
        self.tell(events)
        if self.model.state is not SessionState.ENDED:
            self.model.end_set()
            self.model.state = SessionState.PAUSED
            assert events[-1] == Paused(reason=PauseReason.PAIN)

    @rule()
    def go_on(self) -> None:
        self.tell(self.session.go_on(self.now_ms))
        if self.model.state is SessionState.WAITING:
            self.model.leave()

    @precondition(lambda self: len(self.events) > 12)
    @rule()
    def stop(self) -> None:
        self.tell(self.session.stop(self.now_ms))
        if self.model.state is not SessionState.ENDED:
            self.model.end_set()
            self.model.done += self.model.elapsed
            self.model.state = SessionState.ENDED

    @invariant()
    def it_is_where_the_count_says(self) -> None:
        if not hasattr(self, "session"):
            return
        session, model = self.session, self.model
        assert session.state is model.state
        assert session.index == model.index
        if model.state is not SessionState.ENDED:
            assert session.elapsed_ms(self.now_ms) == model.elapsed
            left = 0 if model.phase.waits else model.phase.duration_ms - model.elapsed
            assert session.remaining_ms(self.now_ms) == left

    @invariant()
    def every_attempt_is_told_once(self) -> None:
        if not hasattr(self, "session"):
            return
        phases = self.session.timeline.phases
        told = [(phases.index(e.phase), e.held_ms, e.outcome) for e in self.events if isinstance(e, SetEnded)]
        assert told == self.model.sets
        for event in self.events:
            if isinstance(event, SetEnded):
                ran_out = event.held_ms == event.phase.duration_ms
                assert ran_out or event.outcome is not SetOutcome.COMPLETED

    @invariant()
    def the_end_tells_all_that_was_done(self) -> None:
        if not hasattr(self, "session"):
            return
        ends = [e for e in self.events if isinstance(e, SessionEnded)]
        assert len(ends) == (1 if self.model.state is SessionState.ENDED else 0)
        if ends:
            assert ends[0] is self.events[-1]
            assert ends[0].done_ms == self.model.done
            assert ends[0].outcome in (SessionOutcome.COMPLETED, SessionOutcome.STOPPED)

    @invariant()
    def the_last_seconds_are_counted_on_time(self) -> None:
        if not hasattr(self, "session") or self.model.state is SessionState.ENDED:
            return
        counted: list[int] = []
        for event in self.events:
            if isinstance(event, PhaseStarted):
                counted = []
            elif isinstance(event, CountdownReached):
                counted.append(event.seconds_left)
        phase, left_ms = self.model.phase, self.session.remaining_ms(self.now_ms)
        long_enough = not phase.waits and phase.duration_ms > 3000
        assert counted == [s for s in (3, 2, 1) if long_enough and left_ms <= s * 1000]


TestSessionMachine = SessionMachine.TestCase
TestSessionMachine.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
