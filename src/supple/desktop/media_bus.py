"""Serves MPRIS on the session bus from threads of its own, so that a bus that hangs holds nobody."""

import logging
import os
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supple.desktop.media_words import (
    PATH,
    PLAYER,
    ROOT,
    MediaCommand,
    Shown,
    introspection,
    player_properties,
    root_properties,
)

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.threading import DBusConnection

log = logging.getLogger(__name__)

DBUS = "org.freedesktop.DBus"
PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
PEER = "org.freedesktop.DBus.Peer"
DO_NOT_QUEUE, IS_OWNER = 4, (1, 4)  # of RequestName: the first owner, or the owner already
ANSWER_S = 5.0
NO_BUS = (ImportError, KeyError, OSError, RuntimeError, ValueError)  # none, a broken one, one that hangs
CHANGES = ("PlaybackStatus", "Metadata", "CanGoNext", "CanGoPrevious", "CanPlay", "CanPause")


class MediaBus:
    """`wanted` is called on another thread for each key pressed; without a bus nothing ever happens, silently.

    Two daemon threads: one reads, one opens the bus and sends. `show` and `close` only put something into a queue.
    """

    def __init__(self, shown: Shown, *, wanted: Callable[[MediaCommand], None]) -> None:
        """Nothing happens before `start`."""
        self._shown = shown
        self._wanted = wanted
        self._to_send: queue.SimpleQueue[Shown | None] = queue.SimpleQueue()
        self._sender = threading.Thread(target=self._serve, name="media keys", daemon=True)

    def start(self) -> None:
        """Come onto the bus."""
        self._sender.start()

    def show(self, shown: Shown) -> None:
        """From now on the session stands there; listeners are told."""
        self._to_send.put(shown)

    def close(self) -> None:
        """Leave the bus."""
        self._to_send.put(None)

    def _serve(self) -> None:
        try:
            connection = _connect()
        except NO_BUS as error:
            log.info("no media keys: %s", error)
            return
        threading.Thread(target=self._read, args=(connection,), name="media keys read", daemon=True).start()
        try:
            while (shown := self._to_send.get()) is not None:
                self._shown = shown
                connection.send(_changed(shown))
        except OSError as error:
            log.info("the session bus is gone: %s", error)
        finally:
            connection.close()

    def _read(self, connection: "DBusConnection") -> None:
        for message in _messages(connection):
            answer = _answer(_Call.of(message), self._shown, self._wanted)
            try:
                connection.send(answer)
            except OSError as error:
                log.info("nobody hears the media keys any more: %s", error)
                return


@dataclass(frozen=True, slots=True)
class _Call:
    """A method somebody calls."""

    message: "Message"
    interface: str
    member: str
    body: tuple[object, ...]

    @classmethod
    def of(cls, message: "Message") -> "_Call":
        from jeepney import HeaderFields

        fields = message.header.fields
        return cls(
            message,
            str(fields.get(HeaderFields.interface, "")),
            str(fields.get(HeaderFields.member, "")),
            tuple(message.body),
        )


def _connect() -> "DBusConnection":
    """Onto the bus under our name; raises one of NO_BUS."""
    from jeepney.bus_messages import message_bus
    from jeepney.io.common import RouterClosed
    from jeepney.io.threading import DBusRouter, open_dbus_connection
    from jeepney.wrappers import DBusErrorResponse

    try:
        connection = open_dbus_connection(bus="SESSION", auth_timeout=ANSWER_S)
        with DBusRouter(connection) as router:
            for name in (f"{ROOT}.supple", f"{ROOT}.supple.instance{os.getpid()}"):
                request = message_bus.RequestName(name, DO_NOT_QUEUE)
                (outcome,) = router.send_and_get_reply(request, timeout=ANSWER_S).body
                if outcome in IS_OWNER:
                    break
    except (DBusErrorResponse, RouterClosed) as error:
        raise ConnectionError(error) from error
    return connection


def _messages(connection: "DBusConnection") -> Iterator["Message"]:
    """What is called, until the bus is gone or sends what nobody can read."""
    from jeepney import MessageType
    from jeepney.io.threading import ReceiveStopped

    try:
        while True:
            message = connection.receive()
            if message.header.message_type is MessageType.method_call:
                yield message
    except (OSError, EOFError, ReceiveStopped, ValueError) as error:
        log.info("no more media keys: %s", error)


def _answer(call: _Call, shown: Shown, wanted: Callable[[MediaCommand], None]) -> "Message":
    from jeepney import new_error, new_method_return

    if call.interface in (PLAYER, ROOT, "") and call.member in list(MediaCommand):
        with suppress(RuntimeError):  # the session may have gone meanwhile
            wanted(MediaCommand(call.member))
        return new_method_return(call.message)
    if call.interface == PROPERTIES:
        return _answer_properties(call, shown)
    if call.interface == INTROSPECTABLE:
        return new_method_return(call.message, "s", (introspection(),))
    if call.interface == PEER and call.member == "Ping":
        return new_method_return(call.message)
    if call.interface in (PLAYER, ROOT) and call.member in ("Seek", "SetPosition", "OpenUri", "Quit"):
        return new_method_return(
            call.message
        )  # asked of every player, and of no meaning for a person on a mat
    return new_error(call.message, f"{DBUS}.Error.UnknownMethod", "s", (f"no method {call.member}",))


def _answer_properties(call: _Call, shown: Shown) -> "Message":
    from jeepney import new_error, new_method_return

    known = {ROOT: root_properties(), PLAYER: player_properties(shown)}
    interface, name, *_ = (*(str(argument) for argument in call.body), "", "")  # anybody may send anything
    properties = known.get(interface, {})
    if call.member == "GetAll":
        return new_method_return(call.message, "a{sv}", (dict(properties),))
    if call.member == "Get" and name in properties:
        return new_method_return(call.message, "v", (properties[name],))
    if call.member == "Set":
        return new_error(call.message, f"{DBUS}.Error.PropertyReadOnly", "s", ("it can only be read",))
    return new_error(call.message, f"{DBUS}.Error.UnknownProperty", "s", ("no such property",))


def _changed(shown: Shown) -> "Message":
    from jeepney import DBusAddress, new_signal

    emitter = DBusAddress(PATH, interface=PROPERTIES)
    properties = player_properties(shown)
    changes = {name: properties[name] for name in CHANGES}
    return new_signal(emitter, "PropertiesChanged", "sa{sv}as", (PLAYER, changes, []))
