"""The page that asks the safety questions: a group, what a yes is asked further, and what follows at the end."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.first_focus import focus_first
from supple.ui.kit.more_below import MoreBelow
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, Theme
from supple.ui.safety.safety_page import FollowUpPane, QuestionsPane


class AskPage(DialogPage):
    """Shows one pane; "None of these" stays in view and answers at once, ticks are taken by Continue.

    While a question was never in sight `more` says how many; it holds nothing up.
    """

    answered = Signal(object)  # the ids that are ticked
    ticked = Signal()  # or no longer
    followed_up = Signal(int)
    read = Signal()

    def __init__(self, theme: Theme, *, can_be_put_off: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._can_be_put_off = can_be_put_off
        self._pane: QWidget | None = None
        self._is_large = False
        self._holder = QHBoxLayout()
        self.more = MoreBelow(theme, self._scroll)
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.back = Button(theme, self.tr("Back"), icon="arrow-left")
        self.not_now = Button(theme, self.tr("Not now"), kind=ButtonKind.QUIET)
        self._hint = Text(theme, self.tr("Tick what applies, or None of these."), tone="text2")
        self._none = _OnePress(
            theme, self.tr("None of these"), kind=ButtonKind.PRIMARY, trailing="arrow-right"
        )
        self._continue = _OnePress(
            theme, self.tr("Continue"), kind=ButtonKind.PRIMARY, trailing="arrow-right"
        )

        self._holder.addStretch(1)
        self.top.addWidget(self.signs)
        self.body.addLayout(self._holder)
        self.body.addStretch(1)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.not_now)
        self.not_now.setVisible(can_be_put_off)
        self.foot.addStretch(1)
        self.foot.addWidget(self._hint, 3)
        self.foot.addWidget(self._none)
        self.foot.addWidget(self._continue)
        self._place_more()

        self.more.counted.connect(self._tell_more)
        theme.changed.connect(self._place_more)
        self._none.clicked.connect(self._say_none)
        self._continue.clicked.connect(self._go_on)

    @property
    def pane(self) -> QWidget | None:
        """What the page shows now."""
        return self._pane

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with what is ticked, never with nothing; Esc leaves where leaving is offered."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and not self._continue.isHidden():
                self._continue.click()
        elif event.key() == Qt.Key.Key_Escape and self._can_be_put_off:
            self.not_now.click()
        else:
            super().keyPressEvent(event)

    def show_pane(self, pane: QWidget, *, can_go_back: bool) -> None:
        """Put `pane` in the place of what was shown; the focus lands on its heading."""
        if self._pane is not None:
            self._holder.removeWidget(self._pane)
            self._pane.hide()
            self._pane.deleteLater()
        self._pane = pane
        self._holder.insertWidget(0, pane, 1000)
        if isinstance(pane, QuestionsPane):
            pane.changed.connect(self._refresh)
            pane.changed.connect(self.ticked)
        elif isinstance(pane, FollowUpPane):
            pane.answered.connect(self.followed_up)
        pane.show()
        self.more.follow(pane.cards if isinstance(pane, QuestionsPane) else ())
        self.back.setVisible(can_go_back)
        self._refresh()
        self._order_tabs()
        self.scroll_to_top()
        focus_first(self)

    def first_focus(self) -> QWidget:
        """The heading of what is asked."""
        heading = getattr(self._pane, "heading", None)
        return heading if isinstance(heading, Text) else super().first_focus()

    def _order_tabs(self) -> None:
        cards: tuple[QWidget, ...] = ()
        if isinstance(self._pane, QuestionsPane | FollowUpPane):
            cards = self._pane.cards
        in_order = (
            *cards,
            self.more.button,
            self._none,
            self._continue,
            self.back,
            self.not_now,
            self.signs,
        )
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)

    def _refresh(self) -> None:
        asks = isinstance(self._pane, QuestionsPane)
        nothing = isinstance(self._pane, QuestionsPane) and not self._pane.ticked
        focused = self._none.hasFocus() or self._continue.hasFocus()
        self._none.setVisible(nothing)
        self._continue.setVisible(not nothing and not isinstance(self._pane, FollowUpPane))
        self._hint.setVisible(asks and nothing and not (self._is_large and self.more.words))
        if focused:
            (self._none if nothing else self._continue).setFocus()

    def _place_more(self) -> None:
        """Over the foot; where large text leaves the questions little room, in the foot. The hint gives way there."""
        self._is_large = self._theme.scale >= LARGE_TEXT
        beside = self._is_large and not self._can_be_put_off  # with three buttons there is no room
        self.more.set_beside(beside=beside)
        self.above_foot.removeWidget(self.more)
        self.foot.removeWidget(self.more)
        if beside:
            self.foot.insertWidget(self.foot.indexOf(self._hint), self.more)
        else:
            self.above_foot.addWidget(self.more)
        self._refresh()

    def _tell_more(self, number: int) -> None:
        """A screen reader hears it also at the buttons that go on."""
        self._refresh()
        words = self.more.words if number else ""
        for button in (self._none, self._continue):
            button.setAccessibleDescription(words)

    def _say_none(self) -> None:
        self.answered.emit(frozenset())

    def _go_on(self) -> None:
        if isinstance(self._pane, QuestionsPane):
            self.answered.emit(self._pane.ticked)
        else:
            self.read.emit()


class _OnePress(Button):
    """A button that stands in the same place on page after page: a double click must not answer two of them."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click counts for nothing."""
        event.accept()
