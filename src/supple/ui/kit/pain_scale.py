"""Pain from 0 to 10: eleven buttons in a row, none pressed until the person answers."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.kit.digit_keys import figure_of
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.painting import draw_frame, state_ground
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.scrolling import scroll_to
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

WORST = 10
SIDE, SMALL_SIDE = 44, 40
GAP, SMALL_GAP = 8, 6
RADIUS = 10


class _Score(QAbstractButton):
    """One number."""

    def __init__(self, theme: Theme, score: int, *, name: str, side: int) -> None:
        super().__init__()
        self._theme = theme
        self._side = side
        self.score = score

        self.setText(str(score))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tell(self, Told.RADIO)
        self.setAccessibleName(name)
        self.setProperty("focus_radius", RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A comfortable target."""
        return QSize(self._theme.px(self._side), self._theme.px(self._side))

    def minimumSizeHint(self) -> QSize:
        """Always whole."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame, in accent when chosen."""
        painter = QPainter(self)
        chosen = self.isChecked()
        draw_frame(
            painter,
            self._theme,
            QRectF(self.rect()),
            ground=state_ground(self, chosen=chosen),
            edge="accent" if chosen else "line_strong",
            width=2 if chosen else 1,
            radius=RADIUS,
        )
        painter.setPen(self._theme.colour("accent_text" if chosen else "text"))
        painter.setFont(self._theme.font(TextRole.BODY, weight=600, tabular=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleWords:
    """What a number is called, with {score} in it, and both ends."""

    score: str
    least: str
    most: str


class PainScale(QWidget):
    """0 to 10; arrows move, pressing the chosen number again takes it back."""

    chosen = Signal(object)  # int | None

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        small: bool = False,
        words: ScaleWords | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`small` where it stands on a card, which takes the figure keys itself; `words` for what is not pain."""
        super().__init__(parent)
        self._theme = theme
        self._takes_figures = not small
        self._side, self._gap = (SMALL_SIDE, SMALL_GAP) if small else (SIDE, GAP)
        self._score: int | None = None
        words = words or ScaleWords(
            score=self.tr("Pain {score} of 10"),
            least=self.tr("0: no pain"),
            most=self.tr("10: the worst you can think of"),
        )
        self._buttons = [
            _Score(theme, score, name=words.score.format(score=score), side=self._side)
            for score in range(WORST + 1)
        ]

        tell(self, Told.GROUP)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the words at its ends go with the numbers
        self.setAccessibleName(name)
        flow = FlowLayout(gap=self._gap, line_gap=self._gap)
        for button in self._buttons:
            flow.addWidget(button)
        self._ends = QWidget()
        ends = QHBoxLayout(self._ends)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.addWidget(Text(theme, words.least, role=TextRole.CAPTION, tone="text2"))
        ends.addStretch(1)
        ends.addWidget(Text(theme, words.most, role=TextRole.CAPTION, tone="text2"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(flow)
        layout.addWidget(self._ends)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        self._arrange()

        for button in self._buttons:
            button.clicked.connect(self._choose)
        theme.changed.connect(self._arrange)

    @property
    def score(self) -> int | None:
        """What was chosen, None before."""
        return self._score

    @property
    def row_width(self) -> int:
        """What all numbers need to stand in one row."""
        return self._theme.px(self._side) * (WORST + 1) + self._gap * WORST

    def clear(self) -> None:
        """Nothing is chosen any more."""
        self._score = None
        for button in self._buttons:
            button.setChecked(False)

    def button(self, score: int) -> QAbstractButton:
        """The button of `score`."""
        return self._buttons[score]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure key chooses; two figures are left to the button of 10."""
        if not self._takes_figures or not self.takes_key(event):
            super().keyPressEvent(event)

    def takes_key(self, event: QKeyEvent) -> bool:
        """The same for what lies around it: a figure is meant for the scale wherever the keyboard is."""
        figure = figure_of(event)
        if figure is None or not self.isVisible():
            return False
        if not event.isAutoRepeat():
            scroll_to(self)
            self._buttons[figure].click()
        return True

    def _choose(self) -> None:
        pressed = self.sender()
        for button in self._buttons:
            if button is not pressed:
                button.setChecked(False)
        self._score = next((button.score for button in self._buttons if button.isChecked()), None)
        self.chosen.emit(self._score)

    def _arrange(self) -> None:
        """The words for both ends stand under the first and the last number."""
        self._ends.setMaximumWidth(self.row_width)
