"""The photo of a hip, page by page: asked for, open, marked twice, sorted out of several, and what it showed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from supple.app.program import Program
from supple.ui.kit.room import Room

from .photo_folders import with_two_photos
from .photo_walk import (
    answer,
    mark,
    marking_page,
    measure,
    open_page,
    open_photo,
    pasted,
    to_the_edge,
    to_the_photo,
)
from .place import Place, Reach, lived_in, press_all, room
from .window import sees

PHOTO = Path(__file__).parents[1] / "data/thigh.jpg"


def edge(*names: str) -> Reach:
    """The guide at the edge after these presses."""

    def reach(qtbot: QtBot, _program: Program) -> None:
        to_the_edge(qtbot, *names)

    return reach


def opened(qtbot: QtBot, program: Program) -> None:
    """A photo is there, and nothing is answered yet."""
    to_the_photo(qtbot, program)
    open_photo(program, PHOTO)


def marking(*, placed: bool, blind: bool = False) -> Reach:
    """The first marking or the second."""

    def reach(qtbot: QtBot, program: Program) -> None:
        opened(qtbot, program)
        answer(open_page(program))
        press_all(qtbot, "Continue")
        if placed or blind:
            mark(marking_page(program).canvas, 16)
        if blind:
            press_all(qtbot, "Mark once more")
            mark(marking_page(program).canvas, 14)
        qtbot.wait(100)

    return reach


def result(*angles: float) -> Reach:
    """The result of photos of the left hip at these angles."""

    def reach(qtbot: QtBot, program: Program) -> None:
        to_the_photo(qtbot, program)
        for angle in angles:
            measure(program, PHOTO, angle)
        if len(angles) < 3:
            press_all(qtbot, "Two are enough" if len(angles) == 2 else "Leave the left hip out")
        press_all(qtbot, "Leave the right hip out")
        qtbot.waitUntil(sees("What your photos showed"))
        qtbot.wait(100)

    return reach


def several(qtbot: QtBot, program: Program) -> None:
    """Three photos at once, one of which is none."""
    to_the_photo(qtbot, program)
    pasted(open_page(program), PHOTO, PHOTO.parent / "quarters.heic", PHOTO.parent)
    qtbot.waitUntil(sees("This is a folder:"))
    qtbot.wait(100)


def with_last_time(qtbot: QtBot, program: Program) -> None:
    """A photo is marked, and last time's lies on it."""
    marking(placed=True)(qtbot, program)
    chip = marking_page(program).last_time.chip
    qtbot.waitUntil(chip.isEnabled)
    chip.click()
    qtbot.wait(100)


def kept(qtbot: QtBot, program: Program) -> None:
    """The photos that were kept of a check, from Progress."""
    room(Room.PROGRESS)(qtbot, program)
    press_all(qtbot, "Photos of ")
    qtbot.waitUntil(sees("1 of 2"))
    qtbot.wait(100)


PLACES = [
    *(
        Place(name=f"the edge for a photo, {name}", reach=edge(*names), folder=lived_in, shows=shows)
        for name, names, shows in (
            ("ready", (), ("EdgeCheckPage", "EdgePanel")),
            ("to be taken", ("Continue",) * 6, ("EdgeCheckPage",)),
            ("the knee back", ("Continue",) * 7, ("EdgeCheckPage",)),
        )
    ),
    Place(
        name="the photo, asked for",
        reach=to_the_photo,
        folder=lived_in,
        shows=("PhotoOpenPage", "PhotoHowTo"),
        within="PhotoOpenPage",
    ),
    Place(
        name="the photo, open",
        reach=opened,
        folder=lived_in,
        shows=("PhotoOpenPage", "PhotoAsked"),
        within="PhotoOpenPage",
    ),
    Place(
        name="the photo, marked",
        reach=marking(placed=True),
        folder=lived_in,
        shows=("PhotoMarkingPage", "PhotoPanel", "PhotoPoints"),
        within="PhotoMarkingPage",
    ),
    Place(
        name="the photo, marked once more",
        reach=marking(placed=True, blind=True),
        folder=lived_in,
        shows=("PhotoMarkingPage",),
        walked=False,
    ),
    Place(
        name="the photo with last time's on it",
        reach=with_last_time,
        folder=with_two_photos,
        shows=("PhotoMarkingPage", "PhotoLastTime", "PhotoKeep"),
        within="PhotoLastTime",
    ),
    Place(
        name="the photos that were kept",
        reach=kept,
        folder=with_two_photos,
        shows=("PhotosSheet", "PhotoStill"),
        within="PhotosSheet",
    ),
    Place(
        name="several photos",
        reach=several,
        folder=lived_in,
        shows=("PhotoSortPage", "PhotoSortRow"),
        within="PhotoSortPage",
    ),
    Place(
        name="what the photos showed",
        reach=result(16, 7, 17),
        folder=lived_in,
        shows=("PhotoResultPage", "PhotoResultCard"),
        within="PhotoResultPage",
    ),
]
