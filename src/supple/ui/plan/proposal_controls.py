"""What a person sets before a plan begins: days, minutes, sides, kneeling, a desk, and the things at hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.card import Card
from supple.ui.kit.chip import Chip
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.kit.toggle import Toggle
from supple.ui.plan.day_toggles import DayToggles

PADDING_WIDE, PADDING_NARROW = 24, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SetChoices:
    """How the controls stand, in words: `closed` says why a weekday cannot be chosen, `minutes` what there is by key.

    `more` is the name of the switch for one set more, "" where no side gets one.
    """

    days: frozenset[int]
    closed: Mapping[int, str] = field(default_factory=dict)
    days_caption: str = ""
    minutes: Mapping[str, str] = field(default_factory=dict)
    minutes_key: str = ""
    more: str = ""
    more_on: bool = False
    no_kneeling: bool = False
    at_a_desk: bool = False
    things: Mapping[str, str] = field(default_factory=dict)
    has: frozenset[str] = frozenset()


class SwitchRow(QWidget):
    """A name, perhaps a caption under it, and a switch at the end."""

    def __init__(self, theme: Theme, name: str, caption: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._name = Text(theme, name, weight=600, heading=0)
        self._caption = Text(theme, caption, role=TextRole.CAPTION, tone="text2")
        self.toggle = Toggle(theme, name)

        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._caption)
        self.toggle.setAccessibleDescription(caption)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        if not caption:
            self._caption.hide()

    def show_switch(self, name: str, *, on: bool) -> None:
        """How it stands; without telling."""
        self._name.set_text(name)
        self.toggle.setAccessibleName(name)
        self.toggle.setChecked(on)
        self.setVisible(bool(name))


class ProposalControls(Card):
    """Each control tells what it was set to; the page it stands on is drawn anew from that."""

    minutes_chosen = Signal(str)
    thing_turned = Signal(str, bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=PADDING_WIDE, parent=parent)
        self._title = Text(theme, self.tr("Yours to set"), role=TextRole.LEAD, weight=600, heading=3)
        self._days_title = Text(theme, self.tr("Days that suit you"), weight=600, heading=0)
        self._days_caption = Text(theme, role=TextRole.CAPTION, tone="text2")
        self.days = DayToggles(theme, name=self.tr("Days that suit you"))
        self._time = QWidget()
        self._time_title = Text(theme, self.tr("Time a day"), weight=600, heading=0, wraps=False)
        self._time_row = FlowLayout(gap=16, line_gap=8)
        self._minutes: Segmented | None = None
        self._minutes_shown: Mapping[str, str] = {}
        self.more = SwitchRow(theme, "", self.tr("Only the stretches for the front of the hip"))
        self.kneeling = SwitchRow(theme, self.tr("No kneeling"))
        self.desk = SwitchRow(theme, self.tr("At a desk"))
        self._things_title = Text(theme, self.tr("You have"), weight=600, heading=0)
        self._things = FlowLayout(gap=8, line_gap=8)
        self._chips: dict[str, Chip] = {}

        self._build()

    def show_choices(self, choices: SetChoices) -> None:
        """How everything stands; without telling."""
        self.days.show_days(choices.days, choices.closed)
        self._days_caption.set_text(choices.days_caption)
        self._days_caption.setVisible(bool(choices.days_caption))
        self._show_minutes(choices)
        self.more.show_switch(choices.more, on=choices.more_on)
        self.kneeling.toggle.setChecked(choices.no_kneeling)
        self.desk.toggle.setChecked(choices.at_a_desk)
        self._show_things(choices)

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding."""
        self.set_padding(PADDING_NARROW if narrow else PADDING_WIDE)

    def _show_minutes(self, choices: SetChoices) -> None:
        """Another set of lengths is another control; the same stays, with the keyboard on it."""
        self._time.setVisible(len(choices.minutes) > 1)
        if choices.minutes != self._minutes_shown:
            self._minutes_shown = dict(choices.minutes)
            had_focus = self._minutes is not None and self._minutes.isAncestorOf(self.focusWidget())
            if self._minutes is not None:
                self._time_row.removeWidget(self._minutes)
                self._minutes.hide()
                self._minutes.deleteLater()
            segments = [Segment(key, words) for key, words in choices.minutes.items()]
            self._minutes = Segmented(self._theme, segments, name=self.tr("Time a day"))
            self._minutes.chosen.connect(self._tell_minutes)
            self._time_row.addWidget(self._minutes)
            QWidget.setTabOrder(self.days.toggles[-1], self._minutes.button(segments[0].key))
            if had_focus and choices.minutes_key in choices.minutes:
                self._minutes.button(choices.minutes_key).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._minutes is not None:
            self._minutes.set_key(choices.minutes_key)

    def _show_things(self, choices: SetChoices) -> None:
        for key, word in choices.things.items():
            if key not in self._chips:
                chip = self._chips[key] = Chip(self._theme, word)
                chip.clicked.connect(self._tell_thing)
                self._things.addWidget(chip)
        for key, chip in self._chips.items():
            chip.setChecked(key in choices.has)
            chip.setVisible(key in choices.things)
        self._things_title.setVisible(bool(choices.things))

    def _tell_minutes(self, key: str) -> None:
        self.minutes_chosen.emit(key)

    def _tell_thing(self) -> None:
        pressed = self.sender()
        for key, chip in self._chips.items():
            if chip is pressed:
                self.thing_turned.emit(key, chip.isChecked())

    def _build(self) -> None:
        self._time.setLayout(self._time_row)
        self._time_row.addWidget(self._time_title)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self.body.setSpacing(8)
        self.body.addWidget(self._title)
        for part in (self._days_title, self._days_caption, self.days, line, self._time):
            self.body.addWidget(part)
        for row in (self.more, self.kneeling, self.desk):
            self.body.addWidget(row)
        self.body.addWidget(self._things_title)
        self.body.addLayout(self._things)
        self.body.addStretch(1)
