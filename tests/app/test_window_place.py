"""Where the window opens: whole on the screen that is there, at the size it had, never lower by its title bar."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize

from supple.app.window_place import fitted, read_place
from supple.domain.settings import Settings, Sound

from .window import ready_folder

SMALLEST = QSize(860, 500)
LAPTOP = QRect(0, 0, 1366, 768)
BESIDE = QRect(1366, 0, 1920, 1080)

START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QResource
from PySide6.QtWidgets import QApplication
import supple
from supple.app.languages import speak
from supple.app.program import Program

application = QApplication(sys.argv[:1])
QResource.registerResource(str(Path(supple.__file__).with_name("supple.rcc")))
speak("en")
program = Program(application, data_dir=Path(sys.argv[1]))

def tell():
    window = program.window
    area = window.screen().availableGeometry()
    print(json.dumps({
        "inside": window.geometry().getRect(),
        "whole": area.contains(window.frameGeometry()),
        "maximized": window.isMaximized(),
        "full": window.isFullScreen(),
        "least": window.minimumSize().toTuple(),
    }), flush=True)
    window.close()

program.today_completed.connect(tell)
program.show()
application.exec()
program.finish()
"""


def started(folder: Path, *screens: tuple[int, int, int, int]) -> dict[str, object]:
    """Open the window on screens (x, y, width, height in its own pixels) and close it again: where it was."""
    config = folder.parent / "screens.json"
    named = [
        {"name": str(n), "x": x, "y": y, "width": w, "height": h, "dpr": 1, "logicalDpi": 96}
        for n, (x, y, w, h) in enumerate(screens)
    ]
    config.write_text(json.dumps({"screens": named}))
    done = subprocess.run(
        [sys.executable, "-c", START, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def folder_with(tmp_path: Path, place: str) -> Path:
    return ready_folder(
        tmp_path / "data", settings=Settings(sound=Sound(on=False, heard_once=True), window=place)
    )


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (QRect(100, 50, 1000, 700), QRect(100, 50, 1000, 700)),  # it fits: nothing moves
        (QRect(600, 300, 1280, 800), QRect(86, 0, 1280, 768)),  # half outside
        (QRect(100, 720, 900, 600), QRect(100, 168, 900, 600)),  # only its title
        (QRect(-300, -40, 900, 600), QRect(0, 0, 900, 600)),
        (QRect(0, 0, 5000, 5000), LAPTOP),
        (QRect(0, 0, 3, 3), QRect(0, 0, 860, 500)),
        (QRect(9000, 9000, 900, 600), QRect(233, 84, 900, 600)),  # its screen is gone: the middle
    ],
)
def test_a_place_is_brought_inside_the_screen(place: QRect, wanted: QRect) -> None:
    assert fitted(place, [LAPTOP], SMALLEST) == wanted


def test_a_window_stays_on_the_screen_that_shows_most_of_it() -> None:
    assert fitted(QRect(1400, 40, 1280, 800), [LAPTOP, BESIDE], SMALLEST) == QRect(1400, 40, 1280, 800)
    assert fitted(QRect(1000, 10, 1000, 700), [LAPTOP, BESIDE], SMALLEST) == QRect(1366, 10, 1000, 700)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "far,away",
        "1,2,3",
        "--5,1,2,3",
        "9999999999,0,900,600",
        "1,2,900,600,askew",
        "0,0,0,0",
        "1,2,3,4,5",
    ],
)
def test_words_that_are_no_place_are_none(words: str) -> None:
    assert read_place(words) is None


@pytest.mark.parametrize(
    ("width", "height"),
    [
        (1024, 600),
        (1366, 768),
        (1280, 800),
        (1920, 1080),
        (2560, 1440),
        (1093, 614),  # 1366x768 at scale 1.25
        (1280, 720),  # 1920x1080 at 1.5
        (960, 540),  # 1920x1080 at 2
        (683, 384),  # 1366x768 at 2: smaller than drawn, yet inside
    ],
)
def test_the_first_window_is_whole_on_every_screen(tmp_path: Path, width: int, height: int) -> None:
    told = started(ready_folder(tmp_path / "data"), (0, 0, width, height))
    assert told["whole"]
    _, _, wide, high = told["inside"]
    assert (wide, high) <= (1280, 800)
    assert wide >= min(860, width - 16)
    assert high >= min(500, height - 44)


def test_the_window_is_put_back_to_where_it_was_start_after_start(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "200,150,950,640")
    for _start in range(3):
        assert started(folder, (0, 0, 1920, 1080))["inside"] == [200, 150, 950, 640]


def test_a_window_from_a_larger_screen_is_whole_on_this_one(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "600,300,1280,800")
    assert started(folder, (0, 0, 1366, 768))["whole"]


def test_a_window_stays_on_the_second_screen_and_comes_back_when_that_is_gone(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "2000,100,1280,800")
    told = started(folder, (0, 0, 1366, 768), (1366, 0, 1920, 1080))
    assert told["inside"] == [2000, 100, 1280, 800]
    assert started(folder, (0, 0, 1366, 768))["whole"]


@pytest.mark.parametrize("state", ["maximized", "full"])
def test_a_window_that_filled_the_screen_does_so_again(tmp_path: Path, state: str) -> None:
    folder = folder_with(tmp_path, f"200,150,950,640,{state}")
    for _start in range(2):
        assert started(folder, (0, 0, 1920, 1080))[state]
    assert json.loads((folder / "settings.json").read_text())["window"] == f"200,150,950,640,{state}"


@pytest.mark.parametrize("place", ["9999999999,0,900,600", "--5,1,2,3", "0,0,0,0", "99999,99999,99999,99999"])
def test_a_damaged_place_makes_a_normal_window(tmp_path: Path, place: str) -> None:
    told = started(folder_with(tmp_path, place), (0, 0, 1366, 768))
    assert told["whole"]
    assert not told["maximized"]
