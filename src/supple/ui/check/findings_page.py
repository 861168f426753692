"""What the check showed: two equal cards, the cautious sentences, and the routine that may follow."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.domain.checks.decision_text import DecisionText
from supple.domain.checks.sitting import Sitting
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.check.finding_card import FindingCard
from supple.ui.check.found_rows import rows_of
from supple.ui.check.routine_card import RoutineCard, RoutineOffer
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.flow_layout import ColumnsLayout
from supple.ui.kit.reader import announce
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, Theme

CONTENT = 1120
COLUMN = 380
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class FindingsPage(DialogPage):
    """Left card left, right card right; one click starts a routine, does a side again, or tells of mild pain."""

    routine_started = Signal(str)

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        text: SelfTestText,
        words: DecisionText,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text.title, parent=parent)
        self._theme = theme
        self._text = text
        self._words = words
        self._offers: tuple[RoutineOffer, ...] = ()
        self._bar = SessionBar(theme, thickness=6)
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.cards = tuple(
            FindingCard(theme, pictures, text, words, side) for side in (Side.LEFT, Side.RIGHT)
        )
        self._columns = ColumnsLayout(min_column=COLUMN, max_columns=2, gap=24, mirrors=False)
        self._differ = Banner(theme, tone=Tone.INFO, bold="")
        self._always = (
            Text(theme, " ".join(text.always_say), tone="text2", align=TOP),
            Text(theme, " ".join((words.see_someone, text.disclaimer)), tone="text2", align=TOP),
        )
        self._said = ColumnsLayout(min_column=COLUMN, max_columns=2, gap=24)
        self.more = Button(theme, self.tr("Say more about it"))
        self._why_more = Text(
            theme,
            self.tr("Three short questions can lean a reading one way; none has to be answered."),
            tone="text2",
        )
        self.routine = RoutineCard(theme, pictures)
        self.back = Button(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon="arrow-left")

        self._lay_out()
        self._adapt()

        self.routine.start.clicked.connect(self._start)
        self.routine.other.clicked.connect(self._start_other)
        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)

    @property
    def sides_differ(self) -> str:
        """The sentence about the two sides; empty when there is nothing to say."""
        return "" if self._differ.isHidden() else self._differ.sentence

    @property
    def always_said(self) -> str:
        """What every findings page says."""
        return " ".join(text.text() for text in self._always)

    def show_sitting(self, shown: Sitting, offers: Sequence[RoutineOffer], *, may_walk: bool) -> None:
        """Show what was found, and `offers` unless pain was noted that was not mild: then rest, or a walk."""
        self.set_title(self.tr("Self-test"), self.tr("What your checks showed"))
        rows = rows_of(shown.taken)
        for card in self.cards:
            card.show_sitting(shown, rows=rows)
        self._show_difference(shown)
        self._show_way_on(shown, tuple(offers), may_walk=may_walk)
        self._order_tabs()
        self.scroll_to_top()
        self.take_focus()

    def take_focus(self) -> None:
        """The keyboard, and with it the screen reader, is on what was found; the rest is said after it."""
        self.cards[0].word.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Wherever Qt would have put the keyboard: it begins at what was found."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin_at_the_findings)

    def _begin_at_the_findings(self) -> None:
        self.take_focus()
        announce(self, " ".join((self.cards[1].accessibleName(), self.sides_differ, self.routine.words)))

    def _show_way_on(self, shown: Sitting, offers: tuple[RoutineOffer, ...], *, may_walk: bool) -> None:
        self._offers = offers
        self._put_way_on(first=shown.ended_by_pain)
        for part in (self.more, self._why_more):
            part.setVisible(bool(shown.decision.sides) and not shown.ended_by_pain)
        if shown.ended_by_pain:
            self.routine.show_advice(
                self.tr("Walk easily today") if may_walk else self.tr("Rest today"),
                self._text.pain_advice,
                pain=shown.taken is not None,
            )
        elif not offers:
            self.routine.show_advice(
                self.tr("Nothing to start from here"),
                self.tr("What the check showed is kept, and can be seen on Today and under Progress."),
            )
        else:
            told = (
                self._text.pain_mild if shown.pain_noted else "",
                self._words.follows_words(shown.decision),
            )
            self.routine.show_offers(offers, told=" ".join(words for words in told if words))

    def _put_way_on(self, *, first: bool) -> None:
        """What to do after pain stands over what was found, what may be started under it."""
        self.body.removeWidget(self.routine)
        self.body.insertWidget(0 if first else self.body.count() - 1, self.routine)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps for later."""
        if event.key() == Qt.Key.Key_Escape:
            self.routine.keep.click()
        else:
            super().keyPressEvent(event)

    def _show_difference(self, shown: Sitting) -> None:
        higher = shown.decision.higher
        if higher is not None:
            self._differ.set_words("", fill(self._text.sides_differ, side=higher))
        self._differ.setVisible(higher is not None)

    def _lay_out(self) -> None:
        self.set_max_width(CONTENT)
        self.top.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self.signs)
        self._bar.set_shares([1.0] * 10)
        self._bar.set_done(1.0)
        self._bar.set_sentence(self.tr("The check is finished"))
        for card in self.cards:
            self._columns.addWidget(card)
        self.body.setSpacing(14)
        self.body.addLayout(self._columns)
        self.body.addWidget(self._differ)
        for text in self._always:
            self._said.addWidget(text)
        self.body.addLayout(self._said)
        more = QHBoxLayout()
        more.setSpacing(16)
        more.addWidget(self.more)
        more.addWidget(self._why_more, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(more)
        self.body.addWidget(self.routine)
        self.body.addStretch(1)
        self._differ.hide()
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.routine.keep)
        self.foot.addWidget(self.routine.plan)

    def _adapt(self) -> None:
        for card in self.cards:
            card.set_narrow(self.narrow)
        self._columns.set_min_column(self._theme.px(COLUMN))
        self._said.set_min_column(self._theme.px(COLUMN))
        for columns in (self._columns, self._said):
            columns.set_gap(16 if self.narrow else 24)
        self._bar.setFixedWidth(160 if self.narrow else 298)
        self._bar.setVisible(self._theme.scale < LARGE_TEXT)

    def _order_tabs(self) -> None:
        card = self.routine
        again = [button for each in self.cards for button in (each.redo_small, each.redo)]
        chain = (*again, self.more, card.start, card.other, card.signs, card.mild)
        chain += (card.plan, card.keep, self.back, self.signs)
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _start(self) -> None:
        self.routine_started.emit(self._offers[0].routine_id)

    def _start_other(self) -> None:
        self.routine_started.emit(self._offers[1].routine_id)
