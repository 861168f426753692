"""The row of the mat view that says which side and which phase, readable from the other end of the room."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.domain.side import Side
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

PHASE_U = 84
GHOST = 0.6  # of the active tag, where both do not fit
ARROW_U = 112
ARROW_GAP_U = 34


class MatSideRow(QWidget):
    """Tag at its own edge, the phase word at the other; in a switch both tags with the way between them."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u = 1.0
        self._tag_height = 116
        self._column = 472
        self._side = Side.LEFT
        self._turns = False
        self._moves = True
        self._tags = {side: SideTag(theme, side, height=self._tag_height, parent=self) for side in Side}
        self._word = Text(theme, wraps=False, align=Qt.AlignmentFlag.AlignLeft, parent=self)
        self._arrow: tuple[QPointF, QPointF] | None = None

        theme.changed.connect(self.update)

    @property
    def side(self) -> Side:
        """The active side."""
        return self._side

    @property
    def word(self) -> str:
        """The phase word."""
        return self._word.text()

    def set_unit(self, u: float, *, tag_height: int, column: int) -> None:
        """Draw at scale `u`, the tag so many pixels high, the phase word over a column so wide."""
        self._u = u
        self._tag_height, self._column = tag_height, column
        self._word.set_pixels(PHASE_U * u, weight=700, line=PHASE_U * u * 1.3)
        self._arrange()

    def show_phase(self, side: Side, word: str, *, turns: bool, moves: bool) -> None:
        """Name the active side and the phase; `turns` shows the other side too, `moves` the way between them."""
        self._side = side
        self._turns = turns and side is not Side.BOTH
        self._moves = moves
        self._word.set_text(word)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arrow to the new side."""
        if self._arrow is None:
            return
        start, tip = self._arrow
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("text2"), 8 * self._u)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        back = (20 if tip.x() < start.x() else -20) * self._u
        painter.drawLine(start, tip)
        painter.drawPolyline([tip + QPointF(back, -20 * self._u), tip, tip + QPointF(back, 20 * self._u)])

    def _arrange(self) -> None:
        middle = self.height() / 2
        for side, tag in self._tags.items():
            active = side is self._side
            tag.setVisible(active or (self._turns and side is self._side.other))
            tag.set_active(active)
            tag.set_height(self._tag_height, scaled=False)
            size = tag.sizeHint()
            edge = self.width() - size.width() if side is Side.RIGHT else 0
            tag.setGeometry(edge, round(middle - size.height() / 2), size.width(), size.height())
        size = self._word.sizeHint()
        self._arrow = None
        if self._turns:
            x = self._arrange_turn(size.width(), middle)
        elif self._side is Side.RIGHT:
            x = 0.0
        else:
            x = min(self.width() - self._column / 2 - size.width() / 2, self.width() - size.width())
        self._word.setGeometry(round(x), round(middle - size.height() / 2), size.width(), size.height())
        self.update()

    def _arrange_turn(self, word_width: int, middle: float) -> float:
        """Put word and arrow between the tags, the arrow toward the new side; the x of the word.

        Where there is no room the ghost of the old side is smaller, then the arrow goes, and then the ghost.
        """
        arrow, gap = (ARROW_U * self._u, ARROW_GAP_U * self._u) if self._moves else (0.0, 0.0)
        left, right = self._between_tags()
        if right - left < word_width + arrow + 3 * gap:
            self._shrink_ghost(middle)
            left, right = self._between_tags()
        if right - left < word_width:
            self._tags[self._side.other].hide()
            left, right = self._between_tags()
        shows_arrow = self._moves and right - left >= word_width + arrow + 2 * gap
        if not shows_arrow:
            return (left + right - word_width) / 2
        start = (left + right - word_width - gap - arrow) / 2
        if self._side is Side.RIGHT:
            begin = start + word_width + gap
            self._arrow = (QPointF(begin, middle), QPointF(begin + arrow, middle))
            return start
        self._arrow = (QPointF(start + arrow, middle), QPointF(start, middle))
        return start + arrow + gap

    def _between_tags(self) -> tuple[float, float]:
        """From where to where there is room between the two tags."""
        tags = {side: tag for side, tag in self._tags.items() if not tag.isHidden()}
        left = tags[Side.LEFT].geometry().right() + 1.0 if Side.LEFT in tags else 0.0
        return left, float(tags[Side.RIGHT].x()) if Side.RIGHT in tags else float(self.width())

    def _shrink_ghost(self, middle: float) -> None:
        ghost = self._tags[self._side.other]
        ghost.set_height(round(self._tag_height * GHOST), scaled=False)
        size = ghost.sizeHint()
        edge = self.width() - size.width() if self._side is Side.LEFT else 0
        ghost.setGeometry(edge, round(middle - size.height() / 2), size.width(), size.height())
