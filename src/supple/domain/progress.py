"""What a person sees of what they did: sums over records, with the day boundary of where they were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from supple.domain.checks.latest import LatestFound, latest_found
from supple.domain.minutes import SECOND_MS, whole_minutes
from supple.domain.record import SelfTestRecord, SessionRecord
from supple.domain.side import Side
from supple.domain.week import WEEK_DAYS, week_start

SHADES_FROM = (0, 1, 8, 15)
"""Minutes from which a day has the next darker shade in the calendar: a matter of looks, not of advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySum:
    """What was done on one local day; `done_s` is time on the mat without pauses."""

    day: date
    sessions: int
    done_s: float

    @property
    def whole_minutes(self) -> int:
        """The same in minutes, as they are shown."""
        return whole_minutes(self.done_s * SECOND_MS)

    @property
    def shade(self) -> int:
        """Which of the calendar's shades it has, 0 where nothing was done."""
        return sum(1 for least in SHADES_FROM[1:] if self.whole_minutes >= least)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOfWeek:
    """What a plan has in a week: days with a session, of how many sessions so many are done, and days of a check.

    `missed` are days that had one on which nothing was done.
    """

    planned: frozenset[date]
    done: int
    sessions: int
    missed: frozenset[date] = frozenset()
    checks: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaySummary:
    """Everything Today shows of the person's own: the last findings and this week, from its first day.

    `plan` is None without one; `check_on` is when the hips are looked at again.
    """

    today: date
    left: LatestFound | None
    right: LatestFound | None
    week: tuple[DaySum, ...]
    plan: PlanOfWeek | None = None
    check_on: date | None = None

    @property
    def found_on(self) -> date | None:
        """The newest day of what stands first for a side."""
        return max((found.on for found in (self.left, self.right) if found and found.on), default=None)

    @property
    def sessions(self) -> int:
        """Sessions of this week."""
        return sum(day.sessions for day in self.week)

    @property
    def done_s(self) -> float:
        """Time of this week on the mat."""
        return sum(day.done_s for day in self.week)


def day_sums(sessions: Iterable[SessionRecord], *, first: date, days: int) -> tuple[DaySum, ...]:
    """The sums of `days` local days from `first`; a session belongs to the day on which it began."""
    found: dict[date, list[SessionRecord]] = {}
    for session in sessions:
        found.setdefault(session.day, []).append(session)
    return tuple(
        DaySum(
            day=day,
            sessions=len(found.get(day, ())),
            done_s=sum(s.done_s for s in found.get(day, ())),
        )
        for day in (first + timedelta(days=n) for n in range(days))
    )


def today_summary(
    *,
    today: date,
    first_weekday: int,
    sessions: Iterable[SessionRecord],
    self_tests: Sequence[SelfTestRecord] = (),
) -> TodaySummary:
    """What Today shows on `today`; `sessions` may reach further back than this week. All are oldest first."""
    return TodaySummary(
        today=today,
        left=latest_found(self_tests, Side.LEFT),
        right=latest_found(self_tests, Side.RIGHT),
        week=day_sums(sessions, first=week_start(today, first_weekday=first_weekday), days=WEEK_DAYS),
    )
