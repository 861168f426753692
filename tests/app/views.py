"""Every room, page and sheet of the window, and how to come there by what a person presses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.year import write_a_year
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from tests.app import views_photo
from tests.app.closed_folders import Past, free, overdue, told
from tests.app.photo_folders import with_two_photos
from tests.app.place import told_much, trained_yesterday
from tests.app.plan_folders import due_today, followed, rests_today, to_check
from tests.app.pseudo import pseudo
from tests.app.window import now, ready_folder

from supple.app.demo.hand import press, visible_names
from supple.app.program import Program
from supple.domain.pain import Sign
from supple.domain.plan import PlanMove
from supple.domain.record import SessionRecord
from supple.domain.routine import Pace, SessionPlan
from supple.domain.session import SessionOutcome
from supple.domain.settings import Settings, Sound
from supple.services.writes import BeginSession, EndSession
from supple.storage import DATABASE
from supple.storage.copies import keep_copy
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.number_field import NumberInput
from supple.ui.kit.room import Room
from supple.ui.learn.learn_page import LearnPage

PATIENCE_MS = 20_000
LESSONS = ("cause", "self_test", "stretches", "tight_or_weak", "more_checks", "when_to_see_someone")
A_TRY = ("Continue", "Continue", "Flat", "Yes, it rested", "No")
AN_HOUR = timedelta(hours=1)
STILL = 0.02  # a session's clock nearly stands, so that a phase can be looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`reach` brings a program that has just opened there; `speed` is that of its session's clock."""

    name: str
    reach: Callable[[Program], None]
    folder: Callable[[Path], Path]
    speed: float = 1.0
    complete: bool = True  # Today is complete by itself: nothing stands in front of it


def until(condition: Callable[[], bool], wanted: str) -> None:
    """Wait for it; raises AssertionError with what can be pressed instead."""
    for _ in range(PATIENCE_MS // 20):
        if condition():
            return
        QTest.qWait(20)
    raise AssertionError(f"waited in vain for “{wanted}”; there was {', '.join(visible_names())}")


def there(name: str) -> str:
    """The whole name of what can be pressed and begins with `name`, in English or in the pseudo language; else ""."""
    for words in (name, pseudo(name)):
        found = [seen for seen in visible_names() if seen.startswith(words)]
        if found:
            return words if words in found else found[0]
    return ""


def is_there(name: str) -> Callable[[], bool]:
    """A condition for `until`."""
    return lambda: bool(there(name))


def go(*names: str) -> None:
    """Press what these names begin with, one after the other, each when it is there."""
    for name in names:
        until(is_there(name), name)
        QTest.qWait(30)
        press(there(name))
        QTest.qWait(60)


def room(which: Room, *then: str) -> Callable[[Program], None]:
    """A room, and what is pressed in it."""

    def reach(program: Program) -> None:
        program.window.show_room(which)
        until(lambda: (page := program.window.page(which)) is not None and page.isVisible(), which)
        QTest.qWait(60)
        if which is Room.PROGRESS:
            until(is_there("Export CSV"), "Export CSV")  # what it reads behind the page
            QTest.qWait(100)
        go(*then)

    return reach


def lesson(which: str) -> Callable[[Program], None]:
    def reach(program: Program) -> None:
        program.window.show_room(Room.LEARN)
        page = program.window.page(Room.LEARN)
        assert isinstance(page, LearnPage)
        page.show_lesson(which)
        QTest.qWait(100)

    return reach


def mat(*then: str, routine: str = "article_routine", skips: int = 0) -> Callable[[Program], None]:
    """A session, so many phases on, and what is pressed in it."""

    def reach(program: Program) -> None:
        program.flows.ways.start_routine(routine)
        go("Begin session")
        until(lambda: bool(there("Pause") or there("I am ready")), "Pause")
        for _ in range(skips):
            QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Right)
            QTest.qWait(40)
        QTest.qWait(700)  # the picture turns
        go(*then)

    return reach


def check(*then: str) -> Callable[[Program], None]:
    """The floor check, which stands chosen."""
    return room(Room.TODAY, "Start self-test", "Continue", *then)


def key(which: Qt.Key, reach: Callable[[Program], None], *then: str) -> Callable[[Program], None]:
    """Press a key there, and what comes after it."""

    def then_press(program: Program) -> None:
        reach(program)
        QTest.keyClick(program.window.focusWidget() or program.window, which)
        QTest.qWait(150)
        go(*then)

    return then_press


def lived_in(folder: Path) -> Path:
    """Of somebody with a year of sessions and checks, one routine left out, one word noted."""
    ready_folder(folder)
    write_a_year(folder)
    SettingsFile(folder).save(Settings(sound=Sound(on=False, heard_once=True)))
    return folder


def beginner(folder: Path) -> Path:
    """Of somebody who has answered the questions and done nothing yet."""
    return ready_folder(folder)


def new(folder: Path) -> Path:
    """Of somebody who has just installed it."""
    folder.mkdir(parents=True)
    return folder


def unheard(folder: Path) -> Path:
    """Of somebody who was not asked yet whether the sound is heard."""
    return ready_folder(folder, settings=Settings())


def cut_short(folder: Path) -> Path:
    """Of somebody whose session was cut off some minutes ago."""
    from supple.app.shipped_files import has_picture, read_content
    from supple.storage.content import load_catalogue

    ready_folder(folder)
    catalogue = load_catalogue(read_content, has_picture=has_picture)
    history = open_history(folder, now=now())
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="cut",
                started_at=now() - timedelta(minutes=5),
                routine_id="article_routine",
                routine="After training",
                planned_s=755.0,
                sets_planned=36,
                plan=SessionPlan(routine=catalogue.routine("article_routine"), pace=Pace()),
            )
        )
    )
    history.close()
    return folder


def damaged(folder: Path) -> Path:
    """Of somebody whose disk failed in the middle of the history, with a copy of it."""
    ready_folder(folder)
    history = open_history(folder, now=now())
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="s1",
                started_at=now() - timedelta(days=1),
                routine_id="article_routine",
                routine="After training",
                planned_s=755.0,
                sets_planned=36,
            )
        )
    )
    ended_at = now() - timedelta(days=1)
    history.write(EndSession(session_id="s1", ended_at=ended_at, outcome=SessionOutcome.STOPPED, done_s=60.0))
    history.close()
    keep_copy(folder / DATABASE, now=now())
    content = bytearray((folder / DATABASE).read_bytes())
    content[2000:-2000] = b"\xa5" * (len(content) - 4000)
    (folder / DATABASE).write_bytes(content)
    return folder


def past(answers: object = None, *pains: object) -> Callable[[Path], Path]:
    def folder(place: Path) -> Path:
        return Past(answers=answers or free(), pains=pains).folder(place)

    return folder


def lift(*then: str) -> Callable[[Program], None]:
    """The lift hold alone."""
    return room(Room.TODAY, "Start self-test", "Quick floor check", "Strength", "Continue", *then)


def bridge(*then: str) -> Callable[[Program], None]:
    """The bridge hold alone."""
    chosen = ("Start self-test", "Quick floor check", "Strength", "Bridge hold", "Lift hold", "Continue")
    return room(Room.TODAY, *chosen, *then)


def march(*then: str) -> Callable[[Program], None]:
    """The slow march alone."""
    chosen = ("Start self-test", "Quick floor check", "Strength", "Slow march", "Lift hold", "Continue")
    return room(Room.TODAY, *chosen, *then)


def held(*then: str) -> Callable[[Program], None]:
    """The first lift, stopped after some seconds."""

    def reach(program: Program) -> None:
        lift("Continue")(program)
        until(is_there("Stop the clock"), "Stop the clock")
        QTest.qWait(290)
        go("Stop the clock", *then)

    return reach


def tape(*then: str) -> Callable[[Program], None]:
    """The check at the edge by tape alone, whichever other way there is to read it."""

    def reach(program: Program) -> None:
        room(Room.TODAY, "Start self-test", "Quick floor check", "Hip angle with a number")(program)
        go(*(["Tape measure"] if there("Tape measure") else []), "Continue", *then)

    return reach


def measured_by_tape(program: Program) -> None:
    """The tape's page with its three numbers."""
    tape(*["Continue"] * 6)(program)
    for field, words in zip(program.window.findChildren(NumberInput), ("56", "67.5", "41.5"), strict=True):
        field.setFocus()
        QTest.keyClicks(field, words)


def answered_check(program: Program) -> None:
    """The check to its findings: the left clearly lifted, the right flat."""
    check("Continue", "Continue")(program)
    for touch in ("Clearly lifted", "Clearly lifted", "Flat", "Flat"):
        go("Continue", "Continue", touch, "Yes", "No")
    until(is_there("Keep for later"), "Keep for later")


def closed_over(reach: Callable[[Program], None]) -> Callable[[Program], None]:
    """The window is to close over what was reached."""

    def close(program: Program) -> None:
        reach(program)
        program.window.close()
        until(is_there("Stop here"), "Stop here")

    return close


def opened_session(program: Program) -> None:
    """Progress, with its newest session open."""
    room(Room.PROGRESS)(program)
    until(lambda: bool(program.window.findChildren(QTableView)), "Sessions")
    table = program.window.findChildren(QTableView)[0]
    until(lambda: table.model().rowCount() > 0, "a session")
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.qWait(50)


ROOMS = [
    *(Place(name=f"room-{which}", reach=room(which), folder=lived_in) for which in Room),
    Place(name="room-today-morning", reach=room(Room.TODAY), folder=trained_yesterday),
    Place(name="room-today-answered", reach=room(Room.TODAY, "Pain 5"), folder=trained_yesterday),
    Place(name="room-progress-open", reach=opened_session, folder=told_much),
    Place(name="room-today-begun", reach=room(Room.TODAY), folder=beginner),
    Place(
        name="room-progress-empty",
        reach=lambda program: (program.window.show_room(Room.PROGRESS), QTest.qWait(900))[0],
        folder=beginner,
    ),
    Place(
        name="room-today-put-off",
        reach=lambda _: go("Not now"),
        folder=past(overdue().answers),
        complete=False,
    ),
    Place(
        name="library-positions",
        reach=room(Room.LIBRARY, "Position"),
        folder=beginner,
    ),
    Place(
        name="exercise",
        reach=room(Room.LIBRARY, "Supine piriformis stretch"),
        folder=lived_in,
    ),
    Place(
        name="exercise-ended",
        reach=room(Room.LIBRARY, "Supine piriformis stretch"),
        folder=past(free(), told(None, Sign.SHARP, exercise_id="a1_piriformis_supine")),
    ),
    Place(
        name="exercise-with-a-hand-on-the-floor",
        reach=room(Room.LIBRARY, "Seated gluteal stretch"),
        folder=lived_in,
    ),
    Place(name="routine", reach=room(Room.TODAY, "See the steps"), folder=beginner),
    *(Place(name=f"lesson-{which}", reach=lesson(which), folder=beginner) for which in LESSONS[1:]),
]
PAGES = [
    Place(
        name="first-start",
        reach=lambda _: until(is_there("I am 18 or older"), "I am 18"),
        folder=new,
        complete=False,
    ),
    Place(
        name="first-start-whole-text",
        reach=lambda _: go("The whole text"),
        folder=new,
        complete=False,
    ),
    *(
        Place(
            name=f"questions-{number + 1}",
            reach=lambda _, number=number: go("I am 18 or older", *["None of these"] * number),
            folder=new,
            complete=False,
        )
        for number in range(3)
    ),
    Place(
        name="questions-help",
        reach=lambda _: go("I am 18 or older", "Chest pain", "Continue"),
        folder=new,
        complete=False,
    ),
    Place(name="under-18", reach=lambda _: go("I am under 18"), folder=new, complete=False),
    *(
        Place(
            name=f"check-{number:02}",
            reach=check(*("Continue", "Continue", *A_TRY)[:number]),
            folder=beginner,
        )
        for number in range(8)
    ),
    Place(name="edge-ready", reach=tape(), folder=beginner),
    Place(name="edge-hanging", reach=tape(*["Continue"] * 5), folder=beginner),
    Place(name="edge-tape", reach=measured_by_tape, folder=beginner),
    Place(name="choose", reach=room(Room.TODAY, "Start self-test"), folder=beginner),
    Place(name="choose-again", reach=room(Room.TODAY, "Start self-test"), folder=lived_in),
    Place(
        name="choose-lift",
        reach=room(Room.TODAY, "Start self-test", "Strength"),
        folder=lived_in,
    ),
    Place(
        name="choose-strength-closed",
        reach=room(Room.TODAY, "Start self-test"),
        folder=past(free("C5")),
    ),
    Place(name="choose-none", reach=room(Room.TODAY, "Start self-test"), folder=past(free("C8"))),
    *(
        Place(name=f"hold-{name}", reach=lift(*names), folder=beginner, speed=speed)
        for name, names, speed in (
            ("prepare", (), 1.0),
            ("ready", ("Continue",), STILL),
            ("waiting", ("Continue", "Wait"), STILL),
            ("clock", ("Continue",), 1.0),
        )
    ),
    *(
        Place(name=f"bridge-{name}", reach=bridge(*names), folder=beginner, speed=speed)
        for name, names, speed in (
            ("prepare", (), 1.0),
            ("both-feet", ("Continue",), 1.0),
            ("not-yet", ("Continue", "Not steady, or I am not sure"), 1.0),
            ("clock", ("Continue", "Steady, and nothing hurt"), STILL),
        )
    ),
    *(
        Place(
            name=f"heel-{name}",
            reach=room(
                Room.TODAY, "Start self-test", "Quick floor check", "Heel to the buttock", "Continue", *names
            ),
            folder=beginner,
        )
        for name, names in (("prepare", ()), ("how-far", ("Continue",)))
    ),
    Place(name="march-prepare", reach=march(), folder=beginner),
    Place(name="march-clock", reach=march("Continue"), folder=beginner, speed=4.0),
    Place(name="hold-form", reach=held(), folder=beginner, speed=60.0),
    Place(name="hold-hurt", reach=lift("It hurts"), folder=beginner),
    Place(
        name="check-leave", reach=check("Continue", "Continue", *A_TRY, "Leave the check"), folder=beginner
    ),
    Place(
        name="check-go-on",
        reach=check("Continue", "Continue", *A_TRY, "Leave the check", "Leave here", "Start self-test"),
        folder=beginner,
    ),
    Place(name="findings", reach=answered_check, folder=beginner),
    Place(
        name="findings-more",
        reach=lambda program: (answered_check(program), go("Say more about it"))[0],
        folder=beginner,
    ),
]
PHOTO_EDGE = room(Room.TODAY, "Start self-test", "Quick floor check", "Hip angle with a number", "Continue")
PHOTO_ASKED = room(
    Room.TODAY,
    "Start self-test",
    "Quick floor check",
    "Hip angle with a number",
    "Continue",
    "I have my photos",
)
PHOTO = [
    Place(name=f"photo-{name}", reach=reach, folder=beginner)
    for name, reach in (
        ("edge", PHOTO_EDGE),
        ("asked", PHOTO_ASKED),
        ("no-photo", views_photo.no_photo(PHOTO_ASKED)),
        ("open", views_photo.opened(PHOTO_ASKED)),
        ("marked", views_photo.marked(PHOTO_ASKED)),
        ("blind", views_photo.marked(PHOTO_ASKED, blind=True)),
        ("several", views_photo.several(PHOTO_ASKED)),
        ("result", views_photo.result(PHOTO_ASKED, 16, 17, 15)),
        ("cannot-tell", views_photo.result(PHOTO_ASKED, 16, 7, 17)),
    )
]
KEPT_PHOTOS = [
    Place(name="photo-last-time", reach=views_photo.last_time(PHOTO_ASKED), folder=with_two_photos),
    Place(name="photos-kept", reach=room(Room.PROGRESS, "Photos of "), folder=with_two_photos),
    Place(name="progress-kept-photos", reach=room(Room.PROGRESS), folder=with_two_photos),
]
SESSION = [
    Place(name="start", reach=room(Room.TODAY, "Start routine"), folder=beginner),
    Place(
        name="start-someone-else", reach=room(Room.TODAY, "Start routine", "Someone else"), folder=beginner
    ),
    Place(name="gentle", reach=room(Room.TODAY, "Start routine", "Pain 6", "Read the stop"), folder=beginner),
    Place(name="mat-prepare", reach=mat(), folder=beginner, speed=STILL),
    Place(name="mat-sound-question", reach=mat(), folder=unheard, speed=STILL),
    Place(name="mat-hold", reach=mat(skips=1), folder=beginner, speed=STILL),
    Place(name="mat-switch", reach=mat(skips=2), folder=beginner, speed=STILL),
    Place(name="mat-hold-right", reach=mat(skips=3), folder=beginner, speed=STILL),
    Place(name="mat-paused", reach=mat("Pause", skips=1), folder=beginner, speed=STILL),
    Place(name="mat-reps", reach=mat(routine="gentle_week1", skips=3), folder=beginner, speed=STILL),
    Place(name="mat-sound", reach=mat("Sound", skips=1), folder=beginner, speed=STILL),
    Place(name="mat-keys", reach=key(Qt.Key.Key_F1, mat(skips=1)), folder=beginner, speed=STILL),
    Place(name="stop", reach=key(Qt.Key.Key_Escape, mat(skips=1)), folder=beginner, speed=STILL),
    Place(name="hurt", reach=mat("It hurts", skips=1), folder=beginner, speed=STILL),
    Place(
        name="hurt-told",
        reach=mat("It hurts", "Groin", "Pain 5", skips=1),
        folder=beginner,
        speed=STILL,
    ),
    Place(
        name="hurt-closing",
        reach=closed_over(mat("It hurts", "Groin", skips=1)),
        folder=beginner,
        speed=STILL,
    ),
    Place(name="hurt-help", reach=mat("It hurts", "Chest", skips=1), folder=beginner, speed=STILL),
    Place(
        name="after", reach=key(Qt.Key.Key_Escape, mat(skips=1), "Stop here"), folder=beginner, speed=STILL
    ),
    Place(
        name="after-hurt",
        reach=mat("It hurts", "Groin", "Pain 8", "End here", skips=1),
        folder=beginner,
        speed=STILL,
    ),
    Place(name="resume", reach=lambda _: until(is_there("Go on"), "Go on"), folder=cut_short, complete=False),
]
SHEETS = [
    Place(name="keys", reach=key(Qt.Key.Key_F1, room(Room.TODAY)), folder=beginner),
    Place(name="credits", reach=room(Room.SETTINGS, "Credits and"), folder=beginner),
    Place(
        name="trouble",
        reach=lambda _: until(is_there("Quit"), "Quit"),
        folder=damaged,
        complete=False,
    ),
    Place(
        name="closed-pain",
        reach=lambda program: program.flows.ways.start_routine("article_routine"),
        folder=past(free(), told(8)),
    ),
    Place(
        name="closed-sign",
        reach=lambda program: program.flows.ways.start_routine("article_routine"),
        folder=past(free(), told(None, Sign.CHEST)),
    ),
    Place(
        name="closed-answer",
        reach=lambda program: program.flows.ways.start_routine("article_routine"),
        folder=past(free("A1")),
    ),
    Place(
        name="closed-questions",
        reach=lambda program: (go("Not now"), program.flows.ways.start_routine("article_routine"))[0],
        folder=past(overdue().answers),
        complete=False,
    ),
    Place(
        name="pain-now",
        reach=lambda program: (
            program.flows.ways.start_routine("article_routine"),
            go("Rate the pain again"),
        )[0],
        folder=past(free(), told(8)),
    ),
]
SEE_PLAN = room(Room.ROUTINES, "See the plan")
PLAN = [
    Place(name="plan-today", reach=room(Room.TODAY), folder=followed()),
    Place(name="plan-today-rest", reach=room(Room.TODAY), folder=followed(days=rests_today)),
    Place(name="plan-today-check", reach=room(Room.TODAY), folder=to_check(due_today)),
    Place(name="plan-today-missed", reach=room(Room.TODAY), folder=followed(weeks=3, until=9)),
    Place(name="plan-today-paused", reach=room(Room.TODAY), folder=followed(change=PlanMove.PAUSED)),
    Place(name="plan-today-over", reach=room(Room.TODAY), folder=followed(weeks=4, until=1)),
    Place(name="plan-progress", reach=room(Room.PROGRESS), folder=followed()),
    Place(name="plan-running", reach=SEE_PLAN, folder=followed()),
    Place(
        name="plan-offer",
        reach=room(Room.ROUTINES, "See the plan", "Undo: On to week 4."),
        folder=followed(weeks=3),
    ),
    Place(name="plan-paused", reach=SEE_PLAN, folder=followed(change=PlanMove.PAUSED)),
    Place(name="plan-over", reach=SEE_PLAN, folder=followed(weeks=4, until=1)),
    Place(name="plan-none", reach=room(Room.ROUTINES, "About plans"), folder=beginner),
    Place(name="plan-pause", reach=room(Room.ROUTINES, "See the plan", "Pause"), folder=followed()),
    Place(name="plan-end", reach=room(Room.ROUTINES, "See the plan", "End plan"), folder=followed()),
    Place(name="plan-flare", reach=room(Room.ROUTINES, "See the plan", "On a bad day"), folder=followed()),
    Place(name="plan-change", reach=room(Room.ROUTINES, "See the plan", "Change"), folder=followed()),
    Place(
        name="plan-proposal", reach=room(Room.ROUTINES, "About plans", "See a plan first"), folder=beginner
    ),
    Place(
        name="plan-others",
        reach=room(Room.ROUTINES, "About plans", "See a plan first", "Other plans"),
        folder=beginner,
    ),
    Place(
        name="plan-rests",
        reach=lambda program: (program.flows.propose_plan(), go("Start on"))[0],
        folder=followed(),
    ),
]
PLACES = [*ROOMS, *PAGES, *PHOTO, *KEPT_PHOTOS, *SESSION, *SHEETS, *PLAN]
