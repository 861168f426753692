"""The card with the table of sessions: as high as its rows, opened by a press or Enter, scrolled by the page."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from supple.domain.overview import Overview, SessionPains
from supple.domain.record import PainRecord, SessionRecord, SetRecord
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.reader import announce
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.progress.session_table import DAY, PAIN, ROUTINE, SETS, TIME, SessionModel

ROW, LEAST_COLUMN, MOST_LEAST = 40, 112, 150
WITH_TIME = 400  # less than that and large text leave no room for the minutes beside the pain
WORDS_MARGIN = 8  # beside words that are wrapped
AT_ONCE = 60  # sessions shown before somebody asks for older ones
SetsOf = Callable[[str], Sequence[SetRecord]]


class _Wrapping(QStyledItemDelegate):
    """Wraps what stands under a session; in its own row what has no room ends in dots."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """As it is painted."""
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, SessionModel) and model.line(index.row()).head is None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText


class _Table(QTableView):
    """Space and Enter open a session as a press does."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, model: SessionModel) -> None:
        super().__init__()
        self._theme = theme

        self.setProperty("role", "table")
        self.setAccessibleName(self.tr("Sessions"))
        self.setAccessibleDescription(self.tr("Enter opens a session and closes it again."))
        self.setModel(model)
        self.setItemDelegate(_Wrapping(self))
        self._lines = model
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(ROUTINE, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(AT_ONCE)
        for column in (DAY, TIME, SETS, PAIN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

        self._set_fonts()

        self.clicked.connect(self._choose)
        theme.changed.connect(self._set_fonts)

    def _set_fonts(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.model().headerDataChanged.emit(Qt.Orientation.Horizontal, DAY, PAIN)  # its font is the model's

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Space and Enter choose."""
        if (
            event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.currentIndex().isValid()
        ):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def fit(self) -> None:
        """Be as high as all rows, so that only the page scrolls."""
        row = self._theme.px(ROW)
        large = self._theme.scale >= LARGE_TEXT
        self.setColumnHidden(TIME, large and self.width() < self._theme.px(WITH_TIME))
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setMinimumSectionSize(min(self._theme.px(LEAST_COLUMN), MOST_LEAST))
        header = max(row, self.horizontalHeader().sizeHint().height())
        self.horizontalHeader().setFixedHeight(header)
        self._fit_words(row)
        self.setFixedHeight(header + self.verticalHeader().length() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that were told are wrapped anew."""
        super().resizeEvent(event)
        self.fit()

    def _fit_words(self, row: int) -> None:
        """What stands under a session has as many lines as it needs; what was told has all columns but the first."""
        self.clearSpans()
        whole = sum(self.columnWidth(column) for column in range(ROUTINE, PAIN + 1))
        metrics, flags = self.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        for number in range(self._lines.rowCount()):
            line = self._lines.line(number)
            high = row
            if line.words:
                self.setSpan(number, ROUTINE, 1, PAIN + 1 - ROUTINE)
            if line.head is None:
                words = line.words or self._lines.index(number, ROUTINE).data()
                width = (whole if line.words else self.columnWidth(ROUTINE)) - 2 * WORDS_MARGIN
                needed = metrics.boundingRect(0, 0, max(width, 1), 10_000, flags, words).height()
                high = max(row, needed + row - metrics.height())
            self.setRowHeight(number, high)

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())


class SessionList(Card):
    """`row_focused` carries the height inside this card of the row the keyboard is on."""

    row_focused = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._entries: list[SessionRecord | PainRecord] = []
        self._shown = AT_ONCE
        self._today = date.min
        self._sets_of: SetsOf | None = None
        self._told: Mapping[str, SessionPains] = {}
        self._names: Mapping[str, str] = {}
        self._model = SessionModel(theme, self)
        self._table = _Table(theme, self._model)
        self._none = Text(theme, tone="text2")
        self._older = Button(theme, self.tr("Show older sessions"), kind=ButtonKind.QUIET)

        self.setAccessibleName(self.tr("Sessions"))
        self._none.set_text(self.tr("No session in this time."))
        self.body.addWidget(self._none)
        self.body.addWidget(self._table)
        self.body.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)

        self._table.row_chosen.connect(self._toggle)
        self._table.selectionModel().currentRowChanged.connect(self._tell_row)
        self._older.clicked.connect(self._show_older)
        theme.changed.connect(self._table.fit)

    @property
    def table(self) -> QTableView:
        """The table itself."""
        return self._table

    def show_overview(self, seen: Overview, sets_of: SetsOf, *, names: Mapping[str, str]) -> None:
        """Show the sessions, and what was told of pain outside of them; `sets_of` gives the sets of one that opens.

        `names` are those of the exercises in which it may have hurt.
        """
        self._entries = sorted([*seen.sessions, *seen.told_alone], key=_moment)
        self._sets_of, self._shown = sets_of, AT_ONCE
        self._told, self._names, self._today = seen.told, names, seen.today
        self._show()

    def set_narrow(self, *, narrow: bool) -> None:
        """Keep day, routine, time and pain."""
        self._table.setColumnHidden(SETS, narrow)

    def _show(self) -> None:
        shown = self._entries[-self._shown :]
        self._model.show_entries(shown, told=self._told, names=self._names, today=self._today)
        self._none.setVisible(not self._entries)
        self._table.setVisible(bool(self._entries))
        self._older.setVisible(len(self._entries) > self._shown)
        self._table.fit()

    def _show_older(self) -> None:
        self._shown += AT_ONCE
        self._show()

    def _toggle(self, row: int) -> None:
        session = self._model.line(row).head
        if session is None or self._sets_of is None:
            return
        if self._model.is_open(session.session_id):
            self._model.close_at(row)
        else:
            self._model.open_at(row, tuple(self._sets_of(session.session_id)))
        self._table.fit()
        announce(self._table, self._model.day_sentence(session))

    def _tell_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        rect = self._table.visualRect(current)
        self.row_focused.emit(self._table.y() + self._table.horizontalHeader().height() + rect.bottom())


def _moment(entry: SessionRecord | PainRecord) -> datetime:
    return entry.rated_at if isinstance(entry, PainRecord) else entry.started_at
