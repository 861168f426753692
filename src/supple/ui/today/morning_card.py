"""Today's question of the morning after a session: a number at once, a tick, or "Not today"."""

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.digit_keys import figure_of
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.reader import Told, announce, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.kit.tick_row import TickRow
from supple.ui.words.morning_words import MorningWords

UNDO_MS = 6000
TEN_WITHIN_MS = 1000  # a 0 that follows a 1 so soon makes it 10
ROUND, ICON = 40, 24
GAP_BESIDE = 28
WIDE_PADDING, NARROW_PADDING, ABOVE = 24, 16, 16
GAP = 16


class _Round(QWidget):
    """The icon on its round ground."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon

        tell(self, Told.DECORATION)
        self._renew()

        theme.changed.connect(self._renew)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A disc, and the icon in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        colour = self._theme.colour("accent_text").name()
        size = self._theme.icon_px(ICON)
        icon = icon_pixmap(self._icon, size=size, colour=colour, ratio=self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, icon)

    def _renew(self) -> None:
        side = self._theme.icon_px(ROUND)
        self.setFixedSize(QSize(side, side))
        self.update()


class MorningCard(Card):
    """Asks, then folds to what was answered with an Undo for a while; `settled` when that is over.

    `told` comes again for every change, with all that is answered then; the tick may come before or after the number.
    """

    told = Signal(object, bool)  # int | None, stiffer than usual
    put_off = Signal()
    undone = Signal()
    settled = Signal()

    def __init__(self, theme: Theme, words: MorningWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=WIDE_PADDING, parent=parent)
        self._words = words
        self._score: int | None = None
        self._was_heard = False
        self._one = QElapsedTimer()  # runs since the key 1 answered
        self._asking = QWidget()
        self._folded = QWidget()
        self._round = _Round(theme, "sunrise")
        self._question = Text(theme, words.question, role=TextRole.LEAD, weight=600, heading=2)
        self._about = Text(theme, words.about, tone="text2")
        self.scale = PainScale(theme, name=words.question, small=True)
        self.tick = TickRow(theme, self.tr("Stiffer than usual"), counts=False)
        self.not_today = Button(theme, self.tr("Not today"), kind=ButtonKind.QUIET)
        self._answer = Text(theme, weight=600)
        self.tick_after = TickRow(theme, self.tr("Stiffer than usual"), counts=False)
        self.undo = Button(theme, self.tr("Undo"), kind=ButtonKind.QUIET)
        self._row = QHBoxLayout(self._asking)
        self._tick_line = FlowLayout(gap=GAP_BESIDE, line_gap=4)
        self._answered = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._is_beside = True
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._undo_time = QTimer(self, interval=UNDO_MS, singleShot=True)

        self.setAccessibleName(words.question)
        self._lay_out_question()
        self._lay_out_answer(theme)
        self._folded.hide()

        self.scale.chosen.connect(self._take_score)
        self.tick.clicked.connect(self._tell)
        self.tick_after.clicked.connect(self._tell_again)
        self.not_today.clicked.connect(self.put_off)
        self.undo.clicked.connect(self._unfold)
        self._undo_time.timeout.connect(self._settle)
        theme.changed.connect(self._fit)

    @property
    def is_folded(self) -> bool:
        """Whether a number was answered, and can be taken back."""
        return self._folded.isVisibleTo(self)

    def first_focus(self) -> QWidget:
        """The scale while it asks, then what takes the answer back."""
        return self.undo if self.is_folded else self.scale.button(0)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Take a figure, wherever on the page the keyboard is; whether it was one."""
        figure = figure_of(event)
        if figure is not None and not event.isAutoRepeat():
            self._take_figure(figure)
        return figure is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures answer."""
        if not self.takes_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """It comes unasked: whoever hears the window is told of it once, when it can be seen."""
        super().showEvent(event)
        if not self._was_heard:
            self._was_heard = True
            announce(self, self._words.question)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether the tick has room beside the numbers."""
        super().resizeEvent(event)
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding."""
        side = NARROW_PADDING if narrow else WIDE_PADDING
        self.body.setContentsMargins(side, ABOVE, side, ABOVE)
        self._fit()

    def _take_figure(self, figure: int) -> None:
        """A figure key: the number; after a 1 a 0 makes it 10."""
        if not self.is_folded:
            self.scale.button(figure).click()
            if figure == 1:
                self._one.start()
        elif figure == 0 and self._one.isValid() and not self._one.hasExpired(TEN_WITHIN_MS):
            self._fold(10)
            self._tell_again()

    def _take_score(self, score: int | None) -> None:
        if score is not None:
            self._fold(score)
            self._tell()

    def _tell(self) -> None:
        self.told.emit(self._score, self.tick.isChecked())

    def _tell_again(self) -> None:
        """The tick beside what was answered; the time to take it back begins anew."""
        self.tick.setChecked(self.tick_after.isChecked())
        self._undo_time.start()
        self._tell()

    def _fold(self, score: int) -> None:
        """Show what was answered in place of the question."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._score = score
        self._one.invalidate()
        self._answer.set_text(self._words.answered.format(score=score))
        self.tick_after.setChecked(self.tick.isChecked())
        self._folded.show()
        if had_focus:
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asking.hide()
        self._undo_time.start()
        announce(self, self._answer.text())

    def _settle(self) -> None:
        """The time is over, but not while somebody who hears the window is still on it."""
        focused = QApplication.focusWidget()
        if QAccessible.isActive() and focused is not None and self.isAncestorOf(focused):
            self._undo_time.start()
        else:
            self.settled.emit()

    def _unfold(self) -> None:
        """Ask again, with nothing answered."""
        self._undo_time.stop()
        self._score = None
        self._one.invalidate()
        self.scale.clear()
        for tick in (self.tick, self.tick_after):
            tick.setChecked(False)
        self._asking.show()
        self.scale.button(0).setFocus(Qt.FocusReason.OtherFocusReason)
        self._folded.hide()
        self.undone.emit()

    def _lay_out_question(self) -> None:
        self.not_today.set_flush(True)
        self._beside.setSpacing(GAP_BESIDE)
        self._beside.addWidget(self.scale, 1)
        self._tick_line.addWidget(self.tick)
        self._beside.addLayout(self._tick_line)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._question)
        words.addWidget(self._about)
        words.addSpacing(8)
        words.addLayout(self._beside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._round, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.not_today, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._asking)

    def _lay_out_answer(self, theme: Theme) -> None:
        row = QHBoxLayout(self._folded)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(_Round(theme, "check"))
        self._answered.setSpacing(4)
        self._answered.addWidget(self._answer)
        self._answered.addWidget(self.tick_after)
        row.addLayout(self._answered)
        row.addStretch(1)
        row.addWidget(self.undo)
        self.undo.set_flush(True)
        self.body.addWidget(self._folded)

    def _fit(self) -> None:
        """The tick stands beside the numbers where there is room, else under them with "Not today"."""
        margins = self.body.contentsMargins()
        around = margins.left() + margins.right() + self._round.width() + self.not_today.sizeHint().width()
        row_width = self.scale.row_width
        needed = around + 2 * GAP + row_width + GAP_BESIDE + self.tick.sizeHint().width()
        beside = needed <= self.width()
        self.scale.setMaximumWidth(row_width if beside else 16_777_215)
        stacked = self._theme.scale >= LARGE_TEXT
        self._answered.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._answered.setSpacing(4 if stacked else GAP)
        if beside is self._is_beside:
            return
        self._is_beside = beside
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(direction)
        self._beside.setSpacing(GAP_BESIDE if beside else 4)
        if beside:
            self._row.addWidget(self.not_today, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._tick_line.addWidget(self.not_today)
