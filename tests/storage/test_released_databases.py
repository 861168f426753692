"""The database of every released version opens with what was recorded in it."""

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supple.domain.findings import Finding
from supple.domain.pain import Sign
from supple.domain.record import Check, PainRecord, SafetyRecord, SelfTestRecord, SessionRecord, SetRecord
from supple.domain.safety import Group, due_groups
from supple.domain.session import SessionOutcome
from supple.domain.side import Side
from supple.storage import DATABASE
from supple.storage.database import open_history
from supple.storage.inspect import DatabaseState, inspect

ROOT = Path(__file__).resolve().parents[2]
RELEASED = sorted((ROOT / "tests/data/databases").glob("*.db"))
NOW = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("database", RELEASED, ids=lambda path: path.stem)
def test_a_released_database_keeps_its_demo_session_and_findings(database: Path, tmp_path: Path) -> None:
    shutil.copy(database, tmp_path / DATABASE)
    history = open_history(tmp_path, now=NOW)
    (session,) = history.read(SessionRecord)
    assert (session.routine_id, session.outcome, session.sets_done) == (
        "article_routine",
        SessionOutcome.COMPLETED,
        36,
    )
    sides = [record.side for record in history.read(SetRecord)]
    assert sides.count(Side.LEFT) == sides.count(Side.RIGHT) == 18
    self_test = history.newest(SelfTestRecord)
    assert self_test is not None
    assert self_test.finding(Check.HIP_LENGTH_FLOOR, Side.LEFT) is Finding.LIMITED
    assert self_test.finding(Check.HIP_LENGTH_FLOOR, Side.RIGHT) is Finding.BELOW
    assert self_test.rules_version == "floor-1"  # its middle answer was worded otherwise
    assert history.newest(SafetyRecord) is not None
    history.close()
    assert inspect(tmp_path / DATABASE).state is DatabaseState.CURRENT


def test_the_changelog_names_the_commit_of_each_released_database() -> None:
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    commits = dict(re.findall(r"^## \[([\d.]+)\].*\n\nCommit `([0-9a-f]{40})`", page, re.MULTILINE))
    assert set(commits) == {database.stem for database in RELEASED}
    for version, commit in commits.items():
        told = subprocess.run(
            ["git", "show", f"{commit}:src/supple/__init__.py"], cwd=ROOT, capture_output=True, text=True
        )
        if told.returncode:
            pytest.skip("this copy of the project has no history")
        assert f'"{version}"' in told.stdout


@pytest.mark.parametrize("database", RELEASED, ids=lambda path: path.stem)
def test_answers_of_before_count_for_a_and_b_and_c_has_new_questions(database: Path, tmp_path: Path) -> None:
    shutil.copy(database, tmp_path / DATABASE)
    history = open_history(tmp_path, now=NOW)
    last = history.newest(SafetyRecord)
    assert last is not None
    assert last.asked_at == dict.fromkeys((Group.EMERGENCY, Group.SEE_DOCTOR), last.answered_at)
    assert due_groups(last, last.answered_at) == (Group.CHECK_FIRST,)
    assert last.agreed_at == {}
    assert all(pain.signs == frozenset() for pain in history.read(PainRecord))
    history.close()


@pytest.mark.parametrize(
    ("occasion", "note", "signs"),
    [
        ("during", "chest, giving way", {Sign.CHEST, Sign.GIVING_WAY}),
        ("during", "numb", {Sign.NUMB}),
        ("during", "numb toes", set()),
        ("during", "", set()),
        ("after", "sharp", set()),
    ],
)
def test_the_signs_that_stood_in_a_note_are_signs_now(
    tmp_path: Path, occasion: str, note: str, signs: set[Sign]
) -> None:
    shutil.copy(RELEASED[0], tmp_path / DATABASE)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection, connection:
        connection.execute(
            "INSERT INTO pains (pain_id, rated_at, rated_offset_min, occasion, place, note) VALUES (?, ?, 0, ?, '', ?)",
            ("p", "2026-07-01T10:00:00.000000Z", occasion, note),
        )
    history = open_history(tmp_path, now=NOW)
    (pain,) = history.read(PainRecord)
    assert (pain.signs, pain.note) == (signs, note)
    history.close()
