"""What pictures weighed is given back to the system when they go."""

import subprocess
import sys

import pytest

LEFT = """
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from supple.desktop.memory import keep_no_pictures

def resident_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

def picture():
    image = QImage(800, 600, QImage.Format.Format_ARGB32)
    image.fill(1)
    return image

if sys.argv[1] == "kept":
    keep_no_pictures()
picture()  # once one has gone, the C library raises its limit, where it may
before = resident_mb()
pictures, stays = [], []
for _ in range(10):
    pictures.append(picture())
    stays.append([bytes(600) for _ in range(400)])  # something that stays lies behind each
del pictures
print(resident_mb() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only the C library of Linux is asked")
def test_a_picture_that_goes_leaves_nothing_behind() -> None:
    left = subprocess.run([sys.executable, "-c", LEFT, "kept"], capture_output=True, text=True, check=True)
    assert float(left.stdout) < 5.0
