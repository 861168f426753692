"""The sheet that lists the keys, made from the table that the keys themselves are looked up in."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from supple.ui.kit.button import ButtonKind
from supple.ui.kit.keys import SESSION_ACTS, TABLE, WINDOW_ACTS, Act, native
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme


def act_words(act: Act) -> str:
    """What the keys of `act` do."""
    words = {
        Act.ROOM: QCoreApplication.translate("Keys", "Go to a room, in the order of the rail"),
        Act.JUMP: QCoreApplication.translate("Keys", "Jump between the rail and the page"),
        Act.SEARCH: QCoreApplication.translate("Keys", "Search the library"),
        Act.FULL_SCREEN: QCoreApplication.translate("Keys", "Fill the screen, or leave it"),
        Act.KEYS: QCoreApplication.translate("Keys", "This list"),
        Act.QUIT: QCoreApplication.translate("Keys", "Close Supple"),
        Act.PAUSE: QCoreApplication.translate("Keys", "Pause, resume, or go on where it waits for you"),
        Act.PREVIOUS: QCoreApplication.translate(
            "Keys", "Back to the start of this part, or to the one before"
        ),
        Act.SKIP: QCoreApplication.translate("Keys", "Skip to the next part"),
        Act.SKIP_EXERCISE: QCoreApplication.translate("Keys", "Skip the rest of the exercise"),
        Act.HURTS: QCoreApplication.translate("Keys", "It hurts: the set stops at once"),
        Act.SOUND: QCoreApplication.translate("Keys", "Sound on or off"),
        Act.FILL: QCoreApplication.translate("Keys", "Fill the screen, or leave it"),
        Act.STOP: QCoreApplication.translate("Keys", "Stop the session; you are asked first"),
    }
    return words[act]


def keys_of(act: Act) -> str:
    """The keys of `act` in words: "Ctrl+1 to Ctrl+7", "F1 or Ctrl+?"."""
    keys = [native(words) for words in TABLE[act]]
    if act is Act.ROOM:
        told = QCoreApplication.translate("Keys", "{first} to {last}")
        return told.format(first=keys[0], last=keys[-1])
    return QCoreApplication.translate("Keys", " or ").join(keys)


class KeysSheet(Sheet):
    """What can be pressed in the window, and what in a session."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            title=self.tr("Keys"),
            sentence=self.tr("Tab walks through everything, Enter or Space presses, Esc goes back."),
            width=680,
            parent=parent,
        )
        self.done = self.add_button(self.tr("Close"), kind=ButtonKind.PRIMARY)

        self._add(self.tr("Everywhere"), (*WINDOW_ACTS, Act.SEARCH))
        self._add(self.tr("In a session"), SESSION_ACTS)
        self.set_first_focus(self.done)

        self.done.clicked.connect(self.close_sheet)

    def _add(self, title: str, acts: tuple[Act, ...]) -> None:
        self.body.addWidget(Text(self._theme, title, role=TextRole.LEAD, weight=600))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        stacked = self._theme.scale >= LARGE_TEXT
        for row, act in enumerate(acts):
            grid.addWidget(Text(self._theme, act_words(act)), 2 * row, 0)
            keys = Text(self._theme, keys_of(act), tone="text2", weight=600, wraps=stacked)
            if stacked:
                grid.addWidget(keys, 2 * row + 1, 0)
            else:
                grid.addWidget(keys, 2 * row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
