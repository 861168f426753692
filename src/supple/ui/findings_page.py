"""What the check showed: two equal cards, the cautious sentences, and the routine that may follow."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supple.domain.findings import side_that_stayed_higher
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.banner import Banner, Tone
from supple.ui.button import Button, Kind, Size
from supple.ui.card import Card
from supple.ui.dialog_page import DialogPage
from supple.ui.finding_card import FindingCard
from supple.ui.flow_layout import ColumnsLayout
from supple.ui.pictures import Pictures
from supple.ui.session_bar import SessionBar
from supple.ui.stage import Stage
from supple.ui.text import Text
from supple.ui.theme import TextRole, Theme

CONTENT = 1120
COLUMN = 380


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineOffer:
    """The routine that can be started from here: its words and the picture of one exercise."""

    name: str
    facts: str
    sentence: str
    exercise_id: str
    side: Side = Side.LEFT


class RoutineCard(Card):
    """The routine that may follow, or the advice to wait after pain; its buttons stand in the page's foot."""

    def __init__(
        self, theme: Theme, pictures: Pictures, text: SelfTestText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, padding=20, parent=parent)
        self._theme = theme
        self._text = text
        self._stage = Stage(theme, pictures, radius=12, margin=8)
        self._caption = Text(theme, role=TextRole.CAPTION, tone="accent_text", weight=600)
        self._name = Text(theme, role=TextRole.LEAD, weight=600)
        self._sentence = Text(theme, tone="text2")
        self.start = Button(theme, self.tr("Start routine"), kind=Kind.PRIMARY, size=Size.LARGE, icon="play")
        self.keep = Button(theme, self.tr("Keep for later"), kind=Kind.QUIET)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._caption, self._name, self._sentence):
            words.addWidget(label)
        self._stage.setFixedSize(156, 108)
        self._row.setSpacing(24)
        self._row.addWidget(self._stage)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)
        self._adapt()

        theme.changed.connect(self._adapt)

    @property
    def words(self) -> str:
        """What the card says."""
        return f"{self._name.text()} {self._sentence.text()}"

    def show_offer(self, offer: RoutineOffer) -> None:
        """Offer `offer`."""
        self._caption.set_text(self.tr("Suggested next"))
        self._name.set_text(offer.name)
        self._sentence.set_text(" ".join(part for part in (offer.facts, offer.sentence) if part))
        self._stage.show_still(offer.exercise_id, "card", side=offer.side, alt=offer.name)
        self._arrange(startable=True)

    def show_advice(self, title: str, sentence: str) -> None:
        """Say why nothing is offered."""
        self._caption.set_text("")
        self._name.set_text(title)
        self._sentence.set_text(sentence)
        self._arrange(startable=False)

    def _arrange(self, *, startable: bool) -> None:
        self._caption.setVisible(startable)
        self._stage.setVisible(startable)
        self.start.setVisible(startable)
        self.keep.set_kind(Kind.QUIET if startable else Kind.SECONDARY)

    def _adapt(self) -> None:
        large = self._theme.scale >= 1.5
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if large else ways.LeftToRight)


class FindingsPage(DialogPage):
    """Left card left, right card right; one click starts the routine unless pain was noted."""

    routine_started = Signal()
    kept = Signal()
    went_back = Signal()
    warning_signs_opened = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, text: SelfTestText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text.title, parent=parent)
        self._theme = theme
        self._text = text
        self._bar = SessionBar(theme, thickness=6)
        self._signs = Button(theme, self.tr("Warning signs"), kind=Kind.STOP_QUIET, icon="octagon-alert")
        self.cards = tuple(FindingCard(theme, pictures, text, side) for side in (Side.LEFT, Side.RIGHT))
        self._columns = ColumnsLayout(min_column=COLUMN, max_columns=2, gap=24)
        self._differ = Banner(theme, tone=Tone.INFO, bold="")
        self._always = Text(theme, " ".join((*text.always_say, text.disclaimer)), tone="text2")
        self.routine = RoutineCard(theme, pictures, text)
        self._back = Button(theme, self.tr("Back"), kind=Kind.QUIET, icon="arrow-left")

        self._lay_out()
        self._adapt()

        self._signs.clicked.connect(self._open_signs)
        self.routine.start.clicked.connect(self._start)
        self.routine.keep.clicked.connect(self._keep)
        self._back.clicked.connect(self._go_back)
        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)

    @property
    def sides_differ(self) -> str:
        """The sentence about the two sides; empty when there is nothing to say."""
        return "" if self._differ.isHidden() else self._differ.sentence

    @property
    def always_said(self) -> str:
        """What every findings page says."""
        return self._always.text()

    def show_run(self, run: SelfTestRun, offer: RoutineOffer | None) -> None:
        """Show what `run` found, and `offer` unless pain was noted or there is nothing to start."""
        self.set_title(self._text.title, self.tr("What your checks showed"))
        found = {result.side: result for result in run.results}
        for card in self.cards:
            card.set_result(found.get(card.side))
        self._show_difference(run)
        if run.pain_noted:
            self.routine.show_advice(self.tr("You noted pain"), self._text.pain_advice)
        elif offer is None:
            self.routine.show_advice(
                self.tr("Nothing to start from here"),
                self.tr("What the check showed is kept, and can be seen on Today and under Progress."),
            )
        else:
            self.routine.show_offer(offer)
        self._order_tabs()
        self.scroll_to_top()
        self.cards[0].word.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps for later."""
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _show_difference(self, run: SelfTestRun) -> None:
        found = {result.side: result.finding for result in run.results}
        higher = None
        if len(found) == len(self.cards):
            higher = side_that_stayed_higher(left=found[Side.LEFT], right=found[Side.RIGHT])
        if higher is not None:
            self._differ.set_words("", fill(self._text.sides_differ, side=higher))
        self._differ.setVisible(higher is not None)

    def _lay_out(self) -> None:
        self.set_max_width(CONTENT)
        self.top.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self._signs)
        self._bar.set_shares([1.0] * 10)
        self._bar.set_done(1.0)
        self._bar.set_sentence(self.tr("The check is finished"))
        for card in self.cards:
            self._columns.addWidget(card)
        self.body.setSpacing(14)
        self.body.addLayout(self._columns)
        self.body.addWidget(self._differ)
        self.body.addWidget(self._always)
        self.body.addWidget(self.routine)
        self.body.addStretch(1)
        self._differ.hide()
        self.foot.addWidget(self._back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.routine.keep)
        self.foot.addWidget(self.routine.start)

    def _adapt(self) -> None:
        for card in self.cards:
            card.set_narrow(self.narrow)
        self._columns.set_min_column(self._theme.px(COLUMN))
        self._columns.set_gap(16 if self.narrow else 24)
        self._bar.setFixedWidth(160 if self.narrow else 298)
        self._bar.setVisible(self._theme.scale < 1.5)

    def _order_tabs(self) -> None:
        chain = (self.routine.start, self.routine.keep, self._back, self._signs)
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _open_signs(self) -> None:
        self.warning_signs_opened.emit()

    def _start(self) -> None:
        self.routine_started.emit()

    def _keep(self) -> None:
        self.kept.emit()

    def _go_back(self) -> None:
        self.went_back.emit()
