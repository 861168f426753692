"""Notices that another day has begun, or that this is another time zone, while the window is left open."""

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

LOOK_MS = 20_000


class DayWatch(QObject):
    """Looks at the clock three times a minute: a timer for midnight would be late after sleep, or in another zone."""

    changed = Signal()

    def __init__(self, wall_clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        """The day of now is the one that is shown; nothing runs before `start`."""
        super().__init__(parent)
        self._wall_clock = wall_clock
        self._shown = self._day()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)

        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def look(self) -> None:
        """Tell when it is another day, or another zone, than at the last look."""
        if hasattr(time, "tzset"):
            time.tzset()  # the system may have moved to another zone
        day = self._day()
        if day != self._shown:
            self._shown = day
            self.changed.emit()

    def _day(self) -> tuple[date, timedelta | None]:
        now = self._wall_clock()
        return now.date(), now.utcoffset()
