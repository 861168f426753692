"""In the place of the choice when every check is closed: why, and what can be done instead."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.checks.closed import ClosedCheck, Shut
from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

STAGE_WIDTH, STAGE_HEIGHT = 520, 260
WALKING = ("hip_length_floor", "step_1")


class NoCheck(QWidget):
    """A picture of walking, a sentence, and the ways on."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        middle = Qt.AlignmentFlag.AlignHCenter
        self._stage = Stage(theme, pictures, radius=24)
        self.title = Text(theme, role=TextRole.TITLE, align=middle)
        self.sentence = Text(theme, role=TextRole.LEAD, tone="text2", align=middle)
        self.gentle = Button(
            theme, self.tr("Gentle first week"), kind=ButtonKind.PRIMARY, size=Size.LARGE, icon="play"
        )
        self.answers = Button(theme, self.tr("Change my answers"), size=Size.LARGE)
        self.settings = Button(theme, self.tr("What I avoid"), size=Size.LARGE)
        self._column = QWidget()

        self._stage.setFixedHeight(STAGE_HEIGHT)
        alt = self.tr("A person walking at an easy pace in light clothes.")
        self._stage.show_still(*WALKING, side=Side.BOTH, alt=alt)
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self._fit()

        theme.changed.connect(self._fit)

    def show_why(self, closing: ClosedCheck, reason: str) -> None:
        """Say `reason`, and offer what helps against it."""
        trained = closing.shut is Shut.TRAINED
        title = (
            self.tr("Not straight after a routine")
            if trained
            else self.tr("The checks are closed for you now")
        )
        self.title.set_text(title)
        self.sentence.set_text(reason)
        self.gentle.setVisible(not trained)
        self.answers.setVisible(closing.shut is Shut.ANSWER)
        self.settings.setVisible(closing.shut is Shut.AVOIDED)
        self.title.setAccessibleDescription(reason)

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap=16, line_gap=12)
        for button in (self.gentle, self.answers, self.settings):
            buttons.addWidget(button)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addLayout(buttons)
        centred.addStretch(1)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._stage)
        column.addSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addLayout(centred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 100)
        row.addStretch(1)

    def _fit(self) -> None:
        self._column.setMaximumWidth(self._theme.px(STAGE_WIDTH))
