"""Whom to reach, in large words: inside a strong frame in an emergency, else on a flat ground."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.icons import IconView
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

FRAME_RADIUS = 16


class CallFrame(QWidget):
    """Whom to reach, in large words inside a strong frame."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "stop"
        self._icon = IconView(theme, "phone", size=28, tone="stop")
        self._call = Text(theme, role=TextRole.TITLE)
        self._hint = Text(theme, tone="text2")

        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._call)
        words.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(20)
        layout.addWidget(self._icon)
        layout.addLayout(words, 1)

        theme.changed.connect(self.update)

    @property
    def call(self) -> str:
        """Whom to reach."""
        return self._call.text()

    def set_words(self, call: str, hint: str, *, tone: str) -> None:
        """Say whom to reach, and how; `tone` colours frame and icon."""
        self._call.set_text(call)
        self._hint.set_text(hint)
        self._tone = tone
        self._icon.set_tone(tone)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, or the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tone == "stop":
            painter.setPen(QPen(self._theme.colour(self._tone), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), FRAME_RADIUS, FRAME_RADIUS)
