"""Usual mistakes: each beside the right form in two pictures, those without pictures as a list."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supple.domain.exercise import Exercise
from supple.domain.mistake import Mistake
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Picture, Pictures
from supple.ui.figure.pointers import PointAt, Pointers
from supple.ui.figure.pointing_stage import PointingStage
from supple.ui.kit.icons import Fact
from supple.ui.kit.point_list import PointList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, Theme

SHAPE = 3 / 4
LEAST = QSize(160, 120)
LARGEST = QSize(320, 240)


class _HalfStage(PointingStage):
    """One of two pictures in one frame, the spot where they differ ringed and enlarged."""

    def __init__(self, theme: Theme, pictures: Pictures, *, tone: str) -> None:
        pointers = Pointers(theme, pictures, PointAt.SPOT, tone=tone)
        super().__init__(theme, pictures, pointers, radius=12, margin=8, small=True)
        self._beside = ""

        self.setMinimumSize(LEAST)
        self.setMaximumSize(LARGEST)

    def show_half(self, exercise_id: str, scene: str, beside: str, *, side: Side, alt: str) -> None:
        """Show `scene` at the scale it has together with `beside`."""
        self._beside = beside
        self.show_still(exercise_id, scene, side=side, alt=alt)

    def find_picture(self) -> Picture | None:
        """Small, and framed with its neighbour."""
        return self._pictures.pair(self._exercise_id, self._scene, self._beside, side=self._asked_side)

    def pointed_scenes(self) -> tuple[str, ...]:
        """Both, so that both loupes stand in one place."""
        return self._exercise_id, self._scene, self._beside

    def sizeHint(self) -> QSize:
        """Half a column."""
        return LARGEST

    def hasHeightForWidth(self) -> bool:
        """Keeps the shape of the pictures."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Three quarters."""
        return max(LEAST.height(), min(LARGEST.height(), round(width * SHAPE)))


class _Form(QWidget):
    """A picture over its sign and word: a tick for the right form, a cross for the mistake."""

    def __init__(self, theme: Theme, pictures: Pictures, *, icon: str, word: str, tone: str) -> None:
        super().__init__()
        self._word = word
        self._stage = _HalfStage(theme, pictures, tone=tone)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._stage)
        layout.addWidget(Fact(theme, icon, word, tone=tone))
        layout.addStretch(1)

    def show_half(self, exercise_id: str, scene: str, beside: str, *, side: Side, alt: str) -> None:
        """Show the picture; its words begin with what it is an example of."""
        said = self.tr("{word}: {alt}").format(word=self._word, alt=fill(alt, side=side))
        self._stage.show_half(exercise_id, scene, beside, side=side, alt=said)


class _Pair(QWidget):
    """One mistake: its words, the right form and the mistake; one under the other when the text is large."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._theme = theme
        self._words = Text(theme, weight=600)
        self._right = _Form(theme, pictures, icon="check", word=self.tr("Like this"), tone="success")
        self._wrong = _Form(theme, pictures, icon="x", word=self.tr("Not like this"), tone="caution")
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        self._beside.setSpacing(12)
        self._beside.addWidget(self._right, 1, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self._wrong, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words)
        layout.addLayout(self._beside)
        self._fit()

        theme.changed.connect(self._fit)

    def show_mistake(self, exercise_id: str, mistake: Mistake, *, side: Side) -> None:
        """Words and both pictures on `side`."""
        right, wrong = mistake.right_scene, mistake.wrong_scene
        self._words.set_text(fill(mistake.text, side=side))
        self._right.show_half(exercise_id, right, wrong, side=side, alt=mistake.right_alt)
        self._wrong.show_half(exercise_id, wrong, right, side=side, alt=mistake.wrong_alt)

    def _fit(self) -> None:
        stacked = self._theme.scale >= LARGE_TEXT
        self._beside.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )


class MistakePairs(QWidget):
    """All usual mistakes of one exercise on one side."""

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._pairs: list[_Pair] = []
        self._rows = QVBoxLayout()
        self._rest = PointList(theme, icon="x")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._rows.setSpacing(8)
        layout.addLayout(self._rows)
        layout.addWidget(self._rest)

    def show_exercise(self, exercise: Exercise, *, side: Side) -> None:
        """Pairs where both pictures are there, then the others in words."""
        seen = [mistake for mistake in exercise.pairs if self._has_both(exercise.id, mistake)]
        while len(self._pairs) < len(seen):
            self._pairs.append(_Pair(self._theme, self._pictures))
            self._rows.addWidget(self._pairs[-1])
        for place, pair in enumerate(self._pairs):
            pair.setVisible(place < len(seen))
            if place < len(seen):
                pair.show_mistake(exercise.id, seen[place], side=side)
        rest = [fill(mistake.text, side=side) for mistake in exercise.mistakes if mistake not in seen]
        self._rest.set_points(rest)
        self._rest.setVisible(bool(rest))

    def _has_both(self, exercise_id: str, mistake: Mistake) -> bool:
        return all(
            self._pictures.has(exercise_id, scene) for scene in (mistake.right_scene, mistake.wrong_scene)
        )
