"""Reads the whole history once, for Progress."""

from collections import Counter

from supple.domain.overview import WhatWasDone, count_sets
from supple.domain.record import PainRecord, SelfTestRecord, SessionRecord, SetRecord
from supple.domain.session import SetOutcome
from supple.domain.side import Side
from supple.services.history import History


def look_back(history: History) -> WhatWasDone:
    """Everything that was done; takes a while after some years, so not for the GUI thread. Raises HistoryError."""
    counted: set[tuple[str, int, str, Side, int]] = set()
    for record in history.read(SetRecord):
        if record.outcome is SetOutcome.COMPLETED:
            place = (record.step, record.exercise_id, record.side, record.set_number)
            counted.add((record.session_id, *place))
    by_session: dict[str, Counter[Side]] = {}
    for session_id, _, _, side, _ in counted:
        by_session.setdefault(session_id, Counter())[side] += 1
    return WhatWasDone(
        sessions=tuple(history.read(SessionRecord)),
        counts={session_id: count_sets(sides) for session_id, sides in by_session.items()},
        self_tests=tuple(test for test in history.read(SelfTestRecord) if test.is_finished and test.checks),
        pains=tuple(history.read(PainRecord)),
    )
