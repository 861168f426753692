"""The check on the floor as one check of a sitting."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from supple.domain.record import CheckRecord
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Try
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.services.self_test_keeping import floor_checks, floor_run
from supple.ui.check.check_part import CheckPart
from supple.ui.check.self_test_page import SelfTestPage
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme


class FloorPart(CheckPart):
    """Its one page is made when it is begun."""

    def __init__(
        self, theme: Theme, pictures: Pictures, text: SelfTestText, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = SelfTestPage(theme, pictures, text)
        self._kept: tuple[Try, ...] = ()
        self._told = (False, False)

        self._page.answered.connect(self._follow)
        self._page.finished.connect(self._end)
        self._page.left.connect(self._end_before_a_hip)
        self._page.went_back.connect(self.went_back)
        self._page.leave_wanted.connect(self.leave_wanted)
        self._page.warning_signs_opened.connect(self.signs_wanted)

    def begin(self, done: Sequence[CheckRecord] = ()) -> None:
        """Show the first page, or the one that follows `done`."""
        run = floor_run(done) if done else SelfTestRun()
        self._kept = run.tries
        if run.page is not None:
            self.page_changed.emit(self._page)
        self._page.begin(run)

    def come_back(self) -> None:
        """Show the last page again."""
        self._page.run.back()
        self._show()

    def redo(self, side: Side) -> None:
        """Do `side` again."""
        self._page.run.redo(side)
        self._show()

    def say_mild(self) -> tuple[CheckRecord, ...]:
        """Every pain was mild after all."""
        self._page.run.say_mild()
        return self.found

    @property
    def tries(self) -> int:
        """How many tries are done."""
        return len(self._page.run.tries)

    @property
    def found(self) -> tuple[CheckRecord, ...]:
        """Every try with the finding of its side."""
        return floor_checks(self._page.run)

    @property
    def asks_before_it_is_left(self) -> bool:
        """From the first hip on, and once it hurt."""
        return self._page.run.asks_before_it_is_left

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild."""
        return self._page.run.ended_by_pain

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again."""
        return self._page.run.is_redone

    def close(self) -> None:
        """Let go of the page."""
        self._page.deleteLater()

    def _show(self) -> None:
        self.page_changed.emit(self._page)
        self._page.resume()

    def _follow(self) -> None:
        run = self._page.run
        if not run.is_redone and run.page is not None and run.tries != self._kept:
            self._kept = run.tries
            self.kept.emit(floor_checks(run, ended=False))
        told = (run.hurt_before_a_hip, run.pain_was_mild)
        if told != self._told and (told[0] or self._told[0]):
            self.told_before.emit(*told)
        self._told = told

    def _end(self) -> None:
        self._kept = self._page.run.tries
        (self.hurt if self.ended_by_pain else self.finished).emit(self.found)

    def _end_before_a_hip(self) -> None:
        self.hurt.emit(())
