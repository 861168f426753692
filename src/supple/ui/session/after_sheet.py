"""After a session: what was done on each side, pain from 0 to 10 and a note, all of which may be left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from supple.domain.exercise import Exercise
from supple.domain.minutes import SECOND_MS
from supple.domain.session import SessionEnded, SessionOutcome
from supple.domain.summary import ExerciseDone
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.card import Card
from supple.ui.kit.field import Field
from supple.ui.kit.note_field import TYPED_MS
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.session.mat_words import clock
from supple.ui.words.pain_words import Advice
from supple.ui.words.time_words import done_words

WIDE_SCALE = 1.3  # larger text puts the sides under the name


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterTold:
    """What a person says after a session; None and "" when they say nothing."""

    pain_after: int | None
    note: str


class AfterSheet(Sheet):
    """Tells once, by whatever way it is closed; `drafted` meanwhile, soon after each change."""

    drafted = Signal(object)  # AfterTold
    told = Signal(object)  # AfterTold

    def __init__(
        self,
        theme: Theme,
        *,
        ended: SessionEnded,
        lines: Sequence[ExerciseDone],
        exercise_by_id: Callable[[str], Exercise],
        is_kept: bool = True,
        advice: Advice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title="", width=760, parent=parent)
        self._grid = QGridLayout()
        self._rows: list[QWidget] = []
        self.scale = PainScale(theme, name=self.tr("Pain now"))
        self.note = Field(theme, name=self.tr("Note"))
        self.done = self.add_button(self.tr("Done"), kind=ButtonKind.PRIMARY)

        self._is_kept = is_kept
        self._typing = QTimer(self, singleShot=True, interval=TYPED_MS)
        self.set_title(self._headline(ended.outcome), self._sum(ended, lines))
        if advice is not None:  # it comes before what was done, and stays in the window after this sheet
            self.body.addWidget(Banner(theme, tone=Tone.STOP, bold=advice.bold, sentence=advice.sentence))
            spoken = (advice.bold, advice.sentence, self.accessibleDescription())
            self.setAccessibleDescription(
                " ".join(spoken)
            )  # heard when the sheet comes, before what was done
        self.body.addWidget(self._table(theme, lines, exercise_by_id))
        asked = (
            Text(theme, self.tr("Pain now, 0 to 10 (optional)"), weight=600),
            self.scale,
            Text(theme, self.tr("Note (optional)"), weight=600),
            self.note,
        )
        if is_kept:
            for widget in asked:
                self.body.addWidget(widget)
        else:
            self.body.addWidget(Text(theme, self.tr("Nothing of this session is kept.")))
        self.body.addStretch(1)
        self.set_first_focus(self.done)

        theme.changed.connect(self._arrange)
        self.done.clicked.connect(self.close_sheet)
        self.scale.chosen.connect(self._wait)
        self.note.textEdited.connect(self._wait)
        self._typing.timeout.connect(self._draft)
        self.closed.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is Done, also from the note; a figure tells the pain."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        elif not self.scale.takes_key(event):
            super().keyPressEvent(event)

    def _headline(self, outcome: SessionOutcome) -> str:
        match outcome:
            case SessionOutcome.COMPLETED:
                return self.tr("The routine is done.")
            case SessionOutcome.STOPPED_FOR_PAIN:
                return self.tr("Stopped because it hurt.")
            case _:
                kept = self.tr("Stopped here. What you did is kept.")
                return kept if self._is_kept else self.tr("Stopped here.")

    def _sum(self, ended: SessionEnded, lines: Sequence[ExerciseDone]) -> str:
        sides = [side for line in lines for side in line.sides]
        planned = sum(side.planned for side in sides)
        words = self.tr("{time}, {done} of %n set(s).", "", planned)
        return words.format(
            time=_as_a_beginning(done_words(ended.done_ms)),
            done=sum(side.done for side in sides),
        )

    def _table(
        self, theme: Theme, lines: Sequence[ExerciseDone], exercise_by_id: Callable[[str], Exercise]
    ) -> Card:
        """Name, left, right, time held; left stands left."""
        card = Card(theme, padding=16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        for number, line in enumerate(lines):
            self._grid.addWidget(Text(theme, exercise_by_id(line.exercise_id).name), 2 * number, 0)
            self._rows.append(self._sides(theme, line))
        self._arrange()
        card.body.addLayout(self._grid)
        return card

    def _arrange(self) -> None:
        """What was done of an exercise stands beside its name, or under it where words are large."""
        stacked = self._theme.scale > WIDE_SCALE
        for number, row in enumerate(self._rows):
            self._grid.removeWidget(row)
            self._grid.addWidget(row, 2 * number + stacked, 0 if stacked else 1)

    def _sides(self, theme: Theme, line: ExerciseDone) -> QWidget:
        row = QWidget()
        cell = QHBoxLayout(row)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.setSpacing(8)
        for side in line.sides:
            words = self.tr("{done} of {planned}").format(done=side.done, planned=side.planned)
            done = Text(theme, words, tabular=True, wraps=False)
            done.setMinimumWidth(theme.px(64))
            cell.addWidget(SideTag(theme, side.side))
            cell.addWidget(done, 0, Qt.AlignmentFlag.AlignVCenter)
        held = self.tr("{time} held").format(time=clock(line.held_ms // SECOND_MS))
        words_held = Text(theme, held, tone="text2", tabular=True, wraps=False)
        cell.addWidget(words_held, 0, Qt.AlignmentFlag.AlignVCenter)
        cell.addStretch(1)
        return row

    def _wait(self) -> None:
        """So long after the first change it is kept, however fast somebody types."""
        if not self._typing.isActive():
            self._typing.start()

    def _draft(self) -> None:
        self.drafted.emit(self._answers())

    def _tell(self) -> None:
        self._typing.stop()
        self.told.emit(self._answers())

    def _answers(self) -> AfterTold:
        return AfterTold(pain_after=self.scale.score, note=self.note.text().strip())


def _as_a_beginning(words: str) -> str:
    return words[:1].upper() + words[1:]
