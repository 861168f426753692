"""Counts slow breaths without a sound: dots that fill, and a word; nobody has to wait for it."""

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from supple.domain.pose import BREATH_MS
from supple.ui.kit.reader import Told, announce, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

BREATHS = 5
DOT, GAP = 14, 10


class _Dots(QWidget):
    """One ring for each breath, filled when it is over."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = 0

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.update)

    def set_done(self, done: int) -> None:
        """Fill the first `done`."""
        self._done = done
        self.update()

    def sizeHint(self) -> QSize:
        """All dots in a row."""
        return QSize(BREATHS * DOT + (BREATHS - 1) * GAP + 2, DOT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        for i in range(BREATHS):
            painter.setBrush(
                self._theme.colour("accent") if i < self._done else self._theme.colour("surface")
            )
            painter.drawEllipse(QPointF(1 + DOT / 2 + i * (DOT + GAP), 1 + DOT / 2), DOT / 2 - 1, DOT / 2 - 1)


class BreathCounter(QWidget):
    """Begins by itself when told to and stops when it is hidden."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = 0
        self._dots = _Dots(theme)
        self._words = Text(theme, tone="text2")
        self._timer = QTimer(self)

        self._timer.setInterval(BREATH_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._dots)
        layout.addWidget(self._words)
        self._show()

        self._timer.timeout.connect(self.count)

    @property
    def done(self) -> int:
        """Breaths that are over."""
        return self._done

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def start(self) -> None:
        """Begin with the first breath."""
        self._done = 0
        self._timer.start()
        self._show()
        announce(self, self.words)

    def count(self) -> None:
        """One breath is over."""
        self._done = min(BREATHS, self._done + 1)
        if self._done == BREATHS:
            self._timer.stop()
        self._show()
        announce(self, self.words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count for nobody."""
        super().hideEvent(event)
        self._timer.stop()

    def _show(self) -> None:
        self._dots.set_done(self._done)
        if self._done == BREATHS:
            self._words.set_text(self.tr("Five breaths are over. Go on when you are ready."))
        else:
            told = self.tr("Breath {number} of 5, in and out slowly. You can go on at any time.")
            self._words.set_text(told.format(number=self._done + 1))
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft)
