"""The mat in its phases with its sheets, what comes after a session, and the hip check page by page."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import press
from supple.app.program import Program
from supple.audio.cue_player import SoundProblem
from supple.domain.settings import Look, Motion, Settings, Sound

from .place import STILL, Place, Reach, lived_in, mat, press_all, pressed, settled, stay, until
from .places_rooms import answered
from .session_on_mat import begin_session, page_of
from .window import sees

CHECK = "Start self-test"
CHECK_ON = (CHECK, "Continue")
WALKED = (*CHECK_ON, "Continue", "Continue")
TOUCH = (*WALKED, "Continue", "Continue")
DOWN = "Flat, the thigh rests on the floor"
LIFTED = "Clearly lifted"
FLAT = "Yes, it rested on the floor"
NO_PAIN = "No, a mild pull at most"
TRY = ("Continue", "Continue", DOWN, FLAT, NO_PAIN)


def phase(word: str, *names: str) -> Reach:
    """The mat in the first phase of this kind, its clock standing almost still."""

    def reach(qtbot: QtBot, program: Program) -> None:
        begin_session(qtbot)
        for _skip in range(6):
            if word in page_of(program).status_text.lower():
                break
            press("Skip")
            qtbot.wait(60)
        assert word in page_of(program).status_text.lower(), page_of(program).status_text
        press_all(qtbot, *names)
        qtbot.wait(150)

    return reach


def knowing(problem: SoundProblem, first: Reach) -> Reach:
    """The same when this is known of sound, whatever the computer has."""

    def reach(qtbot: QtBot, program: Program) -> None:
        program.flows.cues.problem_changed.emit(problem)
        program.flows.cues.problem_changed.disconnect()
        first(qtbot, program)

    return reach


def keys(first: Reach) -> Reach:
    """The list of keys over it."""

    def reach(qtbot: QtBot, program: Program) -> None:
        first(qtbot, program)
        qtbot.keyClick(program.window, Qt.Key.Key_F1)
        qtbot.wait(150)

    return reach


def signs_over_the_mat(qtbot: QtBot, program: Program) -> None:
    """The warning signs while a session stands."""
    mat("Warning signs")(qtbot, program)


def closing(first: Reach) -> Reach:
    """The window is being closed."""

    def reach(qtbot: QtBot, program: Program) -> None:
        first(qtbot, program)
        qtbot.wait(200)
        program.window.close()
        qtbot.wait(150)

    return reach


def left_check(qtbot: QtBot, program: Program) -> None:
    """A check that was left after a try, and wanted again."""
    press_all(qtbot, *WALKED, *TRY, "Leave the check", "Leave here")
    qtbot.waitUntil(sees("You left the check."))
    press_all(qtbot, CHECK)


LIFT = (CHECK, "Quick floor check", "Strength", "Continue")
"""Only the lift: the floor check stands chosen."""


BRIDGE = (*LIFT[:-1], "Bridge hold", "Lift hold", "Continue")
"""Only the bridge: the row chose the lift."""
HEEL = (CHECK, "Quick floor check", "Heel to the buttock", "Continue")
MARCH = (*LIFT[:-1], "Slow march", "Lift hold", "Continue")


def held(qtbot: QtBot, program: Program) -> None:
    """The first lift, at its end."""
    press_all(qtbot, *LIFT, "Continue")
    qtbot.waitUntil(sees("What ended the hold of your left knee?"), timeout=10_000)


def findings(left: str, right: str = "") -> Reach:
    """The findings of a check in which the thighs touched so."""

    def reach(qtbot: QtBot, program: Program) -> None:
        press_all(qtbot, *WALKED)
        for touch in (left, left, right or left, right or left):
            press_all(qtbot, "Continue", "Continue", touch, FLAT, NO_PAIN)
        qtbot.waitUntil(sees("What your checks showed"))
        qtbot.wait(200)

    return reach


def saying_more(qtbot: QtBot, program: Program) -> None:
    """The questions beside the checks."""
    findings(LIFTED)(qtbot, program)
    press_all(qtbot, "Say more about it")


TOLD = {"walking about", "lying down", "hugging", "letting go"}  # what goes on stands in the foot
CHECK_PAGES: dict[str, tuple[str, ...]] = {
    "walking about": CHECK_ON,
    "lying down": (*CHECK_ON, "Continue"),
    "hugging": WALKED,
    "letting go": (*WALKED, "Continue"),
    "the touch": TOUCH,
    "the back": (*TOUCH, DOWN),
    "the pain": (*TOUCH, DOWN, FLAT),
    "not readable": (*TOUCH, "Not sure", "Not sure", NO_PAIN),
    "it hurt": (*WALKED, "It hurts"),
    "it was mild": (*WALKED, "It hurts", "It was mild and in the muscle"),
    "it was something else": (*WALKED, "It hurts", "Something else, or I am not sure"),
}
ASKS_FOR_SOUND = settled(Settings(sound=Sound(volume=0), look=Look(motion=Motion.REDUCED)))

PLACES = [
    Place(name="the mat", reach=mat(), folder=lived_in, shows=("SessionPage", "MatView", "SessionControls")),
    *(
        Place(
            name=f"the mat, {word}", reach=phase(word), folder=lived_in, shows=("SessionPage",), speed=STILL
        )
        for word in ("get ready", "hold", "switch")
    ),
    Place(name="the mat, stopping", reach=mat("Stop"), folder=lived_in, shows=("StopSheet",)),
    Place(name="the mat, the window closing", reach=closing(mat()), folder=lived_in, shows=("StopSheet",)),
    Place(name="the mat, hurting", reach=mat("It hurts"), folder=lived_in, shows=("HurtSheet",)),
    Place(
        name="the mat, hurting much",
        reach=mat("It hurts", "Pain 6 of 10"),
        folder=lived_in,
        shows=("HurtSheet",),
    ),
    Place(
        name="the mat, the place that hurt again",
        reach=mat("It hurts", "Buttock", "Sharp, pinching or catching", "Next exercise"),
        folder=lived_in,
        shows=("SamePlaceSheet",),
    ),
    Place(
        name="the mat, the window closing over pain",
        reach=closing(mat("It hurts")),
        folder=lived_in,
        shows=("StopSheet",),
    ),
    Place(
        name="the mat, the same place again",
        reach=mat("It hurts", "Buttock", "Sharp", "Next exercise"),
        folder=lived_in,
        shows=("SamePlaceSheet",),
    ),
    Place(name="the mat, sound", reach=mat("Sound"), folder=lived_in, shows=("MatVolume",)),
    Place(
        name="the mat, asking for sound",
        reach=knowing(SoundProblem.NONE, phase("get ready")),
        folder=ASKS_FOR_SOUND,
        shows=("MatSoundQuestion",),
        within="MatSoundQuestion",
        speed=STILL,
    ),
    Place(
        name="the mat, what may help the sound",
        reach=knowing(SoundProblem.NONE, phase("get ready", "No")),
        folder=ASKS_FOR_SOUND,
        shows=("MatSoundQuestion",),
        within="MatSoundQuestion",
        speed=STILL,
    ),
    Place(
        name="the mat, the warning signs",
        reach=signs_over_the_mat,
        folder=lived_in,
        walked=False,
        shows=("WarningSignsSheet",),
    ),
    Place(name="after a session", reach=mat("Stop", "Stop here"), folder=lived_in, shows=("AfterSheet",)),
    Place(
        name="after a session with pain",
        reach=mat("It hurts", "Knee", "Pain 4 of 10", "End here"),
        folder=lived_in,
        shows=("AfterSheet",),
    ),
    Place(
        name="the mat, waiting",
        reach=pressed("Start routine", "Wait for me", "Begin session"),
        folder=lived_in,
        shows=("SessionPage",),
    ),
    Place(name="the keys", reach=keys(stay), folder=lived_in, shows=("KeysSheet",)),
    Place(
        name="the keys over the mat", reach=keys(mat()), folder=lived_in, walked=False, shows=("KeysSheet",)
    ),
    Place(
        name="the choice of checks",
        reach=pressed(CHECK),
        folder=lived_in,
        shows=("ChoosePage", "CheckRowCard", "ChooseCard"),
    ),
    Place(
        name="why a check is closed",
        reach=pressed(CHECK, "Why Strength is closed"),
        folder=answered("C5"),
        shows=("WhySheet",),
    ),
    *(
        Place(name=f"the lift hold, {name}", reach=pressed(*LIFT, *names), folder=lived_in, shows=shows)
        for name, names, shows in (
            ("before it", (), ("PartPage", "PartPanel")),
            ("it hurt", ("It hurts",), ("PartPage",)),
            ("it was mild", ("It hurts", "It was mild and in the muscle"), ("PartPage",)),
            ("it was something else", ("It hurts", "Something else, or I am not sure"), ("PartPage",)),
        )
    ),
    *(
        Place(
            name=f"the clock of the lift hold, {name}",
            reach=pressed(*LIFT, "Continue", *names),
            folder=lived_in,
            speed=STILL,
            shows=("HoldPage", "HoldView", "StopTarget"),
        )
        for name, names in (("counting down", ()), ("waiting", ("Wait",)))
    ),
    Place(
        name="what ended the lift hold",
        reach=held,
        folder=lived_in,
        speed=60.0,
        shows=("PartPage", "LateStop", "Stepper"),
    ),
    *(
        Place(
            name=f"the bridge hold, {name}",
            reach=pressed(*BRIDGE, *names),
            folder=lived_in,
            speed=STILL,
            shows=shows,
        )
        for name, names, shows in (
            ("before it", (), ("PartPage", "PartPanel")),
            ("on both feet", ("Continue",), ("PartPage", "AnswerCard")),
            ("not yet", ("Continue", "Not steady"), ("PartPage",)),
            ("its clock", ("Continue", "Steady"), ("HoldPage", "HoldView", "StopTarget")),
            ("it hurt on both feet", ("Continue", "It hurts"), ("PartPage",)),
        )
    ),
    *(
        Place(
            name=f"the slow march, {name}",
            reach=pressed(*MARCH, *names),
            folder=lived_in,
            speed=STILL,
            shows=shows,
        )
        for name, names, shows in (
            ("before it", (), ("PartPage", "PartPanel")),
            ("its clock", ("Continue", "Wait"), ("HoldPage", "HoldView", "StopTarget")),
            ("it hurt", ("Continue", "It hurts"), ("PartPage",)),
        )
    ),
    Place(
        name="how the slow march was",
        reach=until("while the left foot was lifted?", first=pressed(*MARCH, "Continue")),
        folder=lived_in,
        speed=60.0,
        shows=("PartPage", "AnswerCard"),
    ),
    *(
        Place(
            name=f"the heel to the buttock, {name}",
            reach=pressed(*HEEL, *names),
            folder=lived_in,
            shows=shows,
        )
        for name, names, shows in (
            ("before it", (), ("PartPage", "PartPanel")),
            ("how far", ("Continue",), ("PartPage", "AnswerCard")),
            ("it hurt", ("Continue", "It hurts"), ("PartPage",)),
        )
    ),
    *(
        Place(
            name=f"the self-test, {name}",
            within="" if name in TOLD else "SelfTestPanel",
            reach=pressed(*names),
            folder=lived_in,
            shows=("SelfTestPage", "SelfTestPanel", *(("AnswerCard",) if name == "the touch" else ())),
        )
        for name, names in CHECK_PAGES.items()
    ),
    Place(
        name="leaving the self-test",
        reach=pressed(*WALKED, "Leave the check"),
        folder=lived_in,
        shows=("LeaveCheckSheet",),
    ),
    Place(
        name="the warning signs over the self-test",
        reach=pressed(*CHECK_ON, "Warning signs"),
        folder=lived_in,
        walked=False,
        shows=("WarningSignsSheet",),
    ),
    Place(name="going on with the self-test", reach=left_check, folder=lived_in, shows=("GoOnCheckSheet",)),
    Place(
        name="the findings",
        reach=findings(DOWN),
        folder=lived_in,
        shows=("FindingsPage", "FindingCard", "RoutineCard"),
    ),
    Place(
        name="saying more about the findings",
        reach=saying_more,
        folder=lived_in,
        shows=("ContextSheet",),
    ),
    Place(
        name="the findings of hips that differ",
        reach=findings(DOWN, LIFTED),
        folder=lived_in,
        walked=False,
        shows=("FindingsPage", "Banner"),
    ),
    Place(
        name="the findings after pain",
        reach=pressed(*CHECK_PAGES["it was something else"], "End the check here"),
        folder=lived_in,
        shows=("FindingsPage",),
    ),
    Place(
        name="someone else on the mat",
        reach=pressed(
            "Start routine",
            "Someone else",
            "I am 18 or older",
            "None of these",
            "None of these",
            "None of these",
            "Begin session",
            "Pause",
        ),
        folder=lived_in,
        walked=False,
        shows=("SessionPage",),
    ),
    Place(
        name="someone else after a session",
        reach=pressed(
            "Start routine",
            "Someone else",
            "I am 18 or older",
            "None of these",
            "None of these",
            "None of these",
            "Begin session",
            "Stop",
            "Stop here",
        ),
        folder=lived_in,
        walked=False,
        shows=("AfterSheet",),
    ),
]
