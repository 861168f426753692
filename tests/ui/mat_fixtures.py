"""A clock that only moves when told, the article's routine, and players that run on them."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from tests.domain.voices import even_voice

from supple.domain.course import Course
from supple.domain.cue import Cue
from supple.domain.exercise import (
    Category,
    Dose,
    DoseKind,
    Equipment,
    Exercise,
    Instruction,
    Muscle,
    Order,
    Position,
)
from supple.domain.routine import Pace, Routine, Step, Timeline, compile_timeline
from supple.domain.session import Event
from supple.domain.side import Side
from supple.domain.verbosity import Verbosity
from supple.play.clock import SessionClock
from supple.play.session_player import SessionPlayer
from supple.services.speaker import Speaker


class FakeClock:
    """Milliseconds that pass when a test says so."""

    def __init__(self) -> None:
        self.ms = 10_000
        self.slept_ms = 0

    def now(self) -> int:
        return self.ms

    def asleep(self) -> int:
        return self.slept_ms


class Sounds:
    """Remembers what was played and when."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.cues: list[Cue] = []
        self.cue_times: list[tuple[Cue, int]] = []
        self.words: list[tuple[str, int]] = []  # clips, when
        self.hushed = 0

    def play(self, cue: Cue) -> None:
        self.cues.append(cue)
        self.cue_times.append((cue, self._clock.ms))

    def say(self, clips: tuple[str, ...]) -> bool:
        self.words.append(("+".join(clips), self._clock.ms))
        return True

    def hush(self) -> None:
        self.hushed += 1


class Notebook:
    """A recorder whose commits end when the test says so (at once by default)."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.answer: Callable[[Event], Future[None] | None] = _at_once

    def record(self, event: Event) -> Future[None] | None:
        self.events.append(event)
        return self.answer(event)


def _at_once(event: Event) -> Future[None] | None:
    return None


def _hold(seconds: int, sets: int, order: Order, *, rest_s: int, switch_s: int) -> Dose:
    return Dose(
        kind=DoseKind.HOLD,
        sets=sets,
        order=order,
        prepare_s=15,
        rest_s=rest_s,
        switch_s=switch_s,
        hold_s=seconds,
    )


DOSES = {
    "a1": _hold(10, 10, Order.ALTERNATE, rest_s=6, switch_s=6),
    "a2": _hold(20, 4, Order.ONE_SIDE_THEN_OTHER, rest_s=5, switch_s=8),
    "a3": _hold(20, 4, Order.ONE_SIDE_THEN_OTHER, rest_s=5, switch_s=8),
}
NAMES = {
    "a1": "Supine piriformis stretch",
    "a2": "Seated gluteal stretch with rotation",
    "a3": "Half-kneeling hip flexor stretch",
}
BRIEFS = {
    "a1": "Rest your {target} ankle across your {other} thigh, just above the knee.",
    "a2": "Cross your {target} leg over the {other}. {Target} foot flat beside the {other} knee.",
    "a3": "Kneel on your {target} knee, the {other} foot flat in front of you.",
}


def exercise(exercise_id: str) -> Exercise:
    """A small exercise of the article's dose."""
    return Exercise(
        id=exercise_id,
        name=NAMES[exercise_id],
        category=Category.STRETCH,
        areas=(),
        position=Position.SUPINE,
        equipment=(Equipment.MAT,),
        primary=(Muscle.PIRIFORMIS,),
        secondary=(),
        difficulty=1,
        side_means="crossed leg",
        first_side=Side.LEFT,
        purpose="",
        felt="",
        brief=BRIEFS[exercise_id],
        steps=(Instruction(text="", scene="step_1", alt=""),),
        dose=DOSES[exercise_id],
        dose_note="",
        mistakes=(),
        avoid=(),
        evidence="",
        sources=(),
        card_alt="A person stretches the {target} hip.",
        loop_alt="A person moves into a stretch of the {target} hip.",
    )


ARTICLE = Routine(
    id="article_routine",
    name="The three hip stretches",
    when="",
    days="",
    note="",
    steps=(
        Step(exercise_id="a1", dose=DOSES["a1"], first_side=Side.LEFT),
        Step(exercise_id="a2", dose=DOSES["a2"], first_side=Side.RIGHT),
        Step(exercise_id="a3", dose=DOSES["a3"], first_side=Side.LEFT),
    ),
)

SHORT = replace(
    ARTICLE,
    steps=(Step(exercise_id="a3", dose=replace(DOSES["a3"], sets=1), first_side=Side.LEFT),),
)


class Stand:
    """A player with everything around it in the test's hands."""

    def __init__(
        self,
        timeline: Timeline | None = None,
        *,
        speed: float = 1.0,
        speaks: bool = False,
        lead_ms: int = 0,
    ) -> None:
        self.clock = FakeClock()
        self._lead_ms = lead_ms
        self.sounds = Sounds(self.clock)
        self.notebook = Notebook()
        self.player = SessionPlayer(
            Course(timeline=timeline or compile_timeline(ARTICLE)),
            record=self.notebook.record,
            play=self.sounds.play,
            speaker=self._speaker() if speaks else None,
            clock=SessionClock(now=self.clock.now, asleep=self.clock.asleep, speed=speed),
            lead_ms=lead_ms,
        )

    def _speaker(self) -> Speaker:
        """A voice that says each clip in half a second; a player with one is to be deleted when its test ends."""
        return Speaker(
            even_voice(500),
            verbosity=Verbosity.FULL,
            say=self.sounds.say,
            hush=self.sounds.hush,
            lead_ms=self._lead_ms,
        )

    def run_ms(self, duration_ms: int, *, step_ms: int = 100) -> None:
        """Let time pass as the heartbeat would see it."""
        end_ms = self.clock.ms + duration_ms
        while self.clock.ms < end_ms:
            self.clock.ms = min(end_ms, self.clock.ms + step_ms)
            self.player.advance()

    def run_to_next_phase(self) -> None:
        """Let this phase run out to the millisecond."""
        self.run_ms(self.player.remaining_ms)


def waiting_timeline() -> Timeline:
    """The short routine in which getting ready and changing sides wait for the person."""
    return compile_timeline(SHORT, Pace(prepare_waits=True, switch_waits=True))
