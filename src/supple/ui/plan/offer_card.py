"""What a plan offers: one thing, its reason, and a yes as easy as a no."""

from PySide6.QtWidgets import QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme


class OfferCard(Card):
    """Gone after either answer."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=24, parent=parent)
        self._eyebrow = Text(
            theme, self.tr("Offered"), role=TextRole.CAPTION, tone="accent_text", weight=600, heading=0
        )
        self._title = Text(theme, role=TextRole.LEAD, weight=600, heading=2)
        self._why = Text(theme, tone="text2")
        self.take = Button(theme, self.tr("Take it"))
        self.not_yet = Button(theme, self.tr("Not yet"), kind=ButtonKind.QUIET)

        self.body.setSpacing(4)
        for words in (self._eyebrow, self._title, self._why):
            self.body.addWidget(words)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.take)
        buttons.addWidget(self.not_yet)
        self.body.addSpacing(8)
        self.body.addLayout(buttons)

    def show_offer(self, title: str, why: str) -> None:
        """Offer this; "" hides the card."""
        self._title.set_text(title)
        self._why.set_text(why)
        self.setAccessibleName(title)
        self.setVisible(bool(title))

    def set_narrow(self, *, narrow: bool) -> None:
        """Closer padding."""
        self.set_padding(16 if narrow else 24)
