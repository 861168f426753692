"""Today: one button for what is due, the last findings, the week, and "I just trained"."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.flow_layout import ColumnsLayout
from supple.ui.kit.page import GUTTER_NARROW, GUTTER_WIDE, Page
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.today.hero import REST, RETEST, SIGN, Hero
from supple.ui.today.today_cards import FindingsCard, TrainedCard, WeekCard
from supple.ui.words.day_words import weekday_and_date

if TYPE_CHECKING:
    from supple.domain.progress import TodaySummary
    from supple.ui.today.morning_card import MorningCard
    from supple.ui.words.morning_words import MorningWords

CARD_WEIGHTS = (7, 6, 6)
CARD_LEAST = 224


class Offer(NamedTuple):
    """What Today offers, in words: the routine that is due, and the one for after training.

    `state` is a value of `domain.today.Due`; `left_out` says what is left out and why; `picture_alt` is a template;
    `instead_id` is the usual routine where another one is due, else "". `of_plan`: what is started is a plan's session.
    `start` is the word of the large button where it starts no routine, `ways` are further buttons (key, words), and
    `more_side` gets one set more because of `more_words`. A plain tuple, and as such a file of the resources
    (cover.json): the first paint waits for no catalogue.
    """

    state: str
    routine_id: str
    due: str
    name: str
    lead: str
    minutes: int
    exercises: int
    equipment: str
    left_out: str
    picture_id: str
    first_side: str
    picture_alt: str
    trained_id: str
    trained_words: str
    trained_minutes: int
    trained_startable: bool
    instead_id: str
    instead_words: str
    of_plan: bool = False
    start: str = ""
    ways: tuple[tuple[str, str], ...] = ()
    more_side: str = ""
    more_words: str = ""


class TodayPage(Page):
    """Made with what ships, for the first paint; `show_summary` adds what is the person's own."""

    routine_started = Signal(str)
    steps_requested = Signal(str)
    plan_started = Signal()
    plan_steps_requested = Signal()
    check_started = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, offer: Offer, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("Room", "Today"), parent=parent)
        self._offer = offer
        self._pictured = ""
        self._morning: MorningCard | None = None
        self._date = Text(theme, tone="text2", align=Qt.AlignmentFlag.AlignRight, wraps=False)
        self.hero = Hero(theme, pictures)
        self.findings = FindingsCard(theme)
        self.week = WeekCard(theme, today=today)
        self._trained = TrainedCard(theme)
        self._cards = ColumnsLayout(
            min_column=theme.px(CARD_LEAST), max_columns=3, gap=GUTTER_WIDE, weights=CARD_WEIGHTS
        )

        self._date.set_text(weekday_and_date(today))
        self.header.addWidget(self._date)
        for card in (self.findings, self.week, self._trained):
            self._cards.addWidget(card)
        self.body.addWidget(self.hero, 1)
        self.body.addLayout(self._cards)
        self.set_offer(offer)
        self._fit()

        self.hero.start.clicked.connect(self._start)
        self.hero.instead_wanted.connect(self._start_instead)
        self.hero.see.clicked.connect(self._ask_for_steps)
        self._trained.start.clicked.connect(self._start_trained)
        self.narrowed.connect(self._fit)
        theme.changed.connect(self._fit)

    def first_focus(self) -> QWidget:
        """The question of the morning while it stands, else what is due."""
        return self.hero.first_focus() if self._morning is None else self._morning.first_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure answers the question of the morning wherever the keyboard is."""
        if self._morning is None or not self._morning.takes_key(event):
            super().keyPressEvent(event)

    def ask_of_morning(self, words: "MorningWords") -> "MorningCard | None":
        """Put the question over everything else, until `end_morning`; None when it stands there already."""
        if self._morning is not None:
            return None
        from supple.ui.kit.keyboard_order import keep_keyboard_order
        from supple.ui.today.morning_card import MorningCard

        self._morning = card = MorningCard(self._theme, words)
        card.set_narrow(narrow=self.narrow)
        self.body.insertWidget(0, card)
        keep_keyboard_order([card, self.hero, self.findings, self.week, self._trained])
        self.hero.set_low(True)
        return card

    def end_morning(self) -> None:
        """Nothing is asked any more."""
        card, self._morning = self._morning, None
        if card is None:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and card.isAncestorOf(focused)
        self.hero.set_low(False)
        self.body.removeWidget(card)
        card.hide()
        card.deleteLater()
        if had_focus:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_summary(self, summary: "TodaySummary") -> None:
        """Show the person's last findings and week."""
        self._date.set_text(weekday_and_date(summary.today))
        self.findings.show_summary(summary)
        self.week.show_summary(summary)

    def set_offer(self, offer: Offer) -> None:
        """Say what there is to start, or that it is done, or why there is nothing."""
        pictured, self._pictured = self._pictured, offer.picture_id
        self._offer = offer
        if pictured != offer.picture_id:
            side = Side(offer.first_side)
            self.hero.show_picture(offer.picture_id, side=side, alt=fill(offer.picture_alt, side=side))
        minutes = self.tr("{minutes} min")
        self.hero.set_words(
            due=offer.due,
            name=offer.name,
            lead=offer.lead,
            minutes=minutes.format(minutes=offer.minutes),
            steps=self.tr("%n exercise(s)", "", offer.exercises),
            equipment=offer.equipment,
        )
        self.hero.set_note(offer.left_out, is_next=offer.state == REST)
        self.hero.set_more(Side(offer.more_side) if offer.more_side else None, offer.more_words)
        self.hero.set_state(offer.state, instead=offer.instead_words, ways=offer.ways, start=offer.start)
        self._trained.set_words(
            sentence=offer.trained_words, minutes=minutes.format(minutes=offer.trained_minutes)
        )
        self._trained.set_startable(offer.trained_startable)
        self.findings.set_startable(offer.state != SIGN)
        self.findings.start.setVisible(not offer.start)  # else the large button starts it

    def _start(self) -> None:
        if self._offer.state == RETEST:
            self.check_started.emit()
        elif self._offer.of_plan:
            self.plan_started.emit()
        else:
            self.routine_started.emit(self._offer.routine_id)

    def _start_instead(self) -> None:
        self.routine_started.emit(self._offer.instead_id)

    def _start_trained(self) -> None:
        self.routine_started.emit(self._offer.trained_id)

    def _ask_for_steps(self) -> None:
        if self._offer.of_plan:
            self.plan_steps_requested.emit()
        else:
            self.steps_requested.emit(self._offer.routine_id)

    def _fit(self) -> None:
        """Follow the width and the text size."""
        self.hero.set_narrow(self.narrow)
        self._cards.set_gap(GUTTER_NARROW if self.narrow else GUTTER_WIDE)
        self._cards.set_min_column(self._theme.px(CARD_LEAST))
        for card in (self.findings, self.week, self._trained):
            card.set_narrow(narrow=self.narrow)
        if self._morning is not None:
            self._morning.set_narrow(narrow=self.narrow)
