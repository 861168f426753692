"""What the clock of a check counts, in figures and in words: the seconds of a hold, or the lifts of a march."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from supple.domain.checks.march import LIFTS, lift_at
from supple.domain.side import Side
from supple.ui.words.counts import seconds_words

translate = QCoreApplication.translate


class ClockCount(Protocol):
    """Each at so many milliseconds after it began."""

    def side(self, side: Side, elapsed_ms: int) -> Side:
        """The side that works, where `side` is what is checked."""

    def working(self, elapsed_ms: int) -> str:
        """What to do, in one word."""

    def figures(self, elapsed_ms: int) -> str:
        """What is counted."""

    def under(self, cap_s: int) -> str:
        """Of how many."""

    def told(self, elapsed_ms: int) -> str:
        """The same for a screen reader."""


class SecondsCount:
    """A hold: its whole seconds."""

    def side(self, side: Side, _elapsed_ms: int) -> Side:
        """The one that is held."""
        return side

    def working(self, _elapsed_ms: int) -> str:
        """Always the same."""
        return translate("ClockCount", "Hold")

    def figures(self, elapsed_ms: int) -> str:
        """Never rounded up."""
        return str(elapsed_ms // 1000)

    def under(self, cap_s: int) -> str:
        """Where the clock stops."""
        return translate("ClockCount", "seconds of {most}").format(most=cap_s)

    def told(self, elapsed_ms: int) -> str:
        """Whole seconds."""
        return seconds_words(elapsed_ms // 1000)


class LiftsCount:
    """A march: the lifts of each foot, which take turns."""

    def side(self, _side: Side, elapsed_ms: int) -> Side:
        """The foot that is on its way."""
        return lift_at(elapsed_ms).side

    def working(self, elapsed_ms: int) -> str:
        """Up or down."""
        up, down = translate("ClockCount", "Up"), translate("ClockCount", "Down")
        return up if lift_at(elapsed_ms).goes_up else down

    def figures(self, elapsed_ms: int) -> str:
        """The number of the lift."""
        return str(lift_at(elapsed_ms).number)

    def under(self, _cap_s: int) -> str:
        """Of each foot."""
        return translate("ClockCount", "of {most} with each foot").format(most=LIFTS)

    def told(self, elapsed_ms: int) -> str:
        """The number of the lift."""
        return translate("ClockCount", "lift {number}").format(number=lift_at(elapsed_ms).number)
