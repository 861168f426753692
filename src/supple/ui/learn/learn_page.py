"""Learn: lessons in a list, or in a combo box where there is little room, and the one that is read."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.lesson import without_edge
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.combo import Combo
from supple.ui.kit.page import Page
from supple.ui.kit.side_list import SideList
from supple.ui.kit.theme import Theme
from supple.ui.learn.lesson_view import READ_WIDTH, LessonView, SourcesView, sources_title

LIST_WIDTH = 248
SOURCES = "sources"
READ_STRETCH = 1000  # the article grows first, what is beside it last


class LearnPage(Page):
    """Shows one lesson at a time; the last entry lists every source."""

    exercise_opened = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Pictures, catalogue: Catalogue, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("Room", "Learn"), parent=parent)
        self._pictures = pictures
        self._catalogue = catalogue
        titles = [title for _, title in self._entries()]
        self._list = SideList(theme, self.tr("Lessons"), titles, width=LIST_WIDTH, page=self)
        self._combo = Combo(theme, name=self.tr("Lesson"))
        self._view: QWidget | None = None
        self._lesson_id = ""
        self._edge_closed = (False, False)  # by an answer, by what is avoided
        self._article = QHBoxLayout()
        reading = QVBoxLayout()

        for lesson_id, title in self._entries():
            self._combo.addItem(title, lesson_id)
        columns = QHBoxLayout()
        columns.setSpacing(48)
        columns.addWidget(self._list)
        self._article.addStretch(1)
        reading.addLayout(self._article)
        reading.addStretch(1)
        columns.addLayout(reading, 1)
        self.body.addWidget(self._combo, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(columns, 1)
        self._fit()
        QTimer.singleShot(0, self, self._open_first)  # the window need not wait for page and lesson at once

        self._list.chosen.connect(self._choose)
        self._combo.currentIndexChanged.connect(self._choose)
        self.narrowed.connect(self._fit)
        theme.changed.connect(self._fit)

    @property
    def lesson_id(self) -> str:
        """The lesson that is read."""
        return self._lesson_id

    def set_edge_closed(self, *, by_answer: bool, by_choice: bool) -> None:
        """Leave out the check at an edge for an answer or for what the person avoids, or show it again."""
        if (by_answer, by_choice) != self._edge_closed:
            self._edge_closed = by_answer, by_choice
            if self._lesson_id:
                self._show(self._made(self._lesson_id))

    def show_lesson(self, lesson_id: str) -> None:
        """Open a lesson (or "sources") at its top."""
        ids = [entry_id for entry_id, _ in self._entries()]
        row = ids.index(lesson_id)
        if lesson_id == self._lesson_id:
            return
        self._lesson_id = lesson_id
        self._list.set_row(row)
        with QSignalBlocker(self._combo):
            self._combo.setCurrentIndex(row)
        self._show(self._made(lesson_id))
        self.scroll_to_top()

    def _open_first(self) -> None:
        if not self._lesson_id:
            self.show_lesson(self._catalogue.lessons[0].id)

    def _entries(self) -> list[tuple[str, str]]:
        return [
            *((lesson.id, lesson.title) for lesson in self._catalogue.lessons),
            (SOURCES, sources_title()),
        ]

    def _made(self, lesson_id: str) -> QWidget:
        if lesson_id == SOURCES:
            return SourcesView(self._theme, self._catalogue)
        lesson = self._catalogue.lesson(lesson_id)
        by_answer, by_choice = self._edge_closed
        if by_answer or by_choice:
            answered = self.tr("Left out for you, because of your safety answers: at an edge it can do harm.")
            chosen = self.tr("Left out for you, because of what you avoid: at an edge it can do harm.")
            words = answered if by_answer else chosen
            lesson = without_edge(lesson, instead=words)
        view = LessonView(self._theme, self._pictures, self._catalogue, lesson)
        view.exercise_opened.connect(self.exercise_opened)
        return view

    def _show(self, view: QWidget) -> None:
        if self._view is not None:
            self._article.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
        self._view = view
        view.setMaximumWidth(self._theme.px(READ_WIDTH))
        self._article.insertWidget(0, view, READ_STRETCH)
        view.show()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.show_lesson(self._entries()[row][0])

    def _fit(self) -> None:
        """The list beside the article, or the combo box above it."""
        self._list.setVisible(not self.narrow)
        self._combo.setVisible(self.narrow)
        if self._view is not None:
            self._view.setMaximumWidth(self._theme.px(READ_WIDTH))
