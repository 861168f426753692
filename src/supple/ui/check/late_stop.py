"""Asks whether the clock was stopped late: it can be set back, never forward."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from supple.ui.kit.stepper import Stepper
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme


class LateStop(QWidget):
    """A line, the question, and the seconds that count."""

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        """`words` say where to set it back to."""
        super().__init__(parent)
        self._theme = theme
        self._line = QFrame()
        question = self.tr("Stopped late?")
        self._words = Text(theme, f"**{question}** {words}", tone="text2")
        self.stepper = Stepper(theme, name=self.tr("Seconds that count"))
        self._told = Text(theme, role=TextRole.CAPTION, tone="text2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        self._line.setProperty("role", "line")
        self._line.setFixedHeight(1)
        self.stepper.setSuffix(self.tr(" s"))
        self.setFocusProxy(self.stepper)
        self._row.setSpacing(16)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._line)
        layout.addLayout(self._row)
        layout.addWidget(self._told)
        self._adapt()

        self.stepper.valueChanged.connect(self._tell)
        theme.changed.connect(self._adapt)

    @property
    def seconds(self) -> int:
        """What counts."""
        return self.stepper.value()

    def set_stopped(self, stopped_s: float, counted_s: float) -> None:
        """The clock was stopped at `stopped_s`, and so far counts to `counted_s`."""
        self.stepper.setRange(0, int(stopped_s))
        self.stepper.setValue(int(counted_s))
        self._tell()

    def _tell(self) -> None:
        """What counts, where that is less than the clock had."""
        self._told.setVisible(self.seconds < self.stepper.maximum())
        self._told.set_text(self.tr("%n second(s) will count.", "", self.seconds))

    def _adapt(self) -> None:
        ways = QBoxLayout.Direction
        large = self._theme.scale >= LARGE_TEXT
        self._row.setDirection(ways.TopToBottom if large else ways.LeftToRight)
