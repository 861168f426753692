"""The sessions as a table; a session opens to show what was told of it and its sets under it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from supple.domain.overview import SessionPains
from supple.domain.record import PainRecord, SessionRecord, SetRecord
from supple.domain.session import SetOutcome
from supple.ui.kit.side_tag import side_word
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.words.counts import times_words
from supple.ui.words.day_words import number_words, short_day
from supple.ui.words.time_words import done_words, seconds_ms
from supple.ui.words.told_words import alone_words, long_words, short_words

translate = QCoreApplication.translate

DAY, ROUTINE, TIME, SETS, PAIN = range(5)
_RIGHT = (TIME, SETS, PAIN)
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row: a session, under an open one a set or words such as its note, or what was told `alone`."""

    session: SessionRecord | None = None
    done: SetRecord | None = None
    words: str = ""
    alone: PainRecord | None = None

    @property
    def head(self) -> SessionRecord | None:
        """The session itself, which opens and closes; None for every other row."""
        return None if self.is_under_one else self.session

    @property
    def is_under_one(self) -> bool:
        """Whether it belongs to the session above it."""
        return self.done is not None or bool(self.words)


class SessionModel(QAbstractTableModel):
    """Newest first; `open_at` and `close_at` open and close a session."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[TableLine] = []
        self._open: set[str] = set()
        self._told: Mapping[str, SessionPains] = {}
        self._names: Mapping[str, str] = {}
        self._today = date.min

    def show_entries(
        self,
        entries: Sequence[SessionRecord | PainRecord],
        *,
        told: Mapping[str, SessionPains],
        names: Mapping[str, str],
        today: date,
    ) -> None:
        """Show sessions and what was told outside of them, oldest first as they come, all closed.

        `names` are those of exercises in which it hurt.
        """
        self.beginResetModel()
        self._told, self._names, self._today = told, names, today
        self._lines = [
            TableLine(alone=entry) if isinstance(entry, PainRecord) else TableLine(entry)
            for entry in reversed(entries)
        ]
        self._open.clear()
        self.endResetModel()

    def line(self, row: int) -> TableLine:
        """What stands in `row`."""
        return self._lines[row]

    def is_open(self, session_id: str) -> bool:
        """Whether the sets of a session are shown."""
        return session_id in self._open

    def open_at(self, row: int, sets: tuple[SetRecord, ...]) -> None:
        """Show `sets` under the session in `row`, and before them all that was told of it."""
        session = self._lines[row].session
        if session is None:
            return
        self._open.add(session.session_id)
        lines = long_words(session, self._told_of(session), self._names)
        if not sets:
            lines.append(translate("SessionModel", "No set was begun."))
        under = [
            *(TableLine(session, words=words) for words in lines),
            *(TableLine(session, done) for done in sets),
        ]
        self.beginInsertRows(QModelIndex(), row + 1, row + len(under))
        self._lines[row + 1 : row + 1] = under
        self.endInsertRows()
        self._tell(row)

    def close_at(self, row: int) -> None:
        """Hide the sets of the session in `row`."""
        session = self._lines[row].session
        if session is None:
            return
        self._open.discard(session.session_id)
        end = row + 1
        while end < len(self._lines) and self._lines[end].is_under_one:
            end += 1
        self.beginRemoveRows(QModelIndex(), row + 1, end - 1)
        del self._lines[row + 1 : end]
        self.endRemoveRows()
        self._tell(row)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Sessions, and what stands under open ones."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, _parent: AnyIndex | None = None) -> int:
        """Day, routine, time, sets, pain."""
        return PAIN + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The words over the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(TextRole.CAPTION, weight=600)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Day"),
            self.tr("Routine"),
            self.tr("Time"),
            self.tr("Sets"),
            self.tr("Pain") if self._theme.scale >= LARGE_TEXT else self.tr("Pain, before and after"),
        )[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, their side, their tone, and what a screen reader says."""
        line = self._lines[index.row()]
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._word(line, column)
            case Qt.ItemDataRole.ToolTipRole if line.head is not None and column == ROUTINE:
                return short_words(line.head, self._told_of(line.head)) or self._word(line, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ForegroundRole if line.is_under_one:
                return self._theme.colour("text2")
            case Qt.ItemDataRole.AccessibleTextRole if line.head is not None and column in (DAY, PAIN):
                return self.day_sentence(line.head) if column == DAY else _pain_sentence(line.head)
        return None

    def _word(self, line: TableLine, column: int) -> str:
        if line.words:
            return line.words if column == ROUTINE else ""
        if line.done is not None:
            return _set_word(line.done, column)
        if line.alone is not None:
            return self._alone_word(line.alone, column)
        return "" if line.session is None else self._session_word(line.session, column)

    def _alone_word(self, pain: PainRecord, column: int) -> str:
        if column == DAY:
            return f"    {short_day(pain.rated_at.date(), today=self._today)}"
        if column == ROUTINE:
            return alone_words(pain)
        if column == PAIN:
            return "–" if pain.score is None else str(pain.score)
        return ""

    def day_sentence(self, session: SessionRecord) -> str:
        """What a screen reader says in place of the mark: Qt has no such state for the rows of a table."""
        words = (
            translate("SessionModel", "{day}, open")
            if self.is_open(session.session_id)
            else translate("SessionModel", "{day}, closed")
        )
        return words.format(day=short_day(session.day, today=self._today))

    def _told_of(self, session: SessionRecord) -> SessionPains:
        return self._told.get(session.session_id, SessionPains())

    def _session_word(self, session: SessionRecord, column: int) -> str:
        if column == DAY:
            mark = "▾" if self.is_open(session.session_id) else "▸"
            return f"{mark}  {short_day(session.day, today=self._today)}"
        if column == ROUTINE:
            told = short_words(session, self._told_of(session))
            if not told or self.is_open(session.session_id):
                return session.routine
            return translate("SessionModel", "{routine}. {told}").format(routine=session.routine, told=told)
        if column == TIME:
            return done_words(seconds_ms(session.done_s))
        if column == SETS:
            return translate("SessionModel", "{done} of {planned}").format(
                done=session.sets_done, planned=session.sets_planned
            )
        return _pain_word(session)

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, DAY), self.index(row, ROUTINE))


def _set_word(done: SetRecord, column: int) -> str:
    if column == DAY:
        words = translate("SessionModel", "{side}, set {number}").format(
            side=side_word(done.side), number=done.set_number
        )
        return f"      {words}"
    if column == ROUTINE:
        return done.exercise
    if column == TIME:
        if done.planned_reps is not None and done.reps is not None:
            return times_words(done.reps)
        return translate("SessionModel", "{seconds} s").format(seconds=number_words(done.held_s))
    if column == SETS:
        return _outcome_word(done.outcome)
    return ""


def _outcome_word(outcome: SetOutcome) -> str:
    return {
        SetOutcome.COMPLETED: translate("SessionModel", "completed"),
        SetOutcome.CUT_SHORT: translate("SessionModel", "cut short"),
        SetOutcome.SKIPPED: translate("SessionModel", "skipped"),
    }[outcome]


def _pain_word(session: SessionRecord) -> str:
    before, after = session.pain_before, session.pain_after
    if before is None and after is None:
        return "–"
    return f"{'–' if before is None else before} → {'–' if after is None else after}"


def _pain_sentence(session: SessionRecord) -> str:
    none = translate("SessionModel", "not rated")
    before = none if session.pain_before is None else str(session.pain_before)
    after = none if session.pain_after is None else str(session.pain_after)
    return translate("SessionModel", "{before} before, {after} after").format(before=before, after=after)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
