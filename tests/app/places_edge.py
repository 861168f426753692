"""The check at the edge page by page, as somebody reaches it who chooses it and measures by tape."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import find, press
from supple.app.program import Program

from .place import Place, Reach, lived_in, press_all
from .window import sees

FLOOR_ROW = "Quick floor check. Does your thigh rest down while you hug the other knee?"
EDGE_ROW = "Hip angle with a number. How far is your thigh above or below level?"
LEVEL = {"Hip height": "56", "Knee height": "57", "Thigh length": "41.5"}
ABOVE = {"Hip height": "56", "Knee height": "67,5", "Thigh length": "41.5"}
FLAT, NO_PAIN = "Yes, it touched all the time", "No, a mild pull at most"
LYING = ("Continue",) * 4
HANGING = (*LYING, "Continue")


def choose_the_tape(qtbot: QtBot) -> None:
    """The check at the edge by tape, and no other, from Today on."""
    press("Start self-test")
    qtbot.waitUntil(sees("Which checks now?"))
    press_all(qtbot, FLOOR_ROW, EDGE_ROW)
    if find("Tape measure", QAbstractButton) is not None:
        press_all(qtbot, "Tape measure")
    press_all(qtbot, "Continue")
    qtbot.waitUntil(sees("Make the edge ready"))


def type_numbers(qtbot: QtBot, numbers: dict[str, str]) -> None:
    """What the tape says, into the fields that are called so."""
    for name, words in numbers.items():
        field = find(name, QLineEdit)
        assert field is not None, name
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.clear()
        qtbot.keyClicks(field, words)


def measure(qtbot: QtBot, numbers: dict[str, str], *then: str) -> None:
    """From the lowered leg to the numbers, and on."""
    press_all(qtbot, "Continue", "Continue")
    type_numbers(qtbot, numbers)
    press_all(qtbot, "Continue", *then)


def edge(*names: str) -> Reach:
    """The check after these presses."""

    def reach(qtbot: QtBot, _program: Program) -> None:
        choose_the_tape(qtbot)
        press_all(qtbot, *names)

    return reach


def measured(numbers: dict[str, str], *names: str) -> Reach:
    """The left hip once, with these numbers, and what is pressed after."""

    def reach(qtbot: QtBot, _program: Program) -> None:
        choose_the_tape(qtbot)
        press_all(qtbot, *LYING)
        measure(qtbot, numbers, *names)

    return reach


def typed(numbers: dict[str, str]) -> Reach:
    """The tape's page with these numbers in it."""

    def reach(qtbot: QtBot, _program: Program) -> None:
        choose_the_tape(qtbot)
        press_all(qtbot, *HANGING, "Continue")
        type_numbers(qtbot, numbers)
        qtbot.wait(100)

    return reach


def finished(numbers: dict[str, str]) -> Reach:
    """Both hips, each twice, up to the page on which one gets up."""

    def reach(qtbot: QtBot, _program: Program) -> None:
        choose_the_tape(qtbot)
        press_all(qtbot, *LYING)
        for number in range(4):
            measure(qtbot, numbers, FLAT, NO_PAIN)
            if number < 3:
                press_all(qtbot, "Continue")
        qtbot.waitUntil(sees("Sit up over your side"))

    return reach


PLACES = [
    *(
        Place(name=f"the edge, {name}", reach=reach, folder=lived_in, shows=shows)
        for name, reach, shows in (
            ("ready", edge(), ("EdgeCheckPage", "EdgePanel")),
            ("sitting", edge("Continue"), ("EdgeCheckPage",)),
            ("rolled back", edge("Continue", "Continue"), ("EdgeCheckPage",)),
            ("feeling the back", edge("Continue", "Continue", "Continue"), ("EdgeCheckPage",)),
            ("lowering", edge(*LYING), ("EdgeCheckPage",)),
            ("hanging", edge(*HANGING), ("EdgeCheckPage",)),
            ("the tape", typed(ABOVE), ("EdgeCheckPage", "TapePanel")),
            ("the knee back", measured(LEVEL, FLAT, NO_PAIN), ("EdgeCheckPage",)),
            ("getting up", finished(LEVEL), ("EdgeCheckPage",)),
        )
    ),
    *(
        Place(
            name=f"the edge, {name}", reach=reach, folder=lived_in, within="EdgePanel", shows=("EdgePanel",)
        )
        for name, reach in (
            ("the back", measured(LEVEL)),
            ("the pain", measured(LEVEL, FLAT)),
            ("not readable", measured(LEVEL, "Not sure", NO_PAIN)),
            ("it hurt", edge(*HANGING, "It hurts")),
            ("it was mild", edge(*HANGING, "It hurts", "It was mild and in the muscle")),
            ("it was something else", edge(*HANGING, "It hurts", "Something else, or I am not sure")),
        )
    ),
    Place(
        name="the edge, numbers that cannot be",
        reach=typed({"Hip height": "56", "Knee height": "167.5", "Thigh length": "41.5"}),
        folder=lived_in,
        walked=False,
        shows=("TapePanel",),
    ),
]
