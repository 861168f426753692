"""A pain rating on its own, such as the morning after: 0 to 10 and a note, both of which may be left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from supple.domain.pain import PainTold
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.field import Field
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme


class PainSheet(Sheet):
    """Tells a rating when there is one; "Not now" and Esc tell nothing."""

    told = Signal(object)  # PainTold

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        sentence: str = "",
        is_kept: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a note too where it `is_kept`."""
        super().__init__(theme, title=title, sentence=sentence, parent=parent)
        self.scale = PainScale(theme, name=title)
        self.note = Field(theme, name=self.tr("Note"))
        self.not_now = self.add_button(self.tr("Not now"))
        self.done = self.add_button(self.tr("Done"), kind=ButtonKind.PRIMARY)

        self.body.addWidget(self.scale)
        if is_kept:
            self.body.addWidget(Text(theme, self.tr("Note (optional)"), weight=600))
            self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.set_first_focus(self.scale.button(0))

        self.not_now.clicked.connect(self.close_sheet)
        self.done.clicked.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is Done, also from the note; a figure tells the pain."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        elif not self.scale.takes_key(event):
            super().keyPressEvent(event)

    def _tell(self) -> None:
        note = self.note.text().strip()
        self.close_sheet()
        if self.scale.score is not None or note:
            self.told.emit(PainTold(score=self.scale.score, note=note))
