"""One run of a routine: a pure state machine over deadlines, told the time by its caller."""

from dataclasses import dataclass
from enum import StrEnum

from supple.domain.minutes import SECOND_MS
from supple.domain.routine import Phase, Timeline

MAX_GAP_MS = (
    1500  # a longer gap between two calls: the machine slept, or could not keep up (docs/EVIDENCE.md 10.1)
)
SKIPPED_UNDER_MS = 1000  # docs/EVIDENCE.md 9.1
BACK_TO_PREVIOUS_MS = 2000  # "Previous" early in a phase goes to the one before, as players do
COUNTDOWN = (3, 2, 1)


class SessionState(StrEnum):
    """Whether the session's clock runs; WAITING is a phase that ends when the person says so."""

    NEW = "new"
    RUNNING = "running"
    WAITING = "waiting"
    PAUSED = "paused"
    ENDED = "ended"


class PauseReason(StrEnum):
    """Why a session pauses."""

    PERSON = "person"
    GAP = "gap"
    STALL = "stall"
    PAIN = "pain"


class SetOutcome(StrEnum):
    """How an attempt at a set ended (docs/EVIDENCE.md 9.1)."""

    COMPLETED = "completed"
    CUT_SHORT = "cut short"
    SKIPPED = "skipped"


class SessionOutcome(StrEnum):
    """How a session ended (docs/EVIDENCE.md 9.2)."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    STOPPED_FOR_PAIN = "stopped for pain"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStarted:
    """A phase begins; `due_ms` is when it should have."""

    phase: Phase
    due_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountdownReached:
    """3, 2 or 1 whole seconds are left of the phase."""

    phase: Phase
    seconds_left: int
    due_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEnded:
    """One attempt at a set is over; `held_ms` is without pauses.

    `done_ms` is the session's running time so far, pauses excluded.
    """

    phase: Phase
    held_ms: int
    outcome: SetOutcome
    done_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """The clock stands; the remainder is kept to the millisecond."""

    reason: PauseReason


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock runs again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded:
    """Nothing follows; `done_ms` is the running time, pauses excluded."""

    outcome: SessionOutcome
    done_ms: int


Event = PhaseStarted | CountdownReached | SetEnded | Paused | Resumed | SessionEnded


class Session:
    """Runs a timeline. Every method takes the caller's clock in milliseconds and returns what happened.

    The clock may stall but not go back. Deadlines add up: lateness of one call never moves the next boundary.
    Calls that make no sense in the present state return no events.
    """

    def __init__(self, timeline: Timeline, *, max_gap_ms: int = MAX_GAP_MS) -> None:
        """Raise ValueError for a timeline without phases."""
        if not timeline.phases:
            raise ValueError("a session needs at least one phase")
        self._timeline = timeline
        self._max_gap_ms = max_gap_ms
        self._index = 0
        self._state = SessionState.NEW
        self._last_ms = 0  # the latest time we were told while the clock ran
        self._elapsed_ms = 0  # of this phase, up to the last start of the clock
        self._running_since_ms = 0
        self._done_ms = 0  # of the phases before this one
        self._announced: set[int] = set()
        self._set_is_over = False
        self._before_ms = 0  # of the phases that were done in an earlier run
        self._left_ms = 0  # once it has ended
        self._ran_out: set[int] = set()  # the places of sets that ran out by themselves

    @property
    def state(self) -> SessionState:
        """Where the session stands."""
        return self._state

    @property
    def timeline(self) -> Timeline:
        """The timeline being run."""
        return self._timeline

    @property
    def index(self) -> int:
        """The present phase's place in the timeline, from 0."""
        return self._index

    @property
    def phase(self) -> Phase:
        """The present phase; the last one after the end."""
        return self._timeline.phases[self._index]

    @property
    def next_phase(self) -> Phase | None:
        """The phase after the present one."""
        following = self._index + 1
        return self._timeline.phases[following] if following < len(self._timeline.phases) else None

    def elapsed_ms(self, now_ms: int) -> int:
        """Milliseconds of the present phase that have run, without pauses; at most its length unless it waits."""
        elapsed = self._elapsed_ms
        if self._state in (SessionState.RUNNING, SessionState.WAITING):
            elapsed += max(0, now_ms - self._running_since_ms)
        return elapsed if self.phase.waits else min(elapsed, self.phase.duration_ms)

    def remaining_ms(self, now_ms: int) -> int:
        """Milliseconds left of the present phase; 0 in a phase that waits."""
        return max(0, self.phase.duration_ms - self.elapsed_ms(now_ms))

    def time_left_ms(self, now_ms: int) -> int:
        """Milliseconds left of the whole session, waits not counted; of one that was stopped, what was not done."""
        if self._state is SessionState.ENDED:
            return self._left_ms
        later = sum(phase.duration_ms for phase in self._timeline.phases[self._index + 1 :])
        return self.remaining_ms(now_ms) + later

    def deadline_ms(self) -> int | None:
        """When a countdown or the end of the phase is due next; None while the clock stands or waits."""
        if self._state is not SessionState.RUNNING:
            return None
        end_ms = self._running_since_ms + self.phase.duration_ms - self._elapsed_ms
        pending = [end_ms - s * SECOND_MS for s in self._countdowns() if s not in self._announced]
        return min([end_ms, *(due for due in pending if due >= self._last_ms)])

    def coming(self) -> Event | None:
        """What happens at the next deadline if nothing is pressed until then; None while the clock stands or waits.

        The end of a set, which comes with its phase's, is left out.
        """
        due_ms = self.deadline_ms()
        if due_ms is None:
            return None
        end_ms = self._running_since_ms + self.phase.duration_ms - self._elapsed_ms
        if due_ms < end_ms:
            return CountdownReached(
                phase=self.phase, seconds_left=(end_ms - due_ms) // SECOND_MS, due_ms=due_ms
            )
        if self.next_phase is None:
            outcome = self._outcome(also=self._index)
            return SessionEnded(outcome=outcome, done_ms=self._done_ms + self.phase.duration_ms)
        return PhaseStarted(phase=self.next_phase, due_ms=end_ms)

    def start(self, now_ms: int, *, at: int = 0) -> list[Event]:
        """Begin at phase `at`; the sets before it were done earlier."""
        if self._state is not SessionState.NEW:
            return []
        self._before_ms = sum(phase.duration_ms for phase in self._timeline.phases[:at])
        self._ran_out = {place for place in range(at) if self._timeline.phases[place].kind.is_set}
        self._last_ms = now_ms
        return self._enter(at, due_ms=now_ms)

    def advance(self, now_ms: int) -> list[Event]:
        """All that has become due by `now_ms`; after too long a gap, a pause where the person was."""
        if self._state not in (SessionState.RUNNING, SessionState.WAITING):
            return []
        if now_ms - self._last_ms > self._max_gap_ms:
            return self._pause_at(self._last_ms, PauseReason.STALL)
        events: list[Event] = []
        self._last_ms = max(self._last_ms, now_ms)
        while self._state is SessionState.RUNNING:
            end_ms = self._running_since_ms + self.phase.duration_ms - self._elapsed_ms
            for seconds in self._countdowns():
                due_ms = end_ms - seconds * SECOND_MS
                if seconds not in self._announced and due_ms <= now_ms:
                    self._announced.add(seconds)
                    events.append(CountdownReached(phase=self.phase, seconds_left=seconds, due_ms=due_ms))
            if now_ms < end_ms:
                break
            events += self._finish_set(end_ms, ran_out=True)
            events += self._leave(due_ms=end_ms)
        return events

    def pause(self, now_ms: int) -> list[Event]:
        """Stand still; the remainder is kept."""
        events = self.advance(now_ms)
        if self._state not in (SessionState.RUNNING, SessionState.WAITING):
            return events
        return events + self._pause_at(now_ms, PauseReason.PERSON)

    def interrupt(self, now_ms: int) -> list[Event]:
        """The machine slept (its boot clock says so): pause where the person was when last heard of."""
        if self._state not in (SessionState.RUNNING, SessionState.WAITING):
            return []
        return self._pause_at(min(now_ms, self._last_ms), PauseReason.GAP)

    def resume(self, now_ms: int) -> list[Event]:
        """Go on; after pain the set that hurt is over and the next phase begins."""
        if self._state is not SessionState.PAUSED:
            return []
        self._last_ms = now_ms
        self._running_since_ms = now_ms
        self._state = SessionState.WAITING if self.phase.waits else SessionState.RUNNING
        events: list[Event] = [Resumed()]
        return events + self._leave(due_ms=now_ms) if self._set_is_over else events

    def go_on(self, now_ms: int) -> list[Event]:
        """End a phase that waits for the person."""
        if self._state is not SessionState.WAITING:
            return []
        self._last_ms = now_ms
        return self._leave(due_ms=now_ms)

    def skip(self, now_ms: int) -> list[Event]:
        """Move to the start of the next phase and run; a set left early is cut short, or skipped under 1 s."""
        events = self.advance(now_ms)
        if self._state in (SessionState.NEW, SessionState.ENDED):
            return events
        events += self._finish_set(now_ms, ran_out=False)
        return events + self._leave(due_ms=now_ms)

    def skip_step(self, now_ms: int) -> list[Event]:
        """Move to the start of the next exercise, or to the end; what this one had left is skipped, and not begun."""
        step = self.phase.step
        events = self.skip(now_ms)
        while self._state in (SessionState.RUNNING, SessionState.WAITING) and self.phase.step == step:
            events = [event for event in events if not isinstance(event, PhaseStarted)]
            events += self.skip(now_ms)
        if self._state is SessionState.ENDED:
            events = [event for event in events if not isinstance(event, PhaseStarted)]
        return events

    def previous(self, now_ms: int) -> list[Event]:
        """Move to the start of this phase or, within its first two seconds, of the one before; and run."""
        events = self.advance(now_ms)
        if self._state in (SessionState.NEW, SessionState.ENDED):
            return events
        early = self.elapsed_ms(now_ms) < BACK_TO_PREVIOUS_MS
        target = max(0, self._index - 1) if early else self._index
        events += self._finish_set(now_ms, ran_out=False)
        self._done_ms += self.elapsed_ms(now_ms)
        return events + self._enter(target, due_ms=now_ms)

    def hurt(self, now_ms: int) -> list[Event]:
        """Stop the present set at once and pause; `resume` then goes on with what follows."""
        events = self.advance(now_ms)
        if self._state in (SessionState.NEW, SessionState.ENDED):
            return events
        events += self._finish_set(now_ms, ran_out=False)
        if self._state is SessionState.PAUSED:
            return [*events, Paused(reason=PauseReason.PAIN)]
        return events + self._pause_at(now_ms, PauseReason.PAIN)

    def go_easier(self, now_ms: int, timeline: Timeline) -> list[Event]:
        """Go on after pain with `timeline`, which is the same up to the present phase, at the phase after it.

        Raises ValueError when nothing comes after it.
        """
        if self._state is not SessionState.PAUSED:
            return []
        if len(timeline.phases) <= self._index + 1:
            raise ValueError("an easier timeline has more to do")
        self._timeline = timeline
        self._last_ms = now_ms
        self._done_ms += self.elapsed_ms(now_ms)
        return [Resumed(), *self._enter(self._index + 1, due_ms=now_ms)]

    def stop(self, now_ms: int, outcome: SessionOutcome = SessionOutcome.STOPPED) -> list[Event]:
        """End here; what was done is told."""
        events = self.advance(now_ms)
        if self._state in (SessionState.NEW, SessionState.ENDED):
            return events
        events += self._finish_set(now_ms, ran_out=False)
        self._done_ms += self.elapsed_ms(now_ms)
        return [*events, self._end(outcome)]

    def _countdowns(self) -> tuple[int, ...]:
        """The countdown of the present phase: none in one that waits or is no longer than it."""
        if self.phase.waits or self.phase.duration_ms <= COUNTDOWN[0] * SECOND_MS:
            return ()
        return COUNTDOWN

    def _enter(self, index: int, *, due_ms: int) -> list[Event]:
        self._index = index
        self._elapsed_ms = 0
        self._last_ms = max(self._last_ms, due_ms)  # after a pause the time in between is no gap
        self._running_since_ms = due_ms
        self._announced = set()
        self._set_is_over = False
        self._state = SessionState.WAITING if self.phase.waits else SessionState.RUNNING
        return [PhaseStarted(phase=self.phase, due_ms=due_ms)]

    def _leave(self, *, due_ms: int) -> list[Event]:
        """Go to the next phase, or end after the last."""
        self._done_ms += self.elapsed_ms(due_ms)
        if self.next_phase is None:
            return [self._end(self._outcome())]
        return self._enter(self._index + 1, due_ms=due_ms)

    def _pause_at(self, at_ms: int, reason: PauseReason) -> list[Event]:
        self._elapsed_ms = self.elapsed_ms(at_ms)
        self._state = SessionState.PAUSED
        return [Paused(reason=reason)]

    def _finish_set(self, at_ms: int, *, ran_out: bool) -> list[Event]:
        """The record of the present set, once; nothing in a phase that is not a set."""
        if not self.phase.kind.is_set or self._set_is_over:
            return []
        self._set_is_over = True
        held_ms = self.elapsed_ms(at_ms)
        if ran_out:
            self._ran_out.add(self._index)
            outcome = SetOutcome.COMPLETED
        else:
            outcome = SetOutcome.SKIPPED if held_ms < SKIPPED_UNDER_MS else SetOutcome.CUT_SHORT
        return [
            SetEnded(
                phase=self.phase,
                held_ms=held_ms,
                outcome=outcome,
                done_ms=self._done_ms + held_ms,
            )
        ]

    def _outcome(self, *, also: int | None = None) -> SessionOutcome:
        """What the end of the timeline amounts to: with most sets skipped the routine was not done.

        `also` is the place of a set that will have run out by then.
        """
        done = self._ran_out | ({also} if also is not None else set())
        sets = {place for place, phase in enumerate(self._timeline.phases) if phase.kind.is_set}
        return SessionOutcome.COMPLETED if 2 * len(done & sets) >= len(sets) else SessionOutcome.STOPPED

    def _end(self, outcome: SessionOutcome) -> SessionEnded:
        self._state = SessionState.ENDED
        if outcome is not SessionOutcome.COMPLETED:
            self._left_ms = max(0, self._timeline.total_ms - self._before_ms - self._done_ms)
        return SessionEnded(outcome=outcome, done_ms=self._done_ms)
