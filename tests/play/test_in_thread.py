"""Work in a thread that outlives the window it was for."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from supple.domain.trouble import Trouble
from supple.play.in_thread import InThread


@pytest.mark.parametrize("fails", [False, True])
def test_work_that_ends_after_the_window_has_gone_tells_nobody(qtbot: QtBot, fails: bool) -> None:
    gone = Event()

    def work() -> None:
        gone.wait(5)
        if fails:
            raise OSError("the server does not answer")

    looking = InThread("looking")
    looking.start(work)
    thread = looking._thread
    with qtbot.waitSignal(looking.destroyed):
        looking.deleteLater()
    gone.set()
    assert thread is not None
    thread.join(5)
    assert not thread.is_alive()  # an error of the thread would fail this test


@pytest.mark.expected_log("the thread reading failed")
def test_whatever_fails_in_the_thread_is_answered(qtbot: QtBot) -> None:
    def work() -> None:
        raise LookupError("a fault of ours")

    reading = InThread("reading")
    with qtbot.waitSignal(reading.failed) as failed:
        reading.start(work)
    reading.wait()
    assert failed.args == [failed.args[0]]
    assert failed.args[0].trouble is Trouble.UNKNOWN
