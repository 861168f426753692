"""What is heard while a hold is timed, with the clips that ship."""

from pathlib import Path

import pytest

from supple.domain.checks.hold import RULES
from supple.domain.checks.hold_clock import COUNTED_DOWN, MS, READY_S, Beat, BeatKind
from supple.domain.checks.march import LIFT_S
from supple.domain.cue import Cue
from supple.domain.record import Check
from supple.domain.side import Side
from supple.domain.utterance import Voice
from supple.services.hold_sounds import Ear, HoldSounds
from supple.storage.spoken_content import decode_clips, decode_spoken

VOICE = Path(__file__).parents[2] / "assets/voice/en"
SPOKEN = decode_spoken((VOICE / "spoken.json").read_bytes())
SHIPPED = Voice.of(SPOKEN, decode_clips((VOICE / "clips.json").read_bytes()))


class Listener:
    """Whoever hears it: the words, the cues, and how long the words took."""

    def __init__(self, *, speaks: bool = True) -> None:
        self.said: list[str] = []
        self.cues: list[Cue] = []
        self.last_ms = 0
        self.ear = Ear(play=self.cues.append, say=self._hear if speaks else None)

    def _hear(self, clips: tuple[str, ...]) -> bool:
        length_ms = SHIPPED.length_ms(clips)
        assert length_ms is not None, clips
        self.last_ms = length_ms
        self.said.append(" ".join(SPOKEN.texts[clip] for clip in clips))
        return True


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("check", [Check.HIP_HOLD, Check.BRIDGE_HOLD])
def test_what_ends_a_hold_is_said_before_it_counts_down(check: Check, side: Side) -> None:
    heard = Listener()
    HoldSounds(check, SHIPPED, heard.ear).get_ready(side)
    (said,) = heard.said
    assert "Stop the clock" in said
    assert heard.last_ms < (READY_S - max(COUNTED_DOWN)) * MS


def test_a_bridge_names_the_foot_that_stays_down() -> None:
    heard = Listener()
    HoldSounds(Check.BRIDGE_HOLD, SHIPPED, heard.ear).get_ready(Side.LEFT)
    assert heard.said[0].startswith("Push up on both feet. At the chime, keep only your left foot down.")


@pytest.mark.parametrize("check", [Check.HIP_HOLD, Check.BRIDGE_HOLD])
def test_the_seconds_are_counted_up_and_its_end_says_what_to_do(check: Check) -> None:
    heard = Listener()
    sounds = HoldSounds(check, SHIPPED, heard.ear)
    sounds.tell(Beat(BeatKind.UP, 0, RULES[check].cap_s - 5))
    sounds.tell(Beat(BeatKind.FULL, 0))
    end = {Check.HIP_HOLD: "Put the foot down.", Check.BRIDGE_HOLD: "Lower your hips."}
    counted = {Check.HIP_HOLD: "Twenty. Five.", Check.BRIDGE_HOLD: "Fifty. Five."}
    assert heard.said == [counted[check], end[check]]
    assert heard.cues == [Cue.REST]


def test_without_a_voice_tones_count_down() -> None:
    heard = Listener(speaks=False)
    sounds = HoldSounds(Check.BRIDGE_HOLD, SHIPPED, heard.ear)
    sounds.get_ready(Side.RIGHT)
    sounds.tell(Beat(BeatKind.DOWN, 0, 3))
    sounds.tell(Beat(BeatKind.BEGAN, 0))
    assert (heard.said, heard.cues) == ([], [Cue.COUNTDOWN, Cue.HOLD])


def test_a_march_is_counted_foot_by_foot_and_each_count_is_over_before_the_next() -> None:
    heard = Listener()
    sounds = HoldSounds(Check.MARCH, SHIPPED, heard.ear)
    sounds.get_ready(Side.BOTH)
    assert heard.last_ms < (READY_S - max(COUNTED_DOWN)) * MS
    sounds.tell(Beat(BeatKind.BEGAN, 0))
    for second in range(LIFT_S, RULES[Check.MARCH].cap_s, LIFT_S):
        sounds.tell(Beat(BeatKind.UP, 0, second))
        assert heard.last_ms < LIFT_S * MS // 2
    assert heard.said[1:4] == ["Left. One.", "Right. One.", "Left. Two."]
    assert heard.said[-1] == "Right. Ten."
    sounds.tell(Beat(BeatKind.FULL, 0))
    assert heard.said[-1] == "Put the foot down."


def test_without_a_voice_a_march_has_its_tempo_in_strokes() -> None:
    heard = Listener(speaks=False)
    sounds = HoldSounds(Check.MARCH, SHIPPED, heard.ear)
    sounds.tell(Beat(BeatKind.BEGAN, 0))
    sounds.tell(Beat(BeatKind.UP, 0, LIFT_S))
    assert heard.cues == [Cue.COUNTDOWN, Cue.TICK]
