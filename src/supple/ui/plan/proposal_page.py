"""The proposal of a plan: all of it is seen before it begins, each suggestion with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.keyboard_order import keep_keyboard_order
from supple.ui.kit.reader import announce
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plan.calendar_card import CalendarCard
from supple.ui.plan.plan_calendar import CalendarWeek, DayLook
from supple.ui.plan.proposal_controls import ProposalControls, SetChoices
from supple.ui.plan.why_list import WhyCard

CONTROLS, CONTROLS_NARROW = 368, 312
STACKS_FROM = 1.3
LEGEND = (DayLook.PROPOSED, DayLook.PLAIN, DayLook.CHECK)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A proposal in words: `totals` say the sessions and minutes of each week, `start` is the word of the button.

    `care` is what keeps it from beginning or is left out of it, "" for nothing; without `start` it cannot begin.
    """

    title: str
    note: str
    name: str
    lead: str
    choices: SetChoices
    weeks: tuple[CalendarWeek, ...]
    reasons: tuple[str, ...]
    totals: str
    start: str
    care: str = ""


class ProposalPage(DialogPage):
    """Every change of a control is told by it; whoever hears it shows the proposal anew."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._shown: ProposalShown | None = None
        self._name = Text(theme, role=TextRole.TITLE, heading=2)
        self._lead = Text(theme, tone="text2")
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.others = Button(theme, self.tr("Other plans"), icon="list-checks")
        self.controls = ProposalControls(theme)
        self._calendar = CalendarCard(theme, LEGEND)
        self._totals = Text(theme, role=TextRole.CAPTION, tone="text2")
        self._why = WhyCard(theme)
        self._care = Banner(theme, tone=Tone.CAUTION, bold="")
        self.back = Button(theme, self.tr("Back"), icon="arrow-left")
        self.not_now = Button(theme, self.tr("Not now"), kind=ButtonKind.QUIET)
        self.start = Button(theme, kind=ButtonKind.PRIMARY, trailing="arrow-right")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left = QVBoxLayout()

        self.set_title(self.tr("A plan of four weeks"))
        self._lay_out()
        self._adapt()

        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)

    def show_proposal(self, shown: ProposalShown) -> None:
        """Draw all of it anew; a screen reader hears the weeks when they changed under its hands."""
        again, self._shown = self._shown is not None, shown
        self.set_title(shown.title, shown.note)
        self._name.set_text(shown.name)
        self._lead.set_text(shown.lead)
        self.controls.show_choices(shown.choices)
        self._calendar.show_weeks(shown.weeks)
        changed = self._totals.text() != shown.totals
        self._totals.set_text(shown.totals)
        self._why.show_reasons(shown.reasons)
        self._care.set_words("", shown.care)
        self._care.setVisible(bool(shown.care))
        self.start.set_text(shown.start or self.tr("Start"))
        self.start.setEnabled(bool(shown.start))
        self._order_tabs()
        if again and changed:
            announce(self, shown.totals)

    def first_focus(self) -> QWidget:
        """The name of the plan, which says what is proposed."""
        return self._name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.top.addWidget(self.signs)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._lead)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.others, 0, Qt.AlignmentFlag.AlignTop)
        self._calendar.body.addWidget(self._totals)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self._calendar)
        right.addWidget(self._why)
        right.addStretch(1)
        self._left.addWidget(self.controls)
        self._left.addStretch(1)
        self._columns.setSpacing(24)
        self._columns.addLayout(self._left)
        self._columns.addLayout(right, 1)
        self.body.setSpacing(16)
        self.body.addLayout(head)
        self.body.addWidget(self._care)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        self._care.hide()
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.not_now)
        self.foot.addWidget(self.start)

    def _order_tabs(self) -> None:
        keep_keyboard_order((self.others, self.controls, self._calendar))
        chain: Sequence[QWidget] = (
            self._calendar.calendar,
            self.start,
            self.not_now,
            self.back,
            self.signs,
        )
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _adapt(self) -> None:
        stacked = self._theme.scale >= STACKS_FROM
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._columns.setSpacing(16 if self.narrow else 24)
        wide = self._theme.px(CONTROLS_NARROW if self.narrow else CONTROLS)
        self.controls.setMinimumWidth(0 if stacked else wide)
        self.controls.setMaximumWidth(16_777_215 if stacked else wide)
        for card in (self.controls, self._calendar, self._why):
            card.set_narrow(narrow=self.narrow)
