"""What the check showed: two equal cards, the cautious sentences, and the routine that may follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supple.domain.findings import side_that_stayed_higher
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.check.finding_card import FindingCard
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.card import Card
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.flow_layout import ColumnsLayout, FlowLayout
from supple.ui.kit.reader import announce
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

CONTENT = 1120
COLUMN = 380


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineOffer:
    """A routine that can be started from here: its words and the picture of one exercise."""

    routine_id: str
    name: str
    facts: str
    minutes: int
    sentence: str
    exercise_id: str
    side: Side = Side.LEFT


class RoutineCard(Card):
    """The routines that may follow, or what to do after pain; starting the first stands in the page's foot."""

    def __init__(
        self, theme: Theme, pictures: Pictures, text: SelfTestText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, padding=16, parent=parent)
        self._theme = theme
        self._text = text
        self._first: RoutineOffer | None = None
        self._stage = Stage(theme, pictures, radius=12, margin=8)
        self._caption = Text(theme, role=TextRole.CAPTION, tone="accent_text", weight=600)
        self._name = Text(theme, role=TextRole.LEAD, weight=600)
        self._sentence = Text(theme, tone="text2")
        self.start = Button(
            theme, self.tr("Start routine"), kind=ButtonKind.PRIMARY, size=Size.LARGE, icon="play"
        )
        self.keep = Button(theme, self.tr("Keep for later"), kind=ButtonKind.QUIET)
        self.other = Button(theme, icon="play")
        self.signs = Button(theme, self.tr("Read the warning signs"), icon="octagon-alert")
        self.mild = Button(theme, self.tr("It was mild and in the muscle"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._caption, self._name, self._sentence):
            words.addWidget(label)
        words.addStretch(1)
        buttons = FlowLayout(gap=12, line_gap=8)
        for button in (self.signs, self.mild):
            buttons.addWidget(button)
        words.addLayout(buttons)
        self._name.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stage.setFixedSize(132, 88)
        self._row.setSpacing(24)
        self._row.addWidget(self._stage)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.other, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._row)
        self._adapt()

        theme.changed.connect(self._adapt)

    @property
    def words(self) -> str:
        """What the card says."""
        return f"{self._name.text()} {self._sentence.text()}"

    def take_focus(self) -> None:
        """The keyboard is on what the card offers."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_offers(self, offers: Sequence[RoutineOffer], *, told: str = "") -> None:
        """Offer the first of `offers`, and the second beside it; `told` is said before."""
        self._first = offer = offers[0]
        self._caption.set_text(self.tr("Suggested next"))
        self._name.set_text(offer.name)
        self._sentence.set_text(" ".join(part for part in (told, offer.facts, offer.sentence) if part))
        self.other.setVisible(len(offers) > 1)
        if len(offers) > 1:
            self.other.set_text(self.tr("Or: {name}").format(name=offers[1].name))
        self._stage.show_still(offer.exercise_id, "card", side=offer.side, alt=offer.name)
        self._name_start()
        self._arrange(startable=True)

    def show_advice(self, title: str, sentence: str, *, pain: bool = False) -> None:
        """Say why nothing is offered, and after `pain` what leads on."""
        self._caption.set_text("")
        self.other.hide()
        self._name.set_text(title)
        self._sentence.set_text(sentence)
        self._arrange(startable=False, pain=pain)

    def _arrange(self, *, startable: bool, pain: bool = False) -> None:
        self.signs.setVisible(pain)
        self.mild.setVisible(pain)
        self._caption.setVisible(startable)
        self._stage.setVisible(startable)
        self.start.setVisible(startable)
        self.keep.set_kind(ButtonKind.QUIET if startable else ButtonKind.SECONDARY)

    def _name_start(self) -> None:
        """What it starts stands on the button, which is seen before the card is; not where words are large."""
        if self._first is None:
            return
        plain, told = self.tr("Start routine"), self.tr("Start {name} ({minutes} min)")
        told = told.replace("{minutes}", str(self._first.minutes)).replace("{name}", self._first.name)
        self.start.set_text(plain if self._theme.scale >= 1.5 else told)
        self.start.set_name(plain)
        self.start.setAccessibleDescription(told)

    def _adapt(self) -> None:
        self._name_start()
        large = self._theme.scale >= 1.5
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if large else ways.LeftToRight)


class FindingsPage(DialogPage):
    """Left card left, right card right; one click starts a routine, does a side again, or tells of mild pain."""

    routine_started = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Pictures, text: SelfTestText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text.title, parent=parent)
        self._theme = theme
        self._text = text
        self._offers: tuple[RoutineOffer, ...] = ()
        self._bar = SessionBar(theme, thickness=6)
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.cards = tuple(FindingCard(theme, pictures, text, side) for side in (Side.LEFT, Side.RIGHT))
        self._columns = ColumnsLayout(min_column=COLUMN, max_columns=2, gap=24, mirrors=False)
        self._differ = Banner(theme, tone=Tone.INFO, bold="")
        self._always = Text(theme, " ".join((*text.always_say, text.disclaimer)), tone="text2")
        self.routine = RoutineCard(theme, pictures, text)
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
        return self._always.text()

    def show_run(self, run: SelfTestRun, offers: Sequence[RoutineOffer], *, may_walk: bool) -> None:
        """Show what `run` found, and `offers` unless pain was noted that was not mild: then rest, or a walk."""
        self.set_title(self._text.title, self.tr("What your checks showed"))
        found = {result.side: result for result in run.results}
        for card in self.cards:
            card.set_result(found.get(card.side))
        self._show_difference(run)
        self._show_way_on(run, tuple(offers), may_walk=may_walk)
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

    def _show_way_on(self, run: SelfTestRun, offers: tuple[RoutineOffer, ...], *, may_walk: bool) -> None:
        self._offers = offers
        if run.ended_by_pain:
            self.routine.show_advice(
                self.tr("Walk easily today") if may_walk else self.tr("Rest today"),
                self._text.pain_advice,
                pain=bool(run.results),
            )
        elif not offers:
            self.routine.show_advice(
                self.tr("Nothing to start from here"),
                self.tr("What the check showed is kept, and can be seen on Today and under Progress."),
            )
        else:
            self.routine.show_offers(offers, told=self._text.pain_mild if run.pain_noted else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps for later."""
        if event.key() == Qt.Key.Key_Escape:
            self.routine.keep.click()
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
        self.top.addWidget(self.signs)
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
        self.foot.addWidget(self.back)
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
        card = self.routine
        again = [button for each in self.cards for button in (each.redo_small, each.redo)]
        chain = (*again, card.other, card.signs, card.mild)
        chain += (card.start, card.keep, self.back, self.signs)
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _start(self) -> None:
        self.routine_started.emit(self._offers[0].routine_id)

    def _start_other(self) -> None:
        self.routine_started.emit(self._offers[1].routine_id)
