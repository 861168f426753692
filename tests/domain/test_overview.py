"""Progress adds up what was done in a stretch of days, and says of pain only what two weeks can tell."""

from datetime import date, datetime, timedelta, timezone

from supple.domain.overview import SetCount, Stretch, WhatWasDone, overview
from supple.domain.record import SelfTestRecord, SessionRecord

ZONE = timezone(timedelta(hours=2))
TODAY = date(2026, 7, 22)


def session(days_ago: int, *, pain_before: int | None = None, done_s: float = 600.0) -> SessionRecord:
    started_at = datetime(2026, 7, 22, 18, tzinfo=ZONE) - timedelta(days=days_ago)
    return SessionRecord(
        session_id=f"s{days_ago}",
        started_at=started_at,
        routine_id="r",
        routine="After training",
        planned_s=755.0,
        sets_planned=36,
        done_s=done_s,
        pain_before=pain_before,
    )


def done(*sessions: SessionRecord, counts: dict[str, SetCount] | None = None) -> WhatWasDone:
    return WhatWasDone(sessions=sessions, counts=counts or {})


def test_four_weeks_are_today_and_the_twenty_seven_days_before() -> None:
    seen = overview(done(session(28), session(27), session(0)), Stretch.FOUR_WEEKS, today=TODAY)
    assert [s.session_id for s in seen.sessions] == ["s27", "s0"]
    assert seen.done_s == 1200.0
    assert len(seen.days) == 28


def test_all_begins_with_the_first_thing_done() -> None:
    test = SelfTestRecord(self_test_id="t", taken_at=datetime(2026, 1, 1, 9, tzinfo=ZONE), checks=())
    what = WhatWasDone(sessions=(session(100),), self_tests=(test,))
    assert overview(what, Stretch.ALL, today=TODAY).first == date(2026, 1, 1)
    assert overview(done(session(3)), Stretch.ALL, today=TODAY).first == date(2026, 6, 25)


def test_sets_are_summed_by_side() -> None:
    counts = {"s1": SetCount(left=18, right=18), "s0": SetCount(left=2, right=1, both=4)}
    seen = overview(done(session(1), session(0), counts=counts), Stretch.FOUR_WEEKS, today=TODAY)
    assert (seen.sets.left, seen.sets.right, seen.sets.total) == (20, 19, 43)


def test_what_a_wrong_clock_put_into_the_future_is_not_lost() -> None:
    seen = overview(done(session(-3)), Stretch.FOUR_WEEKS, today=TODAY)
    assert len(seen.sessions) == 1


def test_pain_is_compared_between_the_first_and_the_last_week() -> None:
    sessions = (session(27, pain_before=5), session(22, pain_before=3), session(2, pain_before=2), session(1))
    assert overview(done(*sessions), Stretch.FOUR_WEEKS, today=TODAY).pain_change == (4.0, 2.0)


def test_pain_within_one_week_is_not_compared() -> None:
    sessions = (session(10, pain_before=5), session(2, pain_before=2))
    assert overview(done(*sessions), Stretch.FOUR_WEEKS, today=TODAY).pain_change is None
    assert overview(done(session(20, pain_before=5)), Stretch.FOUR_WEEKS, today=TODAY).pain_change is None


def test_nothing_done_is_empty() -> None:
    assert WhatWasDone().is_empty
    assert not done(session(0)).is_empty
