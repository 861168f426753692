"""One thing of a person's own that they would like to do more easily, and how it goes: 0 not at all, 10 as before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.ui.kit.card import Card
from supple.ui.kit.field import Field
from supple.ui.kit.pain_scale import PainScale, ScaleWords
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

LONGEST = 60
"""Letters of a name: it stands in one line of "What changed, and why"."""


class ActivityCard(Card):
    """Kept as soon as a number is pressed; without a name it is asked for first."""

    rated = Signal(str, int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=24, parent=parent)
        title = Text(theme, self.tr("Something of your own"), role=TextRole.LEAD, weight=600, heading=2)
        self._sentence = Text(
            theme,
            self.tr(
                "Name one thing you would like to do more easily, such as running 5 km, and say at times how it goes."
            ),
            tone="text2",
        )
        self.field = Field(theme, name=self.tr("What you would like to do more easily"))
        self._ask = Text(theme, self.tr("Name it first."), role=TextRole.CAPTION, tone="caution")
        self.scale = PainScale(
            theme,
            name=self.tr("How it goes"),
            small=True,
            words=ScaleWords(
                score=self.tr("{score} of 10"), least=self.tr("0: not at all"), most=self.tr("10: as before")
            ),
        )
        self._last = Text(theme, role=TextRole.CAPTION, tone="text2")

        self.setAccessibleName(title.text())
        self.field.setMaxLength(LONGEST)
        self.body.setSpacing(8)
        for part in (title, self._sentence, self.field, self._ask, self.scale, self._last):
            self.body.addWidget(part)
        self._ask.hide()

        self.scale.chosen.connect(self._rate)
        self.field.textEdited.connect(self._ask.hide)

    def show_activity(self, activity: str, last: str) -> None:
        """What it was called last and how it went, "" for nothing yet; what is being typed stays."""
        if not self.field.hasFocus():
            self.field.setText(activity)
        self._last.set_text(last)
        self._last.setVisible(bool(last))
        self.scale.clear()

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding."""
        self.set_padding(16 if narrow else 24)

    def _rate(self, score: int | None) -> None:
        if score is None:
            return
        name = self.field.text().strip()
        if name:
            self.rated.emit(name, score)
            return
        self.scale.clear()
        self._ask.show()
        self.field.setFocus()
