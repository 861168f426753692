"""A field for a number with its unit at the right; what is wrong with the number stands under it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.kit.field import Field
from supple.ui.kit.reader import announce
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme, set_property

UNIT_GAP = 12
NARROWEST = 5  # figures that can be seen beside the unit


class NumberInput(Field):
    """The line itself; `entered` and `left` tell of the keyboard."""

    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._unit = ""

        self.setMaxLength(8)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        theme.changed.connect(self._make_room)

    def set_unit(self, unit: str) -> None:
        """Paint `unit` at the right, and say it with the name."""
        self._unit = unit
        self.setAccessibleDescription(unit)
        self._make_room()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it went."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its unit."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("text3"))
        inner = QRect(self.rect()).adjusted(UNIT_GAP, 0, -UNIT_GAP, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._unit)

    def _make_room(self) -> None:
        metrics = QFontMetrics(self._theme.font(TextRole.BODY))
        width = metrics.horizontalAdvance(self._unit)
        self.setTextMargins(0, 0, width + UNIT_GAP // 2, 0)
        self.setMinimumWidth(width + metrics.horizontalAdvance("0" * NARROWEST) + 3 * UNIT_GAP)
        self.update()


class NumberField(QWidget):
    """The line, and under it a sentence in the colour of a warning while there is one."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = NumberInput(theme, name=name)
        self._trouble = Text(theme, role=TextRole.CAPTION, tone="stop")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self._trouble)
        self._trouble.hide()
        self.setFocusProxy(self.line)

    @property
    def trouble(self) -> str:
        """What is said to be wrong; "" when nothing is."""
        return self._trouble.text()

    def set_unit(self, unit: str) -> None:
        """What the number counts."""
        self.line.set_unit(unit)

    def show_trouble(self, words: str) -> None:
        """Say what is wrong with the number, or with "" nothing; a screen reader is told once."""
        is_new = words != self.trouble
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))
        set_property(self.line, "invalid", "true" if words else "false")
        if words and is_new:
            announce(self._trouble, words)
