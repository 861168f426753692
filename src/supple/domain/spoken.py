"""The words a voice can say, and the clips they are kept in: one clip for each phrase, number, name and side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from supple.domain.exercise import Caution
from supple.domain.side import Side
from supple.domain.wording import fill

NUMBER = "{number}"
BOTH_LEGS = (Side.LEFT, Side.RIGHT)
MOST_COUNTED = 20  # repetitions
MOST_SETS = 12
TENS = (30, 40, 50)
MOST_SAID = 59


class SideWord(StrEnum):
    """What is named with its side before a hold: "Left leg."; the value is the phrase's id."""

    LEG = "leg"
    SIDE = "side"
    ARM = "arm"


class Phrase(StrEnum):
    """Everything said that is not the name or the first step of an exercise."""

    GET_READY = "get_ready"
    LEG = "leg"
    SIDE = "side"
    ARM = "arm"
    SWITCH = "switch"
    TARGET = "target"
    HOLD = "hold"
    HALFWAY = "halfway"
    REST = "rest"
    SET_NUMBER = "set_number"
    OF_SETS = "of_sets"
    WAITING = "waiting"
    PAUSED = "paused"
    AWAY = "away"
    GOING_ON = "going_on"
    DONE = "done"
    ENDED = "ended"
    EXERCISE = "exercise"
    EXERCISES = "exercises"
    MINUTE = "minute"
    MINUTES = "minutes"
    HURT = "hurt"
    HELP = "help"
    EASIER = "easier"
    HALF = "half"
    STOP_LIFT = "stop_lift"
    FOOT_DOWN = "foot_down"
    BRIDGE_UP = "bridge_up"
    STOP_BRIDGE = "stop_bridge"
    HIPS_DOWN = "hips_down"
    MARCH_READY = "march_ready"
    TEST = "test"
    EDGE_SET_UP = "edge_set_up"
    EDGE_SIT = "edge_sit"
    EDGE_ROLL_BACK = "edge_roll_back"
    EDGE_HAND = "edge_hand"
    EDGE_LOWER = "edge_lower"
    EDGE_AGAIN = "edge_again"
    EDGE_HEAVY = "edge_heavy"
    EDGE_HANGS = "edge_hangs"
    EDGE_MEASURE = "edge_measure"
    EDGE_PHOTO = "edge_photo"
    EDGE_BACK_FLAT = "edge_back_flat"
    EDGE_BRING_BACK = "edge_bring_back"
    EDGE_FINISH = "edge_finish"


_OF_THE_EDGE = frozenset({Phrase.EDGE_LOWER, Phrase.EDGE_MEASURE, Phrase.EDGE_BRING_BACK})
SIDED = (
    frozenset({Phrase.LEG, Phrase.SIDE, Phrase.ARM, Phrase.SWITCH, Phrase.TARGET, Phrase.BRIDGE_UP})
    | _OF_THE_EDGE
)
"""Phrases with a clip for each side."""

NUMBERED = frozenset({Phrase.SET_NUMBER, Phrase.OF_SETS})
"""Phrases with a clip for each number of sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenExercise:
    """How an exercise is said: its name, which may be simpler than the written one, and the first step in a few words.

    `first_step` is a template; `side` says what its side is the side of, None for work without one. `switch`, a
    template too, says in a change of side what the new side does, where the side alone could be taken for the other.
    """

    id: str
    name: str
    first_step: str
    side: SideWord | None = None
    switch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """All spoken words; `cautions` are those that mark an exercise.

    `numbers` are at least those from 1 to MOST_COUNTED and the TENS, and any up to MOST_SAID that is not the tens and
    then the ones, as where the ones come first.
    """

    phrases: Mapping[Phrase, str]
    numbers: Mapping[int, str]
    exercises: Mapping[str, SpokenExercise]
    cautions: Mapping[Caution, str] = field(default_factory=dict)

    @property
    def texts(self) -> Mapping[str, str]:
        """The words of every clip by the clip's id."""
        return dict([*self._phrases(), *self._numbers(), *self._exercises(), *self._cautions()])

    def _phrases(self) -> Iterator[tuple[str, str]]:
        for phrase, text in self.phrases.items():
            if phrase in SIDED:
                for side in BOTH_LEGS:
                    yield phrase_clip(phrase, side=side), fill(text, side=side)
            elif phrase in NUMBERED:
                for number in range(1, MOST_SETS + 1):
                    word = self.numbers[number].rstrip(".").lower()
                    yield phrase_clip(phrase, number=number), text.replace(NUMBER, word)
            else:
                yield phrase_clip(phrase), text

    def _numbers(self) -> Iterator[tuple[str, str]]:
        for number, text in self.numbers.items():
            yield number_clip(number), text

    def _cautions(self) -> Iterator[tuple[str, str]]:
        for caution, text in self.cautions.items():
            yield care_clip(caution), text

    def _exercises(self) -> Iterator[tuple[str, str]]:
        for exercise in self.exercises.values():
            yield name_clip(exercise.id), exercise.name
            if exercise.side is None:
                yield first_step_clip(exercise.id), exercise.first_step
            else:
                for side in BOTH_LEGS:
                    yield first_step_clip(exercise.id, side=side), fill(exercise.first_step, side=side)
            if exercise.switch:
                for side in BOTH_LEGS:
                    yield switch_clip(exercise.id, side=side), fill(exercise.switch, side=side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """One clip that ships: its words, its length, and the start of its file's SHA-256."""

    id: str
    text: str
    duration_ms: int
    hash: str


def phrase_clip(phrase: Phrase, *, side: Side | None = None, number: int | None = None) -> str:
    """The clip of `phrase`, for `side` or with `number` where it has them."""
    return "-".join([phrase.value, *([side.value] if side else []), *([str(number)] if number else [])])


def number_clip(number: int) -> str:
    """The clip of a number alone."""
    return f"number-{number}"


def name_clip(exercise_id: str) -> str:
    """The clip of an exercise's name."""
    return f"name-{exercise_id}"


def care_clip(caution: Caution) -> str:
    """The clip that tells to take care because of `caution`."""
    return f"care-{caution.value.lower().replace('_', '-')}"


def note_clip(exercise_id: str) -> str:
    """What stands for the person's own note about an exercise, which no clip can say."""
    return f"note-{exercise_id}"


def first_step_clip(exercise_id: str, *, side: Side | None = None) -> str:
    """The clip of an exercise's first step, on `side` where it has one."""
    return f"first-{exercise_id}" + (f"-{side.value}" if side else "")


def switch_clip(exercise_id: str, *, side: Side) -> str:
    """The clip of what `side` does after a change, for an exercise that has words of its own for it."""
    return f"{Phrase.SWITCH}-{exercise_id}-{side}"
