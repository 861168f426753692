"""Speaking through a session: whatever is pressed and however late the clock is, the words fit what happens."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.voices import even_voice, uneven_voice

from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.routine import Pace, Phase, PhaseKind, Routine, Step, Timeline, compile_timeline
from supple.domain.session import (
    CountdownReached,
    Event,
    PhaseStarted,
    Session,
    SessionOutcome,
    SessionState,
)
from supple.domain.side import Side
from supple.domain.utterance import Voice
from supple.domain.verbosity import Verbosity
from supple.services.speaker import Speaker

DOSE = Dose(kind=DoseKind.HOLD, sets=2, order=Order.ALTERNATE, prepare_s=10, rest_s=5, switch_s=6, hold_s=16)


def _timeline(dose: Dose = DOSE, pace: Pace | None = None) -> Timeline:
    steps = (Step(exercise_id="a", dose=dose, first_side=Side.LEFT),)
    routine = Routine(id="r", name="R", when="", days="", note="", steps=steps)
    return compile_timeline(routine, pace or Pace())


@dataclass(slots=True)
class Spoken:
    """Something that was begun: from when to when it really sounded."""

    clips: tuple[str, ...]
    start_ms: int
    end_ms: int
    whole: bool = True


class Evening:
    """A session, its speaker, and everything that was heard."""

    def __init__(
        self,
        timeline: Timeline | None = None,
        *,
        voice: Voice | None = None,
        verbosity: Verbosity = Verbosity.FULL,
    ) -> None:
        self.now_ms = 0
        self.deaf = False
        self.heard: list[Spoken] = []
        self.voice = voice or even_voice(500)
        self.session = Session(timeline or _timeline())
        self.speaker = Speaker(self.voice, verbosity=verbosity, say=self._say, hush=self._hush)
        self.holds: list[tuple[Phase, int]] = []
        self.counted: list[tuple[Phase, int, int]] = []  # phase, seconds left, now
        self.do(self.session.start)

    @property
    def said(self) -> list[str]:
        return ["+".join(spoken.clips) for spoken in self.heard]

    def do(self, move: Callable[[int], list[Event]]) -> None:
        for event in move(self.now_ms):
            self.speaker.take(event, now_ms=self.now_ms, elapsed_ms=self.session.elapsed_ms(self.now_ms))
            if isinstance(event, PhaseStarted) and event.phase.kind is PhaseKind.HOLD:
                self.holds.append((event.phase, event.due_ms))
            if isinstance(event, CountdownReached):
                self.counted.append((event.phase, event.seconds_left, self.now_ms))
        self.speaker.tell_due(self.now_ms)

    def run(self, duration_ms: int, *, step_ms: int = 20) -> None:
        end_ms = self.now_ms + duration_ms
        while self.now_ms < end_ms:
            self.now_ms = min(end_ms, self.now_ms + step_ms)
            self.do(self.session.advance)

    def stall(self, duration_ms: int) -> None:
        self.now_ms += duration_ms
        self.do(self.session.advance)

    def _say(self, clips: tuple[str, ...]) -> bool:
        if self.deaf:
            return False
        self._hush()
        self.heard.append(Spoken(clips, self.now_ms, self.now_ms + (self.voice.length_ms(clips) or 0)))
        return True

    def _hush(self) -> None:
        if self.heard and self.heard[-1].end_ms > self.now_ms:
            self.heard[-1].end_ms = self.now_ms
            self.heard[-1].whole = False


def test_a_whole_session_is_spoken_to_the_end() -> None:
    evening = Evening()
    evening.run(100_000)
    assert evening.session.state is SessionState.ENDED
    assert evening.said[:5] == ["name-a", "leg-left", "first-a-left", "set_number-1+of_sets-2", "get_ready"]
    assert evening.said[5:12] == [
        "hold",
        "halfway",
        "number-3",
        "number-2",
        "number-1",
        "switch-right",
        "set_number-1+of_sets-2",
    ]
    assert evening.said[-3:] == ["done", "number-1+exercise", "number-2+minutes"]
    assert all(spoken.whole for spoken in evening.heard)


def test_the_end_waits_for_its_chime() -> None:
    evening = Evening(_timeline(replace(DOSE, sets=1)))
    evening.run(47_999)
    assert evening.session.state is SessionState.RUNNING
    evening.run(1_400)
    assert evening.said[-1] == "number-1"
    evening.run(20)
    assert evening.said[-1] == "done"


def test_brief_says_done_and_no_more() -> None:
    evening = Evening(verbosity=Verbosity.BRIEF)
    evening.run(100_000)
    assert evening.said[:2] == ["name-a", "leg-left"]
    assert evening.said[-2:] == ["number-1", "done"]


@pytest.mark.parametrize("verbosity", [Verbosity.CHIMES_ONLY, Verbosity.SILENT])
def test_without_a_voice_not_a_word_is_said(verbosity: Verbosity) -> None:
    evening = Evening(verbosity=verbosity)
    evening.run(15_000)
    evening.do(evening.session.hurt)
    evening.speaker.offer_easier("a", now_ms=evening.now_ms)
    assert evening.said == []
    assert evening.speaker.next_ms is None


def test_pausing_ends_the_word_and_says_so() -> None:
    evening = Evening()
    evening.run(1_000)
    evening.do(evening.session.pause)
    assert evening.said == ["name-a", "paused"]
    assert not evening.heard[0].whole
    assert evening.speaker.next_ms is None


def test_going_on_says_the_side_again_and_then_the_rest() -> None:
    evening = Evening()
    evening.run(1_900)
    evening.do(evening.session.pause)
    evening.now_ms += 60_000
    evening.do(evening.session.resume)
    evening.run(4_000)
    assert evening.said == [
        *("name-a", "leg-left", "paused", "going_on", "leg-left", "first-a-left", "set_number-1+of_sets-2")
    ]


def test_going_on_in_a_hold_says_which_side_it_is() -> None:
    evening = Evening()
    evening.run(12_000)
    evening.do(evening.session.pause)
    evening.now_ms += 5_000
    evening.do(evening.session.resume)
    evening.run(13_900)
    assert evening.said[-7:] == [
        *("paused", "going_on", "leg-left", "halfway", "number-3", "number-2", "number-1")
    ]


def test_someone_who_was_away_is_told() -> None:
    evening = Evening()
    evening.run(12_000)
    evening.now_ms += 60_000
    evening.do(evening.session.interrupt)
    assert evening.said[-1] == "away"


def test_nobody_is_told_to_have_been_away_when_the_computer_stood_still() -> None:
    evening = Evening()
    evening.run(12_000)
    evening.stall(1_800)
    assert evening.said[-1] == "paused"


def test_after_pain_the_rule_for_stopping_is_read_and_then_the_offer() -> None:
    evening = Evening()
    evening.run(12_000)
    evening.do(evening.session.hurt)
    assert evening.said[-1] == "hurt"
    evening.now_ms += 100
    evening.speaker.offer_easier("a", now_ms=evening.now_ms)
    assert evening.said[-1] == "hurt"  # the signs at which to stop are heard to their end
    evening.run(700)
    assert evening.said[-1] == "easier+name-a"
    assert all(spoken.whole for spoken in evening.heard[-2:])
    evening.now_ms += 2_000
    evening.speaker.offer_easier(None, now_ms=evening.now_ms)
    assert evening.said[-1] == "half"


def test_stopping_says_what_was_done() -> None:
    evening = Evening()
    evening.run(30_000)
    evening.do(evening.session.stop)
    evening.run(2_000)
    assert evening.said[-2:] == ["ended", "number-1+exercise"], "half a minute is no minute"


def test_stopping_before_anything_was_done_says_only_that_it_ended() -> None:
    evening = Evening()
    evening.run(3_000)

    def stop(now_ms: int) -> list[Event]:
        return evening.session.stop(now_ms, SessionOutcome.STOPPED_FOR_PAIN)

    evening.do(stop)
    evening.run(2_000)
    assert evening.said[-1] == "ended"


def test_skipping_into_a_hold_says_its_side_there() -> None:
    evening = Evening()
    evening.run(500)
    evening.do(evening.session.skip)
    evening.run(2_000)
    assert evening.said == ["leg-left", "hold"]


def test_a_side_that_was_heard_is_not_said_again_in_the_hold() -> None:
    evening = Evening()
    evening.run(4_000)
    evening.do(evening.session.skip)
    evening.run(2_000)
    assert evening.said.count("leg-left") == 1


def test_a_side_that_could_not_be_heard_is_said_in_the_hold() -> None:
    evening = Evening()
    evening.deaf = True
    evening.run(9_000)
    evening.deaf = False
    evening.run(3_000)
    assert evening.said == ["leg-left", "hold"]


def test_going_back_to_the_other_side_says_it_again() -> None:
    evening = Evening()
    evening.run(10_000 + 16_000 + 4_000)
    evening.do(evening.session.previous)
    evening.do(evening.session.previous)
    evening.run(2_000)
    assert evening.said[-2:] == ["leg-left", "hold"]


def test_wait_for_me_waits_with_words_and_goes_on_at_once() -> None:
    evening = Evening(_timeline(pace=Pace(prepare_waits=True, switch_waits=True)))
    evening.run(30_000)
    assert evening.said[-1] == "waiting"
    evening.do(evening.session.go_on)
    evening.run(2_000)
    assert evening.said[-1] == "hold"


def test_words_that_come_too_late_are_left_out() -> None:
    evening = Evening()
    evening.run(10_020)
    evening.stall(1_000)  # "hold" was due half a second after the beginning
    evening.run(2_000)
    assert "hold" not in evening.said


def test_a_late_side_is_still_said() -> None:
    evening = Evening()
    evening.run(26_020)
    evening.stall(1_400)
    evening.run(2_000)
    assert "switch-right" in evening.said


def test_a_countdown_that_is_late_is_not_said() -> None:
    evening = Evening()
    evening.run(22_900)
    evening.stall(400)
    evening.run(2_000)
    assert [word for word in evening.said if word.startswith("number")] == ["number-2", "number-1"]


moves = st.sampled_from(
    ("run", "run", "run", "long run", "stall", "pause", "resume", "skip", "previous", "hurt", "go_on")
)


@given(
    seed=st.integers(0, 1000),
    order=st.sampled_from(Order),
    kind=st.sampled_from(DoseKind),
    waits=st.booleans(),
    presses=st.lists(st.tuples(moves, st.integers(1, 3_000)), max_size=30),
)
def test_whatever_is_pressed_words_never_overlap_and_every_hold_has_its_side(
    seed: int, order: Order, kind: DoseKind, waits: bool, presses: list[tuple[str, int]]
) -> None:
    dose = replace(DOSE, order=order, kind=kind, hold_s=9, reps=4, rep_s=3)
    evening = Evening(_timeline(dose, Pace(switch_waits=waits)), voice=uneven_voice(seed))
    for move, ms in presses:
        if move in ("run", "long run"):
            evening.run(ms if move == "run" else 4 * ms, step_ms=50)
        elif move == "stall":
            evening.stall(ms // 2)
        else:
            evening.now_ms += ms % 50
            evening.do(getattr(evening.session, move))
    evening.run(120_000, step_ms=100)
    for before, after in pairwise(evening.heard):
        assert before.end_ms <= after.start_ms
    for phase, seconds_left, at_ms in evening.counted:
        if phase.kind is PhaseKind.HOLD and phase.side is not Side.BOTH and seconds_left == 1:
            sides = [s for s in evening.heard if s.whole and s.end_ms <= at_ms and _names_side(s.clips)]
            assert sides, "no side was said"
            assert sides[-1].clips[0].endswith(f"-{phase.side}")


def _names_side(clips: tuple[str, ...]) -> bool:
    return clips[0].startswith(("leg-", "switch-", "target-"))


@given(seed=st.integers(0, 1000), order=st.sampled_from(Order), verbosity=st.sampled_from(("full", "brief")))
def test_undisturbed_each_side_is_complete_before_its_hold_begins(
    seed: int, order: Order, verbosity: str
) -> None:
    dose = replace(DOSE, order=order, hold_s=5, rest_s=5, switch_s=5)
    evening = Evening(_timeline(dose), voice=uneven_voice(seed), verbosity=Verbosity(verbosity))
    evening.run(90_000)
    assert all(spoken.whole for spoken in evening.heard)
    for phase, began_ms in evening.holds:
        if phase.side is not Side.BOTH:
            sides = [s for s in evening.heard if s.end_ms <= began_ms - 280 and _names_side(s.clips)]
            assert sides[-1].clips[0].endswith(f"-{phase.side}")
