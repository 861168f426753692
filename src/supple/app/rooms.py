"""The rooms of the window: made when first shown, guarded by the safety answers, told what changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.app.library_rooms import LibraryRooms
from supple.app.own_rooms import OwnRooms
from supple.app.parts import Parts, wall_clock
from supple.domain.exercise import Caution
from supple.domain.progress import TodaySummary
from supple.domain.safety import Clearance
from supple.services.history import History
from supple.ui.guarded_room import GuardedRoom
from supple.ui.room import Room
from supple.ui.today_page import TodayPage

ARTICLE_ROUTINE = "article_routine"


class Rooms(QObject):
    """Makes each room's page and keeps it up to date; what is pressed in a page is told by these signals."""

    routine_wanted = Signal(str)
    self_test_wanted = Signal()
    answers_wanted = Signal()
    signs_wanted = Signal()

    def __init__(
        self, parts: Parts, library: LibraryRooms, own: OwnRooms, parent: QObject | None = None
    ) -> None:
        """Pages are made by `make`."""
        super().__init__(parent)
        self._parts = parts
        self._library = library
        self._own = own
        self._clearance = Clearance()
        self._today: TodayPage | None = None
        self._guards: list[GuardedRoom] = []

        own.routine_wanted.connect(self._want_article_routine)
        own.self_test_wanted.connect(self.self_test_wanted)

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
            Room.TODAY: self._make_today,
            Room.LIBRARY: self._library.make_library,
            Room.ROUTINES: self._library.make_routines,
        }
        guard = GuardedRoom(self._parts.theme, self._parts.safety, guarded[room])
        guard.change_wanted.connect(self.answers_wanted)
        guard.warning_signs_wanted.connect(self.signs_wanted)
        guard.set_clearance(self._clearance)
        self._guards.append(guard)
        return guard

    @property
    def avoids(self) -> frozenset[Caution]:
        """The cautions that hold: from the safety answers and from "What I avoid"."""
        return self._clearance.cautions | frozenset(self._parts.settings().avoids)

    @property
    def hidden(self) -> frozenset[str]:
        """The exercises that are not offered, by caution or because they were put away."""
        return self._parts.catalogue.hidden_ids(self.avoids) | frozenset(self._parts.settings().put_away)

    def set_clearance(self, clearance: Clearance, *, answered: bool) -> None:
        """Open and close the rooms as the answers say."""
        self._clearance = clearance
        for guard in self._guards:
            guard.set_clearance(clearance)
        self._own.set_clearance(clearance, answered=answered)
        if clearance.closed:
            self._parts.window.leave_inside()
        self.apply_avoids()

    def apply_avoids(self) -> None:
        """Hide and mark exercises anew wherever they are shown."""
        self._library.set_avoids(self.avoids)
        if self._today is not None:
            self._today.set_avoids(self.avoids)

    def use(self, history: History) -> None:
        """Progress reads from here."""
        self._own.use(history)

    def show_summary(self, summary: TodaySummary) -> None:
        """What Today shows of the person's own."""
        if self._today is not None:
            self._today.show_summary(summary)
        self._own.refresh_progress()

    def _want_article_routine(self) -> None:
        self.routine_wanted.emit(ARTICLE_ROUTINE)

    def _make_today(self) -> QWidget:
        self._today = TodayPage(
            self._parts.theme,
            self._parts.pictures,
            self._parts.catalogue,
            routine_id=ARTICLE_ROUTINE,
            trained_id=ARTICLE_ROUTINE,
            today=wall_clock().date(),
        )
        self._today.routine_started.connect(self.routine_wanted)
        self._today.steps_requested.connect(self._library.show_routine)
        self._today.self_test_started.connect(self.self_test_wanted)
        self._today.trained_pressed.connect(self._start_after_training)
        return self._today

    def _start_after_training(self) -> None:
        self.routine_wanted.emit(ARTICLE_ROUTINE)
