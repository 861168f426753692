"""Progress: what was done, how it felt, and what the self-tests found; made when the room is first shown."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.offered import NO_LIMITS, Limits
from supple.domain.overview import Overview, Stretch, WhatWasDone, overview
from supple.domain.plan_calendar import PlanContent
from supple.domain.record import SetRecord
from supple.domain.side import Side
from supple.domain.week import WEEK_DAYS, week_start
from supple.domain.wording import fill
from supple.play.look_back_reader import LookBackReader
from supple.services.history import History, HistoryError
from supple.services.look_back import PlansAsked
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button
from supple.ui.kit.card import PADDING_NARROW, PADDING_WIDE
from supple.ui.kit.flow_layout import ColumnsLayout
from supple.ui.kit.page import GUTTER_NARROW, GUTTER_WIDE, Page
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.theme import Theme
from supple.ui.progress.plan_minutes_card import PlanMinutesCard
from supple.ui.progress.plot_card import FindingCardPlot, PainCard
from supple.ui.progress.progress_empty import ProgressEmpty
from supple.ui.progress.progress_summary import ProgressSummary
from supple.ui.progress.self_test_list import SelfTestList
from supple.ui.progress.session_list import SessionList
from supple.ui.words.day_words import first_weekday

PLOT_LEAST = 360
ONE_LINE_SCALE = 1.3  # larger text puts the tools under the title


class ProgressPage(Page):
    """Shows nothing before `show_history`; reads in a thread when it is seen, and once for all stretches."""

    def __init__(
        self, theme: Theme, pictures: Pictures, catalogue: Catalogue, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("Room", "Progress"), parent=parent)
        self._catalogue = catalogue
        self._history: History | None = None
        self._limits = NO_LIMITS
        self._done = WhatWasDone()
        self._today = date.min
        self._is_due = False
        self._reader = LookBackReader(self)
        self._stretch = Segmented(
            theme,
            [
                Segment(Stretch.FOUR_WEEKS, self.tr("4 weeks")),
                Segment(Stretch.THREE_MONTHS, self.tr("3 months")),
                Segment(Stretch.ALL, self.tr("All")),
            ],
            name=self.tr("Time shown"),
            key=Stretch.FOUR_WEEKS,
        )
        self.export = Button(theme, self.tr("Export CSV"), icon="download")
        self._tools = QWidget()
        self._trouble = Banner(theme, tone=Tone.CAUTION, bold=self.tr("Your history cannot be read now."))
        self.empty = ProgressEmpty(theme, pictures)
        self._summary = ProgressSummary(theme)
        self._pain = PainCard(theme)
        self._findings = FindingCardPlot(theme)
        self._plan = PlanMinutesCard(theme)
        self.self_tests = SelfTestList(theme)
        self._sessions = SessionList(theme)
        self._plots = ColumnsLayout(min_column=theme.px(PLOT_LEAST), max_columns=2, gap=GUTTER_WIDE)

        self._lay_out()
        self._show_picture()
        self._show_only(self._stretch)
        self.export.setEnabled(False)
        self._fit()

        self._reader.done.connect(self._take)
        self._reader.failed.connect(self._tell_trouble)
        self._stretch.chosen.connect(self._show)
        self._sessions.row_focused.connect(self._keep_in_sight)
        self.narrowed.connect(self._fit)
        theme.changed.connect(self._fit)

    def show_history(self, history: History, *, today: date, limits: Limits = NO_LIMITS) -> None:
        """Read `history` anew, now or when the page is next on, and show it when it is read.

        By the `limits` goes how long the sessions of a plan take.
        """
        self._history, self._today, self._is_due = history, today, True
        self._limits = limits
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written since."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self._is_due and self._history is not None:
            self._is_due = False
            self._reader.start(
                self._history,
                PlansAsked(
                    content=PlanContent(catalogue=self._catalogue, limits=self._limits),
                    today=self._today,
                    until=week_start(self._today, first_weekday=first_weekday()) + timedelta(WEEK_DAYS - 1),
                ),
            )

    def wait(self) -> None:
        """Let a reading come to its end, before the history is closed."""
        self._reader.wait()

    def _take(self, done: WhatWasDone) -> None:
        self._done = done
        self.export.setEnabled(True)
        self._show()

    def _show(self) -> None:
        if self._done.is_empty:
            self.export.setEnabled(False)
            self._show_only(self.empty)
            return
        seen = overview(self._done, Stretch(self._stretch.key or Stretch.ALL), today=self._today)
        self._show_overview(seen)
        plan = (self._plan,) if self._plan.has_weeks else ()
        tests = (self.self_tests,) if seen.self_tests else ()
        self._show_only(
            self._stretch, self._summary, self._pain, self._findings, *plan, *tests, self._sessions
        )

    def _show_overview(self, seen: Overview) -> None:
        self._summary.show_overview(seen, done=self._done)
        self._pain.plot.show_overview(seen)
        self._findings.show_overview(seen)
        self._plan.show_overview(seen)
        self.self_tests.show_overview(seen)
        names = {exercise.id: exercise.name for exercise in self._catalogue.exercises}
        self._sessions.show_overview(seen, self._sets_of, names=names)

    def _sets_of(self, session_id: str) -> Sequence[SetRecord]:
        if self._history is None:
            return ()
        try:
            return tuple(self._history.sets_of(session_id))
        except HistoryError as error:
            self._tell_trouble(error)
            return ()

    def _tell_trouble(self, _error: HistoryError) -> None:
        self._trouble.show()

    def _show_only(self, *shown: QWidget) -> None:
        self._trouble.hide()
        for widget in (
            self._stretch,
            self.empty,
            self._summary,
            self._pain,
            self._findings,
            self._plan,
            self.self_tests,
            self._sessions,
        ):
            widget.setVisible(widget in shown)

    def _show_picture(self) -> None:
        exercise = next(iter(self._catalogue.shown_exercises), None)
        if exercise is not None:
            self.empty.show_picture(exercise.id, alt=fill(exercise.card_alt, side=Side.LEFT))

    def _keep_in_sight(self, y: int) -> None:
        """Scroll so that the row the keyboard is on can be seen."""
        place = self._sessions.mapTo(self._content, self._sessions.rect().topLeft())
        self.ensureVisible(place.x(), place.y() + y, 0, 2 * GUTTER_WIDE)

    def _fit(self) -> None:
        """Follow the width and the text size."""
        if self._theme.scale > ONE_LINE_SCALE:
            self.body.insertWidget(0, self._tools, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.header.addWidget(self._tools)
        self._plots.set_gap(GUTTER_NARROW if self.narrow else GUTTER_WIDE)
        self._plots.set_min_column(self._theme.px(PLOT_LEAST))
        self.empty.set_narrow(narrow=self.narrow)
        self._summary.set_narrow(narrow=self.narrow)
        self._sessions.set_narrow(narrow=self.narrow)
        self._plan.set_narrow(narrow=self.narrow)
        for card in (self._pain, self._findings, self._plan, self.self_tests, self._sessions):
            card.set_padding(PADDING_NARROW if self.narrow else PADDING_WIDE)

    def _lay_out(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(16)
        tools.addWidget(self._stretch)
        tools.addWidget(self.export)
        self.header.addWidget(self._tools)
        self._plots.addWidget(self._pain)
        self._plots.addWidget(self._findings)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.empty)
        self.body.addWidget(self._summary)
        self.body.addLayout(self._plots)
        self.body.addWidget(self._plan)
        self.body.addWidget(self.self_tests)
        self.body.addWidget(self._sessions)
        self.body.addStretch(1)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
