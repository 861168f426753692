"""The rooms of the catalogue: library, exercise, routines and lessons, and the ways between them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.app.parts import Parts
from supple.domain.offered import NO_LIMITS, Limits
from supple.domain.side import Side
from supple.ui.kit.banner import Tone
from supple.ui.kit.room import Room, room_name

if TYPE_CHECKING:
    from supple.ui.learn.learn_page import LearnPage
    from supple.ui.library.exercise_page import ExercisePage
    from supple.ui.library.library_page import LibraryPage
    from supple.ui.routines.routine_page import RoutinePage
    from supple.ui.routines.routines_page import RoutinesPage


AWAY = "put away"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one came from: a room, or the page of a routine or of an exercise in it."""

    name: str
    room: Room | None = None
    routine_id: str = ""
    exercise_id: str = ""


class LibraryRooms(QObject):
    """Pages are imported when first shown; exercises that are hidden or marked are told by `set_limits`."""

    routine_wanted = Signal(str)
    print_wanted = Signal(str)
    pdf_wanted = Signal(str)
    exercise_wanted = Signal(str, Side)
    exercise_put_away = Signal(str)
    note_written = Signal(str, str)  # exercise, words

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        """No page is made yet."""
        super().__init__(parent)
        self._parts = parts
        self._limits = NO_LIMITS
        self._library: LibraryPage | None = None
        self._exercise: ExercisePage | None = None
        self._routines: RoutinesPage | None = None
        self._routine: RoutinePage | None = None
        self._learn: LearnPage | None = None
        self._edge_closed = (False, False)  # by an answer, by what is avoided
        self._way: list[_Place] = []  # back from the exercise that is shown
        self._away = ""  # the exercise put away last

    def set_limits(self, limits: Limits) -> None:
        """Leave out and mark exercises anew."""
        self._limits = limits
        for page in (self._library, self._exercise, self._routine, self._routines):
            if page is not None:
                page.set_limits(limits)

    def set_edge_closed(self, *, by_answer: bool, by_choice: bool) -> None:
        """Leave the check at an edge out of the lessons."""
        self._edge_closed = by_answer, by_choice
        if self._learn is not None:
            self._learn.set_edge_closed(by_answer=by_answer, by_choice=by_choice)

    def show_notes(self) -> None:
        """What the person wrote is another."""
        if self._exercise is not None:
            self._exercise.set_notes(self._parts.notes())

    def make_library(self) -> QWidget:
        """The cards."""
        from supple.ui.library.library_page import LibraryPage

        parts = self._parts
        self._library = LibraryPage(parts.theme, parts.pictures, parts.catalogue)
        self._library.set_limits(self._limits)
        self._library.exercise_opened.connect(self.show_exercise)
        return self._library

    def make_routines(self) -> QWidget:
        """The list of routines."""
        from supple.ui.routines.routines_page import RoutinesPage

        parts = self._parts
        self._routines = RoutinesPage(parts.theme, parts.pictures, parts.catalogue)
        self._routines.set_limits(self._limits)
        self._routines.routine_started.connect(self.routine_wanted)
        self._routines.routine_opened.connect(self.show_routine)
        return self._routines

    def make_learn(self) -> QWidget:
        """The lessons."""
        from supple.ui.learn.learn_page import LearnPage

        parts = self._parts
        self._learn = LearnPage(parts.theme, parts.pictures, parts.catalogue)
        by_answer, by_choice = self._edge_closed
        self._learn.set_edge_closed(by_answer=by_answer, by_choice=by_choice)
        self._learn.exercise_opened.connect(self.show_exercise)
        return self._learn

    def show_exercise(self, exercise_id: str) -> None:
        """One exercise in full, over whatever room the person is in, with a way back there."""
        here = self._here()
        if here.room is not None:
            self._way = []
        if here.exercise_id != exercise_id:
            self._way.append(here)
        self._show_exercise(exercise_id)

    def _show_exercise(self, exercise_id: str) -> None:
        if self._exercise is None:
            self._exercise = self._make_exercise()
        self._exercise.set_limits(self._limits)
        self._exercise.set_notes(self._parts.notes())
        self._exercise.set_back(self._way[-1].name)
        self._exercise.show_exercise(exercise_id)
        self._parts.window.show_inside(self._exercise)

    def _here(self) -> _Place:
        """What is in the window now."""
        window, catalogue = self._parts.window, self._parts.catalogue
        routine, exercise = self._routine, self._exercise
        if routine is not None and window.inside is routine:
            return _Place(catalogue.routine(routine.routine_id).name, routine_id=routine.routine_id)
        if exercise is not None and window.inside is exercise:
            return _Place(catalogue.exercise(exercise.exercise_id).name, exercise_id=exercise.exercise_id)
        return _Place(room_name(window.room), room=window.room)

    def _go_back(self) -> None:
        """From an exercise to where one came from, as it was."""
        place = self._way.pop() if self._way else _Place("", room=Room.LIBRARY)
        if place.exercise_id:
            self._show_exercise(place.exercise_id)
        elif place.routine_id:
            self.show_routine(place.routine_id)
        else:
            self._parts.window.leave_inside()
            self._parts.window.show_room(place.room or Room.LIBRARY)

    def _put_away(self, exercise_id: str) -> None:
        """Say where the person is what was done, with a way to take it back at once."""
        goes_away = exercise_id not in self._limits.put_away
        self.exercise_put_away.emit(exercise_id)
        window = self._parts.window
        if not goes_away:
            window.hide_banner(AWAY)
            return
        self._away = exercise_id
        name = self._parts.catalogue.exercise(exercise_id).name
        window.show_banner(
            AWAY,
            tone=Tone.SUCCESS,
            bold=self.tr("Put away."),
            sentence=self.tr("{exercise} is left out of every routine. Settings lists it.").format(
                exercise=name
            ),
            action=(self.tr("Undo"), self._take_back),
        )

    def _take_back(self) -> None:
        self._parts.window.hide_banner(AWAY)
        if self._away in self._limits.put_away:
            self.exercise_put_away.emit(self._away)

    def show_routine(self, routine_id: str) -> None:
        """The steps of one routine, over the room and with the way back there."""
        if self._routine is None:
            self._routine = self._make_routine()
        self._routine.set_limits(self._limits)
        self._routine.set_back(room_name(self._parts.window.room))
        self._routine.show_routine(routine_id)
        self._parts.window.show_inside(self._routine)

    def show_routines(self) -> None:
        """The list of routines, whatever is shown."""
        self._parts.window.leave_inside()
        self._parts.window.show_room(Room.ROUTINES)

    def _make_exercise(self) -> "ExercisePage":
        from supple.ui.library.exercise_page import ExercisePage

        parts = self._parts
        page = ExercisePage(parts.theme, parts.pictures, parts.catalogue)
        page.start_requested.connect(self.exercise_wanted)
        page.back_requested.connect(self._go_back)
        page.put_away_requested.connect(self._put_away)
        page.note_written.connect(self.note_written)
        page.exercise_opened.connect(self.show_exercise)
        return page

    def _make_routine(self) -> "RoutinePage":
        from supple.ui.routines.routine_page import RoutinePage

        parts = self._parts
        page = RoutinePage(parts.theme, parts.pictures, parts.catalogue)
        page.routine_started.connect(self.routine_wanted)
        page.back_requested.connect(self._parts.window.leave_inside)
        page.print_wanted.connect(self.print_wanted)
        page.pdf_wanted.connect(self.pdf_wanted)
        page.exercise_opened.connect(self.show_exercise)
        return page
