"""The three cards of Today: the last findings, this week, and "I just trained"."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from supple.domain.side import Side
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import PADDING_NARROW, PADDING_WIDE, Card
from supple.ui.kit.icons import Fact
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.today.week_strip import WeekStrip
from supple.ui.words.day_words import day_and_month
from supple.ui.words.finding_word import latest_words
from supple.ui.words.time_words import done_words, seconds_ms

if TYPE_CHECKING:
    from supple.domain.progress import TodaySummary

LEAST_WIDE, LEAST_NARROW = 212, 204
SPACING = 16
BUTTON = 40


class TodayCard(Card):
    """A titled card with a foot."""

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=PADDING_WIDE, parent=parent)
        self._title = Text(theme, title, role=TextRole.LEAD, weight=600)
        self.aside = Text(
            theme, role=TextRole.CAPTION, tone="text2", align=Qt.AlignmentFlag.AlignRight, wraps=False
        )
        self.head = QHBoxLayout()
        self.middle = QVBoxLayout()
        self.foot = QHBoxLayout()

        self.setAccessibleName(title)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self.aside)
        self.middle.setSpacing(9)
        self.foot.setSpacing(8)
        self.body.setSpacing(SPACING)
        self.body.addLayout(self.head)
        self.body.addLayout(self.middle)
        self.body.addStretch(1)
        self.body.addLayout(self.foot)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding, a little lower."""
        self.set_padding(PADDING_NARROW if narrow else PADDING_WIDE)
        self.setMinimumHeight(LEAST_NARROW if narrow else LEAST_WIDE)


class _FindingRow(QWidget):
    """The tag of a side and what was found there."""

    def __init__(self, theme: Theme, side: Side) -> None:
        super().__init__()
        self._tag = SideTag(theme, side, min_width=70)
        self._words = Text(theme)
        self._beside = Text(theme, role=TextRole.CAPTION, tone="text2")

        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._words)
        said.addWidget(self._beside)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(said, 1)
        self._beside.hide()

    def show_words(self, words: str, beside: str) -> None:
        """What was found, and what else."""
        self._words.set_text(words)
        self._beside.set_text(beside)
        self._beside.setVisible(bool(beside))


class FindingsCard(TodayCard):
    """The last that was found for each side, by whatever check, or that there was none yet."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._left = _FindingRow(theme, Side.LEFT)
        self._right = _FindingRow(theme, Side.RIGHT)
        self._line = QFrame()
        self._empty = Text(theme, tone="text2")
        self.start = Button(theme, self.tr("Start self-test"), kind=ButtonKind.QUIET)

        self._title.set_text(self.tr("Last findings"))
        self.setAccessibleName(self.tr("Last findings"))
        self._line.setProperty("role", "line")
        self._line.setFixedHeight(1)
        self._empty.set_text(self.tr("Not checked yet. The check looks at one hip, then the other."))
        for widget in (self._left, self._line, self._right, self._empty):
            self.middle.addWidget(widget)
            widget.hide()
        self._next = Text(theme, role=TextRole.CAPTION, tone="text2")
        self.foot.addWidget(self._next, 1)
        self.foot.addWidget(self.start)
        self.start.set_flush(True)

    def set_startable(self, startable: bool) -> None:
        """Let a check be started; otherwise the hero says why not."""
        self.start.setEnabled(startable)

    def show_summary(self, summary: "TodaySummary") -> None:
        """Show both sides with the same space and weight."""
        known = summary.left is not None or summary.right is not None
        self._left.show_words(*latest_words(summary.left, shown_on=summary.found_on))
        self._right.show_words(*latest_words(summary.right, shown_on=summary.found_on))
        for widget in (self._left, self._line, self._right):
            widget.setVisible(known)
        self._empty.setVisible(not known)
        self.start.set_kind(ButtonKind.QUIET if known else ButtonKind.SECONDARY)
        self._next.set_text(
            self.tr("Next check on {day}").format(day=day_and_month(summary.check_on))
            if summary.check_on is not None
            else ""
        )
        self.aside.set_text(day_and_month(summary.found_on) if summary.found_on is not None else "")


class WeekCard(TodayCard):
    """A dot for each day, sessions and minutes; with a plan, of how many, and the way to it."""

    plan_requested = Signal()

    def __init__(self, theme: Theme, *, today: date, parent: QWidget | None = None) -> None:
        self._see: Button | None = None
        super().__init__(theme, "", parent=parent)
        self._strip = WeekStrip(theme)
        self._foot_height = QSpacerItem(0, 0)
        self._sessions = Text(theme, tone="text2")
        self._minutes = Text(theme, tone="text2", align=Qt.AlignmentFlag.AlignRight)

        self._title.set_text(self.tr("This week"))
        self.setAccessibleName(self.tr("This week"))
        self.middle.addWidget(self._strip)
        self.foot.addWidget(self._sessions, 1)
        self.foot.addWidget(self._minutes, 1)
        self.foot.addItem(self._foot_height)
        self._strip.set_week((), today=today)
        self._level_foot()

        theme.changed.connect(self._level_foot)

    def show_summary(self, summary: "TodaySummary") -> None:
        """Show the week; nothing done is just said, never blamed."""
        self._strip.set_week(summary.week, today=summary.today, plan=summary.plan)
        minutes = done_words(seconds_ms(summary.done_s)) if summary.sessions else ""
        if summary.plan is not None and summary.plan.sessions:
            words = self.tr("**{done} of %n** session(s)", "", summary.plan.sessions)
            self._sessions.set_text(words.replace("{done}", str(summary.plan.done)))
        elif summary.sessions:
            self._sessions.set_text(self.tr("**%n** session(s)", "", summary.sessions))
        else:
            self._sessions.set_text(self.tr("No session yet this week."))
        self._minutes.set_text(minutes)
        self._minutes.setVisible(bool(summary.sessions))
        self._show_way(has_plan=summary.plan is not None)

    def _ask_for_plan(self) -> None:
        self.plan_requested.emit()

    def _show_way(self, *, has_plan: bool) -> None:
        """To the plan, made when there is one."""
        if has_plan and self._see is None:
            self._see = Button(self._theme, self.tr("See the plan"), kind=ButtonKind.QUIET)
            self._see.set_flush(True)
            self._see.clicked.connect(self._ask_for_plan)
            self.head.addWidget(self._see)
            self.setTabOrder(self._strip, self._see)
            self._theme.changed.connect(self._level_title)
        if self._see is not None:
            self._see.setVisible(has_plan)
            self._level_title()

    def set_narrow(self, *, narrow: bool) -> None:
        """As the others, with the title level."""
        super().set_narrow(narrow=narrow)
        self._level_title()

    def _level_foot(self) -> None:
        """Its words stand level with those of the other cards, which have a button beside them."""
        self._foot_height.changeSize(0, self._theme.px(BUTTON))
        self.foot.invalidate()

    def _level_title(self) -> None:
        """The title stays level with those of the other cards: the button beside it is higher than words."""
        margins = self.body.contentsMargins()
        way = None if self._see is None or self._see.isHidden() else self._see
        spare = 0 if way is None else way.sizeHint().height() - self._theme.line_height(TextRole.LEAD)
        over = min(max(0, spare // 2), margins.bottom(), SPACING)
        margins.setTop(margins.bottom() - over)
        self.body.setContentsMargins(margins)
        self.body.setSpacing(SPACING - over)


class TrainedCard(TodayCard):
    """Starts the stretches for after training."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._sentence = Text(theme, tone="text2")
        self._minutes = Fact(theme, "clock", "", role=TextRole.CAPTION)
        self.start = Button(theme, self.tr("I just trained"))

        self._title.set_text(self.tr("After training"))
        self.setAccessibleName(self.tr("After training"))
        self.middle.addWidget(self._sentence)
        self.foot.addWidget(self._minutes, 1)
        self.foot.addWidget(self.start)

    def set_words(self, *, sentence: str, minutes: str) -> None:
        """Say what is started."""
        self._sentence.set_text(sentence)
        self._minutes.set_text(minutes)

    def set_startable(self, startable: bool) -> None:
        """Let it be started; otherwise the sentence says why not."""
        self.start.setVisible(startable)
        self._minutes.setVisible(startable)
