"""Looking back counts every set once, by side."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.domain.plan_life import CONTENT

from supple.domain.overview import SetCount
from supple.domain.session import SetOutcome
from supple.domain.side import Side
from supple.services.look_back import PlansAsked, look_back
from supple.services.writes import AddSet, BeginSession
from supple.storage.database import open_memory_history

from .test_export import a_set, session

NOW = datetime(2026, 7, 22, 18, tzinfo=UTC)


def test_repeated_sets_count_once_and_cut_ones_not_at_all() -> None:
    history = open_memory_history()
    history.write(BeginSession(session=session()))
    done = replace(a_set("a", "s1", NOW), outcome=SetOutcome.COMPLETED)
    for record in (
        done,
        replace(done, set_id="b"),
        replace(done, set_id="c", side=Side.RIGHT),
        replace(done, set_id="d", side=Side.RIGHT, set_number=2, outcome=SetOutcome.CUT_SHORT),
    ):
        history.write(AddSet(record=record, done_s=1.0))
    what = look_back(history, PlansAsked(content=CONTENT, today=NOW.date(), until=NOW.date()))
    history.close()
    assert what.counts == {"s1": SetCount(left=1, right=1)}
    assert [s.session_id for s in what.sessions] == ["s1"]
