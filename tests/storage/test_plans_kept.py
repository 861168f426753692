"""A plan in the database: kept with its changes, copied, salvaged, rescued, of an older and a newer version."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from supple.domain.exercise import Equipment
from supple.domain.plan import (
    PlanBasis,
    PlanCause,
    PlanControls,
    PlanLead,
    PlanRecord,
    PlanStep,
    Rung,
)
from supple.domain.plan_changes import ended, paused, set_anew, step_taken, taken_back
from supple.domain.side import Side
from supple.services.writes import KeepPlan
from supple.storage import DATABASE
from supple.storage.backup import make_backup
from supple.storage.copies import keep_copy
from supple.storage.database import open_history
from supple.storage.history import SqlHistory
from supple.storage.rescue import keep_unsaved, read_unsaved
from supple.storage.restore import restore
from supple.storage.salvage import bring_salvaged

from .conftest import NOW
from .damage import LOG, sql, with_sessions

RELEASED = Path(__file__).resolve().parents[1] / "data" / "databases" / "0.1.0.db"
CONTROLS = PlanControls(
    routine_id="tight_plan", days=frozenset({0, 2, 4}), one_more=Side.LEFT, has=frozenset({Equipment.BED})
)
PLAN = PlanRecord(
    plan_id="p",
    created_at=NOW,
    starts_on=date(2026, 7, 27),
    begun_with=CONTROLS,
    basis=PlanBasis(lead=PlanLead.LENGTH, side=Side.LEFT, difference_deg=16.0, self_test_id="t"),
)
UP = PlanStep(rung=Rung.REPS, exercise_id="glute_bridge", amount=2)


def changed(plan: PlanRecord) -> PlanRecord:
    """A plan in which much was changed, and some of it taken back."""
    later = NOW + timedelta(days=1)
    plan = step_taken(plan, UP, later)
    plan = taken_back(plan, plan.changes[0], later + timedelta(hours=1))
    plan = paused(plan, PlanCause.HOLIDAY, later, last=date(2026, 8, 9))
    return set_anew(plan, replace(CONTROLS, no_kneeling=True), later)


def kept(history: SqlHistory) -> list[PlanRecord]:
    return list(history.read(PlanRecord))


def kept_in(folder: Path) -> list[PlanRecord]:
    history = open_history(folder, now=NOW)
    found = kept(history)
    history.close()
    return found


def test_a_plan_comes_back_as_it_was_with_all_that_was_changed(history: SqlHistory) -> None:
    history.write(KeepPlan(plans=(PLAN,)))
    plan = changed(PLAN)
    history.write(KeepPlan(plans=(plan,)))
    history.write(KeepPlan(plans=(plan,)))
    assert kept(history) == [plan]
    over = ended(plan, NOW + timedelta(days=3))
    history.write(KeepPlan(plans=(over,)))
    assert kept(history) == [over]


def test_two_plans_are_kept_at_once_where_one_rests_for_the_other(history: SqlHistory) -> None:
    rests = paused(PLAN, PlanCause.OTHER_PLAN, NOW)
    other = replace(PLAN, plan_id="q", created_at=NOW + timedelta(seconds=1))
    history.write(KeepPlan(plans=(rests, other)))
    assert kept(history) == [rests, other]
    assert history.newest(PlanRecord) == other


def test_a_history_of_an_older_schema_gets_room_for_plans(tmp_path: Path) -> None:
    shutil.copy(RELEASED, tmp_path / DATABASE)
    history = open_history(tmp_path, now=NOW)
    assert kept(history) == []
    history.write(KeepPlan(plans=(PLAN,)))
    history.close()
    assert kept_in(tmp_path) == [PLAN]


def test_a_copy_a_backup_and_what_is_read_out_of_a_damaged_file_have_the_plan(
    folder: Path, tmp_path: Path
) -> None:
    path = with_sessions(folder, "s1")
    plan = changed(PLAN)
    history = open_history(folder, now=NOW)
    history.write(KeepPlan(plans=(plan,)))
    history.close()
    with closing(sqlite3.connect(keep_copy(path, now=NOW))) as copy:
        assert copy.execute("SELECT plan_id FROM plans").fetchall() == [("p",)]
    make_backup(folder, tmp_path / "b.zip", now=NOW)
    (tmp_path / "elsewhere").mkdir()
    restore(tmp_path / "b.zip", tmp_path / "elsewhere", now=NOW)
    assert kept_in(tmp_path / "elsewhere") == [plan]
    sql(path, "DROP TABLE pains")
    bring_salvaged(path, now=NOW)
    assert kept_in(folder) == [plan]


def test_a_log_without_a_plan_of_its_file_is_a_foreign_one(folder: Path, tmp_path: Path) -> None:
    live = open_history(tmp_path / "live", now=NOW)
    live.write(KeepPlan(plans=(replace(PLAN, plan_id="theirs"),)))
    folder.mkdir()
    mine = open_history(tmp_path / "mine", now=NOW)
    mine.write(KeepPlan(plans=(PLAN,)))
    mine.close()
    shutil.copyfile(tmp_path / "mine" / DATABASE, folder / DATABASE)
    shutil.copyfile(tmp_path / "live" / LOG, folder / LOG)
    live.close()
    assert kept_in(folder) == [PLAN]


def test_a_plan_that_could_not_be_written_waits_in_the_file_for_it(folder: Path) -> None:
    folder.mkdir()
    write = KeepPlan(plans=(changed(PLAN),))
    file = keep_unsaved((write,), folder, now=NOW)
    assert file is not None
    assert read_unsaved(file) == (write,)


def test_what_a_newer_version_wrote_is_read_as_far_as_it_is_known_and_never_lost(folder: Path) -> None:
    history = open_history(folder, now=NOW)
    history.write(KeepPlan(plans=(changed(PLAN),)))
    history.close()
    newer: list[dict[str, object]] = [
        {"change_id": "n", "move": "moved to another room", "at": "2027-01-01T00:00:00Z"},
        {**_entry(folder, 1), "change_id": "more", "colour": "blue"},
    ]
    entries = _entries(folder)
    entries[1:1] = newer
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute(
            "UPDATE plans SET changes_json = ?, rules_version = 'plan-9',"
            " begun_with_json = json_set(begun_with_json, '$.music', 'slow')",
            (json.dumps(entries),),
        )
    (found,) = kept_in(folder)
    assert found.is_newer
    assert found.changes == changed(PLAN).changes
    history = open_history(folder, now=NOW)
    history.write(KeepPlan(plans=(step_taken(found, UP, NOW + timedelta(days=9)),)))
    history.close()
    assert _entries(folder)[: len(entries)] == entries
    assert len(_entries(folder)) == len(entries) + 1
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        music = connection.execute(
            "SELECT json_extract(begun_with_json, '$.music'), rules_version FROM plans"
        )
        assert music.fetchall() == [("slow", "plan-9")]


def test_a_row_that_is_no_plan_is_passed_over_and_stays(folder: Path) -> None:
    history = open_history(folder, now=NOW)
    history.write(KeepPlan(plans=(PLAN, replace(PLAN, plan_id="q"))))
    history.close()
    sql(folder / DATABASE, "UPDATE plans SET begun_with_json = '{}' WHERE plan_id = 'q'")
    assert [plan.plan_id for plan in kept_in(folder)] == ["p"]
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        assert connection.execute("SELECT count(*) FROM plans").fetchone() == (2,)


def _entries(folder: Path) -> list[dict[str, object]]:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        text = connection.execute("SELECT changes_json FROM plans").fetchone()[0]
    found: list[dict[str, object]] = json.loads(text)
    return found


def _entry(folder: Path, place: int) -> dict[str, object]:
    return _entries(folder)[place]
