"""The group of Settings about dates, times and lengths: the clock, the first day of a week, the unit."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from supple.domain.settings import Clock, DayStyle, Lengths, WeekBegins
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.theme import Theme
from supple.ui.settings.settings_group import SettingsGroup


class DaysSettings(SettingsGroup):
    """How times, weeks and lengths are written; what is exported stays as it is."""

    def __init__(self, theme: Theme, days: DayStyle, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Dates and units"), parent=parent)
        self.clock = Segmented(
            theme,
            [
                Segment(Clock.SYSTEM, self.tr("System")),
                Segment(Clock.TWENTY_FOUR, self.tr("24 hours")),
                Segment(Clock.TWELVE, self.tr("12 hours")),
            ],
            name=self.tr("Clock"),
        )
        self.week_begins = Segmented(
            theme,
            [
                Segment(WeekBegins.SYSTEM, self.tr("System")),
                Segment(WeekBegins.MONDAY, self.tr("Monday")),
                Segment(WeekBegins.SATURDAY, self.tr("Saturday")),
                Segment(WeekBegins.SUNDAY, self.tr("Sunday")),
            ],
            name=self.tr("A week begins on"),
        )
        self.lengths = Segmented(
            theme,
            [
                Segment(Lengths.SYSTEM, self.tr("System")),
                Segment(Lengths.CM, self.tr("Centimetres")),
                Segment(Lengths.INCHES, self.tr("Inches")),
            ],
            name=self.tr("Lengths"),
        )

        self.rows.add_row(self.tr("Clock"), self.clock)
        self.rows.add_row(self.tr("A week begins on"), self.week_begins)
        self.rows.add_row(self.tr("Lengths"), self.lengths)
        self.show_settings(days)

        self.clock.chosen.connect(self._set_clock)
        self.week_begins.chosen.connect(self._set_week_begins)
        self.lengths.chosen.connect(self._set_lengths)

    def show_settings(self, days: DayStyle) -> None:
        """Show what was changed elsewhere, without telling it."""
        self._days = days
        self.clock.set_key(days.clock)
        self.week_begins.set_key(days.week_begins)
        self.lengths.set_key(days.lengths)

    def _set_clock(self, key: str) -> None:
        self.changed.emit(replace(self._days, clock=Clock(key)))

    def _set_week_begins(self, key: str) -> None:
        self.changed.emit(replace(self._days, week_begins=WeekBegins(key)))

    def _set_lengths(self, key: str) -> None:
        self.changed.emit(replace(self._days, lengths=Lengths(key)))
