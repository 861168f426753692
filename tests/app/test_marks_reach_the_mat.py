"""What an answer marks is said on every way to the mat: on the page, the start sheet, the mat and by voice."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.audio.cue_player import CuePlayer

from .closed_folders import Past, free
from .conftest import Open
from .session_on_mat import page_of, press_stop
from .window import sees

CARE = "Take care: pain, tingling or numbness down a leg."


@pytest.mark.real_time
def test_a_mark_is_read_and_heard_while_one_gets_ready(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def say(_self: CuePlayer, clips: Sequence[str]) -> bool:
        said.extend(clips)
        return True

    monkeypatch.setattr(CuePlayer, "say", say)
    program = opened(Past(answers=free("C12")).folder(tmp_path / "data"))
    press("See the steps")
    qtbot.waitUntil(sees(CARE))
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    assert sees(CARE)()
    press("Begin session")
    qtbot.waitUntil(lambda: program.window.full is not None)
    qtbot.waitUntil(lambda: page_of(program).mat.note.text() == CARE, timeout=5000)
    qtbot.waitUntil(lambda: "care-sciatica" in said, timeout=12_000)
    assert said.index("care-sciatica") > min(said.index(clip) for clip in said if clip.startswith("leg-"))
    press_stop(qtbot)


def test_without_a_mark_nothing_is_said_of_care(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    qtbot.waitUntil(lambda: program.window.full is not None)
    qtbot.wait(100)
    assert not page_of(program).mat.note.isVisible()
    press_stop(qtbot)


def test_i_just_trained_starts_the_wind_down_and_asks_for_the_pain(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    press("I just trained")
    qtbot.waitUntil(sees("You just trained: how much does it hurt now, 0 to 10?"))
    assert sees(program.flows.catalogue.routine("post_workout").name)()
