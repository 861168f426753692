"""The hand that presses in the demo and the benchmarks: whatever goes wrong ends it, so that nobody waits for ever."""

import pytest
from PySide6.QtWidgets import QApplication

from supple.app.demo.hand import DemoError, Hand, Script


def broken() -> Script:
    """Uses something that the program no longer has."""
    raise AttributeError("no offer")
    yield bool


def test_a_script_that_breaks_is_over_and_says_why(qapp: QApplication) -> None:
    ends: list[DemoError | None] = []
    hand = Hand(broken(), done=ends.append)
    with pytest.raises(AttributeError):
        hand.begin()
    assert [str(end) for end in ends] == ["the script itself broke"]
