"""The CSV files: columns as promised, values as kept, days as the person lived them, and never half a file."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.pain import Sign
from supple.domain.plan import (
    PlanBasis,
    PlanCause,
    PlanControls,
    PlanLead,
    PlanRecord,
    PlanStep,
    Rung,
)
from supple.domain.plan_changes import ended, paused, step_taken, taken_back
from supple.domain.record import (
    NOT_ANSWERED,
    STIFFER,
    Check,
    CheckRecord,
    NoteRecord,
    Occasion,
    PainRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.safety import Group
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.side import Side
from supple.domain.trouble import Trouble
from supple.services.csv_cells import plain_text, text_cell
from supple.services.csv_tables import COLUMNS, What
from supple.services.export import Days, export_all, export_csv
from supple.services.history import HistoryError
from supple.services.writes import (
    AddPain,
    AddSafety,
    AddSelfTest,
    AddSet,
    BeginSession,
    KeepNotes,
    KeepPlan,
    NoteSession,
)

from .refusing_history import RefusingHistory

ZONE = timezone(timedelta(hours=2))
NOW = datetime(2026, 7, 22, 18, 30, 5, 125000, tzinfo=ZONE)


def session(session_id: str = "s1", *, started_at: datetime = NOW, note: str = "") -> SessionRecord:
    return SessionRecord(
        session_id=session_id,
        started_at=started_at,
        routine_id="article_routine",
        routine="After training",
        planned_s=755.0,
        sets_planned=36,
        ended_at=started_at + timedelta(minutes=12),
        done_s=700.25,
        outcome=SessionOutcome.STOPPED,
        pain_before=4,
        note=note,
    )


def a_set(set_id: str, session_id: str, started_at: datetime) -> SetRecord:
    return SetRecord(
        set_id=set_id,
        session_id=session_id,
        started_at=started_at,
        step=1,
        exercise_id="a1",
        exercise="Piriformis stretch",
        side=Side.LEFT,
        set_number=1,
        planned_s=10.0,
        held_s=3.4,
        outcome=SetOutcome.CUT_SHORT,
    )


@pytest.fixture
def history() -> Iterator[RefusingHistory]:
    history = RefusingHistory()
    history.write(BeginSession(session=session()))
    history.write(AddSet(record=a_set("a", "s1", NOW), done_s=700.25))
    yield history
    history.close()


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_the_columns_are_those_promised() -> None:
    assert [",".join(COLUMNS[what]) for what in What] == [
        "session_id,started_at,ended_at,routine_id,routine,planned_s,done_s,sets_planned,sets_done,outcome,"
        "pain_before,pain_after,note,day,time",
        "set_id,session_id,started_at,step,exercise_id,exercise,side,set,planned_s,held_s,planned_reps,reps,"
        "outcome,day,time",
        "self_test_id,taken_at,check,side,try,answer,angle_deg,error_deg,finding,rules_version,seconds",
        "rated_at,occasion,score,session_id,place,note,signs,exercise_id",
        "exercise_id,written_at,note",
        "plan_id,at,day,change,because,routine_id,days,week,number,exercise_id,until,session_id,taken_back_at,"
        "rules_version,note",
    ]


def test_a_session_is_one_row_of_plain_values(history: RefusingHistory, tmp_path: Path) -> None:
    export_csv(history, What.SESSIONS, tmp_path / "s.csv")
    assert read(tmp_path / "s.csv") == [
        {
            "session_id": "s1",
            "started_at": "2026-07-22T18:30:05.125+02:00",
            "ended_at": "2026-07-22T18:42:05.125+02:00",
            "routine_id": "article_routine",
            "routine": "After training",
            "planned_s": "755.0",
            "done_s": "700.2",
            "sets_planned": "36",
            "sets_done": "0",
            "outcome": "stopped",
            "pain_before": "4",
            "pain_after": "",
            "note": "",
            "day": "2026-07-22",
            "time": "18:30:05",
        }
    ]


def test_a_set_names_its_side_and_how_it_ended(history: RefusingHistory, tmp_path: Path) -> None:
    export_csv(history, What.SETS, tmp_path / "s.csv")
    (row,) = read(tmp_path / "s.csv")
    assert (row["side"], row["set"], row["held_s"], row["outcome"]) == ("left", "1", "3.4", "cut short")
    assert (row["planned_reps"], row["reps"]) == ("", "")


def test_self_tests_and_safety_answers_stand_in_order_of_time(
    history: RefusingHistory, tmp_path: Path
) -> None:
    check = CheckRecord(
        check=Check.HIP_LENGTH_FLOOR,
        side=Side.RIGHT,
        try_number=2,
        answer="flat",
        finding=Finding.BELOW,
        rules_version="floor-1",
    )
    history.write(AddSafety(safety=SafetyRecord(answered_at=NOW - timedelta(minutes=5), ticked=frozenset())))
    history.write(AddSelfTest(self_test=SelfTestRecord(self_test_id="t1", taken_at=NOW, checks=(check,))))
    history.write(
        AddSafety(safety=SafetyRecord(answered_at=NOW + timedelta(days=1), ticked=frozenset({"C2", "B1"})))
    )
    export_csv(history, What.SELF_TESTS, tmp_path / "t.csv")
    rows = read(tmp_path / "t.csv")
    assert [(r["check"], r["side"], r["try"], r["answer"], r["finding"]) for r in rows] == [
        ("safety", "both", "1", "none", ""),
        ("hip_length_floor", "right", "2", "flat", "below"),
        ("safety", "both", "1", "B1", ""),
        ("safety", "both", "1", "C2", ""),
    ]
    assert rows[1]["angle_deg"] == ""


def test_what_was_agreed_and_told_beside_the_answers_stands_there_with_its_dates(
    history: RefusingHistory, tmp_path: Path
) -> None:
    asked = NOW - timedelta(days=3)
    history.write(
        AddSafety(
            safety=SafetyRecord(
                answered_at=NOW,
                ticked=frozenset({"C4e"}),
                asked_at={Group.CHECK_FIRST: asked},
                agreed_at={"AGREE_SURGERY": NOW - timedelta(days=2)},
                noted={"AGREE_SURGERY": "walk first"},
            )
        )
    )
    export_csv(history, What.SELF_TESTS, tmp_path / "t.csv")
    rows = {row["answer"]: row["taken_at"] for row in read(tmp_path / "t.csv")}
    assert list(rows) == ["C4e", "asked C", "agreed AGREE_SURGERY", "told AGREE_SURGERY: walk first"]
    assert rows["asked C"] < rows["agreed AGREE_SURGERY"] < rows["C4e"]


def test_pain_says_when_and_where(history: RefusingHistory, tmp_path: Path) -> None:
    history.write(
        AddPain(
            pain=PainRecord(
                pain_id="p", rated_at=NOW, occasion=Occasion.NEXT_MORNING, score=None, place="left hip"
            )
        )
    )
    export_csv(history, What.PAIN, tmp_path / "p.csv")
    _before, row = read(tmp_path / "p.csv")
    assert (row["occasion"], row["score"], row["session_id"], row["place"]) == (
        "next morning",
        "",
        "",
        "left hip",
    )


def test_pain_says_which_signs_and_in_which_exercise(history: RefusingHistory, tmp_path: Path) -> None:
    hurt = PainRecord(pain_id="p", rated_at=NOW, occasion=Occasion.DURING, score=4, exercise_id="pigeon")
    history.write(AddPain(pain=replace(hurt, signs=frozenset({Sign.NUMB, Sign.SHARP}))))
    export_csv(history, What.PAIN, tmp_path / "p.csv")
    _before, row = read(tmp_path / "p.csv")
    assert (row["signs"], row["exercise_id"]) == ("sharp, numb", "pigeon")


def test_the_next_morning_says_whether_it_was_stiff_or_put_off(
    history: RefusingHistory, tmp_path: Path
) -> None:
    morning = PainRecord(pain_id="p", rated_at=NOW, occasion=Occasion.NEXT_MORNING, score=2, note=STIFFER)
    history.write(AddPain(pain=morning))
    history.write(AddPain(pain=replace(morning, pain_id="q", score=None, note=NOT_ANSWERED)))
    export_csv(history, What.PAIN, tmp_path / "p.csv")
    assert [(row["score"], row["note"]) for row in read(tmp_path / "p.csv")[1:]] == [
        ("2", "stiffer than usual"),
        ("", "not answered"),
    ]


def test_a_note_about_an_exercise_is_a_row_and_one_taken_away_is_none(
    history: RefusingHistory, tmp_path: Path
) -> None:
    history.write(
        KeepNotes(
            notes=(
                NoteRecord(exercise_id="pigeon", written_at=NOW, note="Pad, slowly"),
                NoteRecord(exercise_id="cat_cow", written_at=NOW, note=""),
            )
        )
    )
    export_csv(history, What.NOTES, tmp_path / "n.csv")
    (row,) = read(tmp_path / "n.csv")
    assert (row["exercise_id"], row["note"]) == ("pigeon", "Pad, slowly")


def test_a_plan_is_a_row_for_its_beginning_one_for_each_change_and_one_for_its_end(
    history: RefusingHistory, tmp_path: Path
) -> None:
    plan = PlanRecord(
        plan_id="p",
        created_at=NOW,
        starts_on=date(2026, 7, 27),
        begun_with=PlanControls(routine_id="tight_plan", days=frozenset({0, 2, 4})),
        basis=PlanBasis(lead=PlanLead.LENGTH, side=Side.LEFT, difference_deg=16),
    )
    up = PlanStep(rung=Rung.REPS, exercise_id="glute_bridge", amount=2)
    plan = paused(step_taken(plan, up, NOW), PlanCause.HOLIDAY, NOW, last=date(2026, 8, 9))
    plan = ended(taken_back(plan, plan.changes[0], NOW), NOW)
    history.write(KeepPlan(plans=(plan,)))
    export_csv(history, What.PLAN, tmp_path / "p.csv")
    rows = read(tmp_path / "p.csv")
    assert [row["change"] for row in rows] == ["begun", "one step up", "paused", "ended"]
    begun, step, pause, _ = rows
    assert (begun["because"], begun["days"], begun["number"]) == ("length first", "Mon Wed Fri", "16.0")
    assert (step["exercise_id"], step["number"], step["note"]) == ("glute_bridge", "2", "reps")
    assert step["taken_back_at"]
    assert (pause["day"], pause["until"], pause["because"]) == ("2026-07-22", "2026-08-09", "holiday")


def test_only_the_asked_days_are_there_by_the_clock_of_the_person(
    history: RefusingHistory, tmp_path: Path
) -> None:
    late = datetime(2026, 7, 23, 0, 30, tzinfo=ZONE)  # still the 22nd in UTC
    history.write(BeginSession(session=session("s2", started_at=late)))
    days = Days(first=date(2026, 7, 23), last=date(2026, 7, 23))
    export_csv(history, What.SESSIONS, tmp_path / "s.csv", days=days)
    assert [row["session_id"] for row in read(tmp_path / "s.csv")] == ["s2"]


def test_sets_after_midnight_go_with_their_session(history: RefusingHistory, tmp_path: Path) -> None:
    history.write(BeginSession(session=session("s2", started_at=datetime(2026, 7, 23, 23, 58, tzinfo=ZONE))))
    history.write(AddSet(record=a_set("b", "s2", datetime(2026, 7, 24, 0, 3, tzinfo=ZONE)), done_s=1))
    export_csv(history, What.SETS, tmp_path / "s.csv", days=Days(last=date(2026, 7, 23)))
    assert [row["set_id"] for row in read(tmp_path / "s.csv")] == ["a", "b"]


@pytest.mark.parametrize("days", [Days(first=date.min), Days(last=date.max)])
def test_the_ends_of_the_calendar_are_no_trouble(
    history: RefusingHistory, tmp_path: Path, days: Days
) -> None:
    export_csv(history, What.SETS, tmp_path / "s.csv", days=days)
    assert len(read(tmp_path / "s.csv")) == 1


def test_text_that_could_be_a_formula_is_guarded_and_numbers_never_are(
    history: RefusingHistory, tmp_path: Path
) -> None:
    said = '=HYPERLINK("http://x")\nsecond line, "quoted"'
    history.write(NoteSession(session_id="s1", pain_after=None, note=said))
    export_csv(history, What.SESSIONS, tmp_path / "s.csv")
    (row,) = read(tmp_path / "s.csv")
    assert row["note"] == '\'=HYPERLINK("http://x")\nsecond line, "quoted"'
    history.write(
        AddSelfTest(
            self_test=SelfTestRecord(
                self_test_id="t",
                taken_at=NOW,
                checks=(
                    CheckRecord(
                        check=Check.HIP_LENGTH_EDGE,
                        side=Side.LEFT,
                        try_number=1,
                        answer="-",
                        measured=Measurement(value=-4.0, unit=Unit.DEGREES, error=2.0),
                    ),
                ),
            )
        )
    )
    export_csv(history, What.SELF_TESTS, tmp_path / "t.csv")
    (row,) = read(tmp_path / "t.csv")
    assert (row["answer"], row["angle_deg"], row["error_deg"], row["seconds"]) == ("'-", "-4.0", "2.0", "")


@given(st.text())
def test_every_text_comes_back_from_its_cell(text: str) -> None:
    cell = text_cell(text)
    assert plain_text(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (" =1+1", "' =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("\u200b@SUM(A1)", "'\u200b@SUM(A1)"),
        ("\uff1d1+1", "'\uff1d1+1"),
        (";=1+1", ";'=1+1"),
        ("good; +3 cm", "good; '+3 cm"),
        ("good; better", "good; better"),
    ],
)
def test_nothing_that_a_spreadsheet_takes_for_a_formula_is_left(text: str, cell: str) -> None:
    assert text_cell(text) == cell
    assert plain_text(cell) == text


def test_all_is_a_folder_of_files(history: RefusingHistory, tmp_path: Path) -> None:
    export_all(history, tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(f"{what}.csv" for what in What)


def test_all_is_one_archive_when_its_name_says_so(history: RefusingHistory, tmp_path: Path) -> None:
    export_all(history, tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.testzip() is None
        text = archive.read("sets.csv").decode()
    assert next(csv.DictReader(io.StringIO(text)))["set_id"] == "a"


class BreakingOff(RefusingHistory):
    """A disk that fails while the second record is read."""

    def read(self, kind: type[SessionRecord], **_: object):
        yield from super().read(kind)
        raise HistoryError(Trouble.IO)


def test_a_history_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    file.write_text("the old one")

    history = BreakingOff()
    history.write(BeginSession(session=session()))
    with pytest.raises(HistoryError):
        export_csv(history, What.SESSIONS, file)
    history.close()
    assert file.read_text() == "the old one"
    assert list(tmp_path.glob(".*")) == []


def test_a_file_whose_place_is_taken_by_a_folder_is_refused(history: RefusingHistory, tmp_path: Path) -> None:
    (tmp_path / "s.csv").mkdir()
    with pytest.raises(OSError, match="directory"):
        export_csv(history, What.SESSIONS, tmp_path / "s.csv")


def test_a_folder_that_is_gone_is_an_error_and_is_not_made(history: RefusingHistory, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        export_csv(history, What.SESSIONS, tmp_path / "gone" / "s.csv")


def test_an_exported_file_is_for_its_owner_alone(history: RefusingHistory, tmp_path: Path) -> None:
    export_csv(history, What.PAIN, tmp_path / "p.csv")
    assert (tmp_path / "p.csv").stat().st_mode & 0o777 == 0o600
