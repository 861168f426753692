"""A question about a photo with yes, no and not sure; nothing is chosen at first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from supple.domain.checks.photo_run import Said
from supple.domain.checks.photo_text import AskedText
from supple.ui.kit.card import Card
from supple.ui.kit.reader import announce
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme


class PhotoAsked(Card):
    """Says at once when an answer keeps the photo out."""

    answered = Signal()

    def __init__(self, theme: Theme, text: AskedText, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=18, parent=parent)
        self._theme = theme
        self._text = text
        self._said: Said | None = None
        self._answers: Segmented | None = None
        self._note = Text(theme, text.note, role=TextRole.CAPTION, tone="text2")

        self.body.addWidget(Text(theme, text.question, weight=600, heading=2))
        self.body.addWidget(self._note)
        self.ask_anew()

    @property
    def said(self) -> Said | None:
        """What was answered."""
        return self._said

    @property
    def note(self) -> str:
        """The words under the answers."""
        return self._note.text()

    def button(self, said: Said) -> QAbstractButton:
        """The answer `said`."""
        if self._answers is None:
            raise ValueError("nothing is asked yet")
        return self._answers.button(said)

    def ask_anew(self, said: Said | None = None) -> None:
        """Of another photo; or of the same one again, with what was answered."""
        if self._answers is not None:
            self.body.removeWidget(self._answers)
            self._answers.hide()
            self._answers.deleteLater()
        words = ((Said.YES, self.tr("Yes")), (Said.NO, self.tr("No")), (Said.NOT_SURE, self.tr("Not sure")))
        choices = [Segment(key=answer, word=word) for answer, word in words]
        self._answers = Segmented(self._theme, choices, name=self._text.question, key=said)
        self.body.insertWidget(1, self._answers, 0, Qt.AlignmentFlag.AlignLeft)
        self._answers.chosen.connect(self._take)
        self._show(said)

    def _take(self, key: str) -> None:
        self._show(Said(key))
        if self._said is not Said.YES:
            announce(self, self._text.kept_out)
        self.answered.emit()

    def _show(self, said: Said | None) -> None:
        self._said = said
        out = said is not None and said is not Said.YES
        self._note.set_text(self._text.kept_out if out else self._text.note)
        self._note.set_tone("caution" if out else "text2")
