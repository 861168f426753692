"""The page of one exercise: moving picture, steps, where it is felt, mistakes, when not to, what is known."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Exercise
from supple.domain.offered import NO_LIMITS, Limits, Reason, allowance, offered
from supple.domain.routine import single_exercise_routine
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import Fact
from supple.ui.kit.note_field import NoteField
from supple.ui.kit.page import GUTTER_NARROW, Page
from supple.ui.kit.room import Room, room_name
from supple.ui.kit.source_list import SourceList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.library.exercise_notes import Column, FeltLine, Gap, VariantLine, WhenNot
from supple.ui.library.exercise_stage import ExerciseStage
from supple.ui.library.exercise_steps import THUMB, THUMB_LARGE, ExerciseSteps
from supple.ui.library.mistake_pairs import MistakePairs
from supple.ui.words.content_words import dose_words, equipment_words, minutes_words, muscle_words
from supple.ui.words.exercise_words import position_word
from supple.ui.words.left_out import standing_words
from supple.ui.words.rest_words import rest_words

COLUMN_GAP = 40
STAGE_WEIGHT, STEPS_WEIGHT = 560, 392
STAGE_SHARE = 0.62  # of the window's height


class ExercisePage(Page):
    """Shows one exercise on one side; the switch turns pictures and words together."""

    start_requested = Signal(str, Side)
    put_away_requested = Signal(str)  # the same again brings it back
    exercise_opened = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Pictures, catalogue: Catalogue, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Exercise"), parent=parent)
        self._catalogue = catalogue
        self._exercise: Exercise | None = None
        self._side = Side.BOTH
        self._limits = NO_LIMITS
        self._notes: Mapping[str, str] = {}
        self.back = Button(theme, room_name(Room.LIBRARY), kind=ButtonKind.QUIET, icon="chevron-left")
        self._start = Button(theme, self.tr("Start now"), kind=ButtonKind.PRIMARY, icon="play")
        self._dose = Fact(theme, "timer", "")
        self._minutes = Fact(theme, "clock", "")
        self._position = Fact(theme, "person-standing", "")
        self._equipment = Fact(theme, "layers", "")
        self._banner = Banner(theme, tone=Tone.CAUTION, bold="")
        self._stage = ExerciseStage(theme, pictures)
        self._purpose = Text(theme, tone="text2")
        self._felt = FeltLine(theme)
        self._muscles = Text(theme, role=TextRole.CAPTION, tone="text2")
        self.note = NoteField(theme)
        self._steps = ExerciseSteps(theme, pictures)
        self._easier = VariantLine(theme, self.tr("Easier"))
        self._harder = VariantLine(theme, self.tr("Harder"))
        self._when_not = WhenNot(theme)
        self._mistakes = MistakePairs(theme, pictures)
        self._dose_note = Text(theme, tone="text2")
        self._evidence = Text(theme)
        self._sources = SourceList(theme)
        self._put_away = Button(theme, self.tr("Put away"), kind=ButtonKind.QUIET)
        self._put_away_note = Text(theme, role=TextRole.CAPTION, tone="text2")
        self._felt.take_button(self._stage.muscle)
        self._shown = Column(self._stage, self._felt, self._muscles, self._purpose, self.note)
        self._how = Column()
        self._known = Column()
        self._grid = QGridLayout()

        self.back.set_flush(True)
        self.above.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.header.addWidget(self._start)
        self._build()
        self._fit()

        self._start.clicked.connect(self._ask_to_start)
        self._stage.side_chosen.connect(self._turn)
        self._easier.exercise_opened.connect(self.exercise_opened)
        self._harder.exercise_opened.connect(self.exercise_opened)
        self._put_away.clicked.connect(self._ask_to_put_away)
        self.narrowed.connect(self._fit)
        theme.changed.connect(self._fit)

    @property
    def exercise_id(self) -> str:
        """The exercise shown; empty before the first."""
        return self._exercise.id if self._exercise else ""

    @property
    def side(self) -> Side:
        """The side shown; BOTH where a set works both."""
        return self._side

    def show_exercise(self, exercise_id: str, *, side: Side | None = None) -> None:
        """Show an exercise from the top, on `side` or on the one it begins with."""
        exercise = self._catalogue.exercise(exercise_id)
        self._exercise = exercise
        self._side = (side or exercise.first_side) if exercise.has_sides else Side.BOTH
        self.set_title(exercise.name)
        self._show_facts(exercise)
        self._stage.show_exercise(exercise, side=self._side)
        self._show_side(exercise)
        self.note.show_note(exercise_id, self._notes.get(exercise_id, ""))
        self._when_not.show_notes([self._catalogue.caution(caution) for caution in exercise.avoid])
        self._dose_note.set_text(exercise.dose_note)
        self._evidence.set_text(exercise.evidence)
        self._sources.set_sources(self._catalogue.source(source) for source in exercise.sources)
        self._show_offer()
        self._chain()
        self.scroll_to_top()

    def set_back(self, name: str) -> None:
        """Say where `back` leads."""
        self.back.set_text(name)
        self.back.set_name(self.tr("Back to {place}").format(place=name))

    @property
    def starts(self) -> tuple[Button, ...]:
        """What begins something."""
        return (self._start,)

    def set_limits(self, limits: Limits) -> None:
        """Say why the exercise is not offered, or is marked, to a person with these `limits`."""
        self._limits = limits
        if self.verticalScrollBar().value():
            self.hold_place(self._put_away)  # a reason that comes or goes above moves nothing
        self._show_offer()

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """Know what the person wrote about exercises."""
        self._notes = notes
        if self._exercise is not None:
            self.note.show_note(self.exercise_id, notes.get(self.exercise_id, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for what stands under the picture."""
        super().resizeEvent(event)
        self._stage.set_tallest(round(self.viewport().height() * STAGE_SHARE))

    def _build(self) -> None:
        facts = FlowLayout(gap=24, line_gap=8)
        for fact in (self._dose, self._minutes, self._position, self._equipment):
            facts.addWidget(fact)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self._how.add(
            self._heading(self.tr("Steps")),
            self._steps,
            line,
            self._easier,
            self._harder,
            self._when_not,
        )
        self._known.add(
            self._heading(self.tr("Usual mistakes")),
            self._mistakes,
            Gap(),
            self._heading(self.tr("How much")),
            self._dose_note,
            Gap(),
            self._heading(self.tr("What is known")),
            self._evidence,
            self._sources,
            self._put_away,
            self._put_away_note,
        )
        self._put_away.set_flush(True)
        self._known.hug(self._put_away)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(24)
        self.body.addLayout(facts)
        self.body.addWidget(self._banner)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def _heading(self, words: str) -> Text:
        return Text(self._theme, words, role=TextRole.LEAD, weight=600)

    def _show_facts(self, exercise: Exercise) -> None:
        self._dose.set_text(dose_words(exercise.dose))
        self._position.set_text(position_word(exercise.position))
        self._equipment.set_text(equipment_words(exercise.equipment))
        muscles = muscle_words((*exercise.primary, *exercise.secondary))
        self._muscles.set_text(self.tr("Muscles: {muscles}").format(muscles=muscles))
        self._purpose.set_text(exercise.purpose)

    def _show_side(self, exercise: Exercise) -> None:
        self._steps.show_exercise(exercise, side=self._side)
        self._mistakes.show_exercise(exercise, side=self._side)
        self._felt.set_felt(fill(exercise.felt, side=self._side))
        for variant, words, other_id in (
            (self._easier, exercise.easier, exercise.easier_id),
            (self._harder, exercise.harder, exercise.harder_id),
        ):
            variant.show_variant(fill(words, side=self._side), self._neighbour(other_id))

    def _show_offer(self) -> None:
        """Whether it can be started, and the reason when it cannot or when one should ask first."""
        if self._exercise is None:
            return
        exercise = self._exercise
        stands = allowance(exercise, self._catalogue, self._limits)
        away = exercise.id in self._limits.put_away
        words = standing_words(stands)
        instead = " ".join(dict.fromkeys(note.instead for note in stands.notes))
        if stands.reason is Reason.PUT_AWAY:
            instead = self.tr("Bring it back below, or in Settings.")
        instead = " ".join(part for part in (instead, rest_words(self._limits.rest)) if part)
        self._banner.set_words(words, instead)
        self._banner.setVisible(bool(words or instead))
        self._start.setEnabled(stands.is_open)
        routine = single_exercise_routine(
            exercise_id=exercise.id, name=exercise.name, dose=exercise.dose, first_side=exercise.first_side
        )
        self._minutes.set_text(minutes_words(offered(routine, self._catalogue, self._limits).minutes))
        self._put_away.set_text(self.tr("Bring it back") if away else self.tr("Put away"))
        self._put_away.set_icon("rotate-ccw" if away else None)
        self._put_away_note.set_text(
            self.tr("It is left out of every routine. Settings lists it too.")
            if away
            else self.tr("It then leaves every routine. Settings lists it and brings it back.")
        )

    def _neighbour(self, exercise_id: str | None) -> Exercise | None:
        if exercise_id is None or exercise_id not in self._catalogue.with_pictures:
            return None
        return self._catalogue.exercise(exercise_id)

    def _turn(self, side: Side) -> None:
        if self._exercise is not None and side is not self._side:
            self._side = side
            self._stage.show_side(self._exercise, side=side)
            self._show_side(self._exercise)

    def _ask_to_start(self) -> None:
        self.start_requested.emit(self.exercise_id, self._side)

    def _ask_to_put_away(self) -> None:
        self.put_away_requested.emit(self.exercise_id)

    def _chain(self) -> None:
        """Tab goes crumb, start, play, side, the picture itself, the muscle, the note, then down the page."""
        chain: list[QWidget] = [self.back, self._start, *self._stage.controls, self.note.field]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _fit(self) -> None:
        """Two columns, or one with the steps between picture and mistakes."""
        for part in (self._shown, self._how, self._known):
            self._grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        if self.narrow:
            for row, part in enumerate((self._shown, self._how, self._known)):
                self._grid.addWidget(part, row, 0, 1, 2)
            self._grid.setColumnStretch(0, 1)
            self._grid.setColumnStretch(1, 0)
        else:
            self._grid.addWidget(self._shown, 0, 0, top)
            self._grid.addWidget(self._known, 1, 0, top)
            self._grid.addWidget(self._how, 0, 1, 2, 1, top)
            self._grid.setColumnStretch(0, STAGE_WEIGHT)
            self._grid.setColumnStretch(1, STEPS_WEIGHT)
        self._grid.setHorizontalSpacing(0 if self.narrow else COLUMN_GAP)
        self._grid.setRowStretch(1, 0 if self.narrow else 1)
        self._steps.set_large(THUMB_LARGE if self.narrow else THUMB)
        self._grid.setVerticalSpacing(GUTTER_NARROW if self.narrow else 24)
