"""Shows every room, page and sheet at every size of window, and says what does not fit; leaves pictures.

usage: sizes.py OUT [--places WORD ...] [--sizes 900x600 ...] [--texts 100 200] [--schemes light dark] [--pseudo eo|yi]
                    [--no-pictures]
`--pseudo` shows a made-up language: accents, words 40 % longer, content too; eo runs from the left, yi from the right.
Needs no screen. Exits with 1 when anything does not fit or is left in English.
1920x1080 and 2560x1440 are screens at scale 2: their windows have 960x540 and 1280x720 units, each of 2x2 dots.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "packaging")]

import make_resources
from PySide6.QtCore import QCoreApplication, QEvent, QResource
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot
from tests.app import fit, tab_walk
from tests.app.places import PLACES as WALKED
from tests.app.pseudo import left_in_english, make
from tests.app.views import PLACES, Place

from supple.app.languages import speak
from supple.app.program import Program
from supple.ui.kit.theme import Scheme

SIZES = ("860x500", "900x600", "1024x600", "1366x768", "1280x800", "1920x1080@2", "2560x1440@2")
SCREEN = (3200, 2000)
LOOK_MS, MOST_LOOKS = (
    40,
    10,
)  # between two looks, and how often a page is looked at that does not come to rest
# What was recorded or written in English stays as it is.
OWN = """The article's routine After training A session Piriformis stretch
Towel under the knee; the right side was as last week"""


def main() -> int:
    """Play each scale in a process of its own; the first argument decides where pictures go."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--places", nargs="*", default=[], help="only places whose name holds one of these")
    parser.add_argument("--sizes", nargs="*", default=list(SIZES))
    parser.add_argument("--texts", nargs="*", type=int, default=[100, 200])
    parser.add_argument("--schemes", nargs="*", default=["light", "dark"])
    parser.add_argument("--pseudo", default="")
    parser.add_argument("--no-pictures", action="store_true")
    parser.add_argument("--scale", type=int, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.out = given.out.resolve()
    given.out.mkdir(parents=True, exist_ok=True)
    if given.scale:
        return show_all(given)
    code = 0
    for scale in sorted({_scale(size) for size in given.sizes}):
        sizes = [size for size in given.sizes if _scale(size) == scale]
        command = [
            sys.executable,
            __file__,
            str(given.out),
            *sys.argv[2:],
            "--scale",
            str(scale),
            "--sizes",
            *sizes,
        ]
        code |= subprocess.run(command, env=_environment(given.out, scale), check=False).returncode
    return code


def show_all(given: argparse.Namespace) -> int:
    """Every place that is wanted; prints each fault once, with how often and where first."""
    seen = number = 0
    for place in PLACES if given.pseudo else (*PLACES, *_walked()):
        if given.places and not any(word in place.name for word in given.places):
            continue
        faults: Counter[str] = Counter()
        where: dict[str, str] = {}
        for at, fault in _faults_of(place, given):
            if fault:
                faults[fault] += 1
                where.setdefault(fault, at)
            else:
                seen += 1
        number += len(faults)
        for fault, times in faults.items():
            print(f"{place.name}: {fault} [{where[fault]}; {times} times]", flush=True)
    print(f"{seen} views at scale {given.scale}, {number} faults")
    return 1 if number else 0


class _Hands(QtBot):
    """What leads to the places of the walk, where no test asks for it."""

    def __init__(self) -> None:
        """Nothing is given to it that it would have to close."""
        qt_api.set_qt_api("pyside6")


def _walked() -> Iterator[Place]:
    """The places of the walk, whose words are those of the program."""
    hands = _Hands()
    for place in WALKED:
        yield Place(
            name="walk-" + re.sub(r"\W+", "-", place.name).strip("-"),
            reach=partial(place.reach, hands),
            folder=place.folder,
            speed=place.speed,
            complete=place.complete,
        )


def _faults_of(place: Place, given: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """What does not fit at a place, each with where; "" once for each view."""
    for text in given.texts:
        with tempfile.TemporaryDirectory() as folder:
            program, wrong = _reached(place, Path(folder), text=text, language=given.pseudo)
            if program is None:
                yield f"{text} %", f"cannot be reached: {wrong}"
                continue
            for scheme in given.schemes:
                program.window.theme.set_scheme(Scheme(scheme))
                for size in given.sizes:
                    yield from _faults_at(program, f"{place.name}-{scheme}", size, text, given)
            _end(program)


def _reached(place: Place, folder: Path, *, text: int, language: str) -> tuple[Program | None, str]:
    """The program at a place, and why not. With large text a step may lie in a menu: then it is enlarged there."""
    wrong = ""
    for first in dict.fromkeys((text, 100)):
        program = _opened(place, folder / f"data{first}", text=first, language=language)
        try:
            place.reach(program)
        except Exception as error:  # whatever it was, the other places are to be seen
            wrong = str(error)
            _end(program)
        else:
            program.window.theme.set_text_percent(text)
            return program, ""
    return None, wrong


def _faults_at(
    program: Program, name: str, size: str, text: int, given: argparse.Namespace
) -> Iterator[tuple[str, str]]:
    window, at = program.window, f"{size} {text} %"
    width, height = (int(part) // _scale(size) for part in size.split("@")[0].split("x"))
    window.resize(width, height)
    QTest.qWait(LOOK_MS)
    fit.to_top(window)
    _let_come_to_rest(window)
    if window.size().toTuple() != (width, height):
        yield at, f"the window is {window.width()}x{window.height()}"
    if not given.no_pictures:
        language = f"-{given.pseudo}" if given.pseudo else ""
        window.grab().save(str(given.out / f"{name}-{size.replace('@', 'at')}-text{text}{language}.png"))
    if f"-{given.schemes[0]}" in name:  # colours change no place
        faults = (*fit.cut_words(window), *fit.overlaps(window), *fit.unreachable(window))
        walk = (*tab_walk.out_of_sight(window), *tab_walk.out_of_order(window))
        english = left_in_english(window, own=OWN) if given.pseudo else []
        yield from ((at, fault) for fault in (*faults, *walk, *english))
    yield at, ""


def _let_come_to_rest(window: QWidget) -> None:
    """Until all is laid out, read and faded in: two looks are the same. What moves on is taken as it is."""
    before = window.grab().toImage()
    for _ in range(MOST_LOOKS):
        QTest.qWait(LOOK_MS)
        now = window.grab().toImage()
        if now == before:
            return
        before = now


def _opened(place: Place, folder: Path, *, text: int, language: str) -> Program:
    """The program, with Today complete where nothing stands in front of it."""
    program = Program(_application(language=language), data_dir=place.folder(folder), speed=place.speed)
    done: list[bool] = []
    program.today_completed.connect(lambda: done.append(True))
    program.window.theme.set_text_percent(text)
    program.show()
    program.window.resize(1280, 800)
    for _ in range(500):
        if done or not place.complete:
            break
        QTest.qWait(20)
    _let_come_to_rest(program.window)
    return program


def _end(program: Program) -> None:
    program.window.set_close_guard(None)
    program.window.close()
    program.finish()
    program.window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def _application(*, language: str) -> QApplication:
    """The one application, as `start.run` makes it."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    if make_resources.is_stale():
        make_resources.compile_resources()
    QResource.registerResource(str(make_resources.RCC))
    QCoreApplication.setApplicationName("supple")
    application = QApplication(sys.argv[:1])
    speak("en")
    application.setStyle("Fusion")
    if language:
        QResource.registerResource(str(make(Path(tempfile.mkdtemp(prefix="supple-pseudo-")))))
    speak(language or "en")
    return application


def _scale(size: str) -> int:
    return int(size.partition("@")[2] or 1)


def _environment(out: Path, scale: int) -> dict[str, str]:
    """A home that is nobody's, and a screen that nobody sees, large enough for every size."""
    home = out / "home"
    home.mkdir(exist_ok=True)
    screen = {"name": "proof", "x": 0, "y": 0, "width": SCREEN[0], "height": SCREEN[1]}
    (home / "screen.json").write_text(json.dumps({"screens": [screen]}))
    return {
        **os.environ,
        "HOME": str(home),
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")},
        "QT_SCALE_FACTOR": str(scale),
        "QT_QPA_PLATFORM": f"offscreen:configfile={home / 'screen.json'}",
    }


if __name__ == "__main__":
    sys.exit(main())
