"""The rooms in every state they have, and the pages that lie over them."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.content_fixtures import shipped

from supple.app.demo.hand import Seen
from supple.app.program import Program
from supple.domain.findings import Finding
from supple.domain.settings import Avoided
from supple.services.writes import AddSelfTest
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.menu_chip import MenuChip
from supple.ui.kit.room import Room
from supple.ui.learn.learn_page import LearnPage
from supple.ui.library.library_page import LibraryPage

from .closed_folders import Past, free
from .place import (
    QUIET,
    Folder,
    Place,
    Reach,
    checked,
    lived_in,
    press_all,
    pressed,
    room,
    settled,
    stay,
    trained_today,
    trained_yesterday,
    until,
    with_everything,
)
from .window import now, ready_folder

PIRIFORMIS = "Supine piriformis stretch"
CATALOGUE = shipped()
EVERYTHING = tuple(exercise.id for exercise in CATALOGUE.exercises)


def answered(*ticked: str) -> Folder:
    """Of somebody with these answers."""

    def make(folder: Path) -> Path:
        Past(answers=free(*ticked)).folder(folder)
        SettingsFile(folder).save(QUIET)
        return folder

    return make


def found(finding: Finding, *, days_ago: int) -> Folder:
    """Of somebody whose last check showed this."""

    def make(folder: Path) -> Path:
        ready_folder(folder, settings=QUIET)
        history = open_history(folder, now=now())
        history.write(AddSelfTest(self_test=checked(now() - timedelta(days=days_ago), finding)))
        history.close()
        return folder

    return make


def lesson(lesson_id: str) -> Reach:
    """One lesson of Learn, or its sources."""

    def reach(qtbot: QtBot, program: Program) -> None:
        room(Room.LEARN)(qtbot, program)
        page = program.window.page(Room.LEARN)
        assert isinstance(page, LearnPage)
        page.show_lesson(lesson_id)
        qtbot.wait(150)

    return reach


def narrow(first: Reach) -> Reach:
    """The same in the smallest window at twice the text: lists become boxes."""

    def reach(qtbot: QtBot, program: Program) -> None:
        program.window.resize(860, 500)
        first(qtbot, program)
        qtbot.wait(100)

    return reach


def menu(number: int) -> Reach:
    """One of the Library's menus, open."""

    def reach(qtbot: QtBot, program: Program) -> None:
        room(Room.LIBRARY)(qtbot, program)
        chip = [c for c in program.window.findChildren(MenuChip) if c.isVisible()][number]
        press_all(qtbot, chip.accessibleName())

    return reach


def search(words: str) -> Reach:
    """The Library with something in its search."""

    def reach(qtbot: QtBot, program: Program) -> None:
        room(Room.LIBRARY)(qtbot, program)
        page = program.window.findChildren(LibraryPage)[0]
        qtbot.keyClicks(page.findChildren(QLineEdit)[0], words)
        qtbot.wait(400)

    return reach


def exercise(exercise_id: str) -> Reach:
    """The page of an exercise."""

    def reach(qtbot: QtBot, program: Program) -> None:
        program.flows.library.show_exercise(exercise_id)
        qtbot.wait(150)

    return reach


def routine(routine_id: str) -> Reach:
    """The page of a routine."""

    def reach(qtbot: QtBot, program: Program) -> None:
        program.window.show_room(Room.ROUTINES)
        qtbot.waitUntil(Seen("Steps of " + CATALOGUE.routine(routine_id).name))
        press_all(qtbot, "Steps of " + CATALOGUE.routine(routine_id).name)
        qtbot.wait(100)

    return reach


ROOMS = {
    Room.TODAY: ("TodayPage", "Hero", "FindingsCard", "WeekCard", "TrainedCard"),
    Room.LIBRARY: ("LibraryPage", "LibraryCard", "MenuChip"),
    Room.ROUTINES: ("RoutinesPage", "RowsCard"),
    Room.LEARN: ("LearnPage", "LessonView"),
    Room.PROGRESS: ("ProgressPage", "ProgressSummary", "SessionList"),
    Room.SETTINGS: (
        "SettingsPage",
        "LookSettings",
        "SoundSettings",
        "DaysSettings",
        "SessionSettings",
        "AvoidSettings",
        "DataSettings",
        "AboutSettings",
    ),
    Room.WARNING_SIGNS: ("WarningSignsPage", "SignsCard", "StopRulesCard", "Card"),
}

PLACES = [
    *(
        Place(
            name=f"the room {which}",
            reach=room(which),
            folder=lived_in,
            shows=shows,
            within="" if which is Room.TODAY else shows[0],
        )
        for which, shows in ROOMS.items()
    ),
    Place(
        name="Today when all is done",
        reach=stay,
        folder=trained_today,
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Today, the morning after",
        reach=until("Not today", first=stay),
        folder=trained_yesterday,
        shows=("TodayPage", "MorningCard"),
        within="TodayPage",
    ),
    Place(
        name="Today, the morning answered",
        reach=pressed("Pain 2 of 10", first=until("Not today", first=stay)),
        folder=trained_yesterday,
        shows=("TodayPage", "MorningCard"),
        within="MorningCard",
    ),
    Place(
        name="Today after a finding",
        reach=stay,
        folder=found(Finding.LIMITED, days_ago=2),
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Today after pain in the check",
        reach=until("Walk easily today", first=stay),
        folder=found(Finding.PAIN, days_ago=0),
        shows=("TodayPage",),
        within="TodayPage",
    ),
    Place(
        name="Today with nothing to start",
        reach=until("Nothing to start", first=stay),
        folder=settled(replace(QUIET, avoided=Avoided(put_away=EVERYTHING))),
        within="TodayPage",
    ),
    *(
        Place(
            name=f"{which} closed by an answer",
            walked=which is Room.LIBRARY,
            reach=room(which),
            folder=answered("B3"),
            shows=("ClosedPage",),
            within="ClosedPage",
        )
        for which in (Room.TODAY, Room.LIBRARY, Room.ROUTINES)
    ),
    Place(
        name="Progress with everything",
        reach=room(Room.PROGRESS),
        folder=with_everything,
        shows=("ProgressPage", "PainCard", "FindingCardPlot", "SelfTestList", "SelfTestRow", "SessionList"),
        within="ProgressPage",
    ),
    Place(
        name="Progress before there is anything",
        reach=room(Room.PROGRESS),
        folder=ready_folder,
        shows=("ProgressEmpty",),
        within="ProgressPage",
    ),
    Place(
        name="Settings with something put away",
        reach=room(Room.SETTINGS),
        folder=with_everything,
        shows=("PutAwaySettings",),
        within="PutAwaySettings",
    ),
    Place(
        name="Settings in large text",
        reach=narrow(room(Room.SETTINGS)),
        folder=settled(replace(QUIET, look=replace(QUIET.look, text_percent=200))),
        shows=("SettingsPage",),
        within="SettingsPage",
    ),
    Place(
        name="the credits",
        reach=pressed("Credits and licences", first=room(Room.SETTINGS)),
        folder=lived_in,
        shows=("CreditsSheet",),
    ),
    *(
        Place(
            name=f"the Library's menu {number + 1}",
            reach=menu(number),
            folder=lived_in,
            shows=("Popover",),
            within="Popover",
        )
        for number in range(3)
    ),
    Place(
        name="the Library with nothing found",
        reach=search("zzzz"),
        folder=lived_in,
        shows=("LibraryPage",),
        within="LibraryPage",
    ),
    *(
        Place(
            name=f"the lesson {each.id}",
            reach=lesson(each.id),
            folder=lived_in,
            shows=("LearnPage", "LessonView"),
            within="LessonView",
        )
        for each in CATALOGUE.lessons
    ),
    Place(
        name="the sources",
        reach=lesson("sources"),
        folder=lived_in,
        shows=("SourcesView",),
        within="SourcesView",
    ),
    Place(
        name="Learn in large text",
        reach=narrow(room(Room.LEARN)),
        folder=settled(replace(QUIET, look=replace(QUIET.look, text_percent=200))),
        shows=("LearnPage",),
        within="LearnPage",
    ),
    Place(
        name="an exercise",
        reach=exercise("a1_piriformis_supine"),
        folder=lived_in,
        shows=("ExercisePage", "ExerciseStage"),
        within="ExercisePage",
    ),
    Place(
        name="an exercise that was put away",
        reach=exercise("pigeon"),
        folder=with_everything,
        shows=("ExercisePage",),
        within="ExercisePage",
    ),
    Place(
        name="an exercise that an answer leaves out",
        reach=exercise("cat_cow"),
        folder=answered("C5", "C5a"),
        shows=("ExercisePage", "Banner"),
        within="ExercisePage",
    ),
    Place(
        name="the steps of today's routine",
        reach=pressed("See the steps", first=stay),
        folder=lived_in,
        shows=("RoutinePage",),
        within="RoutinePage",
    ),
    *(
        Place(
            name=f"the steps of {each.name}",
            walked=False,
            reach=routine(each.id),
            folder=with_everything,
            shows=("RoutinePage",),
            within="RoutinePage",
        )
        for each in CATALOGUE.routines
        if each.id in {"mixed_plan", "desk_day"}
    ),
]
