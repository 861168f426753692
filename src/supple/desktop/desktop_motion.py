"""Whether the desktop asks programs to keep still, as its portal says, and when that changes."""

import logging
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from jeepney.io.threading import DBusConnection

log = logging.getLogger(__name__)

PORTAL = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
APPEARANCE, REDUCED = "org.freedesktop.appearance", "reduced-motion"  # 1 asks for less
ANSWER_S = 5.0
LEAVE_S = 0.5
NO_BUS = (ImportError, LookupError, OSError, RuntimeError, TypeError, ValueError, EOFError)
"""No bus, a broken one, one that hangs, and answers that are none: only what is said there is read under it."""


class DesktopMotion(QObject):
    """Asks once and listens, in a daemon thread: a bus that hangs holds nobody, and without one nothing is told."""

    told = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is asked before `start`."""
        super().__init__(parent)
        self._connection: DBusConnection | None = None
        self._thread = threading.Thread(target=self._listen, name="desktop motion", daemon=True)

    def start(self) -> None:
        """Ask and listen from now on."""
        if not self._thread.is_alive() and self._thread.ident is None:
            self._thread.start()

    def close(self) -> None:
        """Listen no more."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        if self._thread.ident is not None:
            self._thread.join(timeout=LEAVE_S)

    def _listen(self) -> None:
        for value in self._heard():
            self._tell(value)

    def _heard(self) -> Iterator[object]:
        """What the desktop says, until it says no more: for what the bus does nobody here is to blame."""
        try:
            yield from self._follow()
        except NO_BUS as error:
            log.info("the desktop says nothing of motion: %s", error)

    def _follow(self) -> Iterator[object]:
        from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
        from jeepney.io.common import RouterClosed
        from jeepney.io.threading import ReceiveStopped, open_dbus_connection
        from jeepney.wrappers import DBusErrorResponse

        connection = self._connection = open_dbus_connection(bus="SESSION", auth_timeout=ANSWER_S)
        try:
            rule = MatchRule(type="signal", interface=SETTINGS, member="SettingChanged", path=PATH)
            connection.send(message_bus.AddMatch(rule))
            settings = DBusAddress(PATH, PORTAL, SETTINGS)
            serial = next(connection.outgoing_serial)
            connection.send(
                new_method_call(settings, "Read", "ss", (APPEARANCE, REDUCED)), serial=serial
            )  # its answer is heard among the rest: a portal that reads nothing keeps nobody waiting
            while self._connection is connection:
                message = connection.receive()
                kind, fields = message.header.message_type, message.header.fields
                if kind is MessageType.method_return and fields[HeaderFields.reply_serial] == serial:
                    yield message.body[0]
                elif kind is MessageType.signal and message.body[:2] == (APPEARANCE, REDUCED):
                    yield message.body[2]
        except (DBusErrorResponse, RouterClosed, ReceiveStopped) as error:
            raise ConnectionError(error) from error
        finally:
            connection.close()

    def _tell(self, value: object) -> None:
        """A variant, which `Read` wraps in another."""
        while isinstance(value, tuple) and len(value) == 2:
            value = value[1]
        with suppress(RuntimeError):  # the window may have gone meanwhile
            self.told.emit(value == 1)
