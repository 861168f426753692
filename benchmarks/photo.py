"""Started once: opens photos of 48 megapixels in the real window, drags a point, and lets go of them.

usage: photo.py DATA_DIR. Prints one line of JSON: `preview_ms` and `progressive_ms`, from giving the file to the end of
the paint that shows it, `drag_ms`, within which 95 of 100 moves of a point are painted, `photo_mb`, the memory that
an open photo adds, and `left_mb`, what of it stays after it was left out. `preview_times` and `progressive_times` are
ratios: how often the library alone could have decoded the photo meanwhile, small and all of its scans.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from supple.lean import begin_lean

begin_lean()  # as the program does before it imports the rest

from probe import memory_mb
from supple.app.demo.hand import press, visible_names
from supple.app.program import Program
from supple.app.start import run
from supple.domain.checks.photo_run import Said
from supple.ui.check.photo_drop import PhotoDrop
from supple.ui.check.photo_marking_page import PhotoMarkingPage
from supple.ui.check.photo_open_page import PhotoOpenPage

MAKE = "--make"
SIZE = (8000, 6000)
PREVIEW = (1600, 1200)
SETTLES_MS = 2000
MOVES = 200
PATIENCE_S = 60.0
WAY = ("Start self-test", "Quick floor check", "Hip angle with a number", "Continue", "I have my photos")


class Photographer(QObject):
    """Goes the way of a person to the first photo, then measures."""

    def __init__(self, program: Program, photos: tuple[Path, Path]) -> None:
        super().__init__(program)
        self.figures: dict[str, float] = {}
        self._program = program
        self._photos = photos
        self._painted_s = 0.0
        program.today_completed.connect(self._begin_soon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The photo was painted; what follows in this turn belongs to the paint."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, PhotoDrop) and self._open_page().photo:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._note_painted)
        return False

    def _begin_soon(self) -> None:
        QTimer.singleShot(SETTLES_MS, self, self._measure)

    def _note_painted(self) -> None:
        self._painted_s = time.monotonic()

    def _measure(self) -> None:
        for name in WAY:
            press(next(seen for seen in visible_names() if seen.startswith(name)))
            QTest.qWait(300)
        QTest.qWait(SETTLES_MS)
        before_mb = memory_mb()
        for figure, photo in zip(("preview_ms", "progressive_ms"), self._photos, strict=True):
            self.figures[figure] = self._show(photo)
            _wait(_is_loaded)
            QTest.qWait(SETTLES_MS)
        open_mb = memory_mb() - before_mb
        page = self._open_page()
        for asked in (page.back_flat, page.camera_level):
            asked.button(Said.YES).click()
        page.go_on.click()
        QTest.qWait(500)
        self.figures["drag_ms"] = self._drag()
        self.figures["photo_mb"] = max(open_mb, memory_mb() - before_mb)
        press("Leave this photo out")
        QTest.qWait(SETTLES_MS)
        self.figures["left_mb"] = memory_mb() - before_mb
        for figure, photo in zip(("preview", "progressive"), self._photos, strict=True):
            self.figures[f"{figure}_times"] = self.figures[f"{figure}_ms"] / _alone_ms(photo)
        self._program.window.set_close_guard(None)
        self._program.window.close()

    def _show(self, photo: Path) -> float:
        page = self._open_page()
        page.drop.installEventFilter(self)
        self._painted_s = 0.0
        begun_s = time.monotonic()
        page.source_given.emit([photo])
        _wait(lambda: bool(self._painted_s))
        return (self._painted_s - begun_s) * 1000

    def _drag(self) -> float:
        """The 95th of a hundred moves, each to the end of its paint."""
        page = self._program.window.full
        assert isinstance(page, PhotoMarkingPage)
        canvas, taken = page.canvas, []
        for handle in canvas.handles.values():
            QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=handle.geometry().center())
            QTest.qWait(50)
        at = canvas.handles[canvas.chosen].geometry().center()
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
        for number in range(MOVES):
            begun_s = time.monotonic()
            QTest.mouseMove(canvas, at + QPoint(-(number % 60), (number % 40) - 20))
            QCoreApplication.processEvents()
            taken.append((time.monotonic() - begun_s) * 1000)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at)
        return sorted(taken)[int(MOVES * 0.95)]

    def _open_page(self) -> PhotoOpenPage:
        page = self._program.window.full
        assert isinstance(page, PhotoOpenPage)
        return page


def _is_loaded() -> bool:
    return all(thread.name != "photo-reader" for thread in threading.enumerate())


def _wait(there: Callable[[], bool]) -> None:
    until_s = time.monotonic() + PATIENCE_S
    while not there():
        assert time.monotonic() < until_s, "the photo never came"
        QTest.qWait(2)


def _alone_ms(photo: Path) -> float:
    """What the library takes to decode it small, without a window and without a file: the yardstick."""
    from PIL import Image

    data, taken = photo.read_bytes(), []
    for _ in range(3):
        begun_s = time.monotonic()
        with Image.open(BytesIO(data)) as image:
            image.draft("RGB", PREVIEW)
            image.load()
        taken.append((time.monotonic() - begun_s) * 1000)
    return min(taken)


def _make_photos(plain: str, progressive: str) -> None:
    """Noise of a phone's size, as a camera saves it and progressively."""
    from PIL import Image

    image = Image.effect_noise((SIZE[0] // 10, SIZE[1] // 10), 60).convert("RGB").resize(SIZE)
    image.save(plain, quality=88)
    image.save(progressive, quality=88, progressive=True)


def _main(data_dir: Path) -> None:
    photos = (data_dir.parent / "plain.jpg", data_dir.parent / "progressive.jpg")
    # By a process of its own: here the library is imported with the first photo, as it is for a person.
    subprocess.run([sys.executable, __file__, MAKE, *map(str, photos)], check=True)
    made: list[Photographer] = []

    def drive(program: Program) -> None:
        made.append(Photographer(program, photos))

    run(data_dir, driver=drive)
    print(json.dumps(made[0].figures))


if __name__ == "__main__":
    if sys.argv[1] == MAKE:
        _make_photos(*sys.argv[2:])
    else:
        _main(Path(sys.argv[1]))
