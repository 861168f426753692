"""What a person can set; none of it is health data, it lives in a small file beside the history."""

from dataclasses import dataclass, replace
from enum import StrEnum

from supple.domain.exercise import Caution
from supple.domain.routine import Pace
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings with their defaults: `text_percent` 100 to 200, all volumes 0 to 100.

    `sound_device` is the system's own name of an output device, "" follows the system, and `sound_device_name` what it
    is called; `sound_delay_ms` (0 to 300) is how much later than sent its sound is heard.
    `volume` is that of all sound, the others are each kind's share of it. `verbosity` is what is heard while
    `sound_on`; SILENT is never kept there, it is sound that is off.
    `avoids` are the cautions the person set themselves; `put_away` are exercises they never want to see.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    motion: Motion = Motion.SYSTEM
    sound_on: bool = True
    volume: int = 70
    voice_volume: int = 100
    chime_volume: int = 100
    tick_volume: int = 100
    verbosity: Verbosity = Verbosity.FULL
    sound_checked: bool = False
    sound_device: str = ""
    sound_device_name: str = ""
    sound_delay_ms: int = 0
    prepare_s: int | None = None
    switch_s: int | None = None
    prepare_waits: bool = False
    switch_waits: bool = False
    avoids: tuple[Caution, ...] = ()
    put_away: tuple[str, ...] = ()
    window: str = ""

    @property
    def heard(self) -> Verbosity:
        """How much is heard at the moment."""
        return self.verbosity if self.sound_on else Verbosity.SILENT

    def hearing(self, heard: Verbosity) -> "Settings":
        """These settings with as much heard; silence keeps in mind what was heard before."""
        if heard is Verbosity.SILENT:
            return replace(self, sound_on=False)
        return replace(self, sound_on=True, verbosity=heard)

    @property
    def pace(self) -> Pace:
        """The times of getting ready and changing sides."""
        return Pace(
            prepare_s=self.prepare_s,
            switch_s=self.switch_s,
            prepare_waits=self.prepare_waits,
            switch_waits=self.switch_waits,
        )
