"""After a session that hurt, the sheet after it, Today, Progress and the CSV files say the same of it."""

import csv
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.domain.minutes import SECOND_MS, whole_minutes
from supple.services.csv_tables import What
from supple.services.export import export_csv
from supple.storage.database import open_history
from supple.ui.kit.room import Room
from supple.ui.plots.pain_plot import PainPlot
from supple.ui.session.after_sheet import AfterSheet

from .conftest import Open
from .session_on_mat import page_of, rows
from .window import now, sees, words

pytestmark = pytest.mark.real_time

FAST = 30.0


def hurt(qtbot: QtBot, *, place: str, how_much: str, then: str) -> None:
    press("It hurts")
    qtbot.waitUntil(Seen(place))
    press(place)
    press(how_much)
    qtbot.waitUntil(Seen(then))
    press(then)


def table_row(program: Program) -> list[str]:
    model = program.window.findChildren(QTableView)[0].model()
    return [str(model.index(0, column).data() or "").strip() for column in range(model.columnCount())]


def read(folder: Path, target: Path, what: What) -> list[dict[str, str]]:
    history = open_history(folder, now=now())
    export_csv(history, what, target)
    history.close()
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("way_on", ["Go on easier", "Next set"])
def test_all_places_say_the_same(qtbot: QtBot, opened: Open, data: Path, tmp_path: Path, way_on: str) -> None:
    program = opened(data, speed=FAST)
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Pain 3 of 10")
    press("Begin session")
    qtbot.waitUntil(Seen("Pause"))
    while "Seated gluteal" not in page_of(program).mat.heading.name:
        press("Skip")
    qtbot.waitUntil(lambda: "hold" in page_of(program).status_text, timeout=5_000)
    hurt(qtbot, place="Buttock", how_much="Pain 3 of 10", then=way_on)
    qtbot.waitUntil(
        lambda: len(rows(data, "SELECT 1 FROM sets WHERE outcome = 'completed'")) >= 4, timeout=30_000
    )
    hurt(qtbot, place="Low back", how_much="Pain 4 of 10", then="End here")
    qtbot.waitUntil(sees("Stopped because it hurt."))
    sheet = program.window.findChildren(AfterSheet)[0]
    told = re.fullmatch(r"(\d+) min, (\d+) of (\d+) sets\.", sheet.accessibleDescription())
    assert told is not None
    minutes, done, planned = told.groups()
    press("Pain 2 of 10")
    sheet.findChildren(QLineEdit)[0].setText("Towel under the knee")
    press("Done")
    qtbot.waitUntil(lambda: program.window.full is None)

    qtbot.waitUntil(sees("1 session"))
    assert f"\n{minutes} min\n" in words()
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(
        lambda: bool(program.window.findChildren(QTableView)) and table_row(program)[4] == "3 → 2"
    )
    _, routine, time, sets, _ = table_row(program)
    assert (time, sets) == (f"{minutes} min", f"{done} of {planned}")
    assert routine.endswith("Buttock 3. Low back 4. Towel under the knee.")
    assert f"{minutes} min\non the mat" in words()
    plot = program.window.findChildren(PainPlot)[0]
    assert plot.accessibleDescription() == "One session with a pain rating: 3 before, 2 after."
    opened.end(program)

    (session,) = read(data, tmp_path / "sessions.csv", What.SESSIONS)
    assert (session["pain_before"], session["pain_after"]) == ("3", "2")
    assert (session["sets_done"], session["sets_planned"]) == (done, planned)
    assert session["note"] == "Towel under the knee"
    assert whole_minutes(float(session["done_s"]) * SECOND_MS) == int(minutes)
    pains = read(data, tmp_path / "pain.csv", What.PAIN)
    assert [(pain["occasion"], pain["score"], pain["place"]) for pain in pains] == [
        ("before", "3", ""),
        ("during", "3", "buttock"),
        ("during", "4", "low back"),
        ("after", "2", ""),
    ]
    assert {pain["session_id"] for pain in pains} == {session["session_id"]}
    attempts = read(data, tmp_path / "sets.csv", What.SETS)
    assert len(
        {
            tuple(a[k] for k in ("step", "exercise_id", "side", "set"))
            for a in attempts
            if a["outcome"] == "completed"
        }
    ) == int(done)


def test_what_was_left_out_because_it_hurt_is_listed_and_counted_alike(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    qtbot.waitUntil(Seen("Pause"))
    hurt(qtbot, place="Knee", how_much="Sharp, pinching or catching", then="Next exercise")
    qtbot.waitUntil(lambda: "Seated gluteal" in page_of(program).mat.heading.name)
    press("Stop")
    qtbot.waitUntil(Seen("Stop here"))
    press("Stop here")
    qtbot.waitUntil(sees("Supine piriformis stretch"))
    sheet = program.window.findChildren(AfterSheet)[0]
    done, planned = re.findall(r"(\d+) of (\d+) sets", sheet.accessibleDescription())[0]
    press("Done")
    qtbot.waitUntil(lambda: program.window.full is None)
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QTableView)) and len(table_row(program)) > 3)
    qtbot.waitUntil(lambda: table_row(program)[3] == f"{done} of {planned}")
