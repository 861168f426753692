"""Guards the pin of PySide6: 6.12.0 on Python 3.11 drops a reference to None at each call that returns it."""

import re
import subprocess
import sys
from pathlib import Path

SIGNALS = """
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    counted = Signal(int)

class Sink(QObject):
    def __init__(self):
        super().__init__()
        self.sum = 0
    def add(self, number):
        self.sum += number

source, sink = Source(), Sink()
source.counted.connect(sink.add)
for number in range(10_000):
    source.counted.emit(number)
assert sink.sum == 49_995_000
"""

VOID_CALLS = """
from PySide6.QtCore import QObject

thing = QObject()
for _ in range(20_000):
    thing.setObjectName("name")
    assert thing.blockSignals(False) is False
"""


def finishes(program: str) -> bool:
    return subprocess.run([sys.executable, "-c", program], timeout=60).returncode == 0


def test_ten_thousand_signals_do_not_abort_the_process() -> None:
    assert finishes(SIGNALS)


def test_twenty_thousand_void_calls_do_not_abort_the_process() -> None:
    assert finishes(VOID_CALLS)


def test_nobody_reads_the_pixels_of_an_image_that_is_gone() -> None:
    # constBits() does not keep its image alive: of one without a name it reads memory that was given back.
    source = Path(__file__).resolve().parents[1] / "src"
    for file in source.rglob("*.py"):
        found = re.search(
            r"\)\s*\.(constBits|bits|scanLine|constScanLine)\(", file.read_text(encoding="utf-8")
        )
        assert found is None, f"{file}: give the image a name first"
