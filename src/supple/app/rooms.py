"""The rooms of the window: made when first shown, guarded by the safety answers, told what changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.app.library_rooms import LibraryRooms
from supple.app.parts import Parts, read_safety
from supple.app.personal_rooms import PersonalRooms
from supple.app.today_room import TodayRoom
from supple.domain.gate import closes_the_check
from supple.domain.offered import Limits, left_out_ids
from supple.domain.progress import TodaySummary
from supple.domain.rest import Rest, rest_of
from supple.domain.safety import Clearance
from supple.domain.today import WhatIsKnown
from supple.services.history import History
from supple.ui.kit.room import Room
from supple.ui.safety.guarded_room import GuardedRoom


class Rooms(QObject):
    """Makes the pages of all rooms but Today, and keeps all up to date; what is pressed is told by these signals."""

    routine_wanted = Signal(str)
    self_test_wanted = Signal()
    answers_wanted = Signal()
    signs_wanted = Signal()

    def __init__(
        self,
        parts: Parts,
        today: TodayRoom,
        library: LibraryRooms,
        own: PersonalRooms,
        parent: QObject | None = None,
    ) -> None:
        """Pages are made by `make`; Today's was made for the first paint."""
        super().__init__(parent)
        self._parts = parts
        self._today = today
        self._library = library
        self._own = own
        self._clearance = Clearance()
        self._hurt_today: frozenset[str] = frozenset()
        self._rest = Rest.NONE
        self._guards: list[GuardedRoom] = []

        own.routine_wanted.connect(self.want_todays_routine)
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
            Room.LIBRARY: self._library.make_library,
            Room.ROUTINES: self._library.make_routines,
        }
        guard = GuardedRoom(self._parts.theme, read_safety, guarded[room])
        guard.change_wanted.connect(self.answers_wanted)
        guard.warning_signs_wanted.connect(self.signs_wanted)
        guard.set_clearance(self._clearance)
        self._guards.append(guard)
        return guard

    def limits_now(self) -> Limits:
        """`limits`, for whoever asks later."""
        return self.limits

    @property
    def limits(self) -> Limits:
        """What holds for the person now: of the safety answers, of "What I avoid", and what was put away."""
        settings = self._parts.settings()
        return Limits(
            answered=self._clearance.cautions,
            own=frozenset(settings.avoided.cautions),
            put_away=frozenset(settings.avoided.put_away),
            ended_today=self._hurt_today,
            pace=settings.pace,
            chair_first=self._clearance.chair_first,
            rest=self._rest,
        )

    @property
    def hidden(self) -> frozenset[str]:
        """The exercises that are not offered, for whatever reason."""
        return left_out_ids(self._parts.catalogue, self.limits)

    def set_clearance(self, clearance: Clearance, *, answered: bool) -> None:
        """Open and close the rooms as the answers say."""
        self._clearance = clearance
        self._today.set_clearance(clearance)
        for guard in self._guards:
            guard.set_clearance(clearance)
        self._own.set_clearance(clearance, answered=answered)
        if clearance.closed:
            self._parts.window.leave_inside()
        self.apply_limits()

    def set_hurt_today(self, exercise_ids: frozenset[str]) -> None:
        """These end for today."""
        if exercise_ids != self._hurt_today:
            self._hurt_today = exercise_ids
            self.apply_limits()

    def apply_limits(self) -> None:
        """Leave out and mark exercises anew wherever they are shown."""
        limits, clearance = self.limits, self._clearance
        self._library.set_limits(limits)
        self._library.set_edge_closed(
            by_answer=clearance.closes_the_edge, by_choice=closes_the_check(limits.own)
        )
        self._today.set_limits(self._parts.catalogue, limits)

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
        """What was done, found and felt lately decides what is due."""
        self._today.show_known(known)
        rest = rest_of(known.sessions, known.pains, known.now.date(), signed=bool(known.signs))
        if rest is not self._rest:
            self._rest = rest
            self.apply_limits()

    @property
    def routine_due(self) -> str:
        """The routine that Today would start now; "" when it starts none."""
        return self._today.routine_due

    def want_todays_routine(self) -> None:
        """Start what is due, or show why nothing is."""
        if self.routine_due:
            self.routine_wanted.emit(self.routine_due)
        else:
            self._parts.window.show_room(Room.TODAY)
