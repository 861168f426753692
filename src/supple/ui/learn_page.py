"""Learn: lessons in a list, or in a combo box where there is little room, and the one that is read."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.lesson import without_edge
from supple.ui.combo import Combo
from supple.ui.lesson_view import READ_WIDTH, LessonView, SourcesView, sources_title
from supple.ui.page import Page
from supple.ui.pictures import Pictures
from supple.ui.theme import TextRole, Theme

LIST_WIDTH = 248
ROW_HEIGHT = 44
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
        self._list = QListWidget()
        self._combo = Combo(theme, name=self.tr("Lesson"))
        self._view: QWidget | None = None
        self._lesson_id = ""
        self._edge_closed = (False, False)  # by an answer, by what is avoided
        self._article = QHBoxLayout()

        self._list.setProperty("role", "list")
        self._list.setAccessibleName(self.tr("Lessons"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for lesson_id, title in self._entries():
            item = QListWidgetItem(title, self._list)
            item.setData(Qt.ItemDataRole.UserRole, lesson_id)
            self._combo.addItem(title, lesson_id)
        columns = QHBoxLayout()
        columns.setSpacing(48)
        columns.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        self._article.addStretch(1)
        columns.addLayout(self._article, 1)
        self.body.addWidget(self._combo, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(columns)
        self.body.addStretch(1)
        self._fit()
        QTimer.singleShot(0, self, self._open_first)  # the window need not wait for page and lesson at once

        self._list.currentRowChanged.connect(self._choose)
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
        for chooser in (self._list, self._combo):
            chooser.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._list.setCurrentRow(row)
        self._combo.setCurrentIndex(row)
        for chooser in (self._list, self._combo):
            chooser.blockSignals(False)  # noqa: FBT003 - Qt's own
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
        self._list.setFont(self._theme.font(TextRole.BODY, weight=500))
        height = self._theme.px(ROW_HEIGHT - 4) + 4
        for row in range(self._list.count()):
            self._list.item(row).setSizeHint(QSize(self._theme.px(LIST_WIDTH), height))
        self._list.setFixedSize(QSize(self._theme.px(LIST_WIDTH), height * self._list.count() + 2))
        if self._view is not None:
            self._view.setMaximumWidth(self._theme.px(READ_WIDTH))
