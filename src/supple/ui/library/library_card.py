"""A card of the library: picture, name, what kind, how hard, and why it is marked or not offered."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.exercise import Exercise
from supple.domain.offered import Allowance
from supple.domain.wording import fill
from supple.ui.figure.card_stage import CardStage
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage_ground import paint_card_top
from supple.ui.kit.card import RADIUS, PressCard
from supple.ui.kit.icons import Fact
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.exercise_words import category_word, difficulty_word, position_word
from supple.ui.words.inside import inside
from supple.ui.words.left_out import standing_words

PICTURE_HEIGHT = 184
HARDEST = 3
DOT, DOT_STEP = 8, 12


class _Difficulty(QWidget):
    """Three dots, as many filled as it is hard; the word stands beside them."""

    def __init__(self, theme: Theme, difficulty: int) -> None:
        super().__init__()
        self._theme = theme
        self._difficulty = difficulty

        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Three dots."""
        return QSize(HARDEST * DOT_STEP, DOT_STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Filled ones first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for i in range(HARDEST):
            painter.setBrush(self._theme.colour("text2" if i < self._difficulty else "track"))
            painter.drawEllipse(QPointF(i * DOT_STEP + DOT_STEP / 2, self.height() / 2), DOT / 2, DOT / 2)


class LibraryCard(PressCard):
    """One exercise; pressing it opens its page, also when it is not offered: the page says why."""

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        exercise: Exercise,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, exercise.name, parent=parent)
        self.exercise = exercise
        self._stage = CardStage(theme, pictures)
        self._name = Text(theme, exercise.name, weight=600)
        self._caution = Fact(theme, "triangle-alert", "", tone="caution", role=TextRole.CAPTION)
        self._instead = Text(theme, role=TextRole.CAPTION, tone="text2")
        self._kind = Text(theme, role=TextRole.CAPTION, tone="text2")
        self._hard = Text(
            theme, difficulty_word(exercise.difficulty), role=TextRole.CAPTION, tone="text2", wraps=False
        )

        self._kind.set_text(
            self.tr("{kind}, {position}").format(
                kind=category_word(exercise.category), position=inside(position_word(exercise.position))
            )
        )
        self._stage.setFixedHeight(PICTURE_HEIGHT)
        side = exercise.first_side
        self._stage.show_still(exercise.id, "card", side=side, alt=fill(exercise.card_alt, side=side))
        self._build()
        self.show_standing(Allowance(exercise_id=exercise.id))

        theme.changed.connect(self._renew)

    def show_standing(self, stands: Allowance) -> None:
        """Say why it is not offered, with what to do instead, or why it wants care."""
        words = standing_words(stands)
        instead = stands.hidden_by[0].instead if stands.hidden_by else ""
        self._caution.set_text(words)
        self._caution.setVisible(bool(words))
        self._instead.set_text(instead)
        self._instead.setVisible(bool(instead))
        self._stage.set_dimmed(not stands.is_open)
        facts = (self._kind.text(), self._hard.text(), words, self._instead.text())
        self.setAccessibleDescription(". ".join(fact for fact in facts if fact))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, with the stage's gradient behind the picture."""
        super().paintEvent(event)
        paint_card_top(QPainter(self), self._theme, QRectF(self.rect()), height=PICTURE_HEIGHT, radius=RADIUS)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(20, 14, 19, 14)
        words.setSpacing(4)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._kind, 1)
        foot.addWidget(self._hard)
        foot.addWidget(_Difficulty(self._theme, self.exercise.difficulty))
        words.addWidget(self._name)
        words.addWidget(self._caution)
        words.addWidget(self._instead)
        words.addStretch(1)
        words.addLayout(foot)
        self.body.addWidget(self._stage)
        self.body.addLayout(words, 1)
        self._renew()

    def _renew(self) -> None:
        self.setMinimumHeight(PICTURE_HEIGHT + self._theme.px(96))
        self.updateGeometry()
