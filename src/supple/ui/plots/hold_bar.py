"""How long a hold lasted, as a part of the longest there is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import Theme

BAR = 10


class HoldBar(QWidget):
    """One bar in the side's colour; the seconds stand beside it in words."""

    def __init__(self, theme: Theme, side: Side, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._part = 0.0

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.update)

    def set_part(self, part: float) -> None:
        """Fill it so far, from 0 to 1."""
        self._part = min(max(part, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the bars of a scale."""
        return QSize(self._theme.px(110), BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole, then what was held."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge = ("left", "left_line") if self._side is Side.LEFT else ("right", "right_line")
        bar = QRectF(0, 0, self.width(), BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("track"))
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        if self._part > 0:
            width = max(float(BAR), self.width() * self._part)
            bar.setRect(self.width() - width if self.isRightToLeft() else 0, 0, width, BAR)
            painter.setPen(QPen(self._theme.colour(edge), 1.5))
            painter.setBrush(self._theme.colour(fill))
            painter.drawRoundedRect(bar.adjusted(0.75, 0.75, -0.75, -0.75), BAR / 2, BAR / 2)
