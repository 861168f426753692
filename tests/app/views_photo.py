"""The pages of the photo check for whoever looks at every page at every size, in any language."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest

from supple.app.program import Program
from supple.domain.checks.photo_spots import Spot

from .photo_walk import answer, mark, marking_page, open_page, open_photo, pasted

PHOTO = Path(__file__).parents[1] / "data/thigh.jpg"
Reach = Callable[[Program], None]


def opened(asked: Reach) -> Reach:
    """The photo is there."""

    def reach(program: Program) -> None:
        asked(program)
        open_photo(program, PHOTO)
        QTest.qWait(60)

    return reach


def marked(asked: Reach, *, blind: bool = False) -> Reach:
    """The first marking, or the second."""

    def reach(program: Program) -> None:
        opened(asked)(program)
        answer(open_page(program))
        open_page(program).go_on.click()
        mark(marking_page(program).canvas, 16)
        if blind:
            marking_page(program).done.click()
            mark(marking_page(program).canvas, 14)
        marking_page(program).canvas.choose(Spot.KNEE)
        QTest.qWait(60)

    return reach


def last_time(asked: Reach) -> Reach:
    """The first marking with last time's photo on it."""

    def reach(program: Program) -> None:
        marked(asked)(program)
        chip = marking_page(program).last_time.chip
        for _ in range(100):
            if chip.isEnabled():
                break
            QTest.qWait(20)
        chip.click()
        QTest.qWait(60)

    return reach


def result(asked: Reach, *angles: float) -> Reach:
    """What photos of the left hip showed."""

    def reach(program: Program) -> None:
        asked(program)
        for angle in angles:
            answer(open_photo(program, PHOTO))
            open_page(program).go_on.click()
            for _ in range(2):
                mark(marking_page(program).canvas, angle)
                marking_page(program).done.click()
        for _ in range(1 if len(angles) > 2 else 2):
            open_page(program).skip.click()
        QTest.qWait(60)

    return reach


def no_photo(asked: Reach) -> Reach:
    """A folder was dropped."""

    def reach(program: Program) -> None:
        asked(program)
        pasted(open_page(program), PHOTO.parent)
        QTest.qWait(300)

    return reach


def several(asked: Reach) -> Reach:
    """Several at once, one of which is none."""

    def reach(program: Program) -> None:
        asked(program)
        pasted(open_page(program), PHOTO, PHOTO.parent / "quarters.heic", PHOTO.parent)
        QTest.qWait(500)

    return reach
