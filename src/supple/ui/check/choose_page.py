"""Which checks now: the rows, what was chosen needs, and the place of it all when every check is closed."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from supple.domain.checks.closed import CheckStanding, ClosedCheck
from supple.domain.checks.kinds import ROWS, in_sitting_order, minutes_of, needs_of
from supple.domain.record import Check
from supple.ui.check.check_row import NEED_ICONS, CheckRowCard
from supple.ui.check.no_check import NoCheck
from supple.ui.check.why_sheet import WhySheet
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.first_focus import focus_or_say
from supple.ui.kit.icons import Fact
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.words.check_words import closing_reason, need_word
from supple.ui.words.day_words import day_and_month

DEFAULT = Check.HIP_LENGTH_FLOOR
SIDE_WIDTH, SIDE_NARROW = 320, 232
WIDEST = 16_777_215  # Qt's own


class ChooseCard(Card):
    """What was chosen: how long it takes, what it needs, and what to do before."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._minutes = Fact(theme, "clock", "")
        self._needs = QWidget()
        self._column = QVBoxLayout(self._needs)
        self._before = Text(
            theme,
            self.tr(
                "Walk about for two minutes first. Light clothes, empty pockets. Not straight after hard training."
            ),
            tone="text2",
        )

        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(10)
        self.body.addWidget(
            Text(theme, self.tr("For what you chose"), role=TextRole.LEAD, weight=600, heading=2)
        )
        self.body.addWidget(self._minutes)
        self.body.addWidget(self._needs)
        self.body.addWidget(line)
        self.body.addWidget(self._before)

    @property
    def words(self) -> str:
        """What it says."""
        needs = [fact.text() for fact in self._needs.findChildren(Fact)]
        return ". ".join([self._minutes.text(), *needs])

    def show_chosen(self, chosen: Collection[Check]) -> None:
        """Say what `chosen` need."""
        self.setVisible(bool(chosen))
        self._minutes.set_text(self.tr("About {minutes} min").format(minutes=minutes_of(chosen)))
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()  # or one that is still to be shown would come as a window of its own
                widget.deleteLater()
        for need in needs_of(chosen):
            self._column.addWidget(Fact(self._theme, NEED_ICONS[need], need_word(need), tone="text"))


class ChoosePage(DialogPage):
    """The floor check is chosen when it comes; Continue begins what is chosen."""

    chosen = Signal(object)  # tuple[Check, ...]

    def __init__(
        self, theme: Theme, pictures: Pictures, *, offered: Collection[Check], parent: QWidget | None = None
    ) -> None:
        """`offered` are the checks that there are."""
        super().__init__(theme, self.tr("Self-test"), parent=parent)
        self._theme = theme
        self._closed: Mapping[Check, ClosedCheck] = {}
        self._is_new = True
        self._heading = Text(theme, self.tr("Which checks now?"), role=TextRole.TITLE)
        self._lead = Text(
            theme,
            self.tr(
                "Each one looks at both sides. The others can wait for another day; a plan works without them."
            ),
            tone="text2",
        )
        self._list = QWidget()
        rows = [row for row in ROWS if set(row.checks) & set(offered)]
        self.rows = tuple(CheckRowCard(theme, pictures, row, offered=offered) for row in rows)
        self.card = ChooseCard(theme)
        self.nothing = NoCheck(theme, pictures)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.leave = Button(theme, self.tr("Leave the check"), kind=ButtonKind.QUIET)
        self._count = Text(theme, tone="text2", align=Qt.AlignmentFlag.AlignRight)
        self.go_on = Button(theme, self.tr("Continue"), kind=ButtonKind.PRIMARY, trailing="arrow-right")
        self._sheet: WhySheet | None = None

        self.go_on.installEventFilter(self)
        self._heading.installEventFilter(self)
        self._lay_out()
        self._adapt()

        for row in self.rows:
            row.chosen_changed.connect(self._show_chosen)
            row.why_wanted.connect(self._show_why)
        self.go_on.clicked.connect(self._go_on)
        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)

    @property
    def selection(self) -> tuple[Check, ...]:
        """What is chosen now, in the order of a sitting."""
        return in_sitting_order({check for row in self.rows for check in row.chosen})

    def show_standing(self, standing: CheckStanding, closed: Mapping[Check, ClosedCheck]) -> None:
        """Say what is closed, and when each check was done last."""
        self._closed = closed
        done = standing.last.get(DEFAULT)
        suggested = self.tr("Suggested now: it needs only a mat, and a plan can start from it.")
        if done is not None:
            same = self.tr("Suggested now: the same way as on {day}, so the two can be compared.")
            suggested = same.format(day=day_and_month(done.date()))
        for row in self.rows:
            row.show_standing(closed, standing.last, suggested=suggested if row is self.rows[0] else "")
        if self._is_new and DEFAULT not in closed:
            self.rows[0].setChecked(True)
        self._is_new = False
        nothing = all(row.closed_words for row in self.rows)
        self.set_title(self.title, "" if standing.last or nothing else self.tr("First time"))
        self._show_nothing(nothing)
        self._show_chosen()
        self._order_tabs()

    def take_focus(self) -> None:
        """The keyboard begins at the question."""
        focus_or_say(self.first_focus())

    def first_focus(self) -> QWidget:
        """What is asked, or why nothing can be."""
        return self._heading if self.nothing.isHidden() else self.nothing.title

    def showEvent(self, event: QShowEvent) -> None:
        """Wherever Qt would have put the keyboard: it begins at the question."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.take_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.go_on.isVisible() and self.go_on.isEnabled():
                self.go_on.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on Continue passes over nothing; Down leads from the question to the rows."""
        if watched is not self._heading:
            return event.type() is QEvent.Type.MouseButtonDblClick or super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            if event.type() is QEvent.Type.KeyPress:
                self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if self.selection:
            self.chosen.emit(self.selection)

    def _show_chosen(self) -> None:
        chosen = self.selection
        self.card.show_chosen(chosen)
        self.go_on.setEnabled(bool(chosen))
        count = (
            self.tr("%n check(s), left and right", "", len(chosen)) if chosen else self.tr("Choose a check")
        )
        self._count.set_text(count)
        self.go_on.setAccessibleDescription(
            ". ".join(w for w in (count, self.card.words if chosen else "") if w)
        )

    def _show_nothing(self, closed: bool) -> None:
        """Every check is closed: why, and what can be done."""
        for part in (self._heading, self._lead, self._list, self._count, self.go_on):
            part.setVisible(not closed)
        self.nothing.setVisible(closed)
        if closed:
            self.card.hide()
            check, why = next(iter(self._closed.items()))
            self.nothing.show_why(why, closing_reason(check, why))

    def _show_why(self, check: Check) -> None:
        closing = self._closed.get(check)
        row = self.sender()
        if closing is None or not isinstance(row, CheckRowCard):
            return
        self._sheet = WhySheet(self._theme, row.name, closing_reason(check, closing), closing.shut)
        self._sheet.answers_wanted.connect(self.nothing.answers.click)
        self._sheet.settings_wanted.connect(self.nothing.settings.click)
        self._sheet.open_over(self.window())

    def _lay_out(self) -> None:
        self.top.addWidget(self.signs)
        self._heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(12)
        for row in self.rows:
            column.addWidget(row)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._heading, self._lead, self._list, self.nothing):
            words.addWidget(part)
        words.addStretch(1)
        beside = QVBoxLayout()
        beside.addWidget(self.card)
        beside.addStretch(1)
        self._columns.setSpacing(24)
        self._columns.addLayout(words, 1)
        self._columns.addLayout(beside)
        self.body.addLayout(self._columns, 1)
        self.foot.addWidget(self.leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self._count)
        self.foot.addWidget(self.go_on)

    def _adapt(self) -> None:
        large = self._theme.scale >= LARGE_TEXT
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if large else ways.LeftToRight)
        width = SIDE_NARROW if self.narrow else SIDE_WIDTH
        self.card.setMinimumWidth(0 if large else width)
        self.card.setMaximumWidth(WIDEST if large else width)
        for row in self.rows:
            row.set_narrow(self.narrow)

    def _order_tabs(self) -> None:
        chain: list[QWidget] = []
        for row in self.rows:
            chain += [row, *row.chips, row.why]
        chain += [self.nothing.gentle, self.nothing.answers, self.nothing.settings]
        chain += [self.go_on, self.leave, self.signs]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)
