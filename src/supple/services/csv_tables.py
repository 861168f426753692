"""The columns of our CSV files and the rows of each record; names and order are a promise (docs/EVIDENCE.md 11)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from supple.domain.measurement import Measurement, Unit
from supple.domain.pain import Sign
from supple.domain.plan import PlanRecord
from supple.domain.record import (
    Check,
    CheckRecord,
    NoteRecord,
    PainRecord,
    ReadingRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.side import Side
from supple.services.csv_cells import (
    clock_cell,
    day_cell,
    number_cell,
    optional_time_cell,
    text_cell,
    time_cell,
)
from supple.services.csv_plan import PLAN_COLUMNS, plan_cells

READING = "reading"
"""The check in the rows of what a self-test amounted to."""
NONE_TICKED = "none"
"""The answer in the one row of a round of safety questions in which nothing was ticked."""


T = TypeVar("T")


class What(StrEnum):
    """The files there are; the value is the file's name."""

    SESSIONS = "sessions"
    SETS = "sets"
    SELF_TESTS = "self-tests"
    PAIN = "pain"
    NOTES = "notes"
    PLAN = "plan"


COLUMNS: dict[What, tuple[str, ...]] = {
    What.SESSIONS: (
        "session_id",
        "started_at",
        "ended_at",
        "routine_id",
        "routine",
        "planned_s",
        "done_s",
        "sets_planned",
        "sets_done",
        "outcome",
        "pain_before",
        "pain_after",
        "note",
        "day",
        "time",
    ),
    What.SETS: (
        "set_id",
        "session_id",
        "started_at",
        "step",
        "exercise_id",
        "exercise",
        "side",
        "set",
        "planned_s",
        "held_s",
        "planned_reps",
        "reps",
        "outcome",
        "day",
        "time",
    ),
    What.SELF_TESTS: (
        "self_test_id",
        "taken_at",
        "check",
        "side",
        "try",
        "answer",
        "angle_deg",
        "error_deg",
        "finding",
        "rules_version",
        "seconds",
    ),
    What.PAIN: (
        "rated_at",
        "occasion",
        "score",
        "session_id",
        "place",
        "note",
        "signs",
        "exercise_id",
    ),
    What.NOTES: (
        "exercise_id",
        "written_at",
        "note",
    ),
    What.PLAN: PLAN_COLUMNS,
}


def _session_cells(session: SessionRecord) -> Iterator[list[str]]:
    """`outcome` and `ended_at` are empty while it runs."""
    yield [
        text_cell(session.session_id),
        time_cell(session.started_at),
        optional_time_cell(session.ended_at),
        text_cell(session.routine_id),
        text_cell(session.routine),
        number_cell(session.planned_s),
        number_cell(session.done_s),
        number_cell(session.sets_planned),
        number_cell(session.sets_done),
        session.outcome or "",
        number_cell(session.pain_before),
        number_cell(session.pain_after),
        text_cell(session.note),
        day_cell(session.started_at),
        clock_cell(session.started_at),
    ]


def _set_cells(record: SetRecord) -> Iterator[list[str]]:
    yield [
        text_cell(record.set_id),
        text_cell(record.session_id),
        time_cell(record.started_at),
        number_cell(record.step),
        text_cell(record.exercise_id),
        text_cell(record.exercise),
        record.side,
        number_cell(record.set_number),
        number_cell(record.planned_s),
        number_cell(record.held_s),
        number_cell(record.planned_reps),
        number_cell(record.reps),
        record.outcome,
        day_cell(record.started_at),
        clock_cell(record.started_at),
    ]


def _self_test_cells(self_test: SelfTestRecord) -> Iterator[list[str]]:
    """The rows of one self-test: one for each try of each check on each side."""
    for check in self_test.checks:
        yield _check_cells(self_test.self_test_id, self_test.taken_at, check)


def _reading_cells(reading: ReadingRecord) -> Iterator[list[str]]:
    """The rows of one reading: what each side was read as, by which rules, then what was said beside it."""
    said = (reading.context.sitting, reading.context.activity, reading.context.feeling)
    rows = [
        (side, ", ".join(filter(None, (read.rule_id, read.grade)))) for side, read in reading.sides.items()
    ]
    rows += [(Side.BOTH, answer) for answer in said if answer is not None]
    for side, answer in rows:
        yield [
            text_cell(reading.self_test_id),
            time_cell(reading.read_at),
            READING,
            side,
            number_cell(1),
            text_cell(answer),
            "",
            "",
            "",
            text_cell(reading.rules_version),
            "",
        ]


def _safety_cells(safety: SafetyRecord) -> Iterator[list[str]]:
    """The rows of one round of safety questions: one for each that was ticked, or one that says none.

    Then when each group was last asked, and what was agreed to and told beside the answers, with their own times.
    """
    answers = [(safety.answered_at, answer) for answer in sorted(safety.ticked) or [NONE_TICKED]]
    answers += [(at, f"asked {group}") for group, at in sorted(safety.asked_at.items())]
    answers += [(at, f"agreed {consent}") for consent, at in sorted(safety.agreed_at.items())]
    answers += [(safety.answered_at, f"told {name}: {words}") for name, words in sorted(safety.noted.items())]
    for at, answer in answers:
        check = CheckRecord(check=Check.SAFETY, side=Side.BOTH, try_number=1, answer=answer)
        yield _check_cells("", at, check)


def _pain_cells(pain: PainRecord) -> Iterator[list[str]]:
    yield [
        time_cell(pain.rated_at),
        pain.occasion,
        number_cell(pain.score),
        text_cell(pain.session_id or ""),
        text_cell(pain.place),
        text_cell(pain.note),
        text_cell(", ".join(sign for sign in Sign if sign in pain.signs)),
        text_cell(pain.exercise_id),
    ]


def _note_cells(note: NoteRecord) -> Iterator[list[str]]:
    """None for one that was taken away."""
    if note.note:
        yield [text_cell(note.exercise_id), time_cell(note.written_at), text_cell(note.note)]


def _counted(measured: Measurement | None, unit: Unit) -> tuple[float | None, float | None]:
    """The value and its error if they count `unit`."""
    if measured is None or measured.unit is not unit:
        return None, None
    return measured.value, measured.error


def _check_cells(self_test_id: str, taken_at: datetime, check: CheckRecord) -> list[str]:
    angle, error = _counted(check.measured, Unit.DEGREES)
    seconds, _ = _counted(check.measured, Unit.SECONDS)
    return [
        text_cell(self_test_id),
        time_cell(taken_at),
        check.check,
        check.side,
        number_cell(check.try_number),
        text_cell(check.answer),
        number_cell(angle),
        number_cell(error),
        check.finding or "",
        text_cell(check.rules_version),
        number_cell(seconds),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvPart(Generic[T]):
    """Records of one kind in a file: `when` each is of, by its field, and its rows."""

    kind: type[T]
    when: str
    cells: Callable[[T], Iterator[list[str]]]


CSV_PARTS: dict[What, tuple[CsvPart[Any], ...]] = {
    What.SESSIONS: (CsvPart(kind=SessionRecord, when="started_at", cells=_session_cells),),
    What.SETS: (CsvPart(kind=SetRecord, when="started_at", cells=_set_cells),),
    What.SELF_TESTS: (
        CsvPart(kind=SelfTestRecord, when="taken_at", cells=_self_test_cells),
        CsvPart(kind=ReadingRecord, when="read_at", cells=_reading_cells),
        CsvPart(kind=SafetyRecord, when="answered_at", cells=_safety_cells),
    ),
    What.PAIN: (CsvPart(kind=PainRecord, when="rated_at", cells=_pain_cells),),
    What.NOTES: (CsvPart(kind=NoteRecord, when="written_at", cells=_note_cells),),
    What.PLAN: (CsvPart(kind=PlanRecord, when="created_at", cells=plan_cells),),
}
"""Whose records stand in each file, by their time."""
