"""On a screen of twice the dots pictures that stand still are drawn from at least as many dots as they fill."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LOOK = """
import json, sys
from pathlib import Path
sys.path[:0] = [str(Path(sys.argv[2]) / "packaging/proof")]
import sizes
from PySide6.QtTest import QTest
from supple.domain.settings import Motion
from supple.ui.figure.stage import Stage

name, folder = sys.argv[1], Path(sys.argv[3])
place = next(place for place in sizes.PLACES if place.name == name)
program = sizes._opened(place, folder / "data", text=100, language="")
program.window.theme.set_reduced_motion(True)
place.reach(program)
program.window.resize(1280, 720)
QTest.qWait(300)
program.window.grab()
found = {}
for stage in program.window.findChildren(Stage):
    if stage.isVisible() and stage._scaled is not None:
        read = stage.find_picture()  # the stage itself may have let it go
        box, image = stage.shown_part(read, stage._inner()), read.image
        found[stage._exercise_id] = stage._scaled.width() / (box.width() * image.width())
dots = program.window.devicePixelRatioF()
sizes._end(program)
print(json.dumps([dots, found]))
"""
ROOT = Path(__file__).resolve().parents[2]
NEARLY = 1.1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["mat-hold", "room-today-begun", "room-library", "exercise"])
def test_pictures_at_rest_are_sharp(tmp_path: Path, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, name, str(ROOT), str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    dots, enlarged = json.loads(done.stdout.splitlines()[-1])
    assert dots == 2.0
    assert enlarged
    assert {i: share for i, share in enlarged.items() if share > NEARLY} == {}
