"""A timed hold as one check of a sitting: a page before it, the clock, what ended the hold, and what follows pain."""

from collections.abc import Sequence

from supple.domain.checks.hold import RULES, SIDES, HoldTry, forms_of, hold_checks, hold_tries, is_cut_short
from supple.domain.checks.hold_run import AFTER_PAIN, BEFORE_A_TRY, HoldQuestion, HoldRun, HoldStep
from supple.domain.checks.hold_text import HoldText
from supple.domain.record import Check, CheckRecord
from supple.domain.side import Side
from supple.play.hold_timer import HoldTimer
from supple.ui.check.check_part import CheckPart
from supple.ui.check.clock_count import LiftsCount, SecondsCount
from supple.ui.check.hold_page import HoldPage
from supple.ui.check.late_stop import LateStop
from supple.ui.check.part_page import PartPage, PartView
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.side_tag import side_word
from supple.ui.kit.theme import Theme


class HoldPart(CheckPart):
    """Its two pages, of words and of the clock, take turns."""

    def __init__(
        self, theme: Theme, pictures: Pictures, text: HoldText, timer: HoldTimer | None, check: Check
    ) -> None:
        """`timer` ends with this part; None for a check without a clock."""
        super().__init__()
        self._check = check
        self._rules = RULES[check]
        self._text = text
        self._timer = timer
        self._run = HoldRun(self._rules)
        self._late = LateStop(theme, text.late)
        self._page = PartPage(theme, pictures, beside=self._late)
        count = LiftsCount() if self._rules.by_turns else SecondsCount()
        self.clock = HoldPage(theme, pictures, timer, text, count) if timer is not None else None
        self._kept: tuple[CheckRecord, ...] = ()

        self._page.answered.connect(self._take)
        self._page.again.clicked.connect(self._do_again)
        self._page.back.clicked.connect(self._go_back)
        self._page.hurts.clicked.connect(self._report_pain)
        self._page.leave.clicked.connect(self.leave_wanted)
        self._page.signs.clicked.connect(self.signs_wanted)
        if timer is not None and self.clock is not None:
            timer.setParent(self)
            self.clock.held.connect(self._take_time)
            self.clock.hurts.clicked.connect(self._report_pain)
            self.clock.leave_wanted.connect(self.leave_wanted)

    def begin(self, done: Sequence[CheckRecord] = ()) -> None:
        """Show the first page, or the clock of the try that follows `done`."""
        self._run = HoldRun(self._rules, hold_tries(done, self._check))
        self._kept = self._rows(ended=False)
        self._show(waits=True)

    def come_back(self) -> None:
        """What ended the last hold, with its answer."""
        self._run.back()
        self._show()

    def redo(self, side: Side) -> None:
        """Do the tries of `side` again."""
        self._run.redo(side)
        self._show(waits=True)

    def say_mild(self) -> tuple[CheckRecord, ...]:
        """Every pain was mild after all."""
        self._run.say_mild()
        return self.found

    @property
    def tries(self) -> int:
        """How many tries are done."""
        return len(self._run.tries)

    @property
    def found(self) -> tuple[CheckRecord, ...]:
        """Every try with the finding of its side."""
        return self._rows(ended=True)

    @property
    def asks_before_it_is_left(self) -> bool:
        """From the first clock on."""
        step = self._run.step
        return step is not None and (step.question not in BEFORE_A_TRY or bool(self._run.tries))

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild."""
        return self._run.ended_by_pain

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again."""
        return self._run.is_redone

    def close(self) -> None:
        """Let go of both pages."""
        self._page.deleteLater()
        if self._timer is not None and self.clock is not None:
            self._timer.rest()
            self.clock.deleteLater()

    def _rows(self, *, ended: bool) -> tuple[CheckRecord, ...]:
        return hold_checks(self._check, self._run.tries, ended=ended)

    def _show(self, *, waits: bool = False) -> None:
        """The page of the present step; `waits`: the clock is not started by itself."""
        step = self._run.step
        rows = self._rows(ended=False)
        if not self._run.is_redone and step is not None and rows != self._kept:
            self._kept = rows
            self.kept.emit(rows)
        if step is None:
            self._kept = rows
            (self.hurt if self.ended_by_pain else self.finished).emit(self.found)
        elif step.question is HoldQuestion.HOLD and self.clock is not None:
            self._show_clock(self.clock, step, waits=waits)
        else:
            self._page.show_view(self._view(step))
            self.page_changed.emit(self._page)

    def _show_clock(self, clock: HoldPage, step: HoldStep, *, waits: bool) -> None:
        number, tries = (1, 1) if step.side is Side.BOTH else self._run.progress
        self.page_changed.emit(clock)
        clock.begin(
            step.side,
            number=number,
            tries=tries,
            tried=step.try_number,
            sides=self._rules.tries,
            waits=waits,
        )

    def _view(self, step: HoldStep) -> PartView:
        if step.question is HoldQuestion.FORM:
            return self._form_view(step)
        text = self._text.pages[step.question]
        before = step.question in BEFORE_A_TRY
        return PartView(
            title=self._text.title,
            where=self.tr("Before you start") if before else self._where(step),
            folder=self._text.exercise_id,
            side=step.side,
            hip=self._text.hip,
            shot=text.shot,
            lead=text.lead,
            question=text.question,
            note=text.note,
            caption=text.caption,
            answers=text.answers,
            signs=step.question is HoldQuestion.PAIN_ADVICE,
            hurts=step.question not in AFTER_PAIN,
            done=0 if before or step.side is Side.BOTH else self._run.progress[0],
            parts=self._run.progress[1],
        )

    def _form_view(self, step: HoldStep) -> PartView:
        present = self._run.present or HoldTry(side=step.side, try_number=step.try_number)
        forms = forms_of(present, self._rules)
        timed = self._rules.is_timed
        self._late.set_stopped(present.stopped_s, present.seconds)
        return PartView(
            title=self._text.title,
            where=self._where(step),
            folder=self._text.exercise_id,
            side=step.side,
            hip=self._text.hip,
            shot=self._text.shot,
            lead=self._stopped_words(step.side, int(present.stopped_s)) if timed else self._lead_of(present),
            question=self._text.question,
            note="" if self.clock is not None else self._text.stop_when,
            answers=tuple(self._text.forms[form] for form in forms),
            chosen=forms.index(present.form) if present.form in forms else None,
            waits=timed,
            again=self.clock is not None,
            done=self._run.progress[0],
            parts=self._run.progress[1],
        )

    def _lead_of(self, present: HoldTry) -> str:
        """What to do where there is no clock; of legs that take turns, whether they were stopped."""
        if self.clock is None:
            return self._text.ready
        cut = is_cut_short(present, self._rules)
        return self.tr("It was stopped before its end. It can be done again.") if cut else ""

    def _where(self, step: HoldStep) -> str:
        if step.side is Side.BOTH:
            return self.tr("Both sides")
        if self._rules.tries == 1:
            return side_word(step.side)
        told = self.tr("{side}, try {number} of {tries}")
        return told.format(side=side_word(step.side), number=step.try_number, tries=self._rules.tries)

    def _stopped_words(self, side: Side, seconds: int) -> str:
        if side is SIDES[0]:
            return self.tr("The clock stopped at %n second(s) on the left.", "", seconds)
        return self.tr("The clock stopped at %n second(s) on the right.", "", seconds)

    def _take(self, place: int) -> None:
        step = self._run.step
        if step is None:
            return
        match step.question:
            case HoldQuestion.PREPARE:
                self._run.begin()
            case HoldQuestion.BOTH_LEGS:
                self._run.tell_both(steady=place == 0)
                self._show(waits=True)
                return
            case HoldQuestion.FORM:
                present = self._run.present
                forms = self._rules.forms if present is None else forms_of(present, self._rules)
                self._run.answer(forms[place], counted_s=self._late.seconds)
            case HoldQuestion.PAIN_NOTED:
                self._run.tell_pain(mild=place == 0)
            case HoldQuestion.PAIN_MILD if place == 0:
                self._run.go_on()
                self._show(waits=True)
                return
            case _:
                self._run.finish()
        self._show()

    def _take_time(self, seconds: float) -> None:
        self._run.stop(seconds)
        self._show()

    def _do_again(self) -> None:
        self._run.again()
        self._show(waits=True)

    def _report_pain(self) -> None:
        if self._timer is not None:
            self._timer.rest()
        self._run.report_pain()
        self._show()

    def _go_back(self) -> None:
        if self._run.back():
            self._show(waits=True)
        else:
            self.went_back.emit()
