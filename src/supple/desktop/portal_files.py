"""Asks for a file through the desktop's portal, in a thread: whatever the portal does, the window goes on."""

import logging
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, QUrl, Signal

from supple.desktop.desktop_motion import ANSWER_S, NO_BUS, PATH, PORTAL

if TYPE_CHECKING:
    from jeepney import Message

log = logging.getLogger(__name__)

CHOOSER = "org.freedesktop.portal.FileChooser"
REQUEST = "org.freedesktop.portal.Request"
LOOK_S = 0.5
MOST_WAITING = 16  # answers to others, on a bus that tells us of them too
CHOSEN, LEFT, FAILED = 0, 1, 2  # what a portal answers; anything else is trouble of its own


class PortalFiles(QObject):
    """One question; exactly one of the signals comes, unless it is given up."""

    chosen = Signal(list)  # of paths; one, unless several were asked for
    left = Signal()
    failed = Signal()

    def __init__(
        self,
        member: str,
        *,
        window: str,
        title: str,
        accept: str,
        folder: str,
        name: str,
        picks_folder: bool,
        several: bool,
        filters: Sequence[tuple[str, str]],
        parent: QObject | None = None,
    ) -> None:
        """`member` is the portal's "SaveFile" or "OpenFile", `window` its word for the window that asks, "" for none.

        Of the rest "" is left out: the word on the button, the folder it begins in, the suggested name.
        """
        super().__init__(parent)
        options: dict[str, tuple[str, Any]] = {
            "handle_token": ("s", f"supple_{uuid4().hex}"),
            "modal": ("b", True),
        }
        if accept:
            options["accept_label"] = ("s", accept)
        if folder:
            options["current_folder"] = ("ay", os.fsencode(folder) + b"\0")
        if picks_folder:
            options["directory"] = ("b", True)
        if several:
            options["multiple"] = ("b", True)
        if name:
            options["current_name"] = ("s", name)
        if filters:
            options["filters"] = (
                "a(sa(us))",
                [(words, [(0, each) for each in pattern.split()]) for words, pattern in filters],
            )
        self._member = member
        self._body = (window, title, options)
        self._is_given_up = False
        self._thread = threading.Thread(target=self._ask, name="portal files", daemon=True)

    def ask(self) -> None:
        """Ask; a bus or a portal that does not even take the question fails after a few seconds."""
        self._thread.start()

    def give_up(self) -> None:
        """The desktop's dialog is wanted no more; nothing is told from now on."""
        self._is_given_up = True

    def _ask(self) -> None:
        try:
            answer, places = self._answer()
        except NO_BUS as error:
            log.info("the portal cannot ask for a file: %s", type(error).__name__)
            answer, places = FAILED, []
        self._tell(answer, places)

    def _answer(self) -> tuple[int, list[str]]:
        """What the portal says, and the files or the folder that was chosen."""
        from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        rule = MatchRule(type="signal", interface=REQUEST, member="Response")
        call = new_method_call(DBusAddress(PATH, PORTAL, CHOOSER), self._member, "ssa{sv}", self._body)
        with (
            open_dbus_connection(bus="SESSION", auth_timeout=ANSWER_S) as connection,
            connection.filter(rule, bufsize=MOST_WAITING) as answers,
        ):
            connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_S)
            handle = _handle_of(connection.send_and_get_reply(call, timeout=ANSWER_S))
            while not self._is_given_up:
                with suppress(TimeoutError):
                    answer = connection.recv_until_filtered(answers, timeout=LOOK_S)
                    if _path_of(answer) == handle:
                        return int(answer.body[0]), _places_in(dict(answer.body[1]))
            connection.send(new_method_call(DBusAddress(handle, PORTAL, REQUEST), "Close"))
            return LEFT, []

    def _tell(self, answer: int, places: list[str]) -> None:
        with suppress(RuntimeError):  # the window may have gone meanwhile
            if self._is_given_up:
                return
            if answer == CHOSEN and places:
                self.chosen.emit(places)
            elif answer == LEFT:
                self.left.emit()
            else:
                self.failed.emit()


def _handle_of(reply: "Message") -> str:
    """Where the answer will come from; an error raises ConnectionError."""
    from jeepney import MessageType

    if reply.header.message_type is MessageType.error:
        raise ConnectionError("the portal answers with an error")
    return str(reply.body[0])


def _places_in(results: dict[str, Any]) -> list[str]:
    places = (QUrl(uri).toLocalFile() for uri in results.get("uris", ("as", []))[1])
    return [place for place in places if place]


def _path_of(message: "Message") -> str:
    from jeepney import HeaderFields

    return str(message.header.fields.get(HeaderFields.path, ""))
