"""What Progress shows of a stretch of days: sums, averages and rows over what was read from the history."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from supple.domain.checks.retest import Retest, retests
from supple.domain.findings import RULES_VERSION
from supple.domain.plan_asked import AskedDay, AskedWeek, asked_weeks
from supple.domain.progress import DaySum, day_sums
from supple.domain.record import NOT_ANSWERED, Check, Occasion, PainRecord, SelfTestRecord, SessionRecord
from supple.domain.side import Side

WEEK = timedelta(days=7)
FLOOR = Check.HIP_LENGTH_FLOOR


class Missing(StrEnum):
    """Why nothing can be said of how pain before sessions changed."""

    NOTHING_RATED = "nothing rated"
    ONLY_AFTER = "rated after sessions alone"
    TOO_EARLY = "the first rating is not two weeks old"
    NONE_LATELY = "none in the last seven days"


class Stretch(StrEnum):
    """How far back Progress looks."""

    FOUR_WEEKS = "4 weeks"
    THREE_MONTHS = "3 months"
    ALL = "all"


_DAYS = {Stretch.FOUR_WEEKS: 28, Stretch.THREE_MONTHS: 91}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCount:
    """Sets completed in a session, each counted once, by side."""

    left: int = 0
    right: int = 0
    both: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.left + self.right + self.both


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPains:
    """What was told of one session besides its two ratings: where it hurt in it, and the morning after."""

    hurts: tuple[PainRecord, ...] = ()
    morning: PainRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatWasDone:
    """All that Progress knows, oldest first: read once, looked at in stretches.

    `asked` are the days on which a plan had a session, to the end of this week.
    """

    sessions: tuple[SessionRecord, ...] = ()
    counts: Mapping[str, SetCount] = field(default_factory=dict)
    self_tests: tuple[SelfTestRecord, ...] = ()
    pains: tuple[PainRecord, ...] = ()
    asked: tuple[AskedDay, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not (self.sessions or self.self_tests or self.pains)

    @property
    def planned(self) -> Mapping[date, AskedDay]:
        """The days of plans on which nothing was done, each by its date."""
        return {each.day: each for each in self.asked if not each.is_done}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What was done from `first` on, seen on `today`."""

    first: date
    today: date
    sessions: tuple[SessionRecord, ...]
    sets: SetCount
    self_tests: tuple[SelfTestRecord, ...]
    pains: tuple[PainRecord, ...]
    asked: tuple[AskedDay, ...] = ()

    def weeks_of_plans(self, *, first_weekday: int) -> tuple[AskedWeek, ...]:
        """Minutes against the plan, week by week; the first may have begun before `first`."""
        return asked_weeks(self.asked, since=self.first, today=self.today, first_weekday=first_weekday)

    @property
    def rules_changed_on(self) -> date | None:
        """The day of the first check by the rules of today, where checks by other rules come before it."""
        rules = {
            t: next((c.rules_version for c in t.checks if c.check is FLOOR), None) for t in self.self_tests
        }
        ours = [test for test, version in rules.items() if version == RULES_VERSION]
        others = [test for test, version in rules.items() if version not in (None, RULES_VERSION)]
        if not ours or not others or others[0].taken_at > ours[0].taken_at:
            return None
        return ours[0].taken_at.date()

    @property
    def changes(self) -> tuple[Retest, ...]:
        """What became of each check from the self-test before the last to the last one."""
        return retests(self.self_tests[-2], self.self_tests[-1]) if len(self.self_tests) > 1 else ()

    @property
    def done_s(self) -> float:
        """Time on the mat without pauses."""
        return sum(session.done_s for session in self.sessions)

    @property
    def days(self) -> tuple[DaySum, ...]:
        """The sums of every day."""
        return day_sums(self.sessions, first=self.first, days=(self.today - self.first).days + 1)

    @property
    def told(self) -> Mapping[str, SessionPains]:
        """What was told of each session of which anything was, by its id."""
        found: dict[str, SessionPains] = {}
        for pain in self.pains:
            if pain.session_id is None:
                continue
            told = found.get(pain.session_id, SessionPains())
            if pain.occasion is Occasion.DURING:
                found[pain.session_id] = replace(told, hurts=(*told.hurts, pain))
            elif pain.occasion is Occasion.NEXT_MORNING and pain.was_answered:
                found[pain.session_id] = replace(told, morning=pain)
        return found

    @property
    def told_alone(self) -> tuple[PainRecord, ...]:
        """What was told of pain and belongs to no session, but for a question that was put off."""
        return tuple(p for p in self.pains if p.session_id is None and p.note != NOT_ANSWERED)

    @property
    def last_before(self) -> SessionRecord | None:
        """The last session with a rating before it."""
        return next((s for s in reversed(self.sessions) if s.pain_before is not None), None)

    @property
    def missing(self) -> Missing | None:
        """What `pain_change` waits for; None when it is there."""
        if self.pain_change is not None:
            return None
        rated = [s for s in self.sessions if s.pain_before is not None]
        if not rated:
            after = any(s.pain_after is not None for s in self.sessions)
            return Missing.ONLY_AFTER if after else Missing.NOTHING_RATED
        return Missing.TOO_EARLY if self._is_early(rated[0].day) else Missing.NONE_LATELY

    @property
    def pain_change(self) -> tuple[float, float] | None:
        """The average of pain before sessions in the first week with a rating and in the last seven days.

        None unless both have one and they are different weeks.
        """
        rated = [(s.day, s.pain_before) for s in self.sessions if s.pain_before is not None]
        if not rated or self._is_early(rated[0][0]):
            return None
        early = [score for day, score in rated if day < rated[0][0] + WEEK]
        late = [score for day, score in rated if day > self.today - WEEK]
        return (sum(early) / len(early), sum(late) / len(late)) if late else None

    def _is_early(self, first_rated: date) -> bool:
        """Whether the week that begins with it and the last seven days are not two weeks yet."""
        return first_rated + WEEK > self.today - WEEK + timedelta(days=1)


def overview(done: WhatWasDone, stretch: Stretch, *, today: date) -> Overview:
    """Look at a stretch of days that ends today; "all" begins with the first thing that was done.

    What a clock once set ahead put into the future is shown too.
    """
    first = _first_day(done, stretch, today)
    sessions = tuple(s for s in done.sessions if first <= s.day)
    counts = [done.counts.get(s.session_id, SetCount()) for s in sessions]
    return Overview(
        first=first,
        today=today,
        sessions=sessions,
        sets=SetCount(
            left=sum(c.left for c in counts),
            right=sum(c.right for c in counts),
            both=sum(c.both for c in counts),
        ),
        self_tests=tuple(t for t in done.self_tests if first <= t.taken_at.date()),
        pains=tuple(p for p in done.pains if first <= p.rated_at.date()),
        asked=done.asked,
    )


def count_sets(done: Mapping[Side, int]) -> SetCount:
    """The counts of a session out of a count for each side."""
    return SetCount(left=done.get(Side.LEFT, 0), right=done.get(Side.RIGHT, 0), both=done.get(Side.BOTH, 0))


def _first_day(done: WhatWasDone, stretch: Stretch, today: date) -> date:
    if stretch is not Stretch.ALL:
        return today - timedelta(days=_DAYS[stretch] - 1)
    days = [
        *(s.day for s in done.sessions[:1]),
        *(t.taken_at.date() for t in done.self_tests[:1]),
        *(p.rated_at.date() for p in done.pains[:1]),
    ]
    return min([*days, today - timedelta(days=_DAYS[Stretch.FOUR_WEEKS] - 1)])
