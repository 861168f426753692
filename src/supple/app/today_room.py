"""Today's room: the first page of the window, and what a safety answer puts in its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.app.shipped_files import wall_clock
from supple.app.today_offer import offer
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.room import Room
from supple.ui.kit.theme import Theme
from supple.ui.safety.guarded_room import GuardedRoom
from supple.ui.today.hero import ROUTINE, SIGN
from supple.ui.today.today_page import Offer, TodayPage

if TYPE_CHECKING:
    from supple.domain.catalogue import Catalogue
    from supple.domain.offered import Limits
    from supple.domain.progress import TodaySummary
    from supple.domain.safety import Clearance
    from supple.domain.safety_text import SafetyContent
    from supple.domain.today import WhatIsKnown
    from supple.ui.words.morning_words import MorningWords


class TodayRoom(QObject):
    """Made with what ships, before anything of the person is known; what is pressed is told by these signals."""

    routine_wanted = Signal(str)
    steps_wanted = Signal(str)
    self_test_wanted = Signal()
    answers_wanted = Signal()
    signs_wanted = Signal()
    trained_wanted = Signal(str)
    mild_told = Signal()
    morning_told = Signal(object, bool)  # int | None, stiffer than usual
    morning_put_off = Signal()
    morning_undone = Signal()
    morning_settled = Signal()
    room_wanted = Signal(Room)

    def __init__(self, theme: Theme, pictures: Pictures, cover: Offer, parent: QObject | None = None) -> None:
        """Nothing is made before `make`; it then says what is on the `cover`."""
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._guard: GuardedRoom | None = None
        self._page: TodayPage | None = None
        self._catalogue: Catalogue | None = None
        self._limits: Limits | None = None
        self._known: WhatIsKnown | None = None
        self._start_with: str | None = None
        self._offer = cover

    @property
    def routine_due(self) -> str:
        """The routine that Today would start now; "" when it starts none. While a sign waits it leads to why not."""
        return self._offer.routine_id if self._offer.state in (ROUTINE, SIGN) else ""

    def make(self) -> QWidget:
        """The page behind its guard, which stands open until answers close it."""
        self._guard = GuardedRoom(self._theme, _safety, self._make)
        self._guard.change_wanted.connect(self.answers_wanted)
        self._guard.warning_signs_wanted.connect(self.signs_wanted)
        self._guard.open()
        return self._guard

    def set_clearance(self, clearance: "Clearance") -> None:
        """Open or close the room."""
        self._start_with = clearance.start_with
        if self._guard is not None:
            self._guard.set_clearance(clearance)
        self._renew()

    def set_limits(self, catalogue: "Catalogue", limits: "Limits") -> None:
        """Leave out what is not offered, and name it."""
        self._catalogue, self._limits = catalogue, limits
        self._renew()

    def show_known(self, known: "WhatIsKnown") -> None:
        """What was done, found and felt lately decides what is due."""
        self._known = known
        self._renew()

    def show_summary(self, summary: "TodaySummary") -> None:
        """The person's last findings and week."""
        if self._page is not None:
            self._page.show_summary(summary)

    def ask_of_morning(self, words: "MorningWords") -> None:
        """Ask on the page, if it was ever open."""
        if self._page is not None:
            self._page.ask_of_morning(words)

    def end_morning(self) -> None:
        """Ask no more."""
        if self._page is not None:
            self._page.end_morning()

    def _make(self) -> QWidget:
        self._page = TodayPage(
            self._theme,
            self._pictures,
            self._offer,
            today=wall_clock().date(),
        )
        self._page.routine_started.connect(self.routine_wanted)
        self._page.steps_requested.connect(self.steps_wanted)
        self._page.self_test_started.connect(self.self_test_wanted)
        self._page.trained_pressed.connect(self.trained_wanted)
        self._page.routines_requested.connect(self._want_routines)
        self._page.signs_requested.connect(self.signs_wanted)
        self._page.mild_told.connect(self.mild_told)
        self._page.morning_told.connect(self.morning_told)
        self._page.morning_put_off.connect(self.morning_put_off)
        self._page.morning_undone.connect(self.morning_undone)
        self._page.morning_settled.connect(self.morning_settled)
        return self._page

    def _want_routines(self) -> None:
        self.room_wanted.emit(Room.ROUTINES)

    def _renew(self) -> None:
        if self._catalogue is None or self._limits is None:
            return
        from dataclasses import replace

        from supple.domain.today import WhatIsKnown

        known = self._known or WhatIsKnown(now=wall_clock())
        known = replace(known, start_with=self._start_with)
        self._offer = offer(self._catalogue, self._limits, known)
        if self._page is not None:
            self._page.set_offer(self._offer)


def _safety() -> "SafetyContent":
    from supple.app.parts import read_safety

    return read_safety()
