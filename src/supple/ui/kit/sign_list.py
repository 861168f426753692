"""A plain list of sentences with a dot before each: warning signs, things to do."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme


class SignList(QWidget):
    """Sentences under each other; the dots decorate and are not read."""

    def __init__(
        self,
        theme: Theme,
        sentences: Iterable[str] = (),
        *,
        tone: str = "stop",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._role = role
        self._rows = QVBoxLayout(self)

        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self.set_sentences(sentences)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is listed."""
        return self._sentences

    @property
    def tone(self) -> str:
        """The colour of the dots."""
        return self._tone

    def set_sentences(self, sentences: Iterable[str], *, tone: str = "") -> None:
        """List something else, with dots of another `tone` if one is given."""
        self._tone = tone or self._tone
        self._sentences = tuple(sentences)
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for sentence in self._sentences:
            self._rows.addWidget(self._row(sentence))

    def _row(self, sentence: str) -> QWidget:
        row = QWidget()
        dot = Text(self._theme, "●", role=TextRole.CAPTION, tone=self._tone, wraps=False)
        words = Text(self._theme, sentence, role=self._role)
        layout = QHBoxLayout(row)

        tell(dot, Told.DECORATION)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, 1)
        return row
