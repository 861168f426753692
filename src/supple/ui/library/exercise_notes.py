"""The small parts of an exercise's page: where it is felt, when not to do it, and how it gets easier or harder."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.catalogue import CautionNote
from supple.domain.exercise import Exercise
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.icons import IconView
from supple.ui.kit.point_list import PointList
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

DOT = 16


class Column(QWidget):
    """Parts of a page one under the other."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)

        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)  # spare height, for a moment, moves nothing
        self.add(*parts)

    def add(self, *parts: QWidget) -> None:
        """Append."""
        for part in parts:
            self._layout.insertWidget(self._layout.count() - 1, part)

    def hug(self, part: QWidget) -> None:
        """Let `part` be only as wide as it needs."""
        self._layout.setAlignment(part, Qt.AlignmentFlag.AlignLeft)


class Gap(QWidget):
    """A little more room above a heading."""

    def __init__(self) -> None:
        super().__init__()

        self.setFixedHeight(4)


class _MuscleDot(QWidget):
    """The colour of the working muscle, in a ring so that it is seen on every ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(DOT, self._theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dot and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(self._theme.colour("text2"), 1.5))
        painter.drawEllipse(centre, DOT / 2 - 1, DOT / 2 - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("muscle"))
        painter.drawEllipse(centre, DOT / 2 - 3.5, DOT / 2 - 3.5)


class FeltLine(QWidget):
    """Where the exercise is felt, on the side shown."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text(theme)

        line = QWidget()
        inner = QHBoxLayout(line)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(_MuscleDot(theme), 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._words, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)

    def take_button(self, button: QWidget) -> None:
        """Stand beside the words and keep its place while it is hidden."""
        stays = button.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        button.setSizePolicy(stays)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)

    def set_felt(self, felt: str) -> None:
        """`felt` goes on after "Felt"."""
        self._words.set_text(self.tr("**Felt** {where}").format(where=felt))

    def text(self) -> str:
        """The words."""
        return self._words.text()


class WhenNot(QFrame):
    """The reasons to leave an exercise out, and those to take care."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._not_now = Text(theme, self.tr("**Not for now** with"))
        self._not_now_points = PointList(theme)
        self._care = Text(theme, self.tr("**Take care:**"))
        self._care_points = PointList(theme)

        self.setProperty("role", "banner")
        self.setProperty("tone", "caution")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._not_now, self._not_now_points, self._care, self._care_points):
            words.addWidget(part)
        icon = IconView(theme, "triangle-alert", size=20, tone="caution")
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_notes(self, notes: Sequence[CautionNote]) -> None:
        """Sort the notes of an exercise; without any the frame disappears."""
        hides = [self._point(note) for note in notes if note.hides]
        marks = [self._point(note) for note in notes if not note.hides]
        for heading, points, found in (
            (self._not_now, self._not_now_points, hides),
            (self._care, self._care_points, marks),
        ):
            heading.setVisible(bool(found))
            points.setVisible(bool(found))
            points.set_points(found)
        self.setVisible(bool(notes))

    def _point(self, note: CautionNote) -> str:
        return note.when[:1].upper() + note.when[1:] + "."


class VariantLine(QWidget):
    """How the exercise gets easier or harder, with a way to the exercise that is meant."""

    exercise_opened = Signal(str)

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise_id = ""
        self._words = Text(theme, tone="text2")
        self._link = Button(theme, kind=ButtonKind.QUIET, trailing="arrow-right")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Text(theme, title, weight=600))
        layout.addWidget(self._words)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self._link.set_flush(True)

        self._link.clicked.connect(self._open)

    def show_variant(self, words: str, exercise: Exercise | None) -> None:
        """Show the words and, when it can be shown itself, the exercise; without both it disappears."""
        self._words.set_text(words)
        self._words.setVisible(bool(words))
        self._exercise_id = exercise.id if exercise else ""
        self._link.set_text(exercise.name if exercise else "")
        self._link.setVisible(exercise is not None)
        self.setVisible(bool(words) or exercise is not None)

    def _open(self) -> None:
        self.exercise_opened.emit(self._exercise_id)
