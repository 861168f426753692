"""The screen stays on while a session runs, asked of a real bus with a fake screen saver on it."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import Stand
from tests.ui.session_bus import SessionBus, session_bus

from supple.desktop.awake import Awake

__all__ = ["session_bus"]


class Keeper:
    """Counts requests that are held, in place of the desktop."""

    def __init__(self) -> None:
        self.asked = 0
        self.released = 0
        self.threads: set[str] = set()

    def keep(self) -> AbstractContextManager[object]:
        return self._kept()

    @contextmanager
    def _kept(self) -> Iterator[None]:
        self.threads.add(threading.current_thread().name)
        self.asked += 1
        yield
        self.released += 1


def test_the_screen_is_kept_on_from_start_to_end(qtbot: QtBot) -> None:
    stand, keeper = Stand(), Keeper()
    awake = Awake(stand.player, keep=keeper.keep)
    assert not awake.is_asked
    stand.player.start()
    stand.run_ms(60_000)
    qtbot.waitUntil(lambda: keeper.asked == 1)
    assert keeper.threads == {"awake"}
    stand.player.stop()
    qtbot.waitUntil(lambda: keeper.released == 1)


def test_a_long_pause_lets_the_screen_go_dark_and_resuming_asks_again(qtbot: QtBot) -> None:
    stand, keeper = Stand(), Keeper()
    Awake(stand.player, keep=keeper.keep, long_pause_ms=20, parent=stand.player)
    stand.player.start()
    stand.player.pause()
    qtbot.waitUntil(lambda: keeper.released == 1)
    stand.player.resume()
    qtbot.waitUntil(lambda: keeper.asked == 2)
    stand.player.stop()
    qtbot.waitUntil(lambda: keeper.released == 2)


def test_a_short_pause_keeps_asking(qtbot: QtBot) -> None:
    stand, keeper = Stand(), Keeper()
    Awake(stand.player, keep=keeper.keep, parent=stand.player)
    stand.player.start()
    stand.player.pause()
    stand.player.resume()
    qtbot.waitUntil(lambda: keeper.asked == 1)
    assert keeper.released == 0
    stand.player.stop()


def test_the_request_ends_with_its_owner_though_the_session_does_not(qtbot: QtBot) -> None:
    before = set(threading.enumerate())  # one of the test before may still be about to end
    stand, keeper = Stand(), Keeper()
    awake = Awake(stand.player, keep=keeper.keep, parent=stand.player)
    stand.player.start()
    qtbot.waitUntil(lambda: keeper.asked == 1)
    awake.deleteLater()
    qtbot.waitUntil(lambda: keeper.released == 1)
    qtbot.waitUntil(lambda: not any(t.name == "awake" for t in set(threading.enumerate()) - before))
    stand.player.stop()


def test_a_desktop_that_hangs_does_not_hold_the_window(qapp: QApplication) -> None:
    stand, answer = Stand(), threading.Event()

    @contextmanager
    def hanging() -> Iterator[None]:
        answer.wait()
        yield

    awake = Awake(stand.player, keep=hanging, parent=stand.player)
    stand.player.start()
    assert awake.is_asked
    stand.run_ms(20_000)
    stand.player.stop()
    assert not answer.is_set()
    assert not awake.is_asked
    answer.set()


class FakeScreenSaver:
    """org.freedesktop.ScreenSaver on a private bus."""

    def __init__(self, address: str) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.calls: list[str] = []
        self._connection = open_dbus_connection(bus=address)
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return

        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is not MessageType.method_call:
                    continue
                member = message.header.fields[HeaderFields.member]
                self.calls.append(member)
                if member == "Inhibit":
                    reply = new_method_return(message, "u", (7,))
                elif member == "UnInhibit":
                    reply = new_method_return(message)
                else:
                    reply = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
                self._connection.send(reply)
        except (OSError, EOFError):
            self._connection.close()

    def join(self) -> None:
        self._thread.join(5)


@pytest.fixture
def screen_saver(session_bus: SessionBus) -> Iterator[FakeScreenSaver]:
    screen_saver = FakeScreenSaver(session_bus.address)
    yield screen_saver
    session_bus.process.terminate()
    screen_saver.join()


def test_a_real_bus_sees_one_inhibit_and_one_uninhibit(screen_saver: FakeScreenSaver, qtbot: QtBot) -> None:
    stand = Stand()
    Awake(stand.player, parent=stand.player)
    stand.player.start()
    qtbot.waitUntil(lambda: "Inhibit" in screen_saver.calls, timeout=5_000)
    stand.run_ms(60_000)
    assert screen_saver.calls.count("Inhibit") == 1
    assert "UnInhibit" not in screen_saver.calls
    stand.player.stop()
    qtbot.waitUntil(lambda: "UnInhibit" in screen_saver.calls, timeout=5_000)
    assert screen_saver.calls.count("Inhibit") == 1
    stand.player.deleteLater()
