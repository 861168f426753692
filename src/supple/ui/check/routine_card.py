"""The routines that a check leads to: the first with its picture, the second beside it; or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme


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
    """The routines that may follow, or what to do after pain; the way to the plan stands in the page's foot."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=16, parent=parent)
        self._theme = theme
        self._first: RoutineOffer | None = None
        self._stage = Stage(theme, pictures, radius=12, margin=8)
        self._caption = Text(theme, role=TextRole.CAPTION, tone="accent_text", weight=600)
        self._name = Text(theme, role=TextRole.LEAD, weight=600)
        self._sentence = Text(theme, tone="text2")
        self.start = Button(theme, self.tr("Start routine"), icon="play")
        self.keep = Button(theme, self.tr("Keep for later"), kind=ButtonKind.QUIET)
        self.other = Button(theme, icon="play")
        self.signs = Button(theme, self.tr("Read the warning signs"), icon="octagon-alert")
        self.mild = Button(theme, self.tr("It was mild and in the muscle"))
        self.plan = Button(
            theme,
            self.tr("See the plan"),
            kind=ButtonKind.PRIMARY,
            trailing="arrow-right",
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._caption, self._name, self._sentence):
            words.addWidget(label)
        words.addSpacing(10)
        words.addStretch(1)
        buttons = FlowLayout(gap=12, line_gap=8)
        for button in (self.start, self.other, self.signs, self.mild):
            buttons.addWidget(button)
        words.addLayout(buttons)
        self._name.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stage.setFixedSize(132, 88)
        self._row.setSpacing(24)
        self._row.addWidget(self._stage)
        self._row.addLayout(words, 1)
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
        self.plan.setVisible(startable)
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
        self.start.set_text(plain if self._theme.scale >= LARGE_TEXT else told)
        self.start.set_name(plain)
        self.start.setAccessibleDescription(told)

    def _adapt(self) -> None:
        self._name_start()
        large = self._theme.scale >= LARGE_TEXT
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if large else ways.LeftToRight)
