"""A start that did not finish is followed by one that leaves out what may have been why: nobody is locked out."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from supple.app.shipped_files import has_picture, read_content
from supple.app.start_mark import MARK, StartMark
from supple.domain.record import SessionRecord
from supple.domain.routine import Pace, SessionPlan
from supple.services.writes import BeginSession
from supple.storage import DATABASE
from supple.storage.content import load_catalogue
from supple.storage.database import open_history
from supple.storage.files import SETTINGS_FILE

from .session_on_mat import outcomes_kept, rows
from .window import now, ready_folder

PLACE = "0,0,860,520"  # as high as no other: the screen that nobody sees is narrow
SAID = "The last start did not finish."
OFFER = "Go on"

# Starts as the program does. "hangs": whatever an unfinished session holds, going on with it takes for ever.
PLAY = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel
import supple.app.flows.resume_flow
from supple.app.demo.hand import visible_names
from supple.app.start import run

folder, how = Path(sys.argv[1]), sys.argv[2]

def hang(*_):
    print("hangs", flush=True)
    while True:
        pass

if how == "hangs":
    supple.app.flows.resume_flow.remainder = hang

def tell(program):
    labels = [label.text() for label in program.window.findChildren(QLabel) if label.isVisible()]
    place = program.window.geometry().getRect()
    print(repr((labels, visible_names(), place)), flush=True)
    QApplication.exit(0)

def drive(program):
    if how == "stands":
        program.settled.connect(lambda: tell(program))
    else:
        print("begun", flush=True)

sys.exit(run(folder, driver=drive))
"""


def start(folder: Path, how: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PLAY, str(folder), how],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def kill_at(folder: Path, how: str, word: str) -> None:
    """Start, and end it by force as soon as it says `word`."""
    program = start(folder, how)
    assert program.stdout is not None
    try:
        while (line := program.stdout.readline().strip()) != word:
            assert line, "it ended before"
    finally:
        program.kill()
        program.communicate()


def what_stands(folder: Path) -> tuple[list[str], list[str], tuple[int, int, int, int]]:
    """Start, and come to the end of it: texts, controls, the place of the window."""
    program = start(folder, "stands")
    told, _ = program.communicate(timeout=30)
    assert program.returncode == 0
    return eval(told)  # noqa: S307 - our own program's words


@pytest.fixture
def cut_off(tmp_path: Path, resources: object) -> Path:
    """A folder with a kept place of the window and a session of a moment ago that was cut off."""
    folder = ready_folder(tmp_path / "data")
    told = json.loads((folder / SETTINGS_FILE).read_bytes())
    (folder / SETTINGS_FILE).write_text(json.dumps({**told, "window": PLACE}))
    routine = load_catalogue(read_content, has_picture=has_picture).routine("article_routine")
    history = open_history(folder, now=now())
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="s1",
                started_at=now() - timedelta(minutes=2),
                routine_id=routine.id,
                routine=routine.name,
                planned_s=755.0,
                sets_planned=36,
                done_s=65.5,
                plan=SessionPlan(routine=routine, pace=Pace()),
            )
        )
    )
    history.close()
    return folder


def test_a_start_that_came_to_its_end_marks_nothing(cut_off: Path) -> None:
    texts, _, place = what_stands(cut_off)
    assert SAID not in "\n".join(texts)
    assert "Go on where you were?" in "\n".join(texts) or any(OFFER in text for text in texts)
    assert place[3] == 520
    assert not (cut_off / MARK).exists()


def test_after_a_start_that_was_killed_the_place_and_the_offer_are_left_out_and_it_is_said(
    cut_off: Path,
) -> None:
    kill_at(cut_off, "killed", "begun")
    assert (cut_off / MARK).stat().st_mode & 0o777 == 0o600
    texts, names, place = what_stands(cut_off)
    assert SAID in "\n".join(texts)
    assert "Start routine" in names
    assert not any(OFFER in name for name in names)
    assert place[3] != 520
    assert outcomes_kept(cut_off) == ["interrupted"]
    ended = rows(cut_off, "SELECT unixepoch(ended_at) - unixepoch(started_at), done_s FROM sessions")
    assert ended in ([(65, 65.5)], [(66, 65.5)])
    assert not (cut_off / MARK).exists()
    texts, _, _ = what_stands(cut_off)
    assert SAID not in "\n".join(texts)


def test_a_session_on_which_the_start_hangs_hangs_it_once(cut_off: Path) -> None:
    kill_at(cut_off, "hangs", "hangs")
    texts, names, _ = what_stands(cut_off)
    assert SAID in "\n".join(texts)
    assert "Start routine" in names
    texts, names, _ = what_stands(cut_off)
    assert (SAID in "\n".join(texts), "Start routine" in names) == (False, True)


@pytest.mark.parametrize(
    "place", ["--5,1,2,3", "9999999999,0,900,600", "0,0,99999,99999,full", "1" * 100_000]
)
def test_settings_and_a_session_made_to_harm_lock_nobody_out(cut_off: Path, place: str) -> None:
    told = json.loads((cut_off / SETTINGS_FILE).read_bytes())
    nested: object = {}
    for _ in range(900):
        nested = {"a": nested}
    (cut_off / SETTINGS_FILE).write_text(json.dumps({**told, "window": place, "notes": nested}))
    rows_of = "UPDATE sessions SET done_s = 1e300, sets_planned = 10000000, plan_json = ?"
    plan = '{"routine": ' * 2 + '{"steps": []}' + "}" * 2
    with closing(sqlite3.connect(cut_off / DATABASE)) as history:
        history.execute(rows_of, (plan,))
        history.commit()
    _, names, where = what_stands(cut_off)
    assert "Start routine" in names
    assert min(where[2:]) > 100
    kill_at(cut_off, "killed", "begun")
    texts, names, _ = what_stands(cut_off)
    assert (SAID in "\n".join(texts), "Start routine" in names) == (True, True)


def test_what_others_put_in_the_place_of_the_mark_tells_nothing_and_stays(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    (tmp_path / MARK).symlink_to(mine)
    mark = StartMark(tmp_path)
    assert not mark.begin()
    mark.finish()
    assert (tmp_path / MARK).is_symlink()
    assert mine.read_text() == "mine"
    (tmp_path / MARK).unlink()
    (tmp_path / MARK).mkdir()
    assert not StartMark(tmp_path).begin()
    (tmp_path / MARK).rmdir()
    assert [StartMark(tmp_path).begin() for _ in range(2)] == [False, True]
