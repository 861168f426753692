"""What a person wrote to themselves stands on the mat while they get ready for that exercise."""

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import exercise
from tests.ui.test_session_page import Mat, pictures

from supple.domain.routine import PhaseKind
from supple.ui.pictures import Pictures
from supple.ui.text import Text
from supple.ui.theme import Theme

__all__ = ["exercise", "pictures"]

NOTE = "Fold the mat double under the knee, other foot straight ahead, {slowly} 50 %; and breathe out on the way in"


@pytest.mark.parametrize("text_percent", [100, 200])
@pytest.mark.parametrize("window", [(900, 600), (1280, 800)], ids=str)
def test_the_note_follows_the_step_in_words_and_is_not_cut_off(
    qtbot: QtBot, theme: Theme, pictures: Pictures, window: tuple[int, int], text_percent: int
) -> None:
    theme.set_text_percent(text_percent)
    mat = Mat(qtbot, theme, pictures, notes={"a1": NOTE})
    mat.window.resize(*window)
    mat.page.resize(*window)
    mat.player.start()
    line = mat.page.mat.line
    assert line.words.endswith(f"Your note: {NOTE}")
    shown = next(part for part in line.findChildren(Text) if part.text() == line.words)
    assert shown.heightForWidth(shown.width()) <= line.height()
    assert line.geometry().bottom() <= mat.page.controls.geometry().top()
    mat.run_to(PhaseKind.HOLD)
    assert NOTE not in line.words
    while mat.player.phase.exercise_id == "a1":
        mat.stand.run_to_next_phase()
    assert mat.player.phase.kind is PhaseKind.PREPARE
    assert NOTE not in line.words
    mat.player.stop()
    mat.player.deleteLater()
    theme.set_text_percent(100)
