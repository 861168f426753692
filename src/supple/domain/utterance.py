"""What a voice says at one moment, out of which clips, and what it knows of the clips' lengths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from supple.domain.exercise import Caution
from supple.domain.side import Side
from supple.domain.spoken import (
    MOST_COUNTED,
    MOST_SAID,
    Clip,
    Phrase,
    SideWord,
    SpokenWords,
    number_clip,
    phrase_clip,
    switch_clip,
)

JOIN_MS = 50  # between the clips of one utterance


class Part(StrEnum):
    """What an utterance is about."""

    NAME = "exercise name"
    SIDE = "side"
    CARE = "take care"
    FIRST_STEP = "first step"
    SET_COUNT = "set count"
    GET_READY = "get ready"
    WAITING = "waiting"
    HOLD = "hold"
    HALFWAY = "halfway"
    COUNTDOWN = "3-2-1"
    REP = "repetition"
    REST = "rest"
    NOTICE = "notice"
    OWN_NOTE = "own note"
    OUTCOME = "outcome"


BRIEF_PARTS = frozenset(
    {Part.NAME, Part.SIDE, Part.CARE, Part.COUNTDOWN, Part.REP, Part.NOTICE, Part.OUTCOME}
)
"""What is said when the person wants few words."""

DROPPED_FIRST = (
    Part.OWN_NOTE,
    Part.GET_READY,
    Part.WAITING,
    Part.SET_COUNT,
    Part.REST,
    Part.HOLD,
    Part.HALFWAY,
    Part.FIRST_STEP,
    Part.NAME,
    Part.NOTICE,
    Part.CARE,
)
"""What goes first when time is short (docs/EVIDENCE.md 10.2); "get ready", "rest" and "hold" only repeat a chime.

The side and 3-2-1 are not here: they are never dropped.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """`clips` one after the other, from `start_ms` of the phase (or of the moment) for `duration_ms`.

    With `must_end_ms` it may be said late, as long as it is over by then; others are on time or not said.
    """

    part: Part
    clips: tuple[str, ...]
    start_ms: int
    duration_ms: int
    must_end_ms: int | None = None

    @property
    def end_ms(self) -> int:
        """When the last clip is over."""
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Voice:
    """The words, and how long each clip takes; a clip that is not there cannot be said.

    `cares` are the cautions that mark an exercise for this person, by its id.
    """

    words: SpokenWords
    durations: Mapping[str, int]
    cares: Mapping[str, Caution] = field(default_factory=dict)

    @classmethod
    def of(cls, words: SpokenWords, clips: Sequence[Clip]) -> "Voice":
        """The voice whose clips are listed."""
        return cls(words, {clip.id: clip.duration_ms for clip in clips})

    def with_lengths(self, durations: Mapping[str, int]) -> "Voice":
        """This voice, which can say these as well."""
        return replace(self, durations={**self.durations, **durations})

    def with_cares(self, cares: Mapping[str, Caution]) -> "Voice":
        """This voice, which tells to take care with these exercises."""
        return replace(self, cares=cares)

    def length_ms(self, clips: Sequence[str]) -> int | None:
        """How long `clips` take one after the other; None when there are none or one of them is missing."""
        if not clips or any(clip not in self.durations for clip in clips):
            return None
        return sum(self.durations[clip] for clip in clips) + JOIN_MS * (len(clips) - 1)

    def number_clips(self, number: int) -> tuple[str, ...]:
        """A whole number from 1 to MOST_SAID in the clips of this language; nothing for others."""
        if number_clip(number) in self.durations or not MOST_COUNTED < number <= MOST_SAID:
            return (number_clip(number),) if 1 <= number <= MOST_SAID else ()
        tens, ones = divmod(number, 10)
        return number_clip(tens * 10), number_clip(ones)

    def side_clip(self, exercise_id: str, side: Side) -> str:
        """The clip of "Left leg." for an exercise; one of the person's own is taken to be about a leg."""
        exercise = self.words.exercises.get(exercise_id)
        word = exercise.side if exercise and exercise.side else SideWord.LEG
        return phrase_clip(Phrase(word.value), side=side)

    def switch_clip(self, exercise_id: str, side: Side) -> str:
        """What is said in a change to `side`: the exercise's own words, or "Switch to your left."."""
        exercise = self.words.exercises.get(exercise_id)
        if exercise and exercise.switch:
            return switch_clip(exercise_id, side=side)
        return phrase_clip(Phrase.SWITCH, side=side)
