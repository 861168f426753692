"""Reduced motion set to "System" follows the desktop's portal, at the start and when it changes."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.session_bus import SessionBus, session_bus

from supple.desktop.desktop_motion import APPEARANCE, PATH, PORTAL, REDUCED, SETTINGS
from supple.domain.settings import Look, Motion, Settings, Sound

from .conftest import Open
from .window import ready_folder

__all__ = ["session_bus"]


class Portal:
    """A desktop's portal that knows of one setting."""

    def __init__(self, value: int) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.threading import DBusRouter, open_dbus_connection

        self.value = value
        self._connection = open_dbus_connection(bus="SESSION")
        with DBusRouter(self._connection) as router:
            router.send_and_get_reply(message_bus.RequestName(PORTAL), timeout=5)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_method_return
        from jeepney.io.threading import ReceiveStopped

        try:
            while True:
                message = self._connection.receive()
                is_call = message.header.message_type is MessageType.method_call
                if is_call and message.header.fields.get(HeaderFields.member) == "Read":
                    inner = ("u", self.value)
                    self._connection.send(new_method_return(message, "v", (("v", inner),)))
        except (ReceiveStopped, OSError, EOFError):
            return

    def change(self, value: int) -> None:
        from jeepney import DBusAddress, new_signal

        emitter = DBusAddress(PATH, interface=SETTINGS)
        body = (APPEARANCE, REDUCED, ("u", value))
        self._connection.send(new_signal(emitter, "SettingChanged", "ssv", body))

    def close(self) -> None:
        self._connection.close()
        self._thread.join(5)


@pytest.fixture
def portal(session_bus: SessionBus) -> Iterator[Portal]:
    assert session_bus.address
    portal = Portal(1)
    yield portal
    portal.close()


def test_system_follows_the_desktop_at_the_start_and_when_it_changes(
    portal: Portal, qtbot: QtBot, opened: Open, data: Path
) -> None:
    theme = opened(data).window.theme
    qtbot.waitUntil(lambda: theme.reduced_motion)
    portal.change(0)
    qtbot.waitUntil(lambda: not theme.reduced_motion)
    portal.change(1)
    qtbot.waitUntil(lambda: theme.reduced_motion)


def test_whoever_chose_motion_keeps_it(portal: Portal, qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    settings = Settings(sound=Sound(on=False, heard_once=True), look=Look(motion=Motion.FULL))
    program = opened(ready_folder(tmp_path / "data", settings=settings))
    assert portal.value == 1
    qtbot.wait(500)
    assert not program.window.theme.reduced_motion
