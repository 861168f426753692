"""How a photo is taken: a picture and four numbered sentences."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.domain.checks.photo_text import PhotoText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.card import Card
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

PICTURE, PICTURE_NARROW = 130, 110
NUMBER = 24


class _Number(QWidget):
    """A number in a soft round."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(NUMBER), self._theme.px(NUMBER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(self._theme.colour("accent_text"))
        painter.setFont(self._theme.font(TextRole.CAPTION, weight=600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class PhotoHowTo(Card):
    """Its picture turns with the side."""

    def __init__(
        self, theme: Theme, pictures: Pictures, text: PhotoText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, padding=18, parent=parent)
        self._text = text
        self._stage = Stage(theme, pictures, radius=10, margin=6)
        self._steps = [Text(theme) for _ in text.how_to]

        self.body.addWidget(Text(theme, self.tr("How to take it"), weight=600, heading=2))
        self.body.addWidget(self._stage)
        for number, step in enumerate(self._steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(_Number(theme, number), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(step, 1)
            self.body.addLayout(row)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Make the picture smaller in a small window."""
        self._stage.setFixedHeight(PICTURE_NARROW if narrow else PICTURE)

    def show_side(self, side: Side) -> None:
        """Name the leg that hangs."""
        shot = self._text.shot
        self._stage.show_still(self._text.exercise_id, shot.scene, side=side, alt=fill(shot.alt, side=side))
        for step, words in zip(self._steps, self._text.how_to, strict=True):
            step.set_text(fill(words, side=side))
