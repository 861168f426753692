"""One lesson on the page: its blocks one under the other, its sources at the end."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.lesson import (
    Block,
    ExerciseLink,
    Heading,
    Illustration,
    Lesson,
    Note,
    Paragraph,
    PictureRow,
    Points,
)
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure import pictures as ui_pictures
from supple.ui.figure.stage import Stage
from supple.ui.figure.stage_ground import paint_stage_ground
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.point_list import PointList
from supple.ui.kit.source_list import SourceList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

READ_WIDTH = 664
PICTURE_HEIGHT, PICTURE_HEIGHT_ONE = 200, 260
BAR = 4


class _NoteCard(QFrame):
    """What is set apart: a surface with a bar of the accent at its edge."""

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        super().__init__()
        self._theme = theme

        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(4)
        layout.addWidget(Text(theme, title, weight=600))
        layout.addWidget(Text(theme, text, tone="text2"))

        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.fillPath(shape, self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawPath(shape)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, BAR, self.height()), self._theme.colour("accent"))


class _PictureRow(QWidget):
    """Pictures side by side on one stage, with a caption."""

    def __init__(self, theme: Theme, pictures: ui_pictures.Pictures, block: PictureRow) -> None:
        super().__init__()
        one = len(block.pictures) == 1
        ground = _Ground(theme)
        row = QHBoxLayout(ground)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(8)
        for picture in block.pictures:
            row.addWidget(_stage(theme, pictures, picture), 1)
        ground.setFixedHeight(PICTURE_HEIGHT_ONE if one else PICTURE_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(ground)
        if block.caption:
            words = fill(block.caption, side=block.pictures[0].side)
            layout.addWidget(Text(theme, words, role=TextRole.CAPTION, tone="text2"))


class _Ground(QWidget):
    """The stage's gradient behind several pictures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As every stage."""
        paint_stage_ground(QPainter(self), self._theme, QRectF(self.rect()), radius=16)


class _Way(QWidget):
    """A way to an exercise's page, and what the exercise is for."""

    opened = Signal(str)

    def __init__(self, theme: Theme, block: ExerciseLink, name: str) -> None:
        super().__init__()
        self._exercise_id = block.exercise_id
        link = Button(theme, name, kind=ButtonKind.QUIET, trailing="arrow-right")
        link.set_flush(True)
        link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # rather smaller than cut
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(Text(theme, block.text, tone="text2"))

        link.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self._exercise_id)


class LessonView(QWidget):
    """All of one lesson; made for it and thrown away with it."""

    exercise_opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        pictures: ui_pictures.Pictures,
        catalogue: Catalogue,
        lesson: Lesson,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._catalogue = catalogue
        self._lesson = lesson
        self._column = QVBoxLayout(self)

        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        minutes = self.tr("%n minute(s) to read", "", lesson.minutes)
        self._add_title(lesson.title, minutes)
        self._column.addWidget(Text(theme, lesson.lead, role=TextRole.LEAD, weight=500))
        for block in lesson.blocks:
            self._column.addWidget(self._made(block))
        if lesson.sources:
            QTimer.singleShot(0, self, self._add_sources)  # out of sight: the rest need not wait for them

    def _add_sources(self) -> None:
        self._column.addWidget(self._heading(self.tr("Sources")))
        sources = SourceList(self._theme)
        sources.set_numbered(self._catalogue.source(source) for source in self._lesson.sources)
        self._column.addWidget(sources)

    def _add_title(self, title: str, caption: str) -> None:
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(Text(self._theme, title, role=TextRole.TITLE))
        head.addWidget(Text(self._theme, caption, role=TextRole.CAPTION, tone="text2"))
        self._column.addLayout(head)

    def _made(self, block: Block) -> QWidget:
        numbered = self._lesson.numbered
        match block:
            case Heading(text=text):
                return self._heading(text)
            case Paragraph(text=text):
                return Text(self._theme, numbered(text), role=TextRole.LEAD)
            case Points(points=points):
                return PointList(self._theme, [numbered(point) for point in points], role=TextRole.LEAD)
            case Note(title=title, text=text):
                return _NoteCard(self._theme, title, numbered(text))
            case PictureRow():
                return _PictureRow(self._theme, self._pictures, block)
            case ExerciseLink(exercise_id=exercise_id):
                way = _Way(self._theme, block, self._catalogue.exercise(exercise_id).name)
                way.opened.connect(self.exercise_opened)
                return way

    def _heading(self, words: str) -> Text:
        return Text(self._theme, words, role=TextRole.LEAD, weight=600)


class SourcesView(QWidget):
    """Everything Supple rests on, in one list."""

    def __init__(self, theme: Theme, catalogue: Catalogue, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lead = self.tr(
            "Supple grew from one public article; where research says otherwise, Supple follows the research. "
            "No doctor or physiotherapist has reviewed Supple yet."
        )
        sources = SourceList(theme)
        sources.set_sources(catalogue.sources)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text(theme, sources_title(), role=TextRole.TITLE))
        column.addWidget(Text(theme, lead, role=TextRole.LEAD))
        column.addWidget(sources)


def sources_title() -> str:
    """How the list of all sources is called."""
    return QCoreApplication.translate("Sources", "Sources")


def _stage(theme: Theme, pictures: ui_pictures.Pictures, picture: Illustration) -> Stage:
    stage = Stage(theme, pictures, framed=False, margin=0)
    side = picture.side
    alt = fill(picture.alt, side=side) if side is not Side.BOTH else picture.alt
    stage.show_still(picture.folder, picture.scene, side=side, alt=alt)
    return stage
