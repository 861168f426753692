"""One row of the choice: a tick, a picture, what the check asks, what it needs, how long it takes, and when it was."""

from collections.abc import Collection, Mapping
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.checks.closed import ClosedCheck
from supple.domain.checks.kinds import FACTS, CheckRow, Need, in_sitting_order, needs_of
from supple.domain.record import Check
from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.chip import Chip
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import Fact, icon_pixmap
from supple.ui.kit.painting import draw_frame, state_ground
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.words.check_words import (
    choice_word,
    closed_one,
    closing_words,
    need_word,
    row_name,
    row_question,
)
from supple.ui.words.day_words import day_and_month

RADIUS, MARK, CORNER = 12, 22, 6
PICTURE, PICTURE_NARROW = (112, 76), (84, 57)
NEED_ICONS = {
    Need.FLOOR: "layers-2",
    Need.ALONE: "user-round",
    Need.EDGE: "bed-double",
    Need.SOMEBODY: "users-round",
    Need.PHONE: "smartphone",
    Need.TAPE: "ruler",
    Need.CHAIR: "armchair",
    Need.STRAP: "repeat-2",
}


class CheckRowCard(QCheckBox):
    """On by click and Space; Up and Down go from row to row. What is closed cannot be on, and says why."""

    chosen_changed = Signal()
    why_wanted = Signal(object)  # Check

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        row: CheckRow,
        *,
        offered: Collection[Check],
        parent: QWidget | None = None,
    ) -> None:
        """Of the checks of `row` those of `offered`."""
        super().__init__(parent)
        self._theme = theme
        self._row = row
        self._checks = tuple(check for check in row.checks if check in offered)
        self._open = self._checks
        self._stage = Stage(theme, pictures, radius=8, margin=4, small=True)
        self._suggested = Text(theme, role=TextRole.CAPTION, tone="accent_text", weight=600)
        self._name = Text(theme, row_name(row.checks[0]), weight=600, heading=0)
        self._question = Text(theme, row_question(row.checks[0]), tone="text2")
        self._closed = Fact(theme, "triangle-alert", "", tone="caution", role=TextRole.CAPTION)
        self._some_closed = Fact(theme, "triangle-alert", "", tone="caution", role=TextRole.CAPTION)
        self.chips = tuple(Chip(theme, choice_word(check)) for check in self._checks)
        self._needs = QWidget()
        self._needs_flow = FlowLayout(gap=16, line_gap=4)
        self._minutes = Text(theme, weight=600, align=Qt.AlignmentFlag.AlignRight)
        self._last = Text(theme, role=TextRole.CAPTION, tone="text2", align=Qt.AlignmentFlag.AlignRight)
        self.why = Button(theme, self.tr("Why"), kind=ButtonKind.QUIET)

        self._stage.show_still(row.checks[0].value, "card", side=Side.LEFT, alt="")
        self.why.set_name(self.tr("Why {name} is closed").format(name=self._name.text()))
        self.setProperty("focus_radius", RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lay_out()
        self._renew()

        self.toggled.connect(self._follow)
        for chip in self.chips:
            chip.toggled.connect(self._follow_chip)
        self.why.clicked.connect(self._ask_why)
        theme.changed.connect(self._renew)

    @property
    def name(self) -> str:
        """What it is called."""
        return self._name.text()

    @property
    def chosen(self) -> tuple[Check, ...]:
        """The checks that are chosen in it."""
        if not self.isChecked():
            return ()
        if len(self._checks) == 1:
            return self._checks
        return in_sitting_order(
            {c for c, chip in zip(self._checks, self.chips, strict=True) if chip.isChecked()}
        )

    @property
    def closed_words(self) -> str:
        """Why nothing of it can be chosen; "" where something can."""
        return "" if self._open else self._closed.text()

    def show_standing(
        self, closed: Mapping[Check, ClosedCheck], last: Mapping[Check, datetime], *, suggested: str = ""
    ) -> None:
        """Say what is closed and why, when it was done last, and why it is `suggested`."""
        self._open = tuple(check for check in self._checks if check not in closed)
        is_open = bool(self._open)
        if not is_open:
            self.setChecked(False)
            self._closed.set_text(closing_words(closed[self._checks[0]]))
        some = [check for check in self._checks if check in closed] if is_open else []
        self._some_closed.set_text(" ".join(closed_one(check, closed[check]) for check in some))
        self._some_closed.setVisible(bool(some))
        for check, chip in zip(self._checks, self.chips, strict=True):
            chip.setEnabled(check not in closed)
            chip.setAccessibleDescription(closing_words(closed[check]) if check in closed else "")
            if check in closed:
                chip.setChecked(False)
        self._suggested.set_text(suggested if is_open else "")
        self._suggested.setVisible(bool(suggested) and is_open)
        self._question.setVisible(is_open)
        self._closed.setVisible(not is_open)
        self._needs.setVisible(is_open)
        for chip in self.chips:
            chip.setVisible(is_open and len(self.chips) > 1)
        self.why.setVisible(not is_open)
        self._minutes.setVisible(is_open)
        self._last.setVisible(is_open)
        done = max((last[check] for check in self._checks if check in last), default=None)
        self._last.set_text(
            self.tr("Not done yet")
            if done is None
            else self.tr("Last on {day}").format(day=day_and_month(done.date()))
        )
        self._show_facts()

    def set_narrow(self, narrow: bool) -> None:
        """Make the picture smaller in a small window."""
        self._stage.setFixedSize(*(PICTURE_NARROW if narrow else PICTURE))

    def nextCheckState(self) -> None:
        """What is closed stays off."""
        if self._open:
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        """What its parts would like."""
        return self._box.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its parts need."""
        return self._box.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """Words in it wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What its parts need at `width`."""
        return self._box.totalHeightForWidth(width)

    def hitButton(self, _pos: object) -> bool:
        """The whole row is the tick."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from row to row."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame and tick."""
        painter = QPainter(self)
        theme, on = self._theme, self.isChecked()
        if self._open:
            ground, edge = state_ground(self, chosen=on), "accent" if on else "line_strong"
        else:
            ground, edge = "bg", "line"
        frame = QRectF(self.rect())
        draw_frame(painter, theme, frame, ground=ground, edge=edge, width=2 if on else 1, radius=RADIUS)
        size = self._mark()
        box = QRectF(17, (self.height() - size) / 2, size, size)
        tone = ("accent" if on else "surface") if self._open else "sunken"
        line = ("accent" if on else "line_strong") if self._open else "line"
        draw_frame(painter, theme, box, ground=tone, edge=line, width=1, radius=CORNER)
        if on:
            inner = round(size * 0.72)
            tick = icon_pixmap(
                "check", size=inner, colour=theme.tokens.on_accent, ratio=self.devicePixelRatioF()
            )
            painter.drawPixmap(box.center() - QPointF(inner / 2, inner / 2), tick)

    def _mark(self) -> int:
        """The box grows with the words, but not as fast."""
        return round(MARK * (1 + (self._theme.scale - 1) / 2))

    def _lay_out(self) -> None:
        words_of_it = (self._suggested, self._name, self._question, self._closed, self._some_closed)
        for part in (self._stage, *words_of_it, self._needs):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self._minutes, self._last):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._needs.setLayout(self._needs_flow)
        chips = FlowLayout(gap=8, line_gap=8)
        for chip in self.chips:
            chips.addWidget(chip)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addStretch(1)
        for part in (self._suggested, self._name, self._question, self._closed):
            words.addWidget(part)
        words.addLayout(chips)
        words.addWidget(self._some_closed)
        words.addSpacing(3)
        words.addWidget(self._needs)
        words.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addStretch(1)
        right.addWidget(self._minutes)
        right.addWidget(self._last)
        right.addWidget(self.why, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        self._right = right
        self._box = QHBoxLayout(self)
        self._box.setSpacing(16)
        self._box.addWidget(self._stage)
        self._box.addLayout(words, 1)
        self._box.addLayout(right)
        self.set_narrow(False)

    def _show_facts(self) -> None:
        """Minutes and needs of what is chosen; of all that is open where nothing is."""
        told = self.chosen or self._open
        most = sum(FACTS[check].minutes for check in told)
        least = min((FACTS[check].minutes for check in told), default=0)
        several = not self.chosen and len(told) > 1
        if self._row.only_one:
            most = least
        words = self.tr("{minutes} min").format(minutes=most)
        if several and least != most:
            words = self.tr("{least} to {most} min").format(least=least, most=most)
        self._minutes.set_text(words)
        while self._needs_flow.count():
            item = self._needs_flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        needs = needs_of(told)
        for need in needs:
            fact = Fact(self._theme, NEED_ICONS[need], need_word(need), role=TextRole.CAPTION)
            fact.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._needs_flow.addWidget(fact)
        self._tell_reader(words, needs)
        self.updateGeometry()

    def _tell_reader(self, minutes: str, needs: Collection[Need]) -> None:
        self.setAccessibleName(f"{self._name.text()}. {self._question.text()}")
        parts = [self._suggested.text(), minutes, self._last.text(), *(need_word(need) for need in needs)]
        parts.append(self._some_closed.text())
        if not self._open:
            self.setAccessibleName(f"{self._name.text()}. {self._closed.text()}")
            parts = []
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in parts if part))

    def _follow(self, on: bool) -> None:
        """A row that comes on has its first open check chosen."""
        if on and len(self._checks) > 1 and not any(chip.isChecked() for chip in self.chips):
            first = next(
                chip for check, chip in zip(self._checks, self.chips, strict=True) if check in self._open
            )
            first.setChecked(True)
        if not on:
            for chip in self.chips:
                chip.setChecked(False)
        self._show_facts()
        self.chosen_changed.emit()

    def _follow_chip(self, on: bool) -> None:
        """A check that is chosen brings its row; the last one that is not takes it along."""
        pressed = self.sender()
        if on and self._row.only_one:
            for chip in self.chips:
                if chip is not pressed:
                    chip.setChecked(False)
        any_on = any(chip.isChecked() for chip in self.chips)
        if len(self._checks) > 1 and any_on is not self.isChecked():
            self.setChecked(any_on)
        else:
            self._show_facts()
            self.chosen_changed.emit()

    def _ask_why(self) -> None:
        self.why_wanted.emit(self._checks[0])

    def _step(self, by: int) -> None:
        """The focus to the next row, round and round."""
        parent = self.parentWidget()
        if parent is None:
            return
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        rows = parent.findChildren(CheckRowCard, options=direct)
        target = rows[(rows.index(self) + by) % len(rows)]
        target.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)

    def _renew(self) -> None:
        large = self._theme.scale >= LARGE_TEXT
        self._stage.setVisible(not large)
        self._box.setContentsMargins(17 + self._mark() + 16, 14, 20, 14)
        width = self._theme.px(116)
        for part in (self._minutes, self._last):
            part.setMinimumWidth(min(width, 200))
        self.updateGeometry()
        self.update()
