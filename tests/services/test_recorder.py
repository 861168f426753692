"""A session becomes records as it goes, and what the disk refuses is written later, once and in order."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from itertools import count
from threading import Event, Timer

import pytest

from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.pain import Sign
from supple.domain.record import Occasion, PainRecord, SessionRecord, SetRecord
from supple.domain.routine import Ease, Pace, Routine, SessionPlan, Step, compile_timeline
from supple.domain.session import Session, SessionOutcome, SetOutcome
from supple.domain.side import Side
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.recorder import Recorder
from supple.services.writer import HistoryWriter
from supple.services.writes import AddPain, AddSet, BeginSession, EndSession, Write

from .refusing_history import RefusingHistory

START = datetime(2026, 7, 22, 18, 30, tzinfo=timezone(timedelta(hours=2)))
DOSE = Dose(kind=DoseKind.HOLD, sets=2, hold_s=10, order=Order.ALTERNATE, prepare_s=5, switch_s=6, rest_s=0)
ROUTINE = Routine(
    id="r", name="After training", when="", days="", note="", steps=(Step(exercise_id="a1", dose=DOSE),)
)
PLAN = SessionPlan(routine=ROUTINE, pace=Pace())
TIMELINE = compile_timeline(ROUTINE)
NAMES = {"a1": "Piriformis stretch"}


class Bench:
    """A recorder, the session it records, and the two clocks."""

    def __init__(self) -> None:
        self.history = RefusingHistory()
        self.writer = HistoryWriter(self.history)
        numbers = count(1)
        self.recorder = Recorder(
            self.writer, wall_clock=self.wall_clock, make_id=lambda: f"id{next(numbers)}"
        )
        self.session = Session(TIMELINE, max_gap_ms=10**9)
        self.now_ms = 0
        self.set_back = timedelta()

    def wall_clock(self) -> datetime:
        return START + timedelta(milliseconds=self.now_ms) - self.set_back

    def begin(self, *, pain_before: int | None = None) -> None:
        self.recorder.begin(PLAN, TIMELINE, names=NAMES, pain_before=pain_before)
        self.take(self.session.start(self.now_ms))

    def take(self, events) -> None:
        for event in events:
            self.recorder.take(event)

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.now_ms += 100
            self.take(self.session.advance(self.now_ms))

    def settle(self) -> None:
        with suppress(HistoryError):
            self.writer.retry().result(5)

    @property
    def kept(self) -> SessionRecord:
        return next(self.history.read(SessionRecord))

    @property
    def written(self) -> list[str]:
        return [word(write) for write in self.history.written]


def word(write: Write) -> str:
    if isinstance(write, AddSet):
        return f"set {write.record.step}.{write.record.set_number} {write.record.side}"
    return {BeginSession: "begin", EndSession: "end"}[type(write)]


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.history.trouble = None
    bench.writer.close()
    bench.history.close()


def test_a_whole_session_is_kept_set_by_set(bench: Bench) -> None:
    bench.begin(pain_before=3)
    bench.run(TIMELINE.total_ms / 1000)
    bench.settle()
    assert bench.written == [
        "begin",
        "set 1.1 left",
        "set 1.1 right",
        "set 1.2 left",
        "set 1.2 right",
        "end",
    ]
    first = next(bench.history.read(SetRecord))
    assert (first.exercise, first.side, first.held_s, first.planned_s) == (
        "Piriformis stretch",
        Side.LEFT,
        10.0,
        10.0,
    )
    assert first.started_at == START + timedelta(seconds=5)
    assert bench.kept.outcome is SessionOutcome.COMPLETED
    assert bench.kept.done_s == bench.kept.planned_s == TIMELINE.total_ms / 1000
    assert bench.kept.pain_before == 3
    assert bench.kept.sets_planned == 4


def test_a_set_cut_short_keeps_its_held_seconds_to_one_decimal(bench: Bench) -> None:
    bench.begin()
    bench.run(5 + 3.4)
    bench.take(bench.session.skip(bench.now_ms + 30))
    bench.settle()
    (record,) = bench.history.read(SetRecord)
    assert (record.outcome, record.held_s) == (SetOutcome.CUT_SHORT, 3.4)


def test_a_clock_set_back_in_a_session_does_not_end_it_before_it_began(bench: Bench) -> None:
    bench.begin()
    bench.run(6)
    bench.set_back = timedelta(hours=1)
    bench.take(bench.session.stop(bench.now_ms))
    bench.settle()
    assert bench.kept.ended_at == START
    assert bench.kept.done_s == 6.0


def test_what_a_full_disk_refuses_is_written_when_there_is_room(bench: Bench) -> None:
    bench.begin()
    bench.settle()
    bench.history.trouble = Trouble.FULL
    bench.run(32)
    bench.settle()
    assert bench.recorder.pending == 2
    assert bench.written == ["begin"]
    bench.history.trouble = None
    bench.run(16)
    bench.settle()
    assert bench.recorder.pending == 0
    assert bench.written == ["begin", "set 1.1 left", "set 1.1 right", "set 1.2 left"]


def test_the_future_of_a_refused_set_says_why(bench: Bench) -> None:
    bench.begin()
    bench.history.trouble = Trouble.READ_ONLY
    events = bench.session.advance(5000) + bench.session.advance(15000)
    futures = [future for event in events if (future := bench.recorder.take(event)) is not None]
    error = futures[0].exception(5)
    assert isinstance(error, HistoryError)
    assert error.trouble is Trouble.READ_ONLY


def test_a_session_that_began_before_the_history_was_open_is_kept(bench: Bench) -> None:
    late = HistoryWriter()
    bench.recorder = Recorder(late, wall_clock=bench.wall_clock)
    bench.begin()
    bench.run(16)
    error = late.retry().exception(5)
    assert isinstance(error, HistoryError)
    assert error.trouble is Trouble.NOT_OPEN  # nobody else has it
    late.use(bench.history).result(5)
    assert bench.written == ["begin", "set 1.1 left"]
    assert late.close() == 0


def test_closing_says_what_could_not_be_kept() -> None:
    history = RefusingHistory()
    writer = HistoryWriter(history)
    history.trouble = Trouble.FULL
    recorder = Recorder(writer, wall_clock=lambda: START)
    recorder.begin(PLAN, TIMELINE, names=NAMES)
    assert writer.close() == 1
    history.close()


def test_losing_the_history_keeps_records_waiting_until_there_is_one_again(bench: Bench) -> None:
    bench.writer.lose(Trouble.DAMAGED)
    bench.begin()
    error = bench.writer.retry().exception(5)
    assert isinstance(error, HistoryError)
    assert error.trouble is Trouble.DAMAGED
    bench.writer.use(bench.history).result(5)
    assert bench.written == ["begin"]


def test_a_bug_is_heard_of_and_does_not_stop_what_comes_after_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", hooked.append)
    bench.begin()
    bench.settle()
    bench.history.bug = KeyError("bug")
    future = bench.recorder.rate(Occasion.DURING, score=4, place="hip")
    assert future is not None
    assert isinstance(future.exception(5), KeyError)
    assert [hook.exc_type for hook in hooked] == [KeyError]
    bench.run(15)
    bench.settle()
    assert bench.written == ["begin", "set 1.1 left"]


def test_someone_else_leaves_no_trace(bench: Bench) -> None:
    bench.recorder.begin_unrecorded()
    bench.take(bench.session.start(0))
    bench.run(60)
    assert bench.recorder.note(pain_after=3, note="x") is None
    assert bench.recorder.rate(Occasion.DURING, score=3) is None
    bench.settle()
    assert bench.written == []


def test_pain_belongs_to_the_session(bench: Bench) -> None:
    bench.begin()
    bench.recorder.rate(
        Occasion.DURING, score=None, place="left hip", signs=frozenset({Sign.NUMB}), exercise_id="a1"
    )
    bench.recorder.note(pain_after=2, note="easier")
    bench.settle()
    pain, _after = bench.history.read(PainRecord)
    assert (pain.session_id, pain.place, pain.score) == (bench.recorder.session_id, "left hip", None)
    assert (pain.signs, pain.exercise_id) == ({Sign.NUMB}, "a1")
    assert (bench.kept.pain_after, bench.kept.note) == (2, "easier")


def test_pain_that_was_taken_back_was_never_told(bench: Bench) -> None:
    bench.begin()
    bench.recorder.rate(Occasion.DURING, score=4, pain_id="hurt")
    bench.recorder.take_back("hurt")
    bench.settle()
    assert list(bench.history.read(PainRecord)) == []
    assert bench.recorder.take_back("") is None


def test_a_session_that_goes_on_easier_says_so_in_its_plan(bench: Bench) -> None:
    ease = Ease(step=1, exercise_id="a1", side=Side.LEFT, set_number=1, begun=False)
    assert bench.recorder.ease(ease, names={}) is None
    bench.begin()
    bench.recorder.ease(ease, names={"b": "Bridge"})
    bench.settle()
    unfinished = bench.history.unfinished_session()
    assert unfinished is not None
    assert unfinished.plan is not None
    assert unfinished.plan.eases == (ease,)


def test_a_session_that_goes_on_adds_to_its_time(bench: Bench) -> None:
    bench.begin()
    bench.run(15)
    bench.settle()
    unfinished = bench.kept
    bench.session = Session(TIMELINE, max_gap_ms=10**9)
    bench.recorder.go_on(unfinished, names=NAMES)
    bench.take(bench.session.start(bench.now_ms, at=3))
    bench.run(11)
    bench.settle()
    assert len(list(bench.history.read(SessionRecord))) == 1
    assert bench.kept.done_s == 15 + 10


def test_a_session_cut_off_is_closed_as_interrupted_with_what_was_done(bench: Bench) -> None:
    bench.begin()
    bench.run(16)
    bench.settle()
    bench.recorder.close_interrupted(bench.kept).result(5)
    assert bench.kept.outcome is SessionOutcome.INTERRUPTED
    assert bench.kept.done_s == 15.0
    assert bench.kept.ended_at == START + timedelta(seconds=15)


def test_what_is_under_way_is_waited_for_but_not_for_ever() -> None:
    disk = Event()

    class Slow(RefusingHistory):
        def write(self, write: Write) -> None:
            disk.wait(10)
            super().write(write)

    history = Slow()
    writer = HistoryWriter(history)
    kept = writer.write(
        AddPain(pain=PainRecord(pain_id="p", rated_at=START, occasion=Occasion.BEFORE, score=2))
    )
    assert writer.settle(0.05) == 1
    Timer(0.05, disk.set).start()
    assert writer.settle(10) == 0
    assert kept.done()
    writer.close()
    history.close()
