"""What is heard while a check is timed: what it is, three, two, one, and the seconds or lifts that count up."""

from collections.abc import Callable
from dataclasses import dataclass

from supple.domain.checks.hold import SIDES
from supple.domain.checks.hold_clock import MS, Beat, BeatKind
from supple.domain.checks.march import Lift, lift_at
from supple.domain.cue import Cue
from supple.domain.record import Check
from supple.domain.side import Side
from supple.domain.spoken import SIDED, Phrase, phrase_clip
from supple.domain.utterance import Voice

_READY = {
    Check.HIP_HOLD: (Phrase.LEG, Phrase.STOP_LIFT),
    Check.BRIDGE_HOLD: (Phrase.BRIDGE_UP, Phrase.STOP_BRIDGE),
    Check.MARCH: (Phrase.MARCH_READY,),
}
"""Over before three, two, one: 7 s after it begins."""
_FULL = {Check.HIP_HOLD: Phrase.FOOT_DOWN, Check.BRIDGE_HOLD: Phrase.HIPS_DOWN, Check.MARCH: Phrase.FOOT_DOWN}
Clips = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """How things are heard: `say` is None where there is no voice; then tones count down.

    What is sent is heard `lead_ms` later.
    """

    play: Callable[[Cue], None]
    say: Callable[[Clips], bool] | None = None
    hush: Callable[[], None] | None = None
    lead_ms: int = 0


class HoldSounds:
    """Says what falls due for one check."""

    def __init__(self, check: Check, voice: Voice, ear: Ear) -> None:
        self._check = check
        self._voice = voice
        self._ear = ear

    @property
    def lead_ms(self) -> int:
        """How much earlier everything is sent."""
        return self._ear.lead_ms

    def get_ready(self, side: Side) -> None:
        """Name the side, and what ends the hold."""
        if self._ear.say is not None:
            said = _READY[self._check]
            self._ear.say(tuple(phrase_clip(each, side=side if each in SIDED else None) for each in said))

    def tell(self, beat: Beat) -> None:
        """Let `beat` be heard."""
        match beat.kind:
            case BeatKind.DOWN:
                self._say(self._voice.number_clips(beat.number), instead=Cue.COUNTDOWN)
            case BeatKind.BEGAN | BeatKind.UP if self._check is Check.MARCH:
                self._count_lift(lift_at(beat.number * MS))
            case BeatKind.BEGAN:
                self._ear.play(Cue.HOLD)
            case BeatKind.UP:
                self._say(self._voice.number_clips(beat.number))
            case BeatKind.FULL:
                self._ear.play(Cue.REST)
                self._say((phrase_clip(_FULL[self._check]),))

    def stop(self) -> None:
        """The clock was stopped: a stroke, and nothing more is said."""
        self.be_quiet()
        self._ear.play(Cue.REST)

    def be_quiet(self) -> None:
        """End what is being said."""
        if self._ear.hush is not None:
            self._ear.hush()

    def _count_lift(self, lift: Lift) -> None:
        """The foot and its number; without a voice a stroke, higher where a new pair begins."""
        clips = (phrase_clip(Phrase.TARGET, side=lift.side), *self._voice.number_clips(lift.number))
        self._say(clips, instead=Cue.COUNTDOWN if lift.side is SIDES[0] else Cue.TICK)

    def _say(self, clips: Clips, *, instead: Cue | None = None) -> None:
        heard = self._ear.say is not None and bool(clips) and self._ear.say(clips)
        if not heard and instead is not None:
            self._ear.play(instead)
