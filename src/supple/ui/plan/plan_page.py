"""The page of the plan that runs: its calendar, this week, what is offered, and what changed and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supple.domain.exercise import Exercise
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.keyboard_order import keep_keyboard_order
from supple.ui.kit.page import Page
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plan.activity_card import ActivityCard
from supple.ui.plan.calendar_card import CalendarCard
from supple.ui.plan.log_card import LogCard, LogLine
from supple.ui.plan.offer_card import OfferCard
from supple.ui.plan.plan_calendar import CalendarWeek, DayLook
from supple.ui.plan.week_card import PlanWeekCard, WeekLine

LEGEND = (DayLook.DONE, DayLook.HALF, DayLook.PLANNED, DayLook.PAUSED, DayLook.CHECK)
STAGE_WIDE, STAGE_HIGH = 520, 312


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNotice:
    """What stands over the calendar when the plan rests or is over; `ways` are keys with the words of buttons."""

    title: str
    sentence: str
    ways: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """A plan in words; `week` is "Week 3 of 4", `offer` its title and reason."""

    name: str
    week: str
    weeks: tuple[CalendarWeek, ...]
    week_title: str
    week_sums: str
    lines: tuple[WeekLine, ...]
    log: tuple[LogLine, ...]
    checks: str = ""
    activity: str = ""
    rated: str = ""
    offer: tuple[str, str] = ("", "")
    notice: PlanNotice | None = None
    can_pause: bool = True
    can_start: bool = True


class NoticeCard(Card):
    """A sentence and the ways on from it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=24, parent=parent)
        self._title = Text(theme, role=TextRole.TITLE, heading=2)
        self._sentence = Text(theme, tone="text2")
        self._ways = FlowLayout(gap=8)
        self._buttons: dict[str, Button] = {}

        for words in (self._title, self._sentence):
            self.body.addWidget(words)
        self.body.addLayout(self._ways)

    def show_notice(self, notice: PlanNotice) -> None:
        """Say it, with its ways."""
        self._title.set_text(notice.title)
        self.setAccessibleName(notice.title)
        self._sentence.set_text(notice.sentence)
        self._sentence.setVisible(bool(notice.sentence))
        for button in self._buttons.values():
            self._ways.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for key, word in notice.ways:
            kind = ButtonKind.QUIET if self._buttons else ButtonKind.SECONDARY
            button = self._buttons[key] = Button(self._theme, word, kind=kind)
            button.clicked.connect(self._tell)
            self._ways.addWidget(button)

    def _tell(self) -> None:
        pressed = self.sender()
        for key, button in self._buttons.items():
            if button is pressed:
                self.chosen.emit(key)
                return


class NoPlanCard(Card):
    """There is no plan, and how one comes about."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=24, parent=parent)
        self._stage = Stage(theme, pictures)
        self._title = Text(theme, self.tr("No plan yet"), role=TextRole.TITLE, heading=2)
        self._sentence = Text(
            theme,
            self.tr(
                "A plan follows from what the check of your hips shows. Without one Supple is as useful as before."
            ),
            tone="text2",
        )
        self.start = Button(theme, self.tr("Start self-test"), kind=ButtonKind.PRIMARY, icon="play")
        self.propose = Button(theme, self.tr("See a plan first"))
        self.go_on = Button(theme, kind=ButtonKind.QUIET)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        self._stage.setFixedSize(STAGE_WIDE, STAGE_HIGH)
        buttons = FlowLayout(gap=8)
        for button in (self.start, self.propose, self.go_on):
            buttons.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        for words in (self._title, self._sentence):
            column.addWidget(words)
        column.addLayout(buttons)
        column.addStretch(1)
        self._row.setSpacing(32)
        self._row.addWidget(self._stage, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(column, 1)
        self.body.addLayout(self._row)

    def show_picture(self, exercise: Exercise) -> None:
        """An exercise in the stage."""
        side = exercise.first_side
        self._stage.show_still(exercise.id, "card", side=side, alt=fill(exercise.card_alt, side=side))

    def show_resting(self, name: str) -> None:
        """A plan that rests can be gone on with; "" for none."""
        self.go_on.set_text(self.tr("Go on with {name}").replace("{name}", name))
        self.go_on.setVisible(bool(name))

    def set_narrow(self, *, narrow: bool) -> None:
        """A smaller picture, over the words."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._row.setSpacing(16 if narrow else 32)
        share = 0.6 if narrow else 1
        self._stage.setFixedSize(round(STAGE_WIDE * share), round(STAGE_HIGH * share))


class PlanPage(Page):
    """Shows one plan, or that there is none."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Plan"), parent=parent)
        self.back = Button(theme, self.tr("Routines"), kind=ButtonKind.QUIET, icon="chevron-left")
        self._week = Text(theme, role=TextRole.CAPTION, tone="accent_text", weight=600, heading=0)
        self.pause = Button(theme, self.tr("Pause"), icon="pause")
        self.change = Button(theme, self.tr("Change"), icon="pencil")
        self.end = Button(theme, self.tr("End plan"), kind=ButtonKind.QUIET)
        self.notice = NoticeCard(theme)
        self.weeks = CalendarCard(theme, LEGEND)
        self.week = PlanWeekCard(theme)
        self.offer = OfferCard(theme)
        self.log = LogCard(theme)
        self.activity = ActivityCard(theme)
        self.empty = NoPlanCard(theme, pictures)
        self.steps = Button(theme, self.tr("See the steps"))
        self.flare = Button(theme, self.tr("On a bad day"), kind=ButtonKind.QUIET)
        self.calendar_file = Button(theme, self.tr("Save as a calendar file"), kind=ButtonKind.QUIET)
        self.print = Button(theme, self.tr("Print the session"), kind=ButtonKind.QUIET)
        self.pdf = Button(theme, self.tr("Save the session as PDF"), kind=ButtonKind.QUIET)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._paper = QWidget()
        self._actions = (self.pause, self.change, self.end)
        self._parts = (self.weeks, self.week, self.log, self.activity, self._paper)

        self._lay_out()
        self._fit()

        self.narrowed.connect(self._fit)
        theme.changed.connect(self._fit)

    def set_back(self, name: str) -> None:
        """Say where `back` leads."""
        self.back.set_text(name)
        self.back.set_name(self.tr("Back to {place}").format(place=name))

    def show_picture(self, exercise: Exercise) -> None:
        """What stands where there is no plan."""
        self.empty.show_picture(exercise)

    def show_none(self, *, resting: str) -> None:
        """There is no plan that runs; `resting` is the name of one that rests, "" for none."""
        self.set_title(self.tr("Plan"))
        self.empty.show_resting(resting)
        for part in (*self._actions, *self._parts, self._week, self.notice, self.offer):
            part.hide()
        self.empty.show()
        keep_keyboard_order((self.back, self.empty))

    def show_plan(self, shown: PlanShown) -> None:
        """All of it."""
        self.empty.hide()
        self.set_title(shown.name)
        for part in (*self._actions, *self._parts):
            part.show()
        self.pause.setVisible(shown.can_pause)
        self._week.set_text(shown.week)
        self._week.setVisible(bool(shown.week))
        if shown.notice is not None:
            self.notice.show_notice(shown.notice)
        self.notice.setVisible(shown.notice is not None)
        self.steps.setEnabled(shown.can_start)
        for button in (self.flare, self.print, self.pdf):
            button.setEnabled(shown.can_start)
        self.weeks.show_weeks(shown.weeks)
        self.week.show_week(shown.lines, title=shown.week_title, sums=shown.week_sums)
        self.offer.show_offer(*shown.offer)
        self.activity.show_activity(shown.activity, shown.rated)
        self.log.show_log(shown.log, checks=shown.checks)
        order: Sequence[QWidget] = (
            *self._actions,
            self.notice,
            self.weeks,
            self.week,
            self.offer,
            self.log,
            self.activity,
            self._paper,
        )
        keep_keyboard_order((self.back, *order))

    def _lay_out(self) -> None:
        self.back.set_flush(True)
        self.above.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.above.addWidget(self._week)
        for button in self._actions:
            self.header.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.weeks)
        left.addWidget(self.week)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.offer)
        right.addWidget(self.log)
        right.addWidget(self.activity)
        right.addStretch(1)
        self._columns.setSpacing(24)
        self._columns.addLayout(left, 172)
        self._columns.addLayout(right, 100)
        paper = FlowLayout(gap=8)
        for button in (self.steps, self.flare, self.calendar_file, self.print, self.pdf):
            paper.addWidget(button)
        self._paper.setLayout(paper)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._columns)
        self.body.addWidget(self._paper)
        self.body.addStretch(1)

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if self.narrow else ways.LeftToRight)
        for card in (self.weeks, self.week, self.offer, self.log, self.activity, self.empty):
            card.set_narrow(narrow=self.narrow)
