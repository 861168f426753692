"""Progress before there is anything to show: a picture, a sentence, and the two ways to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

STAGE_WIDTH, STAGE_HEIGHT, STAGE_HEIGHT_NARROW = 520, 312, 208


class ProgressEmpty(QWidget):
    """Nothing here is missing: it is just the beginning."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        middle = Qt.AlignmentFlag.AlignHCenter
        self._stage = Stage(theme, pictures, radius=24)
        self._title = Text(theme, self.tr("Nothing to show yet"), role=TextRole.TITLE, align=middle)
        self._sentence = Text(theme, role=TextRole.LEAD, tone="text2", align=middle)
        self.start = Button(
            theme, self.tr("Start routine"), kind=ButtonKind.PRIMARY, size=Size.LARGE, icon="play"
        )
        self.test = Button(theme, self.tr("Start self-test"), size=Size.LARGE)
        self._note = Text(
            theme,
            self.tr("It all stays on this computer."),
            role=TextRole.CAPTION,
            tone="text2",
            align=middle,
        )

        self._sentence.set_text(
            self.tr(
                "After your first session you will find your minutes, your sets and how you felt, left and right apart."
            )
        )
        buttons = FlowLayout(gap=16, line_gap=12)
        buttons.addWidget(self.start)
        buttons.addWidget(self.test)
        button_row = QHBoxLayout()
        button_row.addStretch(1)
        button_row.addLayout(buttons)
        button_row.addStretch(1)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._stage)
        column.addSpacing(20)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(8)
        column.addLayout(button_row)
        column.addSpacing(8)
        column.addWidget(self._note)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 100)
        row.addStretch(1)
        self.set_narrow(narrow=False)
        self._fit()

        theme.changed.connect(self._fit)

    def show_picture(self, exercise_id: str, *, alt: str) -> None:
        """The still of the first exercise that is started from here."""
        self._stage.show_still(exercise_id, "card", side=Side.LEFT, alt=alt)

    def set_narrow(self, *, narrow: bool) -> None:
        """A lower picture in a small window."""
        self._stage.setFixedHeight(STAGE_HEIGHT_NARROW if narrow else STAGE_HEIGHT)

    def _fit(self) -> None:
        """As wide as the picture, and as the words need it."""
        self._column.setMaximumWidth(self._theme.px(STAGE_WIDTH))
