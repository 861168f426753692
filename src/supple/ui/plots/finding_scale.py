"""The scale of a finding: three bars of the same worth, the found one in the side's colour with a bold word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import TextRole, Theme

BAR, GAP, WORD_GAP = 10, 4, 6


class FindingScale(QWidget):
    """Three words under three bars; nothing is marked when nothing could be told."""

    def __init__(self, theme: Theme, *, words: tuple[str, str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._found: int | None = None
        self._side = Side.BOTH

        tell(self, Told.GRAPHIC)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self._renew)

    def set_found(self, index: int | None, *, side: Side) -> None:
        """Mark one of the three, or none."""
        self._found, self._side = index, side
        self.setAccessibleName(self._words[index] if index is not None else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Bars and a line of words."""
        return QSize(3 * self._theme.px(110), BAR + WORD_GAP + self._theme.line_height(TextRole.CAPTION))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never without the words."""
        return QSize(3 * self._theme.px(76), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars, then words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = {Side.LEFT: "left", Side.RIGHT: "right"}.get(self._side, "accent")
        edge = {Side.LEFT: "left_line", Side.RIGHT: "right_line"}.get(self._side, "accent")
        width = (self.width() - 2 * GAP) / 3
        for i, word in enumerate(self._words):
            found = i == self._found
            at = len(self._words) - 1 - i if self.isRightToLeft() else i
            bar = QRectF(at * (width + GAP), 0, width, BAR)
            painter.setPen(QPen(self._theme.colour(edge), 1.5) if found else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(name if found else "track"))
            painter.drawRoundedRect(bar.adjusted(0.75, 0.75, -0.75, -0.75), BAR / 2, BAR / 2)
            painter.setFont(self._theme.font(TextRole.CAPTION, weight=600 if found else 400))
            painter.setPen(self._theme.colour("text" if found else "text2"))
            words = QRectF(bar.left(), BAR + WORD_GAP, width, self.height() - BAR - WORD_GAP)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, word)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
