"""The left/right switch: two side tags in a well, the one not chosen a ghost."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.side_tag import paint_side_tag, side_sentence, side_word, tag_font, tag_width
from supple.ui.kit.theme import Theme

HEIGHT = 32


class _TagButton(QRadioButton):
    """One of the two tags."""

    def __init__(self, theme: Theme, side: Side, word: str) -> None:
        super().__init__()
        self._theme = theme
        self.side = side
        self.word = word

        self.setAccessibleName(side_sentence(side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(tag_width(self._theme, self.word, height=HEIGHT), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:
        """All of it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In colour when chosen."""
        paint_side_tag(
            QPainter(self),
            QRectF(self.rect()),
            self._theme,
            self.side,
            self.word,
            font=tag_font(self._theme, HEIGHT),
            active=self.isChecked(),
        )


class SideSwitch(QFrame):
    """Left stands left, right stands right, also in languages that run from right to left."""

    side_chosen = Signal(Side)

    def __init__(
        self,
        theme: Theme,
        *,
        left_word: str | None = None,
        right_word: str | None = None,
        side: Side = Side.LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left = _TagButton(theme, Side.LEFT, left_word or side_word(Side.LEFT))
        self._right = _TagButton(theme, Side.RIGHT, right_word or side_word(Side.RIGHT))
        self._group = QButtonGroup(self)

        self.setProperty("role", "switch")
        tell(self, Told.GROUP)
        self.setAccessibleName(self.tr("Side shown"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        for button in (self._left, self._right):
            self._group.addButton(button)
            layout.addWidget(button)
        self.set_side(side)

        self._left.toggled.connect(self._tell)
        theme.changed.connect(self._renew)

    @property
    def side(self) -> Side:
        """The side chosen."""
        return Side.LEFT if self._left.isChecked() else Side.RIGHT

    def set_side(self, side: Side) -> None:
        """Choose; tells when it changes."""
        (self._right if side is Side.RIGHT else self._left).setChecked(True)

    def button(self, side: Side) -> QRadioButton:
        """The tag of `side`."""
        return self._right if side is Side.RIGHT else self._left

    def _tell(self) -> None:
        self.side_chosen.emit(self.side)

    def _renew(self) -> None:
        for button in (self._left, self._right):
            button.updateGeometry()
            button.update()
