"""A menu chip: a pill that opens ticks with counts, and says what of them is chosen."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.chip import HEIGHT, PADDING
from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame, state_ground
from supple.ui.kit.popover import Popover
from supple.ui.kit.reader import tell_open
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.kit.tick_row import TickRow

ICON = 16
GAP = 6


class Option(NamedTuple):
    """One tick: `key` names it, `word` is beside its box, `chosen` stands after the chip's colon."""

    key: str
    word: str
    chosen: str


class MenuChip(QPushButton):
    """Enter or Space opens it; the cross, Delete and Backspace take everything back that is chosen in it."""

    changed = Signal()
    opened = Signal()

    def __init__(
        self, theme: Theme, name: str, options: Sequence[Option], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._theme = theme
        self._name = name
        self._options = tuple(options)
        self._chosen: frozenset[str] = frozenset()
        self._popover: Popover | None = None
        self._rows: dict[str, TickRow] = {}
        self._clear = Button(theme, self.tr("Clear"), kind=ButtonKind.QUIET)
        self._shown = Text(theme, role=TextRole.CAPTION, tone="text2", tabular=True, wraps=False)
        self._on_cross = False

        tell_open(self, is_open=False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", HEIGHT // 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._clear.set_flush(True)
        self._clear.setParent(self)
        self._shown.setParent(self)
        self._clear.hide()
        self._shown.hide()
        self._renew()

        self.clicked.connect(self._open)
        self._clear.clicked.connect(self.clear)
        theme.changed.connect(self._renew)

    @property
    def chosen(self) -> frozenset[str]:
        """The keys of what is ticked."""
        return self._chosen

    @property
    def is_open(self) -> bool:
        """Whether its ticks can be seen."""
        return self._popover is not None and self._popover.isVisible()

    def row(self, key: str) -> TickRow:
        """The tick of `key`; there is none before it was opened first."""
        return self._rows[key]

    def clear(self) -> None:
        """Take back everything that is chosen here."""
        if self._chosen:
            self._choose(frozenset())
            self._show_ticks()

    def show_numbers(self, numbers: Mapping[str, int], *, shown: str) -> None:
        """Say at each tick how many it stands for, and in the foot what is `shown` in all."""
        for key, row in self._rows.items():
            row.set_number(numbers.get(key, 0))
        self._shown.set_text(shown)
        self._clear.setEnabled(bool(self._chosen))

    def sizeHint(self) -> QSize:
        """The words, and the arrow or the cross."""
        name, value = self._words()
        width = self._advance(name, 600) + self._advance(value, 700) + 2 * PADDING + GAP + ICON - 2
        return QSize(round(width), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A chip never cuts its word."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the press began on the cross."""
        self._on_cross = self._is_on_cross(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On the cross it clears and stays shut."""
        if self._on_cross and self._is_on_cross(event):
            self.setDown(False)
            self.clear()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open it as Space does; Delete takes back what is chosen."""
        key = event.key()
        if event.isAutoRepeat():
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and edge, words, arrow or cross."""
        painter = QPainter(self)
        on = bool(self._chosen)
        ground = "hover" if self.is_open and not on else state_ground(self, chosen=on)
        draw_frame(
            painter,
            self._theme,
            QRectF(self.rect()),
            ground=ground,
            edge="accent" if on else "line_strong",
            width=1,
            radius=self.height() / 2,
        )
        colour = self._theme.colour("accent_text" if on else "text2")
        painter.setPen(colour)
        left = float(PADDING)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for words, weight in zip(self._words(), (600, 700), strict=True):
            painter.setFont(self._theme.font(TextRole.CAPTION, weight=weight))
            painter.drawText(QRectF(left, 0, self.width() - left, self.height()), flags, words)
            left += self._advance(words, weight)
        name = "x" if on else "chevron-down"
        icon = icon_pixmap(name, size=ICON, colour=colour.name(), ratio=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left + GAP, (self.height() - ICON) / 2), icon)

    def _words(self) -> tuple[str, str]:
        """The name, and after a colon what is chosen: by its own word, or how many."""
        if not self._chosen:
            return self._name, ""
        told = [option.chosen for option in self._options if option.key in self._chosen]
        value = told[0] if len(told) == 1 else str(len(told))
        return self.tr("{menu}: ").format(menu=self._name), value

    def _advance(self, words: str, weight: int) -> float:
        return QFontMetricsF(self._theme.font(TextRole.CAPTION, weight=weight)).horizontalAdvance(words)

    def _is_on_cross(self, event: QMouseEvent) -> bool:
        return bool(self._chosen) and event.position().x() >= self.width() - PADDING - ICON - GAP

    def _open(self) -> None:
        if self._popover is None:
            self._popover = self._made()
        self._show_ticks()
        self.opened.emit()
        first = next((row for row in self._rows.values() if row.isChecked()), None)
        rows = [row for row in self._rows.values() if row.isEnabled()]
        self._popover.open_under(self, first=first or (rows[0] if rows else self._clear))
        tell_open(self, is_open=True)
        self.update()

    def _made(self) -> Popover:
        popover = Popover(self._theme, self._name, parent=self)
        for option in self._options:
            row = TickRow(self._theme, option.word)
            row.toggled.connect(self._read_ticks)
            popover.body.addWidget(row)
            self._rows[option.key] = row
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 5, 8, 0)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        foot.addWidget(self._shown)
        popover.foot.addWidget(line)
        popover.foot.addLayout(foot)
        self._clear.set_name(self.tr("Clear: {menu}").format(menu=self._name))
        self._clear.show()
        self._shown.show()
        popover.closed.connect(self._shut)
        return popover

    def _shut(self) -> None:
        tell_open(self, is_open=False)
        self.update()

    def _show_ticks(self) -> None:
        for key, row in self._rows.items():
            row.blockSignals(True)  # noqa: FBT003 - Qt's own
            row.setChecked(key in self._chosen)
            row.blockSignals(False)  # noqa: FBT003 - Qt's own
            row.update()

    def _read_ticks(self) -> None:
        self._choose(frozenset(key for key, row in self._rows.items() if row.isChecked()))

    def _choose(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen
        self._renew()
        self.changed.emit()

    def _renew(self) -> None:
        told = [option.word for option in self._options if option.key in self._chosen]
        name = self.tr("{menu}: {chosen}").format(menu=self._name, chosen=", ".join(told)) if told else ""
        self.setAccessibleName(name or self._name)
        self.updateGeometry()
        self.update()
