"""Guards the pin of PySide6: 6.12.0 on Python 3.11 drops a reference to None at each call that returns it."""

import subprocess
import sys

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
