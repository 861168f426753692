"""The hip check at the edge, read by tape, as one check of a self-test."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from supple.domain.checks.edge import EdgeRun
from supple.domain.checks.edge_pages import EdgePage, EdgeTry, EdgeWay
from supple.domain.checks.edge_text import EdgeText
from supple.domain.record import CheckRecord
from supple.domain.settings import Lengths
from supple.domain.side import Side
from supple.services.edge_keeping import edge_records, tape_try_of
from supple.ui.check.check_part import CheckPart
from supple.ui.check.edge_page import EdgeCheckPage
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme


class EdgePart(CheckPart):
    """Two tries a side; `page_shown` tells which page is there, for the voice, None when none is any more."""

    page_shown = Signal(object)  # EdgePage | None

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        text: EdgeText,
        *,
        unit: Lengths,
        way: EdgeWay = EdgeWay.TAPE,
        parent: QObject | None = None,
    ) -> None:
        """Lengths are typed in `unit` until the person chooses the other one."""
        super().__init__(parent)
        self._unit = unit
        self._way = way
        self._kept: tuple[EdgeTry, ...] = ()
        self._told = (False, False)
        self._page = EdgeCheckPage(theme, pictures, text)

        page = self._page
        page.given.connect(self._follow)
        page.ended.connect(self._end)
        page.shown.connect(self._tell_page)
        page.went_back.connect(self.went_back)
        page.leave_wanted.connect(self.leave_wanted)
        page.signs_wanted.connect(self.signs_wanted)

    @property
    def page(self) -> EdgeCheckPage:
        """The one page that shows them all."""
        return self._page

    @property
    def way(self) -> EdgeWay:
        """How the angle is read."""
        return self._way

    @property
    def run(self) -> EdgeRun:
        """What was given so far."""
        return self._page.run

    def begin(self, done: Sequence[CheckRecord] = ()) -> None:
        """Show the first page, or after a sitting that was cut off the one that follows the tries in `done`."""
        run = EdgeRun.after([tape_try_of(record) for record in done], self._way)
        self._kept, self._told = run.tries, (False, False)
        self.page_changed.emit(self._page)
        self._page.begin(run, self._unit)

    def come_back(self) -> None:
        """Show the last page again."""
        self.run.back()
        self.page_changed.emit(self._page)
        self._page.show_run()

    def redo(self, side: Side) -> None:
        """Do `side` again."""
        self.run.redo(side)
        self.page_changed.emit(self._page)
        self._page.show_run()

    def say_mild(self) -> tuple[CheckRecord, ...]:
        """Every pain was mild after all."""
        self.run.say_mild()
        return self.found

    @property
    def tries(self) -> int:
        """How many tries are done."""
        return len(self.run.tries)

    @property
    def found(self) -> tuple[CheckRecord, ...]:
        """Every try so far with the finding its side has by now."""
        return edge_records(self.run.tries, self.run.results, way=self._way)

    @property
    def asks_before_it_is_left(self) -> bool:
        """From the first leg that hangs on, and once it hurt."""
        return self.run.asks_before_it_is_left

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild."""
        return self.run.ended_by_pain

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again."""
        return self.run.is_redone and self.run.page is not None

    def close(self) -> None:
        """Let go of the page."""
        self.page_shown.emit(None)
        self._page.blockSignals(True)  # noqa: FBT003 - Qt's own name
        self._page.hide()
        self._page.deleteLater()

    def _tell_page(self, page: EdgePage) -> None:
        self.page_shown.emit(page)

    def _follow(self) -> None:
        run = self.run
        told = (run.hurt_before_a_hip, run.pain_was_mild)
        if told != self._told and (told[0] or self._told[0]):
            self.told_before.emit(*told)
        self._told = told
        if run.page is not None and not run.is_redone and run.tries != self._kept:
            self._kept = run.tries
            self.kept.emit(edge_records(run.tries, way=self._way))

    def _end(self) -> None:
        self.page_shown.emit(None)
        self._kept = self.run.tries
        (self.hurt if self.run.ended_by_pain else self.finished).emit(self.found)
