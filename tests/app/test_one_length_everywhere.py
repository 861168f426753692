"""Every place that shows minutes of a routine or an exercise shows the same, and every one leaves out the same."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import safety
from tests.ui.content_fixtures import A1, A2, shipped

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.domain.exercise import Caution
from supple.domain.offered import Limits, OfferedRoutine, allowance, offered, suggested
from supple.domain.pain import Sign
from supple.domain.plan_calendar import PlanContent, session_on
from supple.domain.record import PainRecord, SafetyRecord
from supple.domain.routine import Pace, Routine, single_exercise_routine
from supple.domain.safety import judge_record
from supple.domain.settings import Avoided, Settings
from supple.domain.today import AFTER_TRAINING, WhatIsKnown, todays_plan
from supple.services.writes import KeepPlan
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.check.findings_page import FindingsPage
from supple.ui.check.routine_card import RoutineCard
from supple.ui.kit.room import Room
from supple.ui.library.exercise_page import ExercisePage
from supple.ui.library.library_card import LibraryCard
from supple.ui.library.library_page import LibraryPage
from supple.ui.plan.plan_calendar import PlanCalendar
from supple.ui.plan.proposal_controls import ProposalControls
from supple.ui.plan.week_card import PlanWeekCard
from supple.ui.routines.plan_door import PlanDoor
from supple.ui.routines.routine_page import RoutinePage
from supple.ui.routines.routine_rows import RoutineRow, RoutineStepRow
from supple.ui.safety.gentle_sheet import GentleSheet
from supple.ui.session.start_sheet import StartSheet
from supple.ui.today.hero import Hero
from supple.ui.today.today_cards import TrainedCard
from supple.ui.words.left_out import why_words

from .closed_folders import Past, free, told
from .conftest import Open
from .minutes_told import MINUTES, OF_WHAT_IS_OFFERED, minutes_in
from .place import QUIET, STILL
from .places_plan import plan_page
from .plan_folders import due_today, plan_since
from .views import answered_check
from .window import now

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
]
CATALOGUE = shipped()
SOURCE = Path(__file__).resolve().parents[2] / "src/supple"
PUT_AWAY = ("cat_cow", A2)
AVOIDED = (Caution.WRIST, Caution.KNEE_TWIST, Caution.LATHIP)
OWN_TIMES = Pace(prepare_s=45, switch_s=25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """What holds for a person: what they set, answered and told."""

    settings: Settings = QUIET
    answers: SafetyRecord = field(default_factory=free)
    pains: tuple[PainRecord, ...] = ()

    @property
    def limits(self) -> Limits:
        """The same, as the domain has it."""
        clearance = judge_record(self.answers, safety().questions, now())
        return Limits(
            answered=clearance.cautions,
            own=frozenset(self.settings.avoided.cautions),
            put_away=frozenset(self.settings.avoided.put_away),
            ended_today=frozenset(pain.exercise_id for pain in self.pains),
            pace=self.settings.pace,
            chair_first=clearance.chair_first,
        )

    def offer(self, routine: Routine) -> OfferedRoutine:
        """What of `routine` is theirs."""
        return offered(routine, CATALOGUE, self.limits)

    def offers(self) -> dict[str, OfferedRoutine]:
        """What of every routine is."""
        return {routine.id: self.offer(routine) for routine in CATALOGUE.routines}

    def folder(self, place: Path) -> Path:
        """A data folder of theirs."""
        Past(answers=self.answers, pains=self.pains).folder(place)
        SettingsFile(place).save(self.settings)
        return place


def hurt() -> tuple[PainRecord, ...]:
    return (told(None, Sign.SHARP, exercise_id=A1, hours_ago=0),)


PEOPLE = {
    "nobody in particular": Someone,
    "their own times": lambda: Someone(settings=replace(QUIET, pace=OWN_TIMES)),
    "waiting for them": lambda: Someone(settings=replace(QUIET, pace=Pace(prepare_waits=True))),
    "exercises put away": lambda: Someone(settings=replace(QUIET, avoided=Avoided(put_away=PUT_AWAY))),
    "what they avoid": lambda: Someone(settings=replace(QUIET, avoided=Avoided(cautions=AVOIDED))),
    "an answer": lambda: Someone(answers=free("C5", "C5a")),
    "an exercise that hurt today": lambda: Someone(pains=hurt()),
    "all of it": lambda: Someone(
        settings=replace(QUIET, pace=OWN_TIMES, avoided=Avoided(cautions=AVOIDED, put_away=PUT_AWAY)),
        answers=free("C5", "C5a"),
        pains=hurt(),
    ),
}


def shown(program: Program, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in program.window.findChildren(kind) if widget.isVisible()]


def the(program: Program, kind: type[QWidget]) -> QWidget:
    (found,) = shown(program, kind)
    return found


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def names(exercise_ids: Iterable[str]) -> set[str]:
    return {CATALOGUE.exercise(i).name for i in exercise_ids}


def left_out_of(offer: OfferedRoutine) -> set[str]:
    return names(stands.exercise_id for stands in offer.left_out)


@pytest.fixture(params=PEOPLE)
def someone(request: pytest.FixtureRequest) -> Someone:
    return PEOPLE[request.param]()


@pytest.fixture
def program(opened: Open, someone: Someone, tmp_path: Path) -> Program:
    return opened(someone.folder(tmp_path / "data"), speed=STILL)


def test_today_the_routines_and_their_pages(qtbot: QtBot, program: Program, someone: Someone) -> None:
    offers = someone.offers()
    clearance = judge_record(someone.answers, safety().questions, now())
    known = WhatIsKnown(now=now(), pains=someone.pains, start_with=clearance.start_with)
    plan = todays_plan(list(offers.values()), known)
    hero = the(program, Hero)
    assert minutes_in(hero) == {plan.offer.minutes}
    assert f"{plan.offer.exercises} exercise" in words_of(hero)
    assert all(name in words_of(hero) for name in left_out_of(plan.offer))
    if plan.trained_startable:
        assert minutes_in(the(program, TrainedCard)) == {offers[AFTER_TRAINING].minutes}

    program.window.show_room(Room.ROUTINES)
    qtbot.waitUntil(lambda: len(program.window.findChildren(RoutineRow)) == len(offers))
    qtbot.wait(50)
    for row in program.window.findChildren(RoutineRow):
        offer = offers[row.routine.id]
        assert minutes_in(row) == {offer.minutes}, row.routine.id
        assert f"{offer.exercises} exercise" in words_of(row)
        assert all(name in words_of(row) for name in left_out_of(offer)) or offer.routine is None

    for row in program.window.findChildren(RoutineRow):
        row.opened.emit(row.routine.id)
        qtbot.wait(30)
        page = the(program, RoutinePage)
        offer = offers[row.routine.id]
        assert minutes_in(page) == {offer.minutes}, row.routine.id
        for step in page.findChildren(RoutineStepRow):
            why = why_words(allowance(CATALOGUE.exercise(step.step.exercise_id), CATALOGUE, someone.limits))
            assert (why in words_of(step)) if why else ("Not for now" not in words_of(step))


def test_the_library_and_the_pages_of_the_exercises(qtbot: QtBot, program: Program, someone: Someone) -> None:
    program.window.show_room(Room.LIBRARY)
    qtbot.wait(50)
    library = the(program, LibraryPage)
    assert isinstance(library, LibraryPage)
    assert set(library.shown_ids) == {exercise.id for exercise in CATALOGUE.shown_exercises}
    for card in library.findChildren(LibraryCard):
        why = why_words(allowance(card.exercise, CATALOGUE, someone.limits))
        assert (why in card.accessibleDescription()) if why else True
        assert bool(why) is any(
            said in card.accessibleDescription() for said in ("Not for now", "You put it away", "Not today")
        )
    for exercise in CATALOGUE.shown_exercises:
        program.flows.library.show_exercise(exercise.id)
        page = the(program, ExercisePage)
        alone = single_exercise_routine(
            exercise_id=exercise.id, name=exercise.name, dose=exercise.dose, first_side=exercise.first_side
        )
        assert minutes_in(page) == {someone.offer(alone).minutes}, exercise.id
        assert starts(page) is allowance(exercise, CATALOGUE, someone.limits).is_open, exercise.id
    open_one = next(e for e in CATALOGUE.shown_exercises if allowance(e, CATALOGUE, someone.limits).is_open)
    program.flows.library.show_exercise(open_one.id)
    qtbot.waitUntil(Seen("Start now"))
    told_on_page = minutes_in(the(program, ExercisePage))
    press("Start now")
    qtbot.waitUntil(Seen("Begin session"))
    assert minutes_in(the(program, StartSheet)) == told_on_page


def starts(page: QWidget) -> bool:
    """Whether the exercise on it can be started."""
    (start,) = (b for b in page.findChildren(QAbstractButton) if b.text() == "Start now")
    return start.isEnabled()


def test_the_start_sheet_and_what_is_begun_gently(qtbot: QtBot, program: Program, someone: Someone) -> None:
    for routine_id, offer in someone.offers().items():
        program.flows.ways.start_routine(routine_id)
        if offer.routine is None:
            qtbot.waitUntil(Seen("Choose something else"))
            press("Choose something else")
            qtbot.wait(50)
            continue
        qtbot.waitUntil(Seen("Begin session"))
        sheet = the(program, StartSheet)
        assert isinstance(sheet, StartSheet)
        assert sheet.choice is not None
        assert minutes_in(sheet) == {offer.minutes}, routine_id
        assert sheet.choice.routine.exercise_ids == offer.routine.exercise_ids
        press("Not now")
        qtbot.waitUntil(lambda: not shown(program, StartSheet))


def test_what_is_begun_gently(qtbot: QtBot, program: Program, someone: Someone) -> None:
    offer = someone.offer(CATALOGUE.routine("mixed_plan"))
    assert offer.routine is not None
    program.flows.ways.start_routine("mixed_plan")
    qtbot.waitUntil(Seen("Begin session"))
    press("Pain 6 of 10")
    press("Read the stop rules")
    qtbot.waitUntil(Seen("Begin gently"))
    gentle = offered(offer.routine, CATALOGUE, replace(someone.limits, gently=True))
    assert minutes_in(the(program, GentleSheet)) == {gentle.minutes}


def test_what_a_check_leads_to(qtbot: QtBot, program: Program, someone: Someone) -> None:
    if judge_record(someone.answers, safety().questions, now()).self_test_reasons:
        return  # no check for them
    answered_check(program)
    fitting = suggested(("mixed_plan", "article_routine"), CATALOGUE, someone.limits)
    card = the(program, RoutineCard)
    assert minutes_in(card) == {fitting[0].minutes}
    assert minutes_in(the(program, FindingsPage)) == {fitting[0].minutes}, "its button says them too"
    assert f"{fitting[0].exercises} exercises" in words_of(card)


def test_on_paper(qtbot: QtBot, program: Program, someone: Someone, tmp_path: Path) -> None:
    routine = CATALOGUE.routine("tight_plan")
    offer = someone.offer(routine)
    press("Routines")
    qtbot.waitUntil(Seen(f"Steps of {routine.name}"))
    press(f"Steps of {routine.name}")
    qtbot.waitUntil(Seen("Save as PDF"))
    press("Save as PDF")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    dialog.close()
    qtbot.waitUntil((tmp_path / "sheet.pdf").exists)
    paper = read_pdf((tmp_path / "sheet.pdf").read_bytes())
    assert f"{offer.minutes} min" in paper
    assert offer.routine is not None
    assert all(name in paper for name in names(offer.routine.exercise_ids))
    assert not any(name in paper for name in left_out_of(offer))


def read_pdf(pdf: bytes) -> str:
    kept = QBuffer()
    kept.setData(pdf)
    kept.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(kept)
    words = " ".join(" ".join(document.getAllText(n).text() for n in range(document.pageCount())).split())
    document.close()
    return words


def test_every_place_of_a_plan_tells_the_minutes_of_its_session(
    qtbot: QtBot, opened: Open, tmp_path: Path, someone: Someone
) -> None:
    folder, plan, today = someone.folder(tmp_path / "data"), plan_since(0, due_today), now().date()
    history = open_history(folder, now=now())
    history.write(KeepPlan(plans=(plan,)))
    history.close()
    content = PlanContent(catalogue=CATALOGUE, limits=someone.limits)
    minutes = session_on(plan, today, content, today=today).minutes
    program = opened(folder)
    assert minutes_in(the(program, Hero)) == {minutes}
    program.window.show_room(Room.ROUTINES)
    qtbot.wait(100)
    assert minutes_in(the(program, PlanDoor)) == {minutes}
    plan_page(qtbot, program)
    shown_today = the(program, PlanCalendar)
    assert isinstance(shown_today, PlanCalendar)
    assert f"{minutes} min" in shown_today.sentence
    assert minutes in minutes_in(the(program, PlanWeekCard))
    press("See the steps")
    qtbot.waitUntil(lambda: bool(shown(program, RoutinePage)))
    assert minutes_in(the(program, RoutinePage)) == {minutes}
    press("Start routine")
    qtbot.waitUntil(lambda: bool(shown(program, StartSheet)))
    assert minutes in minutes_in(the(program, StartSheet))


def test_what_is_proposed_takes_as_long_as_its_calendar_says(
    qtbot: QtBot, opened: Open, tmp_path: Path, someone: Someone
) -> None:
    program = opened(someone.folder(tmp_path / "data"))
    program.flows.propose_plan()
    qtbot.wait(100)
    press("Other plans")
    qtbot.waitUntil(Seen("Show it"))
    press("Length-first plan, when a thigh stays off the floor and the holds are fine. 5 days a week.")
    press("Show it")
    qtbot.wait(100)
    calendar = the(program, PlanCalendar)
    assert isinstance(calendar, PlanCalendar)
    told_of = set()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(calendar, key)
        told_of |= {int(found) for found in MINUTES.findall(calendar.sentence)}
    assert told_of <= minutes_in(the(program, ProposalControls)) | minutes_in(calendar)


LEAVES_OUT = {
    "allowance": "how one exercise stands",
    "offered": "what of a routine is played",
    "left_out_ids": "all that is not open",
    "suggested": "what a check leads to",
    "first_open": "what is played in place of what is closed",
    "easier_form": "the easier exercise in a session",
    "made_easier": "the easier exercise on the start sheet",
}
"""The one place of every decision to leave something out: domain/offered.py."""
WHO_ASKS = {
    "app/flows/check_findings.py": "findings",
    "app/flows/guest_flow.py": "somebody else: test_someone_else.py",
    "app/flows/pain_flow.py": "the easier exercise in a session: test_easier_after_pain.py",
    "app/flows/paper_flow.py": "paper",
    "app/gatekeeper.py": "the one gate: test_every_way_in.py",
    "app/start_offer.py": "the start sheet, and what is begun gently",
    "app/today_offer.py": "Today",
    "ui/library/exercise_page.py": "the page of an exercise",
    "ui/library/library_page.py": "the cards of the library",
    "ui/routines/routine_page.py": "the page of a routine",
    "ui/routines/routines_page.py": "the rows of the routines",
}
"""Every place that leaves something out, and where it is compared: here, if nothing else is said."""


def asked_of_the_domain() -> dict[str, set[str]]:
    """Which module above the domain asks what of domain/offered.py."""
    found: dict[str, set[str]] = {}
    for file in SOURCE.rglob("*.py"):
        place = file.relative_to(SOURCE).as_posix()
        if place.startswith("domain/"):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "supple.domain.offered":
                asked = {alias.name for alias in node.names} & set(LEAVES_OUT)
                if asked:
                    found.setdefault(place, set()).update(asked)
    return found


def test_every_place_that_leaves_something_out_is_one_that_is_compared() -> None:
    assert set(asked_of_the_domain()) == set(WHO_ASKS)


def test_every_widget_that_tells_a_length_is_one_that_is_looked_at() -> None:
    here = Path(__file__).read_text("utf-8")
    assert {name for name in OF_WHAT_IS_OFFERED if f"{name})" not in here} == set()
