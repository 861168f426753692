"""What stands before anything begins: the first start, the questions, what is closed, the sheets that begin."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from supple.app.program import Program
from supple.domain.exercise import Caution
from supple.domain.findings import Finding
from supple.domain.gate import Why
from supple.domain.pain import Sign
from supple.domain.record import whole_round
from supple.domain.settings import Avoided, Settings
from supple.domain.side import Side
from supple.services.writes import BeginSession
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.room import Room

from .closed_folders import Past, a_session_cut_short, check_closing_ids, free, overdue, told
from .place import QUIET, Folder, Place, Reach, lived_in, new, press_all, pressed, room, settled, stay
from .places_rooms import CATALOGUE, EVERYTHING, found
from .window import now, ready_folder, sees

EMERGENCY = "Chest pain or trouble breathing?"
ADULT = "I am 18 or older"
NONE = "None of these"
QUESTIONS = (ADULT, NONE, NONE, NONE)
GUEST = ("Start routine", "Someone else")
PIRIFORMIS = "a1_piriformis_supine"


def begin(program: Program) -> None:
    """Ask for the usual routine."""
    program.flows.ways.start_routine("article_routine")


def begin_exercise(program: Program) -> None:
    """Ask for one exercise."""
    program.flows.ways.start_exercise(PIRIFORMIS, Side.LEFT)


def begin_check(program: Program) -> None:
    """Ask for the check."""
    program.flows.ways.start_check()


def want_check(qtbot: QtBot, program: Program) -> None:
    """Ask for it, until the choice says something."""
    begin_check(program)
    qtbot.waitUntil(sees("The checks are closed for you now"))


def asking(what: Callable[[Program], None], *names: str) -> Reach:
    """What comes of asking for it, with these pressed before."""

    def reach(qtbot: QtBot, program: Program) -> None:
        press_all(qtbot, *names)
        what(program)
        qtbot.wait(200)

    return reach


def who(past: Callable[[], Past], settings: Settings | None = None) -> Folder:
    """Of somebody who answered and told this."""

    def make(folder: Path) -> Path:
        past().folder(folder)
        return ready(folder, settings)

    return make


def ready(folder: Path, settings: Settings | None) -> Path:
    """With these settings."""
    SettingsFile(folder).save(settings or QUIET)
    return folder


def sore(score: int, *, hours_ago: float = 0) -> Folder:
    """Of somebody who told of this pain."""
    return who(lambda: Past(answers=free(), pains=(told(score, hours_ago=hours_ago),)))


def a_sign() -> Past:
    """A sign was told, and the questions were answered since."""
    return Past(answers=whole_round(now() - timedelta(hours=1)), pains=(told(None, Sign.NUMB, hours_ago=2),))


def sharp() -> Past:
    """One exercise hurt today."""
    return Past(answers=free(), pains=(told(4, Sign.SHARP, exercise_id=PIRIFORMIS, hours_ago=0),))


NO_CHECK: dict[Why, tuple[Folder, Reach]] = {
    Why.CHECK_ANSWER: (who(lambda: Past(answers=free(check_closing_ids()[0]))), want_check),
    Why.CHECK_AVOIDED: (
        settled(replace(QUIET, avoided=Avoided(cautions=(Caution.SPINE_ACUTE,)))),
        want_check,
    ),
}
"""What closes every check and nothing else: the choice of checks says so."""
CLOSED: dict[Why, tuple[Folder, Reach]] = {
    Why.ENDED: (who(lambda: Past(answers=free("C11"))), asking(begin)),
    Why.ANSWERS: (who(lambda: Past(answers=free("B3"))), asking(begin)),
    Why.DUE: (who(overdue), asking(begin, "Not now")),
    Why.SIGN: (who(a_sign), asking(begin)),
    Why.STRONG_PAIN: (sore(8, hours_ago=2), asking(begin)),
    Why.TOO_SORE: (sore(6), asking(begin_check)),
    Why.SORE_HIP: (found(Finding.PAIN, days_ago=0), asking(begin)),
    Why.HURT_TODAY: (who(sharp), asking(begin_exercise)),
    Why.LEFT_OUT: (settled(replace(QUIET, avoided=Avoided(put_away=EVERYTHING))), asking(begin)),
}


def cut_short(folder: Path) -> Path:
    """Of somebody whose session was cut short five minutes ago."""
    ready_folder(folder, settings=QUIET)
    history = open_history(folder, now=now())
    history.write(BeginSession(session=a_session_cut_short(CATALOGUE)))
    history.close()
    return folder


PLACES = [
    Place(
        name="the first start",
        reach=stay,
        folder=new,
        shows=("FirstStart", "WelcomePage"),
        complete=False,
    ),
    Place(
        name="the whole text",
        reach=pressed("The whole text"),
        folder=new,
        shows=("WholeTextSheet",),
        complete=False,
    ),
    Place(
        name="under age",
        reach=pressed("I am under 18"),
        folder=new,
        shows=("WarningSheet",),
        complete=False,
    ),
    *(
        Place(
            name=f"the questions, {number} of 3",
            reach=pressed(*QUESTIONS[:number]),
            folder=new,
            shows=("AskPage", "QuestionsPane", "TickCard"),
            within="AskPage",
            complete=False,
        )
        for number in (1, 2, 3)
    ),
    Place(
        name="a question that follows",
        reach=pressed(*QUESTIONS[:3], "Do you have osteoporosis", "Continue"),
        folder=new,
        shows=("FollowUpPane",),
        within="AskPage",
        complete=False,
    ),
    Place(
        name="what follows from the answers",
        reach=pressed(*QUESTIONS[:3], "Is it hard for you to kneel", "Continue"),
        folder=new,
        shows=("WordsPane",),
        within="AskPage",
        complete=False,
    ),
    Place(
        name="an emergency",
        reach=pressed(ADULT, EMERGENCY, "Continue"),
        folder=new,
        shows=("WarningSheet",),
        complete=False,
    ),
    Place(
        name="the warning signs over the questions",
        reach=pressed(ADULT, "Warning signs"),
        folder=new,
        shows=("WarningSignsSheet",),
        complete=False,
    ),
    Place(
        name="the safety questions",
        reach=pressed("Change my answers", first=room(Room.WARNING_SIGNS)),
        folder=lived_in,
        shows=("AskPage", "QuestionsPane"),
        within="AskPage",
    ),
    *(
        Place(
            name=f"closed: {why}",
            reach=reach,
            folder=folder,
            shows=("ClosedSheet",),
        )
        for why, (folder, reach) in CLOSED.items()
    ),
    *(
        Place(name=f"no check: {why}", reach=reach, folder=folder, shows=("ChoosePage", "NoCheck"))
        for why, (folder, reach) in NO_CHECK.items()
    ),
    Place(
        name="rating the pain anew",
        reach=pressed("Rate the pain again", first=asking(begin)),
        folder=sore(8, hours_ago=2),
        shows=("PainSheet",),
    ),
    Place(name="the start sheet", reach=pressed("Start routine"), folder=lived_in, shows=("StartSheet",)),
    Place(
        name="beginning gently",
        reach=pressed("Start routine", "Pain 6 of 10", "Read the stop rules"),
        folder=lived_in,
        shows=("GentleSheet",),
    ),
    Place(name="going on with a session", reach=stay, folder=cut_short, shows=("ResumeSheet",)),
    Place(
        name="someone else is asked",
        reach=pressed(*GUEST),
        folder=lived_in,
        shows=("FirstStart", "WelcomePage"),
    ),
    Place(
        name="the questions of someone else",
        reach=pressed(*GUEST, ADULT),
        folder=lived_in,
        shows=("QuestionsPane",),
        within="AskPage",
    ),
    Place(
        name="an emergency of someone else",
        reach=pressed(*GUEST, ADULT, EMERGENCY, "Continue"),
        folder=lived_in,
        walked=False,
        shows=("WarningSheet",),
    ),
    Place(
        name="the start sheet of someone else",
        reach=pressed(*GUEST, *QUESTIONS),
        folder=lived_in,
        shows=("StartSheet",),
    ),
    Place(
        name="strong pain of someone else",
        reach=pressed(*GUEST, *QUESTIONS, "Pain 8 of 10", "What to do first", NONE, NONE),
        folder=lived_in,
        shows=("ClosedSheet",),
    ),
    Place(
        name="someone else rates the pain anew",
        reach=pressed(
            *GUEST, *QUESTIONS, "Pain 8 of 10", "What to do first", NONE, NONE, "Rate the pain again"
        ),
        folder=lived_in,
        walked=False,
        shows=("PainSheet",),
    ),
    Place(
        name="someone else begins gently",
        reach=pressed(*GUEST, *QUESTIONS, "Pain 6 of 10", "Read the stop rules"),
        folder=lived_in,
        walked=False,
        shows=("GentleSheet",),
    ),
]
