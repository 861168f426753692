"""What the checks of a side amount to: what to start with, how sure that is, and why."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.checks.decision import SideReading
from supple.domain.checks.decision_rules import Grade
from supple.domain.checks.decision_text import DecisionText
from supple.domain.wording import fill
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

RADIUS = 12
PILL, PILL_HEIGHT, GAP = 14, 6, 3


class ReadingBox(QWidget):
    """Title and grade in a line, the sentence, and why in small type."""

    def __init__(self, theme: Theme, text: DecisionText, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.title = Text(theme, role=TextRole.LEAD, weight=600)
        self._grade = _GradeMark(theme)
        self.grade = Text(theme, role=TextRole.CAPTION, tone="text2", weight=600, wraps=False)
        self.sentence = Text(theme)
        self.why = Text(theme, role=TextRole.CAPTION, tone="text2")

        middle = Qt.AlignmentFlag.AlignVCenter
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self._grade, 0, middle)
        head.addWidget(self.grade, 0, middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        layout.addWidget(self.why)
        layout.addStretch(1)

        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        """All of it, as it is heard."""
        parts = (self.title.text(), self.grade.text())
        head = ", ".join(part for part in parts if part)
        return " ".join(part for part in (f"{head}.", self.sentence.text(), self.why.text()) if part)

    def show_reading(self, reading: SideReading) -> None:
        """Show what the checks of a side amount to."""
        text = self._text.rules[reading.rule.rule_id]
        self.title.set_text(fill(text.title, side=reading.side))
        self.sentence.set_text(fill(text.sentence, side=reading.side))
        grade = reading.grade
        self.grade.set_text(self._text.grades[grade] if grade is not None else "")
        self._grade.set_full(2 if grade is Grade.MODERATE else 1)
        self.why.set_text(self._text.why(reading) if grade is not None else "")
        for part in (self.grade, self._grade, self.why):
            part.setVisible(grade is not None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The quiet ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)


class _GradeMark(QWidget):
    """Two pills, one or both full."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._full = 1
        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def set_full(self, full: int) -> None:
        """How many of the two are full."""
        self._full = full
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the line of the words beside it."""
        return QSize(2 * PILL + GAP, self._theme.line_height(TextRole.CAPTION))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Full ones first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("text2"), 1.2))
        top = (self.height() - PILL_HEIGHT) / 2
        for place in range(2):
            painter.setBrush(self._theme.colour("text2") if place < self._full else Qt.BrushStyle.NoBrush)
            pill = QRectF(place * (PILL + GAP) + 0.6, top, PILL - 1.2, PILL_HEIGHT)
            painter.drawRoundedRect(pill, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
