"""The steps of an exercise: number, sentence and picture of each, all on one side."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.exercise import Exercise
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.pointers import PointAt, Pointers
from supple.ui.figure.pointing_stage import PointingStage
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme

DISC = 24
THUMB, THUMB_LARGE = QSize(128, 88), QSize(200, 138)


class _Disc(QWidget):
    """The number of a step in its disc."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number

        tell(self, Told.LABEL)
        self.setAccessibleName(str(number))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        side = self._theme.px(DISC)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A disc with the number in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(self._theme.colour("accent_text"))
        painter.setFont(self._theme.font(TextRole.CAPTION, weight=600))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._number))


class _StepRow(QWidget):
    """One step; its picture stands beside the words, or under them when the text is large."""

    def __init__(self, theme: Theme, pictures: Pictures, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._words = Text(theme, align=Qt.AlignmentFlag.AlignTop)
        way = Pointers(theme, pictures, PointAt.WAY)
        self._stage = PointingStage(theme, pictures, way, radius=12, margin=6, small=True)
        self._layout = QHBoxLayout(self)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._beside.setSpacing(12)
        self._layout.addWidget(_Disc(theme, number), 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self._words, 1)
        self._beside.addWidget(self._stage, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(self._beside, 1)

    def show_words(self, text: str) -> None:
        """The sentence, its side filled in."""
        self._words.set_text(text)

    def show_picture(self, exercise_id: str, scene: str, *, side: Side, alt: str) -> None:
        """The picture of the step on `side`."""
        self._stage.show_still(exercise_id, scene, side=side, alt=alt)
        self._stage.show()

    def hide_picture(self) -> None:
        """A step that goes on from the picture before it."""
        self._stage.hide()

    def fit(self, thumb: QSize) -> None:
        """Give the picture its size and place."""
        stacked = self._theme.scale >= LARGE_TEXT
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(direction)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignTop
        self._beside.setAlignment(self._stage, side)
        self._stage.setFixedSize(THUMB_LARGE if stacked else thumb)


class ExerciseSteps(QWidget):
    """All steps of one exercise on one side."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._steps: list[_StepRow] = []
        self._thumb = THUMB
        self._rows = QVBoxLayout(self)

        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(16)
        self._rows.addStretch(
            1
        )  # where there is more height than needed, for a moment, the steps do not move

        theme.changed.connect(self._fit)

    def show_exercise(self, exercise: Exercise, *, side: Side) -> None:
        """Show the steps with every word and picture on `side`."""
        while len(self._steps) < len(exercise.steps):
            row = _StepRow(self._theme, self._pictures, len(self._steps) + 1)
            self._rows.insertWidget(len(self._steps), row)
            self._steps.append(row)
        shown = ""
        for number, row in enumerate(self._steps):
            row.setVisible(number < len(exercise.steps))
            if number >= len(exercise.steps):
                continue
            step = exercise.steps[number]
            row.show_words(fill(step.text, side=side))
            if step.scene == shown:
                row.hide_picture()
            else:
                row.show_picture(exercise.id, step.scene, side=side, alt=fill(step.alt, side=side))
            shown = step.scene
        self._fit()

    def set_large(self, thumb: QSize) -> None:
        """Show the pictures at `thumb` while the text is not too large."""
        self._thumb = thumb
        self._fit()

    def _fit(self) -> None:
        for row in self._steps:
            row.fit(self._thumb)
