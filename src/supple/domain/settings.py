"""What a person can set; none of it is health data, it lives in a small file beside the history."""

from dataclasses import dataclass
from enum import StrEnum

from supple.domain.exercise import Caution
from supple.domain.routine import Pace


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings with their defaults: `text_percent` 100 to 200, `volume` 0 to 100.

    `avoids` are the cautions the person set themselves; `put_away` are exercises they never want to see.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    motion: Motion = Motion.SYSTEM
    sound_on: bool = True
    volume: int = 70
    sound_checked: bool = False
    prepare_s: int | None = None
    switch_s: int | None = None
    prepare_waits: bool = False
    switch_waits: bool = False
    avoids: tuple[Caution, ...] = ()
    put_away: tuple[str, ...] = ()
    window: str = ""

    @property
    def pace(self) -> Pace:
        """The times of getting ready and changing sides."""
        return Pace(
            prepare_s=self.prepare_s,
            switch_s=self.switch_s,
            prepare_waits=self.prepare_waits,
            switch_waits=self.switch_waits,
        )
