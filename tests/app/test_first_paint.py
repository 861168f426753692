"""What is painted before anything is read: it waits for little, looks as it was left, and forgets no press."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.conftest import Open
from supple.app.demo.hand import Seen, press
from supple.domain.settings import Look, Motion, Settings, ThemeChoice
from supple.storage.first_look import FirstLook, first_look
from supple.storage.settings_file import SettingsFile

from .window import sees

LATER = (
    "dataclasses",
    "msgspec",
    "sqlalchemy",
    "logging.handlers",
    "supple.domain.catalogue",
    "supple.domain.session",
    "supple.audio.cue_player",
    "supple.app.switchboard",
)


def test_the_first_paint_waits_for_none_of_what_comes_after_it() -> None:
    program = f"import sys, supple.app.program; print([name for name in {LATER!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("pressed", "follows"), [("Start routine", "Begin session"), ("Start self-test", "Leave the check")]
)
def test_a_press_before_the_history_is_open_is_followed_as_soon_as_it_is(
    qtbot: QtBot, opened: Open, data: Path, pressed: str, follows: str
) -> None:
    program = opened(data, complete=False)
    qtbot.waitUntil(Seen(pressed))
    press(pressed)
    assert not program.flows.is_known
    qtbot.waitUntil(sees(follows), timeout=5000)


def test_a_press_before_the_safety_questions_waits_for_them(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(tmp_path / "new", complete=False)
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    with qtbot.waitSignal(program.today_completed, timeout=10_000):
        pass
    qtbot.wait(50)
    with pytest.raises(AssertionError):
        sees("Begin session")()


def test_the_window_comes_back_in_the_look_it_was_left_in(tmp_path: Path) -> None:
    settings = Settings(
        look=Look(theme=ThemeChoice.DARK, text_percent=150, motion=Motion.REDUCED), window="10,20,1000,700"
    )
    SettingsFile(tmp_path).save(settings)
    assert first_look(tmp_path) == FirstLook(
        theme="dark", text_percent=150, reduced_motion=True, window="10,20,1000,700"
    )


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[1]", b'{"theme": 3, "text_percent": "big", "motion": null, "window": 7}']
)
def test_settings_that_make_no_sense_look_as_they_ship(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert first_look(tmp_path) == first_look(tmp_path / "nowhere") == FirstLook()
