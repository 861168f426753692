"""Media keys for a session: what they press on the mat, and what the desktop is told in return."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from supple.desktop.media_bus import MediaBus
from supple.desktop.media_words import NOTHING, MediaCommand, Playback, Shown
from supple.domain.exercise import Exercise
from supple.domain.session import SessionState
from supple.play.session_player import SessionPlayer
from supple.ui.kit.side_tag import side_sentence
from supple.ui.session.mat_words import phase_word
from supple.ui.session.session_page import SessionPage
from supple.ui.words.inside import inside

_PLAYBACK = {
    SessionState.NEW: Playback.PAUSED,
    SessionState.RUNNING: Playback.PLAYING,
    SessionState.WAITING: Playback.PAUSED,
    SessionState.PAUSED: Playback.PAUSED,
    SessionState.ENDED: Playback.STOPPED,
}


class MediaKeys(QObject):
    """On the session bus while `player` has a session; keys press what `page` lets be pressed."""

    _wished = Signal(object)  # MediaCommand; from the bus's thread to the GUI's

    def __init__(
        self,
        player: SessionPlayer,
        page: SessionPage,
        *,
        exercise_by_id: Callable[[str], Exercise],
        parent: QObject | None = None,
    ) -> None:
        """Come onto the bus."""
        super().__init__(parent)
        self._player = player
        self._page = page
        self._exercise_by_id = exercise_by_id
        self._shown = 0
        self._bus = MediaBus(NOTHING, wanted=self._wished.emit)

        self._wished.connect(self._obey)
        player.phase_started.connect(self._tell)
        player.paused.connect(self._tell)
        player.resumed.connect(self._tell)
        player.ended.connect(self._leave)
        self._bus.start()

    def _tell(self) -> None:
        player = self._player
        phase = player.phase
        self._shown += 1
        self._bus.show(
            Shown(
                playback=_PLAYBACK[player.state],
                exercise=self._exercise_by_id(phase.exercise_id).name,
                phase=self.tr("{side}, {phase}").format(
                    side=side_sentence(phase.side), phase=inside(phase_word(phase))
                ),
                session_left_ms=player.time_left_ms,
                duration_ms=phase.duration_ms,
                elapsed_ms=player.elapsed_ms,
                number=self._shown,
                at_s=time.monotonic(),
            )
        )

    def _leave(self) -> None:
        self._bus.close()

    def _obey(self, command: MediaCommand) -> None:
        self._page.obey(command)
