"""Drives a session with timers: what happens goes first to the record, then to the ear, then to the eye."""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supple.domain.course import Course
from supple.domain.cue import Cue, cue_of
from supple.domain.ease import ease_at, eased, without_rest_of
from supple.domain.routine import Phase, Step, Timeline
from supple.domain.session import (
    MAX_GAP_MS,
    CountdownReached,
    Event,
    Paused,
    PhaseStarted,
    Resumed,
    Session,
    SessionEnded,
    SessionOutcome,
    SessionState,
    SetEnded,
)
from supple.play.clock import REAL_TIME, SessionClock
from supple.services.history import HistoryError

if TYPE_CHECKING:
    from supple.services.speaker import Speaker

HEARTBEAT_MS = 100  # the screen's pace, and how a gap is noticed
PATIENCE_MS = 100  # a chime waits this long for its set to be on disk (ARCHITECTURE, The session)
AT_ONCE_S = 0.015  # as a rule a commit takes less: then its chime need not wait until the page is painted
LOOK_MS = 5  # how often a commit under way is looked at: less than an ear can tell
SLEPT_MS = 1000  # docs/EVIDENCE.md 10.1: a jump of the boot clock against the monotonic one


class SessionPlayer(QObject):
    """Owns one session and tells what happens in it.

    `record` comes first for every event and answers with a future when something is being committed: the chime of
    a boundary waits for its set's future, at most PATIENCE_MS; the signals never wait. `play` sounds a cue, and
    `speaker` follows with words, before anything is shown; they need a session at its real pace.
    """

    phase_started = Signal(object)  # Phase
    paused = Signal(object)  # PauseReason
    resumed = Signal()
    eased = Signal(object)  # Ease
    timeline_changed = Signal()  # something easier comes, or an exercise is left out
    ended = Signal(object)  # SessionEnded
    ticked = Signal()
    saving_was_slow = Signal()
    saving_failed = Signal(object)  # Trouble
    saving_recovered = Signal()  # a set was kept in time again after one of the two above

    def __init__(
        self,
        course: Course,
        *,
        record: Callable[[Event], Future[None] | None],
        play: Callable[[Cue], None],
        speaker: "Speaker | None" = None,
        clock: SessionClock = REAL_TIME,
        lead_ms: int = 0,
        parent: QObject | None = None,
    ) -> None:
        """Nothing runs before `start`.

        `lead_ms` (0 to 300) is how much earlier sounds are sent that are heard so much later: those that can be known
        before they are due.
        """
        super().__init__(parent)
        self._record = record
        self._play = play
        self._speaker = speaker
        self._clock = clock.now
        self._origin_ms = clock.now()
        self._asleep = clock.asleep
        self._asleep_ms = clock.asleep()
        self._speed = clock.speed
        self._course = course
        self._lead_ms = round(lead_ms * clock.speed)
        self._ahead: Event | None = None  # whose cue was sent already
        self._session = Session(course.timeline, max_gap_ms=round(MAX_GAP_MS * clock.speed))
        self._sets: list[SetEnded] = list(course.earlier)
        self._commits: list[tuple[Future[None], int]] = []  # under way, each with when it began
        self._held_cue: Cue | None = None
        self._saving_is_poor = False
        self._boundary_timer = QTimer(self)
        self._boundary_timer.setSingleShot(True)
        self._boundary_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(HEARTBEAT_MS)
        self._commit_timer = QTimer(self)
        self._commit_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._commit_timer.setInterval(LOOK_MS)

        self._boundary_timer.timeout.connect(self.advance)
        self._heartbeat.timeout.connect(self.advance)
        self._commit_timer.timeout.connect(self._look_at_commits)

    @property
    def timeline(self) -> Timeline:
        """What is being played."""
        return self._session.timeline

    @property
    def state(self) -> SessionState:
        """Where the session stands."""
        return self._session.state

    @property
    def phase(self) -> Phase:
        """The present phase; the last one after the end."""
        return self._session.phase

    @property
    def index(self) -> int:
        """The present phase's place in the timeline, from 0."""
        return self._session.index

    @property
    def elapsed_ms(self) -> int:
        """Milliseconds of the present phase that have run."""
        return self._session.elapsed_ms(self._now_ms())

    @property
    def remaining_ms(self) -> int:
        """Milliseconds left of the present phase; 0 in one that waits for the person."""
        return self._session.remaining_ms(self._now_ms())

    @property
    def time_left_ms(self) -> int:
        """Milliseconds left of the whole session, waits not counted."""
        return self._session.time_left_ms(self._now_ms())

    @property
    def sets_ended(self) -> Sequence[SetEnded]:
        """Every attempt at a set so far, oldest first."""
        return tuple(self._sets)

    def start(self, *, at: int = 0) -> None:
        """Begin at phase `at`."""
        self._tell(self._session.start(self._now_ms(), at=at))

    def advance(self) -> None:
        """Tell all that has become due; its own timers call this."""
        slept_ms = self._asleep()
        if slept_ms - self._asleep_ms > SLEPT_MS:
            self._tell(self._session.interrupt(self._now_ms()))
        self._asleep_ms = slept_ms
        self._tell(self._session.advance(self._now_ms()))
        self.ticked.emit()

    def pause(self) -> None:
        """Stand still; the remainder is kept."""
        self._tell(self._session.pause(self._now_ms()))

    def resume(self) -> None:
        """Go on after a pause."""
        self._asleep_ms = self._asleep()
        self._tell(self._session.resume(self._now_ms()))

    def go_on(self) -> None:
        """End a phase that waits for the person."""
        self._tell(self._session.go_on(self._now_ms()))

    def toggle(self) -> None:
        """What the space bar does: go on when waiting, otherwise pause or resume."""
        match self.state:
            case SessionState.WAITING:
                self.go_on()
            case SessionState.PAUSED:
                self.resume()
            case SessionState.RUNNING:
                self.pause()

    def skip(self) -> None:
        """Move to the start of the next phase."""
        self._tell(self._session.skip(self._now_ms()))

    def skip_exercise(self) -> None:
        """Move to the start of the next exercise."""
        self._tell(self._session.skip_step(self._now_ms()))

    def previous(self) -> None:
        """Move to the start of this phase or, early in it, of the one before."""
        self._tell(self._session.previous(self._now_ms()))

    def hurt(self) -> None:
        """Stop the present set at once and pause."""
        self._tell(self._session.hurt(self._now_ms()))

    def go_easier(self, instead: Step | None, *, leave_out: str = "") -> None:
        """Go on after pain: `instead` of the rest of the step, or with half of it; `leave_out` is over for the day."""
        ease = ease_at(self.timeline, self.index, instead)
        if self.state is SessionState.PAUSED and ease is not None:
            timeline = eased(self.timeline, ease, self._course.pace)
            self.eased.emit(ease)
            self._go_on_with(without_rest_of(timeline, leave_out, after=self.index))

    def goes_on_without(self, exercise_id: str) -> bool:
        """Whether anything comes after the present phase when an exercise is over for the day."""
        return len(without_rest_of(self.timeline, exercise_id, after=self.index).phases) > self.index + 1

    def leave_out(self, exercise_id: str) -> None:
        """Go on after pain with the next exercise: this one is over for the day."""
        if self.state is SessionState.PAUSED and self.goes_on_without(exercise_id):
            self._go_on_with(without_rest_of(self.timeline, exercise_id, after=self.index))

    def stop(self, outcome: SessionOutcome = SessionOutcome.STOPPED) -> None:
        """End here; what was done is told."""
        self._tell(self._session.stop(self._now_ms(), outcome))

    def offer_easier(self, exercise_id: str | None) -> None:
        """Read aloud, after pain, the easier exercise or, without one, half the range and time."""
        if self._speaker is not None:
            self._speaker.offer_easier(exercise_id, now_ms=self._now_ms())
            self._arm()

    def call_for_help(self) -> None:
        """Say aloud, at once, that help is to be called."""
        if self._speaker is not None:
            self._speaker.call_for_help(now_ms=self._now_ms())
            self._arm()

    def _go_on_with(self, timeline: Timeline) -> None:
        events = self._session.go_easier(self._now_ms(), timeline)
        self.timeline_changed.emit()
        self._tell(events)

    def _now_ms(self) -> int:
        """The session's clock."""
        return round((self._clock() - self._origin_ms) * self._speed)

    def _tell(self, events: Sequence[Event]) -> None:
        for event in events:
            self._remember(event)
            cue = self._cue_for(event)
            if cue is not None and event != self._ahead:
                self._sound(cue)
            self._speak(event)
            self._show(event)
        if self._speaker is not None:
            self._speaker.tell_due(self._now_ms())
        if events:
            self.ticked.emit()
        self._send_ahead()
        self._arm()

    def _send_ahead(self) -> None:
        """Sound the next cue when it is only as far away as its sound takes to be heard."""
        coming, due_ms = self._session.coming(), self._session.deadline_ms()
        if not self._lead_ms or coming is None or due_ms is None or coming == self._ahead:
            return
        if self._now_ms() >= due_ms - self._lead_ms:
            self._ahead = coming
            cue = self._cue_for(coming)
            if cue is not None:
                self._play(cue)

    def _speak(self, event: Event) -> None:
        if self._speaker is not None:
            now_ms = self._now_ms()
            self._speaker.take(event, now_ms=now_ms, elapsed_ms=self._session.elapsed_ms(now_ms))
            self._speaker.tell_due(now_ms)

    def _remember(self, event: Event) -> None:
        future = self._record(event)
        if future is not None:
            self._commits.append((future, self._clock()))
            wait([future], timeout=AT_ONCE_S)
            self._look_at_commits()

    def _cue_for(self, event: Event) -> Cue | None:
        match event:
            case PhaseStarted(due_ms=due_ms) | CountdownReached(due_ms=due_ms):
                return cue_of(event, late_ms=(self._now_ms() - due_ms) / self._speed)
            case _:
                return cue_of(event, late_ms=0)

    def _sound(self, cue: Cue) -> None:
        """Sound `cue` now, or when the commits under way are done or have taken too long."""
        if any(self._clock() - began_ms < PATIENCE_MS for _, began_ms in self._commits):
            self._held_cue = cue
        else:
            self._held_cue = None
            self._play(cue)

    def _show(self, event: Event) -> None:
        match event:
            case PhaseStarted(phase=phase):
                self.phase_started.emit(phase)
            case SetEnded():
                self._sets.append(event)
            case Paused(reason=reason):
                self.paused.emit(reason)
            case Resumed():
                self.resumed.emit()
            case SessionEnded():
                self.ended.emit(event)

    def _look_at_commits(self) -> None:
        """Take what has been committed, lose patience with what has not, and free the chime that waited."""
        done = [commit for commit in self._commits if commit[0].done()]
        for commit in done:
            self._commits.remove(commit)
        waiting = [began_ms for _, began_ms in self._commits if self._clock() - began_ms < PATIENCE_MS]
        if self._held_cue is not None and not waiting:
            cue, self._held_cue = self._held_cue, None
            self._play(cue)
        for future, began_ms in done:
            self._judge(future, began_ms)
        if len(waiting) < len(self._commits):
            self._tell_slow()
        if not self._commits:
            self._commit_timer.stop()
        elif not self._commit_timer.isActive():
            self._commit_timer.start()

    def _judge(self, future: Future[None], began_ms: int) -> None:
        """Tell how one commit went; what is not the surroundings' fault is raised here."""
        try:
            future.result()
        except HistoryError as error:
            self._saving_is_poor = True
            self.saving_failed.emit(error.trouble)
            return
        in_time = self._clock() - began_ms < PATIENCE_MS
        if in_time and self._saving_is_poor:
            self._saving_is_poor = False
            self.saving_recovered.emit()

    def _tell_slow(self) -> None:
        if not self._saving_is_poor:
            self._saving_is_poor = True
            self.saving_was_slow.emit()

    def _arm(self) -> None:
        """Set the timers to the session's state: none runs while it stands and nothing is left to be said."""
        if self.state in (SessionState.RUNNING, SessionState.WAITING):
            if not self._heartbeat.isActive():
                self._heartbeat.start()
        else:
            self._heartbeat.stop()
        word_ms = self._speaker.next_ms if self._speaker is not None else None
        due_ms = self._session.deadline_ms()
        if due_ms is not None and self._lead_ms and self._session.coming() != self._ahead:
            due_ms -= self._lead_ms
        marks_ms = [mark_ms for mark_ms in (due_ms, word_ms) if mark_ms is not None]
        if not marks_ms:
            self._boundary_timer.stop()
        else:
            wait_ms = (min(marks_ms) - self._now_ms()) / self._speed
            self._boundary_timer.start(max(0, math.ceil(wait_ms)))
