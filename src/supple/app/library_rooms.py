"""The rooms of the catalogue: library, exercise, routines and lessons, and the ways between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.app.parts import Parts
from supple.domain.offered import NO_LIMITS, Limits
from supple.domain.side import Side
from supple.ui.room import Room

if TYPE_CHECKING:
    from supple.ui.exercise_page import ExercisePage
    from supple.ui.learn_page import LearnPage
    from supple.ui.library_page import LibraryPage
    from supple.ui.routine_page import RoutinePage
    from supple.ui.routines_page import RoutinesPage


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
        from supple.ui.library_page import LibraryPage

        parts = self._parts
        self._library = LibraryPage(parts.theme, parts.pictures, parts.catalogue)
        self._library.set_limits(self._limits)
        self._library.exercise_opened.connect(self.show_exercise)
        return self._library

    def make_routines(self) -> QWidget:
        """The list of routines."""
        from supple.ui.routines_page import RoutinesPage

        parts = self._parts
        self._routines = RoutinesPage(parts.theme, parts.pictures, parts.catalogue)
        self._routines.set_limits(self._limits)
        self._routines.routine_started.connect(self.routine_wanted)
        self._routines.routine_opened.connect(self.show_routine)
        return self._routines

    def make_learn(self) -> QWidget:
        """The lessons."""
        from supple.ui.learn_page import LearnPage

        parts = self._parts
        self._learn = LearnPage(parts.theme, parts.pictures, parts.catalogue)
        by_answer, by_choice = self._edge_closed
        self._learn.set_edge_closed(by_answer=by_answer, by_choice=by_choice)
        self._learn.exercise_opened.connect(self.show_exercise)
        return self._learn

    def show_exercise(self, exercise_id: str) -> None:
        """One exercise in full, over whatever room the person is in."""
        if self._exercise is None:
            self._exercise = self._make_exercise()
        self._exercise.set_limits(self._limits)
        self._exercise.set_notes(self._parts.notes())
        self._exercise.show_exercise(exercise_id)
        self._parts.window.show_inside(self._exercise)

    def show_routine(self, routine_id: str) -> None:
        """The steps of one routine, over the room."""
        if self._routine is None:
            self._routine = self._make_routine()
        self._routine.set_limits(self._limits)
        self._routine.show_routine(routine_id)
        self._parts.window.show_inside(self._routine)

    def show_library(self) -> None:
        """Back to the cards."""
        self._parts.window.leave_inside()
        self._parts.window.show_room(Room.LIBRARY)

    def show_routines(self) -> None:
        """Back to the list of routines."""
        self._parts.window.leave_inside()
        self._parts.window.show_room(Room.ROUTINES)

    def _make_exercise(self) -> "ExercisePage":
        from supple.ui.exercise_page import ExercisePage

        parts = self._parts
        page = ExercisePage(parts.theme, parts.pictures, parts.catalogue)
        page.start_requested.connect(self.exercise_wanted)
        page.library_requested.connect(self.show_library)
        page.put_away_requested.connect(self.exercise_put_away)
        page.note_written.connect(self.note_written)
        page.exercise_opened.connect(self.show_exercise)
        return page

    def _make_routine(self) -> "RoutinePage":
        from supple.ui.routine_page import RoutinePage

        parts = self._parts
        page = RoutinePage(parts.theme, parts.pictures, parts.catalogue)
        page.routine_started.connect(self.routine_wanted)
        page.routines_requested.connect(self.show_routines)
        page.print_wanted.connect(self.print_wanted)
        page.pdf_wanted.connect(self.pdf_wanted)
        page.exercise_opened.connect(self.show_exercise)
        return page
