"""On a day that hurt every place where something could be begun says the same as Today."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.domain.pain import Sign
from supple.domain.record import Occasion, PainRecord, SessionRecord
from supple.domain.session import SessionOutcome
from supple.services.writes import AddPain, BeginSession, EndSession
from supple.storage.database import open_history
from supple.ui.kit.room import Room

from .conftest import Open
from .window import now, ready_folder, sees, words


def hurt(folder: Path, exercise_id: str, sign: Sign = Sign.SHARP, *, days_ago: int = 0) -> Path:
    """Somebody stopped a session for pain in an exercise, a minute ago or on an earlier day."""
    history = open_history(ready_folder(folder), now=now())
    begun = now() - timedelta(minutes=1, days=days_ago)
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="s1",
                started_at=begun,
                routine_id="mixed_plan",
                routine="Combined plan",
                planned_s=600,
                sets_planned=16,
            )
        )
    )
    history.write(
        AddPain(
            pain=PainRecord(
                pain_id="p1",
                rated_at=begun,
                occasion=Occasion.DURING,
                score=None,
                session_id="s1",
                place="groin",
                signs=frozenset({sign}),
                exercise_id=exercise_id,
            )
        )
    )
    history.write(
        EndSession(session_id="s1", ended_at=begun, outcome=SessionOutcome.STOPPED_FOR_PAIN, done_s=5.0)
    )
    history.close()
    return folder


CASES = [
    ("brisk_walk", "Rest today", "A session hurt today: rest.", "Brisk walk or march on the spot"),
    (
        "a3_half_kneeling_hip_flexor",
        "Rest, or walk a little",
        "A session hurt today: rest, or walk a little.",
        "Half-kneeling hip flexor stretch",
    ),
]


@pytest.mark.parametrize(("exercise_id", "title", "advice", "name"), CASES)
def test_every_place_that_begins_something_says_what_today_says(
    qtbot: QtBot, opened: Open, tmp_path: Path, exercise_id: str, title: str, advice: str, name: str
) -> None:
    program = opened(hurt(tmp_path / "data", exercise_id))
    qtbot.waitUntil(sees(title))
    assert ("walk" in words().lower()) is ("walk" in title)
    press("Library")
    qtbot.waitUntil(sees(advice))
    press("Routines")
    qtbot.waitUntil(sees(advice))
    program.flows.library.show_routine("mixed_plan")
    qtbot.waitUntil(sees(advice))
    assert f"Left out today, because it hurt: {name}." in words()
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session", QAbstractButton), timeout=10_000)
    assert advice in words()
    assert f"Left out today, because it hurt: {name}." in words()
    press("Not now")
    program.flows.library.show_exercise("pigeon")
    qtbot.waitUntil(sees(advice))


NOT_YET = "You told of a warning sign. Nothing begins until a doctor or physiotherapist has looked at it."


@pytest.mark.parametrize(("sign", "days_ago"), [(Sign.CHEST, 0), (Sign.GIVING_WAY, 0), (Sign.NUMB, 1)])
def test_after_a_red_sign_no_place_sends_anybody_walking_or_names_a_day(
    qtbot: QtBot, opened: Open, tmp_path: Path, sign: Sign, days_ago: int
) -> None:
    program = opened(hurt(tmp_path / "data", "pigeon", sign, days_ago=days_ago))
    qtbot.waitUntil(sees(NOT_YET))
    assert ("call your local emergency number now, even if it eases" in words()) is (sign is Sign.CHEST)
    for wrong in ("walk", "tomorrow", "Small and slow"):
        assert wrong not in words()
    for room in (Room.LIBRARY, Room.ROUTINES):
        program.window.show_room(room)
        qtbot.waitUntil(sees(NOT_YET))
        assert "Tomorrow is soon enough" not in words()


def test_another_day_says_nothing_of_it(qtbot: QtBot, opened: Open, data: Path) -> None:
    opened(data)
    press("Routines")
    qtbot.waitUntil(Seen("Start Desk day break", QAbstractButton))
    assert "A session hurt today" not in words()
