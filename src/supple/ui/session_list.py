"""The card with the table of sessions: as high as its rows, opened by a press or Enter, scrolled by the page."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from supple.domain.record import SessionRecord, SetRecord
from supple.ui.button import Button, Kind
from supple.ui.card import Card
from supple.ui.session_table import DAY, PAIN, ROUTINE, SETS, TIME, SessionModel
from supple.ui.text import Text
from supple.ui.theme import TextRole, Theme

ROW, LEAST_COLUMN = 40, 112
AT_ONCE = 60  # sessions shown before somebody asks for older ones
SetsOf = Callable[[str], Sequence[SetRecord]]


class _Table(QTableView):
    """Space and Enter open a session as a press does."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, model: SessionModel) -> None:
        super().__init__()
        self._theme = theme

        self.setProperty("role", "table")
        self.setAccessibleName(self.tr("Sessions"))
        self.setModel(model)
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
        self.horizontalHeader().setFont(self._theme.font(TextRole.CAPTION, weight=600))

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
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setMinimumSectionSize(self._theme.px(LEAST_COLUMN))
        header = max(row, self.horizontalHeader().sizeHint().height())
        self.horizontalHeader().setFixedHeight(header)
        self.setFixedHeight(header + row * self.model().rowCount() + 2)

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())


class SessionList(Card):
    """`row_focused` carries the height inside this card of the row the keyboard is on."""

    row_focused = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._sessions: tuple[SessionRecord, ...] = ()
        self._shown = AT_ONCE
        self._today = date.min
        self._sets_of: SetsOf | None = None
        self._model = SessionModel(theme, self)
        self._table = _Table(theme, self._model)
        self._none = Text(theme, tone="text2")
        self._older = Button(theme, self.tr("Show older sessions"), kind=Kind.QUIET)

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

    def show_sessions(self, sessions: tuple[SessionRecord, ...], sets_of: SetsOf, *, today: date) -> None:
        """Show these sessions; `sets_of` gives the sets of one when it is opened."""
        self._sessions, self._sets_of, self._shown = sessions, sets_of, AT_ONCE
        self._today = today
        self._show()

    def set_narrow(self, *, narrow: bool) -> None:
        """Keep day, routine, time and pain."""
        self._table.setColumnHidden(SETS, narrow)

    def _show(self) -> None:
        self._model.show_sessions(self._sessions[-self._shown :], today=self._today)
        self._none.setVisible(not self._sessions)
        self._table.setVisible(bool(self._sessions))
        self._older.setVisible(len(self._sessions) > self._shown)
        self._table.fit()

    def _show_older(self) -> None:
        self._shown += AT_ONCE
        self._show()

    def _toggle(self, row: int) -> None:
        line = self._model.line(row)
        if not line.is_session or self._sets_of is None:
            return
        if self._model.is_open(line.session.session_id):
            self._model.close_at(row)
        else:
            self._model.open_at(row, tuple(self._sets_of(line.session.session_id)))
        self._table.fit()

    def _tell_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        rect = self._table.visualRect(current)
        self.row_focused.emit(self._table.y() + self._table.horizontalHeader().height() + rect.bottom())
