"""A desktop's portal that can be told how to behave when it is asked for a file, on a bus of the test's own."""

import threading
from enum import Enum, auto
from pathlib import Path

PORTAL, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"


class Way(Enum):
    """What it does: answers, says that the person left, an error, nothing at all, or takes the question and hangs."""

    CHOOSES = auto()
    LEAVES = auto()
    FAILS = auto()
    READS_NOTHING = auto()
    HANGS = auto()


class FakePortal:
    """`asked` are the calls so far: member and body."""

    def __init__(self, way: Way, *places: Path) -> None:
        from jeepney import message_bus
        from jeepney.io.threading import DBusRouter, open_dbus_connection

        self.asked: list[tuple[str, tuple]] = []
        self._way = way
        self._places = places
        self._connection = open_dbus_connection(bus="SESSION")
        with DBusRouter(self._connection) as router:
            router.send_and_get_reply(message_bus.RequestName(PORTAL), timeout=5)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def asks(self, member: str) -> bool:
        """Whether it was called by that name."""
        return any(name == member for name, _ in self.asked)

    def close(self) -> None:
        self._connection.close()
        self._thread.join(5)

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return
        from jeepney.io.threading import ReceiveStopped

        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is not MessageType.method_call:
                    continue
                member = message.header.fields[HeaderFields.member]
                self.asked.append((member, message.body))
                if self._way is Way.READS_NOTHING:
                    continue
                if member not in ("OpenFile", "SaveFile"):
                    self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
                elif self._way is Way.FAILS:
                    self._connection.send(new_error(message, "org.freedesktop.portal.Error.Failed"))
                else:
                    sender = message.header.fields[HeaderFields.sender]
                    token = message.body[2]["handle_token"][1]
                    handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token}"
                    self._connection.send(new_method_return(message, "o", (handle,)))
                    self._answer(handle)
        except (ReceiveStopped, OSError, EOFError):
            return

    def _answer(self, handle: str) -> None:
        from jeepney import DBusAddress, new_signal

        if self._way is Way.HANGS:
            return
        uris = [place.as_uri() for place in self._places]
        body = (0, {"uris": ("as", uris)}) if self._way is Way.CHOOSES else (1, {})
        self._connection.send(new_signal(DBusAddress(handle, interface=REQUEST), "Response", "ua{sv}", body))
