"""The rooms of the catalogue: library, exercise, routines and lessons, and the ways between them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from supple.app.front import Front
from supple.app.gatekeeper import Gatekeeper
from supple.app.ways import Ways
from supple.app.when_shown import WhenShown
from supple.domain.catalogue import Catalogue
from supple.domain.gate import closes_the_check
from supple.ui.kit.banner import Tone
from supple.ui.kit.room import Room, room_name

if TYPE_CHECKING:
    from supple.domain.routine import Routine
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
    """Pages are imported when first shown; what is left out or marked is looked up when one is shown."""

    def __init__(
        self,
        front: Front,
        catalogue: Catalogue,
        gate: Gatekeeper,
        ways: Ways,
        notes: Callable[[], Mapping[str, str]],
        *,
        parent: QObject | None = None,
    ) -> None:
        """No page is made yet; `notes` are those of the moment, by exercise."""
        super().__init__(parent)
        self._window = front.window
        self._pictures = front.pictures
        self._catalogue = catalogue
        self._gate = gate
        self._ways = ways
        self._notes = notes
        self._library: LibraryPage | None = None
        self._exercise: ExercisePage | None = None
        self._routines: RoutinesPage | None = None
        self._routine: RoutinePage | None = None
        self._learn: LearnPage | None = None
        self._marked: list[WhenShown] = []  # pages that leave out and mark exercises
        self._way: list[_Place] = []  # back from the exercise that is shown
        self._plan_line = ("", "")
        self._away = ""  # the exercise put away last

    def show_limits(self) -> None:
        """Something else is left out now."""
        for page in self._marked:
            page.tell()
        self.show_edge()

    def show_edge(self) -> None:
        """Leave the check at an edge out of the lessons, or bring it back."""
        if self._learn is not None:
            self._learn.set_edge_closed(
                by_answer=self._gate.clearance.closes_the_edge,
                by_choice=closes_the_check(self._gate.limits.own),
            )

    def show_notes(self) -> None:
        """What the person wrote is another."""
        if self._exercise is not None:
            self._exercise.set_notes(self._notes())

    def leave(self) -> None:
        """The rooms are closed, with whatever is open in them."""
        self._window.leave_inside()

    def _mark(self, page: "LibraryPage | ExercisePage | RoutinesPage | RoutinePage") -> None:
        """Leave out and mark exercises on it now, and anew when it is shown after something changed."""
        renew = partial(self._set_limits, page)
        renew()
        self._marked.append(WhenShown(page, renew))

    def _set_limits(self, page: "LibraryPage | ExercisePage | RoutinesPage | RoutinePage") -> None:
        page.set_limits(self._gate.limits)
        for start in getattr(page, "starts", ()):  # the library begins nothing
            start.setAccessibleDescription(self._gate.why_closed())

    def make_library(self) -> QWidget:
        """The cards."""
        from supple.ui.library.library_page import LibraryPage

        self._library = LibraryPage(self._window.theme, self._pictures, self._catalogue)
        self._mark(self._library)
        self._library.exercise_opened.connect(self.show_exercise)
        return self._library

    def make_routines(self) -> QWidget:
        """The list of routines."""
        from supple.ui.routines.routines_page import RoutinesPage

        self._routines = RoutinesPage(self._window.theme, self._pictures, self._catalogue)
        self._mark(self._routines)
        self._routines.routine_started.connect(self._ways.start_routine)
        self._routines.routine_opened.connect(self.show_routine)
        self._routines.plan.see.clicked.connect(self._ways.show_plan)
        self._routines.show_plan(*self._plan_line)
        return self._routines

    def make_learn(self) -> QWidget:
        """The lessons."""
        from supple.ui.learn.learn_page import LearnPage

        self._learn = LearnPage(self._window.theme, self._pictures, self._catalogue)
        self.show_edge()
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
        self._exercise.set_notes(self._notes())
        self._exercise.set_back(self._way[-1].name)
        self._exercise.show_exercise(exercise_id)
        self._window.show_inside(self._exercise)

    def _here(self) -> _Place:
        """What is in the window now."""
        window, catalogue = self._window, self._catalogue
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
            self._window.leave_inside()
            self._window.show_room(place.room or Room.LIBRARY)

    def _put_away(self, exercise_id: str) -> None:
        """Say where the person is what was done, with a way to take it back at once."""
        goes_away = exercise_id not in self._gate.limits.put_away
        self._ways.put_away(exercise_id)
        window = self._window
        if not goes_away:
            window.hide_banner(AWAY)
            return
        self._away = exercise_id
        name = self._catalogue.exercise(exercise_id).name
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
        self._window.hide_banner(AWAY)
        if self._away in self._gate.limits.put_away:
            self._ways.put_away(self._away)

    def show_routine(self, routine_id: str) -> None:
        """The steps of one routine, over the room and with the way back there."""
        if self._routine is None:
            self._routine = self._make_routine()
        self._routine.set_back(room_name(self._window.room))
        self._routine.show_routine(routine_id)
        self._window.show_inside(self._routine)

    def show_plans_steps(self, routine: "Routine") -> None:
        """The steps of a plan's session, in the same page."""
        if self._routine is None:
            self._routine = self._make_routine()
        self._routine.set_back(room_name(self._window.room))
        self._routine.show_plans_session(routine)
        self._window.show_inside(self._routine)

    def tell_of_plan(self, name: str, line: str) -> None:
        """What the list of routines says of the plan; "" for none."""
        self._plan_line = (name, line)
        if self._routines is not None:
            self._routines.show_plan(name, line)

    def show_routines(self) -> None:
        """The list of routines, whatever is shown."""
        self._window.leave_inside()
        self._window.show_room(Room.ROUTINES)

    def _make_exercise(self) -> "ExercisePage":
        from supple.ui.library.exercise_page import ExercisePage

        page = ExercisePage(self._window.theme, self._pictures, self._catalogue)
        page.start_requested.connect(self._ways.start_exercise)
        page.back.clicked.connect(self._go_back)
        page.put_away_requested.connect(self._put_away)
        page.note.note_written.connect(self._ways.write_note)
        page.exercise_opened.connect(self.show_exercise)
        self._mark(page)
        return page

    def _make_routine(self) -> "RoutinePage":
        from supple.ui.routines.routine_page import RoutinePage

        page = RoutinePage(self._window.theme, self._pictures, self._catalogue)
        page.routine_started.connect(self._ways.start_routine)
        page.plan_started.connect(self._ways.start_plan)
        page.back.clicked.connect(self._window.leave_inside)
        page.print_wanted.connect(self._ways.print_routine)
        page.pdf_wanted.connect(self._ways.save_routine)
        page.exercise_opened.connect(self.show_exercise)
        self._mark(page)
        return page
