"""The card of minutes against the plan: a plot of the weeks, and a table of the last of them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.minutes import MINUTE_S
from supple.domain.overview import Overview
from supple.domain.plan_asked import AskedWeek
from supple.domain.week import week_start
from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.plots.plan_plot import RADIUS, PlannedBar, PlanPlot
from supple.ui.words.content_words import minutes_words
from supple.ui.words.day_words import day_and_month, first_weekday
from supple.ui.words.time_words import done_words, seconds_ms

TABLE_WEEKS = 5
COLUMN_GAP, ROW_GAP = 24, 8
SIGN_HIGH, SIGN_WIDE = 14, 11


class PlanMinutesCard(Card):
    """Weeks in which a plan had sessions; without one there is nothing to show, and it says so by `has_weeks`."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._weeks: tuple[AskedWeek, ...] = ()
        self._narrow = False
        self._plot = PlanPlot(theme)
        self._rows = QGridLayout()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._table = QWidget()

        self._lay_out()

        theme.changed.connect(self._arrange)

    @property
    def has_weeks(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._weeks)

    def show_overview(self, seen: Overview) -> None:
        """Show the weeks of this stretch."""
        weekday = first_weekday()
        self._weeks = seen.weeks_of_plans(first_weekday=weekday)
        now = week_start(seen.today, first_weekday=weekday)
        self._plot.set_bars([self._bar(week, is_now=week.first == now) for week in self._weeks])
        with_sessions = [week for week in self._weeks if week.sessions]
        self._fill([self._cells(week, is_now=week.first == now) for week in with_sessions[-TABLE_WEEKS:]])

    def set_narrow(self, *, narrow: bool) -> None:
        """The table under the plot."""
        self._narrow = narrow
        self._arrange()

    def _arrange(self) -> None:
        below = self._narrow or self._theme.scale >= LARGE_TEXT
        self._parts.setDirection(
            QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        )

    def _bar(self, week: AskedWeek, *, is_now: bool) -> PlannedBar:
        words = self.tr("Week from {day}: nothing planned.")
        if week.sessions:
            words = self.tr(
                "Week from {day}: {time} of {planned}, {done} of %n session(s).", "", week.sessions
            )
        words = words.replace("{day}", self._first(week, is_now=is_now)).replace("{time}", _done_words(week))
        words = words.replace("{planned}", minutes_words(week.minutes)).replace("{done}", str(week.done))
        return PlannedBar(week.done_s / MINUTE_S, float(week.minutes), day_and_month(week.first), words)

    def _cells(self, week: AskedWeek, *, is_now: bool) -> tuple[str, str, str, str]:
        sessions = self.tr("{done} of {all}").replace("{done}", str(week.done))
        return (
            self._first(week, is_now=is_now),
            _done_words(week),
            minutes_words(week.minutes),
            sessions.replace("{all}", str(week.sessions)),
        )

    def _first(self, week: AskedWeek, *, is_now: bool) -> str:
        """The day with which it begins."""
        words = self.tr("{day}, so far") if is_now else "{day}"
        return words.replace("{day}", day_and_month(week.first))

    def _fill(self, rows: Sequence[Sequence[str]]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        head = (self.tr("Week from"), self.tr("Done"), self.tr("Planned"), self.tr("Sessions"))
        for column, words in enumerate(head):
            title = Text(
                self._theme, words, role=TextRole.CAPTION, tone="text2", weight=600, wraps=not column
            )
            self._put(0, column, title)
        for number, row in enumerate(rows, start=1):
            line = QFrame()
            line.setProperty("role", "line")
            line.setFixedHeight(1)
            self._rows.addWidget(line, 2 * number - 1, 0, 1, len(head))
            for column, words in enumerate(row):
                self._put(2 * number, column, Text(self._theme, words, tabular=True, wraps=not column))

    def _put(self, row: int, column: int, text: Text) -> None:
        """Words begin where is read from, figures end where is read to."""
        side = Qt.AlignmentFlag.AlignLeft if not column else Qt.AlignmentFlag.AlignRight
        text.setAlignment(side)
        self._rows.addWidget(text, row, column)

    def _lay_out(self) -> None:
        title = self.tr("Minutes against the plan")
        self.setAccessibleName(title)
        signs = FlowLayout(gap=16, line_gap=4)
        signs.addWidget(_Sign(self._theme, self.tr("done"), is_done=True))
        signs.addWidget(_Sign(self._theme, self.tr("planned"), is_done=False))
        head = QHBoxLayout()
        head.addWidget(Text(self._theme, title, weight=600), 1)
        head.addLayout(signs)
        self._rows.setHorizontalSpacing(COLUMN_GAP)
        self._rows.setVerticalSpacing(ROW_GAP)
        self._rows.setColumnStretch(0, 1)
        table = QVBoxLayout(self._table)
        table.setContentsMargins(0, 0, 0, 0)
        table.addLayout(self._rows)
        table.addStretch(1)
        self._parts.setSpacing(COLUMN_GAP)
        self._parts.addWidget(self._plot, 1)
        self._parts.addWidget(self._table, 1)
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.body.addLayout(self._parts)


def _done_words(week: AskedWeek) -> str:
    """ "42 min"; of nothing "0 min"."""
    return done_words(seconds_ms(week.done_s)) if week.done_s else minutes_words(0)


class _Sign(QWidget):
    """What a bar or its box means."""

    def __init__(self, theme: Theme, word: str, *, is_done: bool) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(_Mark(theme, is_done=is_done))
        layout.addWidget(Text(theme, word, role=TextRole.CAPTION, tone="text2", wraps=False))


class _Mark(QWidget):
    """A small bar, or its dashed box."""

    def __init__(self, theme: Theme, *, is_done: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_done = is_done
        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Higher than wide."""
        return QSize(SIGN_WIDE, SIGN_HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the plot paints it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_done:
            painter.setBrush(self._theme.colour("accent"))
        else:
            painter.setPen(QPen(self._theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
