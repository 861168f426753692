"""The card at the top of Progress: sums in figures, a sentence about pain, and the calendar as a heat strip."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.overview import Missing, Overview, SetCount, WhatWasDone
from supple.domain.plan_asked import AskedDay
from supple.domain.progress import SHADES_FROM, DaySum, day_sums
from supple.domain.week import WEEK_DAYS, week_start
from supple.ui.kit.card import PADDING_NARROW, PADDING_WIDE, Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.plots.heat_strip import CELL, RADIUS, HeatDay, HeatStrip, heat_colour
from supple.ui.words.content_words import minutes_words
from supple.ui.words.day_words import first_weekday, number_words, short_day
from supple.ui.words.time_words import done_words, long_done_words, seconds_ms

WEEKS, WEEKS_NARROW, WEEKS_LARGE = 15, 9, 8
FIGURE_GAP = 32


class _Figure(QWidget):
    """A number and what it counts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = Text(theme, role=TextRole.TITLE, weight=600, tabular=True, wraps=False)
        self._words = Text(theme, role=TextRole.CAPTION, tone="text2", wraps=False)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._number)
        layout.addWidget(self._words)

    def show_words(self, number: str, words: str) -> None:
        """Show both."""
        self._number.set_text(number)
        self._words.set_text(words)
        self.setAccessibleName(f"{number} {words}")


class _Legend(QWidget):
    """The shades of the heat strip, from none to most."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A cell for each."""
        return QSize(len(SHADES_FROM) * (self._cell() + 4), self._cell())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each in its colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for shade in range(len(SHADES_FROM)):
            painter.setBrush(heat_colour(self._theme, shade))
            at = len(SHADES_FROM) - 1 - shade if self.isRightToLeft() else shade
            cell = QRectF(at * (self._cell() + 4), 0, self._cell(), self._cell())
            painter.drawRoundedRect(cell, RADIUS, RADIUS)

    def _cell(self) -> int:
        return self._theme.icon_px(CELL - 3)


class ProgressSummary(Card):
    """Follows the stretch that is looked at; the calendar always shows the last weeks."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._done = WhatWasDone()
        self._today = date.min
        self._narrow = False
        self._figures = [_Figure(theme) for _ in range(3)]
        self._sentence = Text(theme, tone="text2")
        self._strip = HeatStrip(theme)
        self._row = QHBoxLayout()
        self._figure_row = FlowLayout(gap=FIGURE_GAP, line_gap=16)

        self.setAccessibleName(self.tr("Summary"))
        for figure in self._figures:
            self._figure_row.addWidget(figure)
        legend = QHBoxLayout()
        legend.setSpacing(8)
        least, most = self.tr("{minutes} min"), self.tr("{minutes} min or more")
        least, most = least.format(minutes=SHADES_FROM[0]), most.format(minutes=SHADES_FROM[-1])
        legend.addWidget(Text(theme, least, role=TextRole.CAPTION, tone="text2", wraps=False))
        legend.addWidget(_Legend(theme))
        legend.addWidget(Text(theme, most, role=TextRole.CAPTION, tone="text2", wraps=False))
        legend.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(16)
        words.addLayout(self._figure_row)
        words.addWidget(self._sentence)
        words.addStretch(1)
        words.addLayout(legend)
        self._row.setSpacing(24)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._strip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._row)

        theme.changed.connect(self._arrange)

    def show_overview(self, seen: Overview, *, done: WhatWasDone) -> None:
        """Show the sums of a stretch, and all that was `done`, or is planned, in the calendar."""
        count = len(seen.sessions)
        self._figures[0].show_words(str(count), self.tr("session(s)", "", count))
        self._figures[1].show_words(long_done_words(seconds_ms(seen.done_s)), self.tr("on the mat"))
        self._figures[2].show_words(str(seen.sets.total), self._sets_words(seen.sets))
        self._sentence.set_text(self._pain_words(seen))
        self._done, self._today = done, seen.today
        self._arrange()

    def set_narrow(self, *, narrow: bool) -> None:
        """Fewer weeks and closer padding in a small window."""
        self._narrow = narrow
        self.set_padding(PADDING_NARROW if narrow else PADDING_WIDE)
        self._arrange()

    def _arrange(self) -> None:
        large = self._theme.scale >= LARGE_TEXT
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        )
        if self._today == date.min:
            return
        weeks = WEEKS_LARGE if large else WEEKS_NARROW if self._narrow else WEEKS
        first = week_start(self._today, first_weekday=first_weekday()) - timedelta(weeks=weeks - 1)
        sums = day_sums(self._done.sessions, first=first, days=weeks * WEEK_DAYS)
        planned = self._done.planned
        self._strip.set_days([self._day(day, planned.get(day.day)) for day in sums], today=self._today)

    def _day(self, done: DaySum, planned: AskedDay | None) -> HeatDay:
        """A day of the calendar; what a plan has on one that is not over is said."""
        planned = planned if done.day >= self._today and not done.sessions else None
        name = short_day(done.day, today=self._today)
        if planned is not None:
            words = self.tr("{day}, planned, {time}").replace("{time}", minutes_words(planned.minutes))
        elif done.sessions:
            words = self.tr("{day}, {time}").replace("{time}", done_words(seconds_ms(done.done_s)))
        elif done.day > self._today:
            words = "{day}"
        else:
            words = self.tr("{day}, nothing recorded")
        return HeatDay(done.day, done.shade, words.replace("{day}", name), is_planned=planned is not None)

    def _sets_words(self, sets: SetCount) -> str:
        if sets.left == sets.right:
            return (
                self.tr("set(s), left and right equal", "", sets.total)
                if sets.left
                else self.tr("set(s)", "", sets.total)
            )
        return self.tr("sets: {left} left, {right} right").format(left=sets.left, right=sets.right)

    def _pain_words(self, seen: Overview) -> str:
        change, last = seen.pain_change, seen.last_before
        if change is not None and _score(change[0]) == _score(change[1]):
            words = self.tr(
                "Pain before a session: {score} on average, in the last seven days as in the first week."
            )
            return words.format(score=_score(change[0]))
        if change is not None:
            return self.tr(
                "Pain before a session: {early} on average in the first week, {late} in the last seven days."
                " Small changes come and go."
            ).format(early=_score(change[0]), late=_score(change[1]))
        if seen.missing is Missing.ONLY_AFTER:
            return self.tr(
                "Pain was rated after sessions, not before. How it changes shows here once you rate it before them too."
            )
        if last is None:
            return self.tr("How you felt before and after shows here once you rate a session or two.")
        if seen.missing is Missing.TOO_EARLY:
            words = self.tr(
                "Pain before your last rated session: {score}. How it changes shows here two weeks after the first."
            )
        else:
            words = self.tr(
                "Pain before your last rated session, {day}: {score}. None was rated in the last seven days."
            )
        return words.format(score=last.pain_before, day=short_day(last.day, today=seen.today))


def _score(average: float) -> str:
    """ "3" or "3.5": more would pretend to know more."""
    return number_words(round(average * 2) / 2)
