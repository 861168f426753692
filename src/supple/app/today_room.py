"""Today's room: the first page of the window, and what a safety answer puts in its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from supple.app.shipped_files import read_safety, wall_clock
from supple.app.today_offer import offer
from supple.app.when_shown import WhenShown
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme
from supple.ui.safety.guarded_room import GuardedRoom
from supple.ui.today.hero import ROUTINE, SIGN
from supple.ui.today.today_page import Offer, TodayPage

if TYPE_CHECKING:
    from supple.app.library_rooms import LibraryRooms
    from supple.app.plans import Plans
    from supple.app.ways import Ways
    from supple.domain.catalogue import Catalogue
    from supple.domain.offered import Limits
    from supple.domain.progress import TodaySummary
    from supple.domain.safety import Clearance
    from supple.domain.today import WhatIsKnown
    from supple.ui.safety.guarded_page import ClosedPage


class TodayRoom(QObject):
    """Made with what ships, before anything of the person is known, and before there is a way for what is pressed."""

    def __init__(self, theme: Theme, pictures: Pictures, cover: Offer, parent: QObject | None = None) -> None:
        """The page says what is on the `cover`."""
        super().__init__(parent)
        self.page = TodayPage(theme, pictures, cover, today=wall_clock().date())
        self._theme = theme
        self._fresh = WhenShown(self.page, self._renew)
        self._guard: GuardedRoom | None = None
        self._ways: Ways | None = None
        self._catalogue: Catalogue | None = None
        self._limits: Limits | None = None
        self._known: WhatIsKnown | None = None
        self._start_with: str | None = None
        self._plans: Plans | None = None
        self._summary: TodaySummary | None = None
        self._offer = cover

    @property
    def routine_due(self) -> str:
        """The routine that Today would start now; "" when it starts none. While a sign waits it leads to why not."""
        self._fresh.renew()
        return self._offer.routine_id if self._offer.state in (ROUTINE, SIGN) else ""

    @property
    def is_of_plan(self) -> bool:
        """Whether what Today would start is the plan's session."""
        self._fresh.renew()
        return self._offer.of_plan

    def make(self) -> QWidget:
        """The page behind its guard, which stands open until answers close it."""
        self._guard = GuardedRoom(self._give_page, self._make_closed)
        self._guard.open()
        return self._guard

    def follow(self, ways: "Ways", library: "LibraryRooms", plans: "Plans") -> None:
        """From now on what is pressed leads on, and a plan decides what is due."""
        self._ways = ways
        self._plans = plans
        plans.changed.connect(self._tell_plan)
        self.page.plan_started.connect(ways.start_plan)
        self.page.week.plan_requested.connect(ways.show_plan)
        self.page.plan_steps_requested.connect(ways.show_plans_steps)
        self.page.check_started.connect(ways.start_check)
        self.page.hero.way_chosen.connect(self._go_way)
        self.page.routine_started.connect(ways.start_routine)
        self.page.findings.start.clicked.connect(ways.start_check)
        self.page.hero.signs_requested.connect(ways.show_signs)
        self.page.steps_requested.connect(library.show_routine)
        self.page.hero.routines_requested.connect(library.show_routines)

    def set_clearance(self, clearance: "Clearance") -> None:
        """Open or close the room."""
        self._start_with = clearance.start_with
        if self._guard is not None:
            self._guard.set_clearance(clearance)
        self._fresh.tell()

    def set_limits(self, catalogue: "Catalogue", limits: "Limits") -> None:
        """Leave out what is not offered, and name it."""
        self._catalogue, self._limits = catalogue, limits
        self._fresh.tell()

    def show_known(self, known: "WhatIsKnown") -> None:
        """What was done, found and felt lately decides what is due."""
        self._known = known
        self._fresh.tell()

    def show_summary(self, summary: "TodaySummary") -> None:
        """The person's last findings and week."""
        self._summary = summary
        self._show_week()

    def _tell_plan(self) -> None:
        self._show_week()
        self._fresh.tell()

    def _show_week(self) -> None:
        """What was done in it, and what the plan has in it."""
        if self._summary is None:
            return
        plan = self._plans.today() if self._plans is not None else None
        if plan is None or self._plans is None:
            self.page.show_summary(self._summary)
            return
        from dataclasses import replace

        of_plan = self._plans.of_week(self._summary.week[0].day)
        self.page.show_summary(replace(self._summary, plan=of_plan, check_on=plan.next_check))

    def _go_way(self, key: str) -> None:
        from supple.domain.today import ON_REST
        from supple.ui.words.plan_ways import PlanWay

        if self._ways is None:
            return
        match PlanWay(key):
            case PlanWay.ON_REST:
                self._ways.start_routine(ON_REST)
            case PlanWay.AHEAD:
                self._ways.start_plan()
            case PlanWay.CHECK:
                self._ways.start_check()
            case other:
                self._ways.answer_plan(other)

    def _give_page(self) -> QWidget:
        return self.page

    def _make_closed(self) -> "ClosedPage":
        from supple.ui.safety.guarded_page import ClosedPage

        page = ClosedPage(self._theme, read_safety())
        if self._ways is not None:
            page.change.clicked.connect(self._ways.change_answers)
            page.signs.clicked.connect(self._ways.show_signs)
        return page

    def _renew(self) -> None:
        if self._catalogue is None or self._limits is None:
            return
        from dataclasses import replace

        from supple.domain.today import WhatIsKnown

        known = self._known or WhatIsKnown(now=wall_clock())
        known = replace(known, start_with=self._start_with)
        plan = self._plans.today() if self._plans is not None else None
        self._offer = offer(self._catalogue, self._limits, known, plan)
        self.page.set_offer(self._offer)
