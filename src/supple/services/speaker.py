"""Speaks through a session: told each event, it plans what is said and says it when it is due."""

from collections.abc import Callable
from dataclasses import dataclass

from supple.domain.cue import TOO_LATE_MS
from supple.domain.minutes import is_under_a_minute, whole_minutes
from supple.domain.routine import Phase
from supple.domain.session import (
    Event,
    Paused,
    PauseReason,
    PhaseStarted,
    Resumed,
    SessionEnded,
    SessionOutcome,
    SetEnded,
    SetOutcome,
)
from supple.domain.side import Side
from supple.domain.speech import SpeechStart, plan_phase
from supple.domain.speech_fit import GAP_MS
from supple.domain.spoken import Phrase, name_clip, phrase_clip
from supple.domain.utterance import Part, Utterance, Voice
from supple.domain.verbosity import Verbosity

FINISH_MS = 1400  # the finish chime climbs for 620 ms and rings

NOTICES = {
    PauseReason.PERSON: Phrase.PAUSED,
    PauseReason.GAP: Phrase.AWAY,
    PauseReason.STALL: Phrase.PAUSED,
    PauseReason.PAIN: Phrase.HURT,
}

Say = Callable[[tuple[str, ...]], bool]


@dataclass(frozen=True, slots=True)
class _Due:
    """An utterance whose phase, or moment, began at `origin_ms` on the caller's clock."""

    origin_ms: int
    utterance: Utterance

    @property
    def at_ms(self) -> int:
        return self.origin_ms + self.utterance.start_ms


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What was begun last, and when it is over."""

    utterance: Utterance
    end_ms: int


class Speaker:
    """Plans each phase as it begins, with its real length, so that pausing, skipping and going back need no more.

    `say` begins clips, ending whatever is being said, and answers whether they can be heard: a side that could not be
    is said in its hold. `hush` ends what is being said. Neither is called while `verbosity` has no voice.
    What is said is heard `lead_ms` later: all times here are those of the ear, and clips are begun so much earlier.
    The caller's clock is in milliseconds, and only runs forward.
    """

    def __init__(
        self, voice: Voice, *, verbosity: Verbosity, say: Say, hush: Callable[[], None], lead_ms: int = 0
    ) -> None:
        self._voice = voice
        self._verbosity = verbosity
        self._say = say
        self._hush = hush
        self._lead_ms = lead_ms
        self._due: list[_Due] = []
        self._spoken: _Spoken | None = None
        self._phase: Phase | None = None
        self._said: set[Part] = set()
        self._side_heard: tuple[int, Side] | None = None
        self._done: dict[str, None] = {}  # exercises, in the order they were done

    @property
    def next_ms(self) -> int | None:
        """When something is to be said next; None when nothing is."""
        return self._due[0].at_ms - self._lead_ms if self._due else None

    def take(self, event: Event, *, now_ms: int, elapsed_ms: int) -> None:
        """Follow the session; `elapsed_ms` is how much of the present phase has run."""
        if not self._verbosity.speaks:
            return
        self._settle(now_ms)
        match event:
            case PhaseStarted(phase=phase, due_ms=due_ms):
                self._begin(phase, due_ms=due_ms, now_ms=now_ms)
            case Paused(reason=reason):
                self._cut(now_ms)
                self._side_heard = None
                self._say_at_once(now_ms, Part.NOTICE, (phrase_clip(NOTICES[reason]),))
            case Resumed():
                self._cut(now_ms)
                self._go_on(now_ms, elapsed_ms)
            case SetEnded(phase=phase, outcome=outcome):
                if outcome is not SetOutcome.SKIPPED:
                    self._done[phase.exercise_id] = None
            case SessionEnded():
                self._cut(now_ms)
                self._tell_outcome(event, now_ms)

    def offer_easier(self, exercise_id: str | None, *, now_ms: int) -> None:
        """Read an offer after pain aloud: the easier exercise, or half the range and time where there is none.

        It waits for what is being said: the signs at which to stop.
        """
        if not self._verbosity.speaks:
            return
        clips: tuple[str, ...] = (phrase_clip(Phrase.HALF),)
        if exercise_id is not None:
            clips = (phrase_clip(Phrase.EASIER), name_clip(exercise_id))
        self._settle(now_ms)
        after_ms = self._spoken.end_ms + GAP_MS - now_ms - self._lead_ms if self._spoken is not None else 0
        self._say_at_once(now_ms, Part.NOTICE, clips, after_ms=after_ms)
        self.tell_due(now_ms)

    def call_for_help(self, *, now_ms: int) -> None:
        """Say at once, over whatever is being said, that help is to be called."""
        if self._verbosity.speaks:
            self._cut(now_ms)
            self._say_at_once(now_ms, Part.NOTICE, (phrase_clip(Phrase.HELP),))
            self.tell_due(now_ms)

    def tell_due(self, now_ms: int) -> None:
        """Say what has become due; what is late is dropped, but not a side that is still in time for its hold."""
        heard_ms = now_ms + self._lead_ms
        while self._due and self._due[0].at_ms <= heard_ms:
            due = self._due.pop(0)
            if self._is_still_true(due, heard_ms):
                self._settle(heard_ms)
                if self._say(due.utterance.clips):
                    self._spoken = _Spoken(due.utterance, heard_ms + due.utterance.duration_ms)

    def _is_still_true(self, due: _Due, heard_ms: int) -> bool:
        utterance = due.utterance
        if utterance.must_end_ms is not None:
            return heard_ms + utterance.duration_ms <= due.origin_ms + utterance.must_end_ms
        if heard_ms - due.at_ms > TOO_LATE_MS:
            return False
        is_speaking = self._spoken is not None and heard_ms < self._spoken.end_ms
        return not is_speaking or utterance.part is Part.COUNTDOWN

    def _begin(self, phase: Phase, *, due_ms: int, now_ms: int) -> None:
        self._cut(now_ms)
        self._phase = phase
        self._said = set()
        known = phase.kind.is_set and self._side_heard == (phase.step, phase.side)
        self._plan(phase, SpeechStart(side_known=known), origin_ms=due_ms)

    def _go_on(self, now_ms: int, elapsed_ms: int) -> None:
        """The rest of the phase, with its side once more: much may have been forgotten meanwhile."""
        if self._phase is None:
            return
        said = frozenset(self._said - {Part.SIDE, Part.NOTICE})
        start = SpeechStart(
            from_ms=max(1, elapsed_ms + self._lead_ms), lead=phrase_clip(Phrase.GOING_ON), said=said
        )
        self._plan(self._phase, start, origin_ms=now_ms - elapsed_ms)

    def _plan(self, phase: Phase, start: SpeechStart, *, origin_ms: int) -> None:
        plan = plan_phase(phase, self._voice, verbosity=self._verbosity, start=start)
        self._due = [_Due(origin_ms, utterance) for utterance in plan.utterances]

    def _settle(self, now_ms: int) -> None:
        """Take note of what was said to its end."""
        if self._spoken is None or now_ms < self._spoken.end_ms:
            return
        part, self._spoken = self._spoken.utterance.part, None
        self._said.add(part)
        if part is Part.SIDE and self._phase is not None:
            self._side_heard = (self._phase.step, self._phase.side)

    def _cut(self, now_ms: int) -> None:
        """End what is being said and forget what was to be said."""
        self._settle(now_ms)
        self._due = []
        if self._spoken is not None:
            self._spoken = None
            self._hush()

    def _say_at_once(self, now_ms: int, part: Part, clips: tuple[str, ...], *, after_ms: int = 0) -> None:
        length_ms = self._voice.length_ms(clips)
        if length_ms is not None:
            start_ms = max([after_ms, *(due.utterance.end_ms + GAP_MS for due in self._due)])
            utterance = Utterance(part=part, clips=clips, start_ms=start_ms, duration_ms=length_ms)
            self._due.append(_Due(now_ms + self._lead_ms, utterance))

    def _tell_outcome(self, event: SessionEnded, now_ms: int) -> None:
        is_complete = event.outcome is SessionOutcome.COMPLETED
        phrase = Phrase.DONE if is_complete else Phrase.ENDED
        after_ms = FINISH_MS if is_complete else 0
        self._say_at_once(now_ms, Part.OUTCOME, (phrase_clip(phrase),), after_ms=after_ms)
        if self._verbosity is Verbosity.FULL and self._done:
            minutes = 0 if is_under_a_minute(event.done_ms) else whole_minutes(event.done_ms)
            for count, one, more in (
                (len(self._done), Phrase.EXERCISE, Phrase.EXERCISES),
                (minutes, Phrase.MINUTE, Phrase.MINUTES),
            ):
                number = self._voice.number_clips(count) if count else ()
                if number:
                    unit = phrase_clip(one if count == 1 else more)
                    self._say_at_once(now_ms, Part.OUTCOME, (*number, unit))
