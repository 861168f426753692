"""A banner: one calm sentence about something that needs to be known, with at most one thing to do."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.icons import IconView
from supple.ui.kit.reader import Told, announce, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

SIDE, TOP, GAP = 16, 12, 12
MOST_LINES = 3  # beside what is to be done


class Tone(StrEnum):
    """What a banner or a sheet is about."""

    INFO = "info"
    SUCCESS = "success"
    CAUTION = "caution"
    STOP = "stop"


TONE_ICONS = {
    Tone.INFO: ("info", "accent_text"),
    Tone.SUCCESS: ("circle-check", "success"),
    Tone.CAUTION: ("triangle-alert", "caution"),
    Tone.STOP: ("octagon-alert", "stop"),
}


class Banner(QFrame):
    """Bold first words, a sentence, perhaps a quiet button."""

    def __init__(
        self,
        theme: Theme,
        *,
        tone: Tone,
        bold: str,
        sentence: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        icon, colour = TONE_ICONS[tone]
        self._urgent = tone is Tone.STOP
        self._icon = IconView(theme, icon, size=20, tone=colour)
        self._words = Text(theme, breaks_words=True)  # the path of a file has no blanks
        self._action = Button(theme, action, kind=ButtonKind.QUIET)
        self._has_action = bool(action)
        self._is_stacked = False
        self._grid = QGridLayout(self)
        self._end = QHBoxLayout()

        tell(self, Told.ALERT)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone.value)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = self._grid
        layout.setContentsMargins(SIDE, TOP, SIDE, TOP)
        layout.setSpacing(GAP)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._action, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(self._end, 0, 3)
        self._action.setVisible(self._has_action)
        self.set_words(bold, sentence)

    @property
    def sentence(self) -> str:
        """All its words."""
        return self._words.text()

    def set_words(self, bold: str, sentence: str = "") -> None:
        """Say something else; a screen reader hears it at once."""
        before = self._words.text()
        self._words.set_text(f"**{bold}** {sentence}" if bold else sentence)
        self.setAccessibleName(self._words.text())
        if self.isVisible() and self._words.text() != before:
            self._announce()

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody sees it come who does not see."""
        super().showEvent(event)
        if not event.spontaneous():
            self._announce()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """With what is to be done beside the words, or under them where they would become a narrow column."""
        self._arrange(width)
        return self._grid.totalHeightForWidth(width)

    def _arrange(self, width: int) -> None:
        """The same in every height: what is to be done takes no width from long words."""
        taken = 2 * SIDE + 2 * GAP + self._icon.sizeHint().width() + self._end.sizeHint().width()
        beside = width - taken - self._action.sizeHint().width() - GAP
        long = self._words.heightForWidth(max(1, beside)) > MOST_LINES * self._words.line_height()
        stacked = self._has_action and long
        if stacked is not self._is_stacked:
            self._is_stacked = stacked
            self._grid.removeWidget(self._action)
            place = (1, 1, Qt.AlignmentFlag.AlignLeft) if stacked else (0, 2, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self._action, *place)
            self._action.set_flush(stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icon stands beside the first line, or in the middle beside a single one."""
        self._arrange(event.size().width())
        super().resizeEvent(event)
        single = self._words.heightForWidth(self._words.width()) <= self._words.line_height()
        place = Qt.AlignmentFlag.AlignVCenter if single else Qt.AlignmentFlag.AlignTop
        self._grid.setAlignment(self._icon, place)

    def _announce(self) -> None:
        announce(self, self._words.text(), urgent=self._urgent)
