"""What is written to the history can be read back, once, in order, whatever the clock did."""

import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.consent import Consent
from supple.domain.ease import plan_timeline
from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.findings import Finding
from supple.domain.pain import Sign
from supple.domain.record import (
    Check,
    CheckRecord,
    Occasion,
    PainRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
    whole_round,
)
from supple.domain.routine import Ease, Pace, Routine, SessionPlan, Step
from supple.domain.safety import Group
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.side import Side
from supple.domain.summary import summarise
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import (
    AddPain,
    AddSafety,
    AddSelfTest,
    AddSet,
    BeginSession,
    ChangePlan,
    EndSession,
    NoteSession,
    TakeBackPain,
)
from supple.storage.columns import moment_of, time_row
from supple.storage.history import SqlHistory

from .conftest import NOW, one_set, session

LATER = NOW + timedelta(minutes=12)


def a_self_test(self_test_id: str = "t1", *, taken_at: datetime = NOW) -> SelfTestRecord:
    check = CheckRecord(
        check=Check.HIP_LENGTH_FLOOR,
        side=Side.LEFT,
        try_number=1,
        answer="clearly lifted",
        finding=Finding.LIMITED,
        rules_version="floor-1",
    )
    checks = (check, replace(check, try_number=2), replace(check, side=Side.RIGHT, finding=Finding.LEVEL))
    return SelfTestRecord(self_test_id=self_test_id, taken_at=taken_at, checks=checks)


def pain(pain_id: str = "p1", *, occasion: Occasion = Occasion.DURING, score: int | None = 3) -> PainRecord:
    return PainRecord(
        pain_id=pain_id, rated_at=NOW, occasion=occasion, score=score, session_id="s1", place="hip"
    )


def test_a_session_is_read_back_as_it_was_written(history: SqlHistory) -> None:
    history.write(BeginSession(session=session(pain_before=4)))
    assert list(history.read(SessionRecord)) == [session(pain_before=4)]


def test_the_offset_of_the_place_is_kept(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    (found,) = history.read(SessionRecord)
    assert found.started_at.utcoffset() == timedelta(hours=2)
    assert found.day == NOW.date()


def test_a_set_is_there_with_the_running_time_of_its_session(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    history.write(AddSet(record=one_set(), done_s=13.0))
    assert list(history.read(SetRecord)) == [one_set()]
    (found,) = history.read(SessionRecord)
    assert (found.done_s, found.sets_done) == (13.0, 1)


def test_a_set_written_twice_is_there_once(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    history.write(AddSet(record=one_set(), done_s=13.0))
    history.write(BeginSession(session=session()))
    history.write(AddSet(record=one_set(), done_s=13.0))
    assert len(list(history.read(SetRecord))) == 1
    assert len(list(history.read(SessionRecord))) == 1


def test_a_repeated_set_counts_once_and_both_attempts_are_kept(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    for set_id in ("a", "b"):
        history.write(AddSet(record=one_set(set_id), done_s=13.0))
    history.write(AddSet(record=one_set("c", outcome=SetOutcome.CUT_SHORT, side=Side.RIGHT), done_s=20.0))
    (found,) = history.read(SessionRecord)
    assert found.sets_done == 1
    assert [s.set_id for s in history.sets_of("s1")] == ["a", "b", "c"]


def test_a_session_ends_once_and_is_then_no_longer_unfinished(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    assert history.unfinished_session() == session()
    history.write(EndSession(session_id="s1", ended_at=LATER, outcome=SessionOutcome.STOPPED, done_s=700.0))
    (found,) = history.read(SessionRecord)
    assert (found.ended_at, found.outcome, found.done_s) == (LATER, SessionOutcome.STOPPED, 700.0)
    assert history.unfinished_session() is None


def test_a_clock_set_back_does_not_end_a_session_before_it_began(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    history.write(
        EndSession(
            session_id="s1", ended_at=NOW - timedelta(hours=1), outcome=SessionOutcome.COMPLETED, done_s=755.0
        )
    )
    (found,) = history.read(SessionRecord)
    assert found.ended_at == found.started_at


def test_the_newest_unfinished_session_is_told(history: SqlHistory) -> None:
    history.write(BeginSession(session=session("old")))
    history.write(BeginSession(session=session("new", started_at=LATER)))
    assert history.unfinished_session() == session("new", started_at=LATER)


def test_a_rating_with_a_session_is_a_pain_record_as_well(history: SqlHistory) -> None:
    history.write(BeginSession(session=session(pain_before=4)))
    history.write(EndSession(session_id="s1", ended_at=LATER, outcome=SessionOutcome.COMPLETED, done_s=755.0))
    history.write(NoteSession(session_id="s1", pain_after=2, note="easier"))
    (found,) = history.read(SessionRecord)
    assert (found.pain_before, found.pain_after, found.note) == (4, 2, "easier")
    ratings = [(p.occasion, p.score, p.rated_at) for p in history.read(PainRecord)]
    assert ratings == [(Occasion.BEFORE, 4, NOW), (Occasion.AFTER, 2, LATER)]


def test_a_rating_corrected_replaces_the_wrong_one(history: SqlHistory) -> None:
    history.write(BeginSession(session=session(pain_before=4)))
    history.write(NoteSession(session_id="s1", pain_after=9, note=""))
    history.write(NoteSession(session_id="s1", pain_after=2, note=""))
    history.write(AddPain(pain=pain(occasion=Occasion.BEFORE, score=5)))
    assert sorted(p.score or 0 for p in history.read(PainRecord)) == [2, 5]


def test_a_rating_that_is_taken_back_is_gone(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    history.write(AddPain(pain=pain("p1")))
    history.write(AddPain(pain=pain("p2")))
    history.write(TakeBackPain(pain_id="p1"))
    history.write(TakeBackPain(pain_id="p1"))
    assert [found.pain_id for found in history.read(PainRecord)] == ["p2"]


def test_pain_during_a_session_may_be_told_more_than_once(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    for pain_id in ("p1", "p2", "p2"):
        history.write(AddPain(pain=pain(pain_id, score=None)))
    assert [p.pain_id for p in history.read(PainRecord)] == ["p1", "p2"]


def test_a_self_test_is_read_back_with_its_tries_in_order(history: SqlHistory) -> None:
    history.write(AddSelfTest(self_test=a_self_test()))
    history.write(AddSelfTest(self_test=a_self_test()))
    assert list(history.read(SelfTestRecord)) == [a_self_test()]
    found = history.newest(SelfTestRecord)
    assert found is not None
    assert found.finding(Check.HIP_LENGTH_FLOOR, Side.LEFT) is Finding.LIMITED
    assert found.finding(Check.HIP_LENGTH_FLOOR, Side.RIGHT) is Finding.LEVEL


def test_a_self_test_kept_again_takes_the_place_of_the_earlier(history: SqlHistory) -> None:
    history.write(AddSelfTest(self_test=a_self_test()))
    corrected = replace(a_self_test(), checks=(replace(a_self_test().checks[0], answer="flat, back flat"),))
    history.write(AddSelfTest(self_test=corrected))
    assert list(history.read(SelfTestRecord)) == [corrected]


def test_a_self_test_without_checks_is_kept(history: SqlHistory) -> None:
    empty = SelfTestRecord(self_test_id="t", taken_at=NOW, checks=())
    history.write(AddSelfTest(self_test=empty))
    assert history.newest(SelfTestRecord) == empty


def test_the_last_answers_count_even_when_the_clock_went_back(history: SqlHistory) -> None:
    history.write(AddSafety(safety=SafetyRecord(answered_at=NOW, ticked=frozenset())))
    after = SafetyRecord(answered_at=NOW - timedelta(hours=2), ticked=frozenset({"A1", "C2"}))
    history.write(AddSafety(safety=after))
    history.write(AddSafety(safety=after))
    assert history.newest(SafetyRecord) == after
    assert len(list(history.read(SafetyRecord))) == 2
    history.write(AddSelfTest(self_test=a_self_test("t1")))
    history.write(AddSelfTest(self_test=a_self_test("t2", taken_at=NOW - timedelta(days=1))))
    last = history.newest(SelfTestRecord)
    assert last is not None
    assert last.self_test_id == "t2"


def test_a_round_of_answers_keeps_when_each_group_was_asked_and_what_was_agreed(history: SqlHistory) -> None:
    answers = SafetyRecord(
        answered_at=NOW,
        ticked=frozenset({"B1"}),
        asked_at={Group.EMERGENCY: NOW, Group.SEE_DOCTOR: NOW - timedelta(days=20)},
        agreed_at={Consent.SEEN: NOW},
        noted={"surgery_on": "2026-01-02"},
    )
    history.write(AddSafety(safety=answers))
    assert history.newest(SafetyRecord) == answers
    last = history.newest(SafetyRecord)
    assert last is not None
    assert last.agreed_at[Consent.SEEN].utcoffset() == NOW.utcoffset()


def test_the_same_answers_with_another_consent_are_another_round(history: SqlHistory) -> None:
    first = whole_round(NOW, frozenset({"B1"}))
    history.write(AddSafety(safety=first))
    history.write(AddSafety(safety=replace(first, agreed_at={Consent.SEEN: NOW})))
    assert len(list(history.read(SafetyRecord))) == 2


def test_the_signs_and_the_exercise_of_a_rating_are_kept(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    told = replace(pain(), signs=frozenset({Sign.SHARP, Sign.NUMB}), exercise_id="a1")
    history.write(AddPain(pain=told))
    assert list(history.read(PainRecord)) == [told]


def test_ratings_with_a_sign_or_below_the_knee_are_found_however_old(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    history.write(AddPain(pain=pain("plain", score=9)))
    history.write(
        AddPain(
            pain=replace(
                pain("signed"), signs=frozenset({Sign.GIVING_WAY}), rated_at=NOW - timedelta(days=900)
            )
        )
    )
    history.write(AddPain(pain=replace(pain("below"), place="below the knee")))
    assert [found.pain_id for found in history.signed_pains()] == ["signed", "below"]


def test_nothing_kept_is_nothing_found(history: SqlHistory) -> None:
    assert history.newest(SafetyRecord) is None
    assert history.newest(SelfTestRecord) is None
    assert history.unfinished_session() is None
    assert list(history.read(SessionRecord)) == []


def test_bounds_take_the_first_moment_and_leave_the_last(history: SqlHistory) -> None:
    for hours in range(4):
        history.write(BeginSession(session=session(f"s{hours}", started_at=NOW + timedelta(hours=hours))))
    found = history.read(
        SessionRecord, since=(NOW + timedelta(hours=1)).astimezone(UTC), until=NOW + timedelta(hours=3)
    )
    assert [s.session_id for s in found] == ["s1", "s2"]


def test_many_rows_come_in_order_of_their_time(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    for number in range(60):
        history.write(
            AddSet(record=one_set(str(number), started_at=NOW - timedelta(seconds=number)), done_s=1.0)
        )
    assert [int(s.set_id) for s in history.read(SetRecord)] == list(range(59, -1, -1))


def test_one_thread_writes_while_another_reads(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    reading = history.read(SessionRecord)
    next(iter(reading))
    writer = threading.Thread(target=history.write, args=(AddSet(record=one_set(), done_s=1.0),))
    writer.start()
    writer.join()
    assert len(list(history.read(SetRecord))) == 1


def test_a_set_of_a_session_that_is_not_there_says_that_this_is_another_file(history: SqlHistory) -> None:
    with pytest.raises(HistoryError) as caught:
        history.write(AddSet(record=one_set(session_id="nobody"), done_s=1.0))
    assert caught.value.trouble is Trouble.REPLACED
    assert list(history.read(SetRecord)) == []


def test_a_time_without_an_offset_is_refused(history: SqlHistory) -> None:
    with pytest.raises(ValueError, match="offset"):
        history.write(BeginSession(session=session(started_at=datetime(2026, 1, 1))))  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize(
    "wrong", ["score = 11", "occasion = 'sometimes'", "rated_at = 'yesterday'", "score = 'x'"]
)
def test_the_file_itself_refuses_what_makes_no_sense(history: SqlHistory, folder, wrong: str) -> None:
    history.write(BeginSession(session=session(pain_before=4)))
    with sqlite3.connect(folder / "history.db") as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(f"UPDATE pains SET {wrong}")  # noqa: S608 - our own words
    other.close()


@given(
    st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2200, 1, 1)),  # noqa: DTZ001 - naive is asked for
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_every_moment_survives_with_its_offset(moment: datetime, offset_min: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=offset_min)))
    row = time_row("x", aware)
    back = moment_of(row["x_at"], row["x_offset_min"])
    assert (back, back.utcoffset()) == (aware, aware.utcoffset())


def test_an_unfinished_session_brings_back_what_it_was_to_play(history: SqlHistory) -> None:
    dose = Dose(
        kind=DoseKind.HOLD, sets=2, hold_s=10, order=Order.ALTERNATE, prepare_s=15, switch_s=6, rest_s=0
    )
    steps = (Step(exercise_id="a1", dose=dose, first_side=Side.RIGHT),)
    routine = Routine(id="r", name="R", when="", days="", note="", steps=steps)
    plan = SessionPlan(routine=routine, pace=Pace(switch_s=9, prepare_waits=True))
    history.write(BeginSession(session=replace(session(), plan=plan)))
    unfinished = history.unfinished_session()
    assert unfinished is not None
    assert unfinished.plan == plan


def test_a_plan_of_another_version_is_no_plan_and_no_error(history: SqlHistory) -> None:
    history.write(BeginSession(session=session()))
    with history._engine.begin() as connection:
        connection.exec_driver_sql("""UPDATE sessions SET plan_json = '{"routine": 5}'""")
    unfinished = history.unfinished_session()
    assert unfinished is not None
    assert unfinished.plan is None


def test_a_session_that_went_on_easier_plans_what_it_went_on_with(history: SqlHistory) -> None:
    """The sheet after it and Progress give the same figures."""
    dose = Dose(kind=DoseKind.HOLD, sets=3, order=Order.ALTERNATE, prepare_s=5, switch_s=6, hold_s=10)
    whole = Routine(
        id="r", name="R", when="", days="", note="", steps=(Step(exercise_id="a1", dose=dose),) * 2
    )
    easier = Step(exercise_id="b1", dose=dose.with_sets(1))
    ease = Ease(step=1, exercise_id="a1", side=Side.LEFT, set_number=2, begun=True, instead=easier)
    plan = SessionPlan(routine=whole, pace=Pace(), eases=(ease,))
    history.write(BeginSession(session=replace(session(), sets_planned=12)))
    history.write(ChangePlan(session_id="s1", plan=plan))
    (found,) = history.read(SessionRecord)
    lines = summarise(plan_timeline(plan), ())
    assert found.sets_planned == sum(side.planned for line in lines for side in line.sides) == 11
    assert found.planned_s == plan_timeline(plan).total_ms / 1000
