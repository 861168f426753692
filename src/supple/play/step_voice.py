"""Says what belongs to one step after another: begun with the step, ended with it, on Qt's clock."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer

from supple.domain.utterance import Utterance

READY_MS = 4000  # how long the first words may wait for the program that makes the sound
TRY_AGAIN_MS = 200


class StepVoice(QObject):
    """`say` begins clips and answers whether they can be heard; `hush` ends what is being said.

    Words are heard `lead_ms` after they are begun, so that what is due later is begun so much earlier.
    """

    def __init__(
        self,
        *,
        say: Callable[[tuple[str, ...]], bool],
        hush: Callable[[], None],
        lead_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._hush = hush
        self._lead_ms = lead_ms
        self._due: list[Utterance] = []
        self._began_s = 0.0
        self._ends_s = 0.0
        self._timer = QTimer(self)

        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tell)

    def begin(self, utterances: Sequence[Utterance]) -> None:
        """A step begins, with these words; what was being said ends."""
        self.end()
        self._due = list(utterances)
        self._began_s = time.monotonic()
        self._tell()

    def end(self) -> None:
        """Nothing more is said."""
        self._timer.stop()
        self._due = []
        if time.monotonic() < self._ends_s:
            self._ends_s = 0.0
            self._hush()

    def _tell(self) -> None:
        if not self._due:
            return
        now_ms = round((time.monotonic() - self._began_s) * 1000)
        late_ms = now_ms - self._at_ms(self._due[0])
        if late_ms < 0:
            self._timer.start(-late_ms)
            return
        if self._say(self._due[0].clips):
            self._ends_s = time.monotonic() + self._due[0].duration_ms / 1000
        elif late_ms < READY_MS:
            self._timer.start(TRY_AGAIN_MS)
            return
        self._due.pop(0)
        self._tell()

    def _at_ms(self, utterance: Utterance) -> int:
        return max(0, utterance.start_ms - self._lead_ms()) if utterance.start_ms else 0
