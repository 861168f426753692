"""A box to tick with a word: in a popover with how many there are, on a card alone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame
from supple.ui.kit.theme import TextRole, Theme

HEIGHT = 38
PADDING = 8
BOX, CORNER = 22, 6
GAP = 12
COUNT_GAP = 24


class TickRow(QCheckBox):
    """Ticked by click, Space and Enter anywhere on it; the number stands at its end."""

    def __init__(
        self, theme: Theme, word: str, *, counts: bool = True, parent: QWidget | None = None
    ) -> None:
        """`counts`: a number stands at its end."""
        super().__init__(word, parent)
        self._theme = theme
        self._counts = counts
        self._padding = PADDING if counts else 0
        self._number = 0

        self.setProperty("focus_radius", 8)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = QSizePolicy.Policy.Expanding if counts else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self._renew)

    @property
    def number(self) -> int:
        """How many there are."""
        return self._number

    def set_number(self, number: int) -> None:
        """Say how many; what there is none of cannot be ticked, but a tick can be taken back."""
        self._number = number
        self.setAccessibleDescription(self.tr("%n exercise(s)", "", number))
        self.setEnabled(bool(number) or self.isChecked() or self.hasFocus())
        self.update()

    def sizeHint(self) -> QSize:
        """Box, word and number in one line."""
        words = QFontMetrics(self._theme.font(TextRole.BODY)).horizontalAdvance(self.text())
        width = 2 * self._padding + self._theme.px(BOX) + GAP + words
        if self._counts:
            figures = QFontMetrics(self._theme.font(TextRole.CAPTION, tabular=True))
            width += COUNT_GAP + figures.horizontalAdvance("00")
        return QSize(width, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cuts its word."""
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:
        """All of it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as Space does; up and down go from row to row."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, box, word, number."""
        painter = QPainter(self)
        rect, theme = QRectF(self.rect()), self._theme
        ground = self._ground() if self._counts else ""
        if ground:
            draw_frame(painter, theme, rect, ground=ground, edge=ground, width=0, radius=8)
        side = theme.px(BOX)
        box = QRectF(self._padding, (rect.height() - side) / 2, side, side)
        self._paint_box(painter, box)
        painter.setFont(theme.font(TextRole.BODY))
        painter.setPen(theme.colour("text" if self.isEnabled() else "disabled"))
        words = rect.adjusted(box.right() + GAP, 0, -self._padding, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if not self._counts:
            return
        painter.setFont(theme.font(TextRole.CAPTION, tabular=True))
        painter.setPen(theme.colour("text2" if self.isEnabled() else "disabled"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(words, flags, str(self._number))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        on = self.isChecked()
        edge = "accent" if on else "text3" if self._ground() == "accent_soft" else "line_strong"
        draw_frame(
            painter,
            self._theme,
            box,
            ground="accent" if on else self._box_ground(),
            edge=edge if self.isEnabled() else "line",
            width=1,
            radius=CORNER,
        )
        if on:
            size = round(box.width() * 0.72)
            colour = self._theme.tokens.on_accent
            tick = icon_pixmap("check", size=size, colour=colour, ratio=self.devicePixelRatioF())
            painter.drawPixmap(box.center() - QPointF(size / 2, size / 2), tick)

    def _box_ground(self) -> str:
        """Alone on a card it is the box that shows where the mouse is."""
        if not self.isEnabled():
            return "sunken"
        return "surface" if self._counts else self._ground() or "surface"

    def _ground(self) -> str:
        if self.isDown():
            return "pressed"
        if self.isChecked():
            return "accent_soft"
        return "hover" if self.underMouse() and self.isEnabled() else ""

    def _step(self, by: int) -> None:
        """The focus to the next row that can be ticked, round and round."""
        parent = self.parentWidget()
        if parent is None:
            return
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        rows = [row for row in parent.findChildren(TickRow, options=direct) if row.isEnabled() or row is self]
        target = rows[(rows.index(self) + by) % len(rows)]
        target.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
