"""Work in a thread that outlives the window it was for."""

import threading
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from supple.domain.trouble import SurroundingsError, Trouble
from supple.play.in_thread import InThread
from supple.services.history import HistoryError


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


class RefusedError(SurroundingsError):
    """What was given cannot be used."""


@pytest.mark.parametrize("error", [OSError("no such disk"), HistoryError(Trouble.FULL), RefusedError("no")])
def test_what_the_surroundings_did_is_handed_over_as_it_is(qtbot: QtBot, error: Exception) -> None:
    def work() -> None:
        raise error

    reading = InThread("reading")
    with qtbot.waitSignal(reading.failed) as failed:
        reading.start(work)
    reading.wait()
    assert failed.args == [error]


@pytest.mark.parametrize("error", [ValueError("no damage"), KeyError("a fault of ours")])
def test_a_bug_is_no_outcome_and_goes_to_the_hook_of_all_threads(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def work() -> None:
        raise error

    hooked: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", hooked.append)
    reading = InThread("reading")
    told: list[object] = []
    reading.failed.connect(told.append)
    reading.done.connect(told.append)
    reading.start(work)
    reading.wait()
    qtbot.wait(20)
    assert [hook.exc_value for hook in hooked] == [error]
    assert told == []
