"""The mat view without its controls: which side, which phase, how long, what next; drawn to fill any window."""

from collections.abc import Callable, Mapping
from itertools import groupby

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.domain.exercise import Exercise
from supple.domain.pose import pose
from supple.domain.routine import Phase, PhaseKind, Timeline
from supple.domain.session import PauseReason, SessionState
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.pointers import PointAt, Pointers
from supple.ui.figure.pointing_stage import PointingStage
from supple.ui.figure.stage import DENSE
from supple.ui.kit.mat_heading import MatHeading
from supple.ui.kit.mat_side_row import MatSideRow
from supple.ui.kit.ring import Ring
from supple.ui.kit.side_tag import EdgeBand
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.session import mat_words
from supple.ui.session.mat_flash import MatFlash
from supple.ui.session.mat_line import MatLine
from supple.ui.session.mat_note import Beside, MatNote

DESIGN_WIDTH, DESIGN_HEIGHT = 1280, 800
MARGIN_U, BAND_U = 48, 16
TOP_U, ROW_TOP_U, LINE_U, CONTROLS_U = 72, 84, 84, 104
COLUMN_U, SET_U, AIR_U = 440, 28, 8
FIGURES = 0.25  # of the window's height, as painted (issue: readable from three metres)
SIDE_TAG = 0.194  # of the window's height: its word is painted a tenth of the window high
WIDEST_COLUMN = 0.6  # of the width, in a window that is higher than wide
LEAST_SET_PX = 15
NEAR_MS = 5000
PICTURE = 0.26  # of the height: what a note leaves to the picture
PICTURE_LEAST = 0.14  # and what one leaves that cannot be set smaller
NOTE_GAP_U = 8


class MatView(QWidget):
    """Shows one phase of `timeline` at a time; everything follows the unit u = min(width / 1280, height / 800)."""

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        timeline: Timeline,
        *,
        exercise_by_id: Callable[[str], Exercise],
        beside: Mapping[str, Beside] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`beside` is what to take care of and the person's own words about exercises, by their ids."""
        super().__init__(parent)
        self._theme = theme
        self._timeline = timeline
        self._exercise_by_id = exercise_by_id
        self._beside = beside or {}
        self._note_height = 0
        self._head = 0
        self.most_head = 0  # so much may stand at the top, and all else is whole
        self._index = 0
        self._moving = Side.BOTH
        self._reason: PauseReason | None = None
        self._pictured: tuple[str, Side, bool] | None = None
        self._exercise_ids: list[str] = []
        self._words_box = QRect()
        self.heading = MatHeading(theme, parent=self)
        self.row = MatSideRow(theme, parent=self)
        way = Pointers(theme, pictures, PointAt.WAY)
        self.stage = PointingStage(theme, pictures, way, margin=0, framed=False, parent=self)
        self.ring = Ring(theme, parent=self)
        self.set_line = Text(
            theme, tone="text2", wraps=False, align=Qt.AlignmentFlag.AlignHCenter, parent=self
        )
        self.line = MatLine(theme, parent=self)
        self.note = MatNote(theme, parent=self)
        self.band = EdgeBand(theme, parent=self)
        self.flash = MatFlash(theme, parent=self)

        self.set_timeline(timeline)

        theme.changed.connect(self.arrange)

    @property
    def unit(self) -> float:
        """Pixels of one design pixel."""
        return min(self.width() / DESIGN_WIDTH, self.height() / DESIGN_HEIGHT)

    @property
    def status(self) -> str:
        """The session in one sentence, as a screen reader finds it."""
        return self.ring.figures.accessibleName()

    def set_head(self, px: int) -> None:
        """Begin `px` lower: for what stands at the top for a while; the picture gives way."""
        if px != self._head:
            self._head = px
            self.arrange()

    def set_timeline(self, timeline: Timeline) -> None:
        """From now on show phases of `timeline`."""
        self._timeline = timeline
        self._exercise_ids = list(dict.fromkeys(phase.exercise_id for phase in timeline.phases))
        steps = groupby(timeline.phases, key=_step_of)
        self.heading.set_shares([float(sum(phase.duration_ms for phase in phases)) for _, phases in steps])

    def show_phase(self, index: int) -> None:
        """Turn to phase `index`."""
        self._index = index
        self._reason = None
        self.ring.set_dimmed(False)
        phase = self._phase
        exercise = self._exercise_by_id(phase.exercise_id)
        last_step = self._timeline.phases[-1].step
        self.heading.set_place(
            exercise.name, self.tr("{step} of {steps}").format(step=phase.step, steps=last_step)
        )
        self._moving = pose(phase, 0).side if phase.alternates_from is not None else phase.side
        self.band.set_side(self._moving)
        self._place_band()
        self.flash.flash(phase.side)
        self.stage.set_pointing(phase.kind is not PhaseKind.REST)
        self._show_picture(phase, 0)
        self.ring.set_phase(side=phase.side, working=phase.kind.is_set)
        self.set_line.set_text(mat_words.set_line(self._timeline, index))
        self._show_words(paused=False)

    def show_paused(self, reason: PauseReason | None) -> None:
        """Stand still, or go on when `reason` is None."""
        self._reason = reason
        self.ring.set_dimmed(reason is not None)
        self._show_words(paused=reason is not None)

    def show_time(
        self, state: SessionState, *, elapsed_ms: int, remaining_ms: int, time_left_ms: int
    ) -> None:
        """Follow the clock."""
        phase = self._phase
        if state is SessionState.WAITING or phase.waits:
            self.ring.set_remaining(1.0, "")
        else:
            fraction = remaining_ms / phase.duration_ms if phase.duration_ms else 0.0
            self.ring.set_remaining(fraction, mat_words.figures(remaining_ms))
        self._show_picture(phase, elapsed_ms)
        self.line.set_near(not phase.waits and remaining_ms <= NEAR_MS)
        total_ms = self._timeline.total_ms
        done = 1 - time_left_ms / total_ms if total_ms else 0.0
        self.heading.set_time_left(mat_words.time_left(time_left_ms), done=done)
        status = mat_words.status(phase, state, remaining_ms)
        if status != self.status:
            self.ring.figures.setAccessibleName(status)

    def announce(self) -> None:
        """Say the new phase to a screen reader once; the seconds are there to be asked for."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.ring.figures, self._announced))

    @property
    def _announced(self) -> str:
        """The status, and what stands beside the step where it is shown."""
        return f"{self.status}. {self.note.text()}" if self.note.beside else self.status

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place everything at the unit of the window; the picture has what is left over."""
        u = self.unit
        margin = round(MARGIN_U * u)
        width = self.width() - 2 * margin
        high = max(
            self.height(), self.window().height()
        )  # a banner takes from the page, not from what is read
        self.ring.set_unit(u, figures=FIGURES * high)
        ring = self.ring.sizeHint()
        column = max(round(COLUMN_U * u), min(ring.width(), round(WIDEST_COLUMN * width)))
        tag_height = round(SIDE_TAG * high)
        row_height = tag_height + round(AIR_U * u)
        self.row.set_unit(u, tag_height=tag_height, column=column)
        for part in (self.heading, self.line):
            part.set_unit(u)
        self.flash.set_unit(u)
        self.flash.setGeometry(self.rect())
        px = max(SET_U * u, LEAST_SET_PX * self._theme.scale)
        self.set_line.set_pixels(px, weight=600)
        height = self.set_line.sizeHint().height()
        foot = self.height() - round(CONTROLS_U * u)
        row_top = self._head + round(ROW_TOP_U * u)
        has_heading = not self._head or row_top + row_height + ring.height() + height <= foot
        if not has_heading:  # what stands at the top takes its place, not the ring's
            row_top = self._head + round(AIR_U * u)
        # Without height it is seen no more and stays the page's heading for who hears it.
        self.heading.setGeometry(margin, self._head, width, round(TOP_U * u) if has_heading else 0)
        self.row.setGeometry(margin, row_top, width, row_height)
        top = row_top + row_height
        line_height = self._line_height(width - column, most=foot - top)
        self.most_head = (
            foot - round(AIR_U * u) - row_height - max(self.ring.least_height + height, line_height)
        )
        middle = foot - line_height - top
        self.stage.setGeometry(margin, top, width - column, middle)
        self._words_box = QRect(margin, foot - line_height, width - column, line_height)
        self._place_words()
        across, tall = min(ring.width(), column), min(ring.height(), foot - height - top)
        column_left = margin + width - column
        ring_top = top + max(0, middle - tall) // 2
        self.ring.setGeometry(column_left + (column - across) // 2, ring_top, across, tall)
        set_top = max(foot - (line_height + height) // 2, (ring_top + tall + foot - height) // 2)
        self.set_line.setGeometry(column_left, set_top, column, height)
        self._place_band()

    @property
    def _phase(self) -> Phase:
        return self._timeline.phases[self._index]

    def _line_height(self, width: int, *, most: int) -> int:
        """84u, or what the longest step in words needs at the person's text size, and the longest note under it.

        It is the same in every phase: the picture never jumps.
        """
        sides = (Side.LEFT, Side.RIGHT)
        ids = self._exercise_ids
        briefs = [fill(self._exercise_by_id(i).brief, side=side) for i in ids for side in sides]
        height = max(round(LINE_U * self.unit), self.line.needed_height(briefs, width=width))
        notes = [self._beside[i] for i in ids if i in self._beside]
        gap = round(NOTE_GAP_U * self.unit) if notes else 0
        room, most = (
            most - height - gap - round(share * self.height()) for share in (PICTURE, PICTURE_LEAST)
        )
        self._note_height = self.note.fit(notes, u=self.unit, width=width, room=room, most=most)
        return height + gap + self._note_height

    def _place_words(self) -> None:
        """The note under the step in words; without one the line has the whole of their place."""
        box = self._words_box
        note_height, gap = (self._note_height, round(NOTE_GAP_U * self.unit)) if self.note.beside else (0, 0)
        self.line.setGeometry(box.adjusted(0, 0, 0, -note_height - gap))
        self.note.setGeometry(box.left(), box.bottom() + 1 - note_height, box.width(), note_height)

    def _show_picture(self, phase: Phase, elapsed_ms: int) -> None:
        """The picture in step with the phase; with reduced motion it stands at the hold, on the side to come."""
        now = pose(phase, elapsed_ms)
        side = phase.side if self._theme.reduced_motion else now.side
        stands = self._theme.reduced_motion and self.devicePixelRatioF() >= DENSE
        if (phase.exercise_id, side, stands) != self._pictured:
            self._pictured = (phase.exercise_id, side, stands)
            alt = fill(self._exercise_by_id(phase.exercise_id).loop_alt, side=side)
            if stands:
                self.stage.show_still(phase.exercise_id, "card", side=side, alt=alt)
            else:
                self.stage.show_loop(phase.exercise_id, side=side, alt=alt)
        self.stage.set_effort(now.effort, breath=now.breath)
        if now.side is not self._moving and phase.alternates_from is not None:
            self._show_moving(now.side)

    def _show_moving(self, side: Side) -> None:
        """Name the side that moves now: in repetitions that alternate it changes with each of them."""
        self._moving = side
        self.row.show_phase(side, self.row.word, turns=False, moves=False)
        self.band.set_side(side)
        self._place_band()

    def _place_band(self) -> None:
        band = round(BAND_U * self.unit)
        x = self.width() - band if self._moving is Side.RIGHT else 0
        self.band.setGeometry(x, 0, band, self.height())

    def _show_words(self, *, paused: bool) -> None:
        phase = self._phase
        word = self.tr("Paused") if paused else mat_words.phase_word(phase)
        turns = phase.kind is PhaseKind.SWITCH
        self.row.show_phase(self._moving, word, turns=turns, moves=not paused)
        prepares = phase.kind is PhaseKind.PREPARE
        self.note.show_beside(self._beside.get(phase.exercise_id, Beside()) if prepares else Beside())
        self._place_words()
        sentence = mat_words.pause_sentence(self._reason)
        exercise = self._exercise_by_id(phase.exercise_id)
        if sentence:
            self.line.show_sentence(sentence)
        elif phase.kind in (PhaseKind.PREPARE, PhaseKind.SWITCH):
            self.line.show_sentence(mat_words.instruction(phase, exercise))
        else:
            self.line.show_coming(mat_words.coming(self._timeline, self._index, self._exercise_by_id))


def _step_of(phase: Phase) -> int:
    return phase.step
