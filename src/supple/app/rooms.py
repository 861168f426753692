"""The rooms of the window: made when first shown, guarded by the safety answers, told what changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from supple.app.gatekeeper import Gatekeeper
from supple.app.library_rooms import LibraryRooms
from supple.app.personal_rooms import PersonalRooms
from supple.app.today_room import TodayRoom
from supple.domain.offered import Limits
from supple.domain.progress import TodaySummary
from supple.domain.today import WhatIsKnown
from supple.services.history import History
from supple.ui.kit.room import Room
from supple.ui.safety.guarded_room import GuardedRoom


class Rooms(QObject):
    """Makes the pages of all rooms but Today, and tells each what changed for it."""

    def __init__(
        self,
        today: TodayRoom,
        library: LibraryRooms,
        own: PersonalRooms,
        gate: Gatekeeper,
        parent: QObject | None = None,
    ) -> None:
        """Pages are made by `make`; Today's was made for the first paint."""
        super().__init__(parent)
        self._today = today
        self._library = library
        self._own = own
        self._gate = gate
        self._limits: Limits | None = None  # that the rooms were told
        self._guards: list[GuardedRoom] = []

    def make(self, room: Room) -> QWidget:
        """The page of `room`; those with exercises stand behind a guard."""
        makers: dict[Room, Callable[[], QWidget]] = {
            Room.PROGRESS: self._own.make_progress,
            Room.SETTINGS: self._own.make_settings,
            Room.LEARN: self._library.make_learn,
            Room.WARNING_SIGNS: self._own.make_signs,
        }
        if room in makers:
            return makers[room]()
        guarded: dict[Room, Callable[[], QWidget]] = {
            Room.LIBRARY: self._library.make_library,
            Room.ROUTINES: self._library.make_routines,
        }
        guard = GuardedRoom(guarded[room], self._own.make_closed)
        guard.set_clearance(self._gate.clearance)
        self._guards.append(guard)
        return guard

    def show_answers(self) -> None:
        """Open and close the rooms as the answers say."""
        clearance = self._gate.clearance
        self._today.set_clearance(clearance)
        for guard in self._guards:
            guard.set_clearance(clearance)
        self._own.show_answers()
        if clearance.closed:
            self._library.leave()
        self._library.show_edge()
        self.show_limits()

    def show_limits(self) -> None:
        """Leave out and mark exercises anew wherever they are shown, if something else is left out now."""
        limits = self._gate.limits
        if limits != self._limits:
            self._limits = limits
            self._library.show_limits()
            self._today.set_limits(self._gate.catalogue, limits)

    def use(self, history: History) -> None:
        """Progress reads from here."""
        self._own.use(history)

    def show_summary(self, summary: TodaySummary) -> None:
        """What Today shows of the person's own; Progress reads again when it is next shown."""
        self._today.show_summary(summary)
        self._own.refresh_progress()

    def refresh_progress(self) -> None:
        """Something was written that nothing else shows."""
        self._own.refresh_progress()

    def show_known(self, known: WhatIsKnown) -> None:
        """What was done, found and felt lately decides what is due, and what is left out on a day of rest."""
        self._today.show_known(known)
        self.show_limits()
