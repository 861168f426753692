"""The warning signs: both lists in plain words, the stop rules, and a way to change one's answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supple.domain.pain import Light
from supple.domain.safety import Clearance, Group, Urgency, in_group
from supple.domain.safety_text import SafetyContent, StopRule, by_urgency
from supple.ui.kit.banner import Tone
from supple.ui.kit.button import Button
from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import ColumnsLayout
from supple.ui.kit.icons import IconView
from supple.ui.kit.page import Page
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.sign_list import SignList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.agreed_words import agreed_words

_LIGHTS = {
    Light.GREEN: ("circle-check", "success"),
    Light.AMBER: ("triangle-alert", "caution"),
    Light.RED: ("octagon-alert", "stop"),
}

LIST, RULE = 380, 260
_SCROLLS = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class SignsCard(Card):
    """The signs of one group under its heading."""

    def __init__(
        self, theme: Theme, content: SafetyContent, group: Group, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        icon, tone = ("octagon-alert", "stop") if group is Group.EMERGENCY else ("triangle-alert", "caution")
        self._icon = IconView(theme, icon, size=24, tone=tone)
        self._heading = Text(theme, content.groups[group].heading, role=TextRole.LEAD, weight=600)
        self.signs = [
            (
                Text(theme, self._when(urgency), weight=600),
                SignList(theme, [question.sign for question in questions], tone=tone),
            )
            for urgency, questions in by_urgency(in_group(content.questions, group))
        ]

        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._heading, 1)
        self.body.setSpacing(16)
        self.body.addLayout(head)
        for when, signs in self.signs:
            if when.text():
                self.body.addWidget(when)
            self.body.addWidget(signs)
        self.body.addStretch(1)

    def _when(self, urgency: Urgency) -> str:
        """How soon, over what can wait for a doctor; nothing can wait among the emergency signs."""
        return {
            Urgency.SAME_DAY: self.tr("Today"),
            Urgency.SAME_DAY_IF_WORSENING: self.tr(
                "Today if it is getting worse, otherwise within a few days"
            ),
            Urgency.WITHIN_DAYS: self.tr("Within a few days"),
        }.get(urgency, "")


class _RuleRow(QWidget):
    """One light: its icon and word, the feeling, what to do."""

    def __init__(self, theme: Theme, rule: StopRule, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon, tone = _LIGHTS[rule.light]
        self._icon = IconView(theme, icon, size=24, tone=tone)
        self._word = Text(theme, rule.word, role=TextRole.LEAD, weight=600)
        self._feeling = Text(theme, rule.feeling)
        self._action = Text(theme, f"**{rule.action}**")

        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._word)
        words.addWidget(self._feeling)
        words.addWidget(self._action)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)


class StopRulesCard(Card):
    """The three lights for what is felt during an exercise."""

    def __init__(
        self, theme: Theme, content: SafetyContent, *, least: int = RULE, parent: QWidget | None = None
    ) -> None:
        """Each light is at least so wide, or they stand one under the other."""
        super().__init__(theme, parent=parent)
        self._least = least
        self._heading = Text(theme, self.tr("During an exercise"), role=TextRole.LEAD, weight=600)
        self._rules = ColumnsLayout(min_column=theme.px(least), max_columns=3, gap=24, has_holes=False)

        for rule in content.stop_rules:
            self._rules.addWidget(_RuleRow(theme, rule))
        self.body.setSpacing(16)
        self.body.addWidget(self._heading)
        self.body.addLayout(self._rules)

        theme.changed.connect(self._adapt)

    def _adapt(self) -> None:
        self._rules.set_min_column(self._theme.px(self._least))


class WarningSignsPage(Page):
    """The room "Warning signs"."""

    def __init__(self, theme: Theme, content: SafetyContent, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.set_title(self.tr("Warning signs"))
        self.change = Button(theme, self.tr("Change my answers"), icon="pencil")
        self._lead = Text(
            theme,
            self.tr("Stop and get help if anything in these lists appears."),
            role=TextRole.LEAD,
            tone="text2",
        )
        self._lists = ColumnsLayout(min_column=theme.px(LIST), max_columns=2, gap=24)
        self._answers = Card(theme)
        self._answers_title = Text(theme, self.tr("Your answers"), role=TextRole.LEAD, weight=600)
        self._ticked = SignList(theme, tone="text2")
        self._none = Text(theme)
        self._agreed_title = Text(theme, self.tr("Agreed and counted"), weight=600)
        self._agreed = SignList(theme, tone="text2")
        self._safety = content
        self._disclaimer = Text(theme, content.disclaimer, role=TextRole.CAPTION, tone="text2")

        self.header.addWidget(self.change)
        for group in (Group.EMERGENCY, Group.SEE_DOCTOR):
            self._lists.addWidget(SignsCard(theme, content, group))
        self._answers.body.setSpacing(12)
        self._answers.body.addWidget(self._answers_title)
        self._answers.body.addWidget(self._ticked)
        self._answers.body.addWidget(self._none)
        self._answers.body.addWidget(self._agreed_title)
        self._answers.body.addWidget(self._agreed)
        self.body.addWidget(self._lead)
        self.body.addLayout(self._lists)
        self.body.addWidget(StopRulesCard(theme, content))
        self.body.addWidget(self._answers)
        self.body.addWidget(self._disclaimer)
        self.body.addStretch(1)
        self.set_clearance(None)

        theme.changed.connect(self._adapt)

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers as they are shown."""
        return self._ticked.sentences or (self._none.text(),)

    @property
    def agreed(self) -> tuple[str, ...]:
        """What was agreed and told beside them."""
        return self._agreed.sentences

    def set_clearance(self, clearance: Clearance | None) -> None:
        """Show what was ticked; None while the questions were not answered yet."""
        ticked = clearance.answers if clearance else ()
        self._ticked.set_sentences(question.text for question in ticked)
        self._ticked.setVisible(bool(ticked))
        self._none.set_text(
            self.tr("You ticked nothing when you were asked. That does not rule everything out.")
            if clearance
            else self.tr("The safety questions have not been answered yet.")
        )
        self._none.setVisible(not ticked)
        agreed = agreed_words(self._safety, clearance) if clearance else ()
        self._agreed.set_sentences(agreed)
        for widget in (self._agreed_title, self._agreed):
            widget.setVisible(bool(agreed))

    def _adapt(self) -> None:
        self._lists.set_min_column(self._theme.px(LIST))


class WarningSignsSheet(Sheet):
    """The same lists over a full page: the self-test, a session."""

    def __init__(self, theme: Theme, content: SafetyContent, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, title="", tone=Tone.STOP, width=760, parent=parent)
        self.set_title(
            self.tr("Warning signs"), self.tr("Stop and get help if anything in these lists appears.")
        )
        for group in (Group.EMERGENCY, Group.SEE_DOCTOR):
            self.body.addWidget(SignsCard(theme, content, group))
        self.body.addWidget(StopRulesCard(theme, content))
        close = self.add_button(self.tr("Close"))
        close.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down and the page keys scroll the lists."""
        area = self.findChild(QScrollArea)
        action = _SCROLLS.get(Qt.Key(event.key()))
        if area is not None and action is not None:
            area.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)
