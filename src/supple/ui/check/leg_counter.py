"""Counts the ten seconds in which the hanging leg comes to rest; nobody has to wait for it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.domain.checks.edge_pages import HEAVY_S
from supple.ui.kit.reader import announce
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme


class LegCounter(QWidget):
    """Begins when told to and stops when it is hidden; `ended` comes when the leg has hung long enough."""

    ended = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_s = HEAVY_S
        self._figures = Text(theme, role=TextRole.DISPLAY, tabular=True, heading=0)
        self._words = Text(theme, tone="text2")
        self._timer = QTimer(self)

        self._timer.setInterval(1000)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._figures)
        layout.addWidget(self._words, 1)
        self._show()

        self._timer.timeout.connect(self.count)

    @property
    def left_s(self) -> int:
        """Seconds still to wait."""
        return self._left_s

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def start(self) -> None:
        """Begin anew."""
        self._left_s = HEAVY_S
        self._timer.start()
        self._show()

    def count(self) -> None:
        """One second is over; only the last is told to a screen reader, which would not keep up."""
        self._left_s = max(0, self._left_s - 1)
        self._show()
        if not self._left_s:
            self._timer.stop()
            announce(self, self.words)
            self.ended.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count for nobody."""
        super().hideEvent(event)
        self._timer.stop()

    def _show(self) -> None:
        self._figures.set_text(str(self._left_s))
        if self._left_s:
            self._words.set_text(self.tr("seconds to wait. You can go on at any time."))
        else:
            self._words.set_text(self.tr("Ten seconds are over. Your helper can measure now."))
