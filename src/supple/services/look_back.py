"""Reads the whole history once, for Progress."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from supple.domain.overview import WhatWasDone, count_sets
from supple.domain.plan import PlanRecord
from supple.domain.plan_asked import asked_days
from supple.domain.plan_calendar import PlanContent
from supple.domain.record import PainRecord, SelfTestRecord, SessionRecord, SetRecord
from supple.domain.session import SetOutcome
from supple.domain.side import Side
from supple.services.history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansAsked:
    """What plans had to ask for: their `content`, and from `today` to the end of its week, `until`."""

    content: PlanContent
    today: date
    until: date


def look_back(history: History, asked: PlansAsked) -> WhatWasDone:
    """Everything that was done; takes a while after some years, so not for the GUI thread. Raises HistoryError."""
    counted: set[tuple[str, int, str, Side, int]] = set()
    for record in history.read(SetRecord):
        if record.outcome is SetOutcome.COMPLETED:
            place = (record.step, record.exercise_id, record.side, record.set_number)
            counted.add((record.session_id, *place))
    by_session: dict[str, Counter[Side]] = {}
    for session_id, _, _, side, _ in counted:
        by_session.setdefault(session_id, Counter())[side] += 1
    sessions = tuple(history.read(SessionRecord))
    plans = tuple(history.read(PlanRecord))
    return WhatWasDone(
        sessions=sessions,
        counts={session_id: count_sets(sides) for session_id, sides in by_session.items()},
        self_tests=tuple(test for test in history.read(SelfTestRecord) if test.is_finished and test.checks),
        pains=tuple(history.read(PainRecord)),
        asked=asked_days(plans, sessions, asked.content, today=asked.today, until=asked.until),
    )
