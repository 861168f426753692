"""What a person can set; none of it is health data, it lives in a small file beside the history."""

from dataclasses import dataclass, replace
from enum import StrEnum

from supple.domain.exercise import Caution
from supple.domain.routine import SHIPPED_PACE, Pace
from supple.domain.verbosity import Verbosity


class ThemeChoice(StrEnum):
    """Light or dark, or what the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """Whether things move on the screen."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Clock(StrEnum):
    """How many hours a clock counts, or what the system says."""

    SYSTEM = "system"
    TWELVE = "12"
    TWENTY_FOUR = "24"


class WeekBegins(StrEnum):
    """The first day of a week, or what the system says."""

    SYSTEM = "system"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Lengths(StrEnum):
    """The unit of a length that is typed or shown, or what the system says."""

    SYSTEM = "system"
    CM = "cm"
    INCHES = "in"


TEXT_PERCENT = (100, 200)
VOLUME = (0, 100)
DELAY_MS = (0, 300)
BREAK_S = (5, 60)
"""The least and the most that can be set; `BREAK_S` is for getting ready and for changing sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the window looks like; `pointers` are arrows and rings on pictures."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    motion: Motion = Motion.SYSTEM
    pointers: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStyle:
    """How times, weeks and lengths are written."""

    clock: Clock = Clock.SYSTEM
    week_begins: WeekBegins = WeekBegins.SYSTEM
    lengths: Lengths = Lengths.SYSTEM


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """What is heard, how loud, and where.

    `volume` is that of all sound, the others are each kind's share of it. `verbosity` is what is heard while `on`;
    SILENT is never kept there, it is sound that is off. `heard_once`: the person said that sound reaches them.
    `device` is the system's own name of an output device, "" follows the system, and `device_name` what it is called;
    `delay_ms` is how much later than sent its sound is heard.
    """

    on: bool = True
    volume: int = 70
    voice_volume: int = 100
    chime_volume: int = 100
    tick_volume: int = 100
    verbosity: Verbosity = Verbosity.FULL
    heard_once: bool = False
    device: str = ""
    device_name: str = ""
    delay_ms: int = 0

    @property
    def heard(self) -> Verbosity:
        """How much is heard at the moment."""
        return self.verbosity if self.on else Verbosity.SILENT

    @property
    def voice_gain(self) -> float:
        """How loud the voice is, 0 to 1, of all that there is."""
        if self.heard is Verbosity.SILENT:
            return 0.0
        return self.volume * self.voice_volume / (VOLUME[1] * VOLUME[1])

    @property
    def asks_whether_it_is_heard(self) -> bool:
        """Whether nobody said yet that sound reaches them."""
        return self.on and not self.heard_once

    def hearing(self, heard: Verbosity) -> "Sound":
        """The same with as much heard; silence keeps in mind what was heard before."""
        if heard is Verbosity.SILENT:
            return replace(self, on=False)
        return replace(self, on=True, verbosity=heard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoided:
    """What the person leaves out by choice: exercises with these `cautions`, and those that they put away."""

    cautions: tuple[Caution, ...] = ()
    put_away: tuple[str, ...] = ()

    def turned(self, exercise_id: str) -> "Avoided":
        """The same with this exercise put away, or brought back where it was."""
        return replace(self, put_away=tuple(sorted({*self.put_away} ^ {exercise_id})))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings with their defaults, a group each; `window` is its place. Whoever needs a group takes it alone."""

    sound: Sound = Sound()
    look: Look = Look()
    days: DayStyle = DayStyle()
    pace: Pace = SHIPPED_PACE
    avoided: Avoided = Avoided()
    window: str = ""
