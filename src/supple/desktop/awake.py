"""Keeps the screen on while a session runs, without ever waiting for the desktop on the GUI thread."""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, QTimer

from supple.domain.session import SessionState
from supple.play.session_player import SessionPlayer

log = logging.getLogger(__name__)

LONG_PAUSE_MS = 5 * 60 * 1000


def keep_presenting() -> AbstractContextManager[object]:
    """wakepy's own request; imported here because it takes 39 ms. What the desktop refuses is passed over."""
    from wakepy import keep

    mode: AbstractContextManager[object] = keep.presenting(on_fail="pass")
    return mode


class _Request:
    """The request to the desktop, held by a thread of its own; nothing of Qt, so that it outlives whoever made it."""

    def __init__(self, keep: Callable[[], AbstractContextManager[object]]) -> None:
        self._keep = keep
        self._release: threading.Event | None = None

    @property
    def is_made(self) -> bool:
        """Whether the desktop has been asked and not been told otherwise since."""
        return self._release is not None

    def make(self) -> None:
        """Ask, if that was not done yet."""
        if self._release is None:
            self._release = threading.Event()
            # A daemon: a desktop that never answers must not keep the program from ending.
            threading.Thread(
                target=_stay_awake, args=(self._keep, self._release), name="awake", daemon=True
            ).start()

    def take_back(self) -> None:
        """Let the desktop do as it likes, and the thread end."""
        if self._release is not None:
            self._release.set()
            self._release = None


class Awake(QObject):
    """Asks the desktop to leave the screen on while `player` runs and for LONG_PAUSE_MS of a pause.

    The request goes over D-Bus, which can hang: it is made, kept and taken back on a thread named "awake". It ends
    with this object at the latest.
    """

    def __init__(
        self,
        player: SessionPlayer,
        *,
        keep: Callable[[], AbstractContextManager[object]] = keep_presenting,
        long_pause_ms: int = LONG_PAUSE_MS,
        parent: QObject | None = None,
    ) -> None:
        """Follow `player` from its start to its end."""
        super().__init__(parent)
        self._player = player
        self._request = _Request(keep)
        self._pause_timer = QTimer(self)
        self._pause_timer.setSingleShot(True)
        self._pause_timer.setInterval(long_pause_ms)

        self.destroyed.connect(self._request.take_back)
        self._pause_timer.timeout.connect(self.release)
        player.phase_started.connect(self._follow)
        player.resumed.connect(self._follow)
        player.paused.connect(self._follow)
        player.ended.connect(self._follow)
        self._follow()

    @property
    def is_asked(self) -> bool:
        """Whether the desktop has been asked to leave the screen on."""
        return self._request.is_made

    def release(self) -> None:
        """Take the request back."""
        self._pause_timer.stop()
        self._request.take_back()

    def _follow(self) -> None:
        """Ask, wait or release as the session stands."""
        match self._player.state:
            case SessionState.RUNNING | SessionState.WAITING:
                self._pause_timer.stop()
                self._request.make()
            case SessionState.PAUSED:
                self._pause_timer.start()
            case SessionState.ENDED:
                self.release()


def _stay_awake(keep: Callable[[], AbstractContextManager[object]], release: threading.Event) -> None:
    """Hold the request until `release` is set; a desktop that cannot be asked lets the screen go dark."""
    try:
        with keep():
            release.wait()
    except OSError as error:
        log.info("the screen may go dark: %s", error)
