"""What follows "It hurts": the sheet, the easier version it offers, how it goes on, and what is asked later."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from supple.domain.ease import ease_at
from supple.domain.exercise import Exercise
from supple.domain.pain import PainTold, counsel, ends_for_today
from supple.domain.routine import Step
from supple.domain.same_place import loaded_of
from supple.domain.session import SessionOutcome, SessionState
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.play.session_player import SessionPlayer
from supple.ui.kit.theme import Theme
from supple.ui.session.handbook import nothing_easier
from supple.ui.session.hurt_sheet import NOTHING, HurtSheet
from supple.ui.session.same_place_sheet import SamePlaceSheet
from supple.ui.session.stop_sheet import StopSheet


class PainTalk(QObject):
    """`easier_than` gives the easier version of an exercise that this person may do, if there is one.

    `exercise_by_id` knows the easier form that an exercise has of its own. Where pain was sharp the session waits
    before each later exercise that loads the place, and `sheet_wanted` asks.
    """

    sheet_wanted = Signal(object)  # SamePlaceSheet

    pain_told = Signal(object)  # PainTold
    pain_drafted = Signal(object)  # PainTold, as long as nothing is told
    signs_wanted = Signal()  # over the sheet
    went_on = Signal()  # to the questions, when the window was to close over them
    later_chosen = Signal()  # it closes, and the session waits

    def __init__(
        self,
        theme: Theme,
        player: SessionPlayer,
        *,
        exercise_by_id: Callable[[str], Exercise],
        easier_than: Callable[[str], Exercise | None] = nothing_easier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._player = player
        self._exercise_by_id = exercise_by_id
        self._easier_than = easier_than
        self._over: StopSheet | None = None
        self._instead: Step | None = None
        self._hurt_id = ""
        self._is_over = False  # the exercise that hurts, for the day
        self._sore: set[str] = set()  # the places where it was sharp in this session
        self._agreed: set[str] = set()  # the exercises that were chosen all the same

        player.phase_started.connect(self._look_soon)

    def remember(self, places: Iterable[str]) -> None:
        """It was sharp there before the session was cut off."""
        self._sore.update(places)

    def begin(self) -> HurtSheet:
        """Stop the set at once; the sheet that asks where and how much."""
        self._player.hurt()
        self._is_over = False
        easier = self._find_easier()
        more = self._player.goes_on_without(self._hurt_id)
        sheet = HurtSheet(self._theme, easier=easier, form=self._own_form(), has_more=more)
        sheet.help_called_for.connect(self._player.call_for_help)
        sheet.easier_offered.connect(self._read_offer)
        sheet.pain_told.connect(self._tell)
        sheet.pain_drafted.connect(self._draft)
        sheet.easier_chosen.connect(self._go_easier)
        sheet.go_on_chosen.connect(self._player.resume)
        sheet.next_exercise_chosen.connect(self._leave_out)
        sheet.end_chosen.connect(self._stop)
        sheet.left_without_exercise.connect(self._leave_out_and_wait)
        sheet.signs_wanted.connect(self.signs_wanted)
        return sheet

    def ask_to_stop(self, hurt: HurtSheet, *, may_wait: bool, recorded: bool) -> None:
        """The window is to close over `hurt`: what was told there stays until it is said whether the session ends."""
        if self._over is not None:
            return
        sheet = self._over = StopSheet(self._theme, over_pain=True, recorded=recorded)
        sheet.stop_confirmed.connect(hurt.end_here)
        sheet.go_on_chosen.connect(self.went_on)
        sheet.later_chosen.connect(hurt.tell)
        sheet.later_chosen.connect(self.later_chosen)
        sheet.closed.connect(self._forget_over)
        sheet.open_over(hurt.window())
        if may_wait and not hurt.ends_session:
            sheet.offer_later()

    def _forget_over(self) -> None:
        if self._over is not None:
            self._over.deleteLater()
            self._over = None

    def _find_easier(self) -> str:
        """The name of what can be done instead of the exercise that hurts; "" when there is nothing."""
        hurt = ease_at(self._player.timeline, self._player.index, None)
        self._hurt_id = hurt.exercise_id if hurt is not None else ""
        easier = self._easier_than(hurt.exercise_id) if hurt is not None else None
        if hurt is None or easier is None:
            self._instead = None
            return ""
        side = hurt.side if easier.has_sides and hurt.side is not Side.BOTH else easier.first_side
        self._instead = Step(exercise_id=easier.id, dose=easier.dose, first_side=side)
        return easier.name

    def _own_form(self) -> str:
        """How the exercise that hurts is done easier, in words, where no other stands in for it."""
        hurt = ease_at(self._player.timeline, self._player.index, None)
        return fill(self._exercise_by_id(hurt.exercise_id).easier, side=hurt.side) if hurt is not None else ""

    def _tell(self, told: PainTold) -> None:
        found = counsel(score=told.score, place=told.place, signs=told.signs)
        self._is_over = found is not None and found.ends_exercise
        if ends_for_today(told.signs):
            self._sore.add(told.place)
        self.pain_told.emit(replace(told, exercise_id=self._hurt_id))

    def _draft(self, told: PainTold) -> None:
        self.pain_drafted.emit(replace(told, exercise_id=self._hurt_id) if told != NOTHING else told)

    def _read_offer(self) -> None:
        self._player.offer_easier(self._instead.exercise_id if self._instead is not None else None)

    def _go_easier(self) -> None:
        if self._instead is not None:
            self._agreed.add(self._instead.exercise_id)
        self._player.go_easier(self._instead, leave_out=self._hurt_id if self._is_over else "")

    def _leave_out(self) -> None:
        self._player.leave_out(self._hurt_id)

    def _leave_out_and_wait(self) -> None:
        """The sheet was left without a choice: the session stands before what comes next, or is over."""
        if self._player.goes_on_without(self._hurt_id):
            self._player.leave_out(self._hurt_id)
            self._player.pause()
        else:
            self._stop()

    def _look_soon(self) -> None:
        """Once everybody has heard that the phase began."""
        if self._sore:
            QTimer.singleShot(0, self, self._ask_about_same_place)

    def _ask_about_same_place(self) -> None:
        exercise = self._exercise_by_id(self._player.phase.exercise_id)
        place = loaded_of(exercise, self._sore)
        if not place or exercise.id in self._agreed or self._player.state is SessionState.ENDED:
            return
        self._agreed.add(exercise.id)  # asked once
        self._player.pause()
        sheet = SamePlaceSheet(self._theme, exercise=exercise.name, place=place)
        sheet.went_on.connect(self._player.resume)
        sheet.left_out.connect(self._leave_out_next)
        self.sheet_wanted.emit(sheet)

    def _leave_out_next(self) -> None:
        exercise_id = self._player.phase.exercise_id
        if self._player.goes_on_without(exercise_id):
            self._player.leave_out(exercise_id)
        else:
            self._player.skip_exercise()  # it was the last: the session comes to its end

    def _stop(self) -> None:
        self._player.stop(SessionOutcome.STOPPED_FOR_PAIN)
