"""The person's own note on the mat: while its exercise is prepared, whole in every window, and read out."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from tests.app.fit import cut_words
from tests.ui.mat_fixtures import exercise
from tests.ui.session.test_mat_from_afar import WINDOWS, painted_height, picture_of
from tests.ui.session.test_session_page import Mat, pictures

from supple.domain.routine import PhaseKind
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme
from supple.ui.session.handbook import Handbook
from supple.ui.session.mat_note import Beside
from supple.ui.session.session_page import SessionPage

__all__ = ["pictures"]

NOTE = "Pad under the knee, **not** {target} too far"
LONG = (
    "Breathe out on the way down and keep the pad under the knee as she showed me last week, slowly, never by force "
    * 2
)[:120]
NOTES = [NOTE, LONG, "m" * 120, "膝の下にパッドを置いて、ゆっくり息を吐く。" * 5 + "ゆっくりと。" * 2]


class NotedMat(Mat):
    """A session with a note about the first exercise."""

    def __init__(self, qtbot: QtBot, theme: Theme, pictures: Pictures, note: str) -> None:
        super().__init__(qtbot, theme, pictures)
        self.page.hide()
        self.page = SessionPage(
            theme,
            pictures,
            self.player,
            Handbook(exercise=exercise, beside={"a1": Beside(note=note)}),
            parent=self.window,
        )
        self.page.resize(1280, 800)
        self.page.show()


@pytest.fixture(params=[100, 200])
def percent(request: pytest.FixtureRequest, theme: Theme) -> Iterator[int]:
    theme.set_text_percent(request.param)
    yield request.param
    theme.set_text_percent(100)


def noted(qtbot: QtBot, theme: Theme, pictures: Pictures, note: str = NOTE) -> Mat:
    mat = NotedMat(qtbot, theme, pictures, note)
    mat.player.start()
    return mat


def test_it_is_there_while_its_exercise_is_prepared_and_only_then(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    mat = noted(qtbot, theme, pictures)
    view = mat.page.mat
    shown = []
    while len(shown) < 60 and mat.player.state.name == "RUNNING":
        phase = mat.player.phase
        wanted = phase.kind is PhaseKind.PREPARE and phase.exercise_id == "a1"
        assert view.note.isVisible() is wanted
        shown.append(wanted)
        if wanted:
            assert view.note.text() == f"Your note: {NOTE}"  # stars and braces stand as they were written
            assert view.line.words.startswith("Rest ")
        mat.stand.run_to_next_phase()
    assert True in shown
    assert False in shown
    mat.player.stop()


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_it_is_whole_and_takes_nothing_from_countdown_and_side(
    qtbot: QtBot, theme: Theme, pictures: Pictures, percent: int, window: tuple[int, int], note: str
) -> None:
    mat = noted(qtbot, theme, pictures, note)
    mat.window.resize(*window)
    mat.page.resize(*window)
    view = mat.page.mat
    assert [cut for cut in cut_words(mat.window) if "Your note" in cut] == []
    parts = (
        view.heading,
        view.row,
        view.stage,
        view.ring,
        view.line,
        view.note,
        view.set_line,
        mat.page.controls,
    )
    for number, part in enumerate(parts):
        assert view.rect().contains(part.geometry()), part
        for other in parts[number + 1 :]:
            assert not part.geometry().intersects(other.geometry()), (part, other)
    assert view.stage.height() >= 0.13 * view.height()
    assert painted_height(picture_of(view.ring.figures, smaller=2), theme.colour("text")) >= window[1] / 4
    tag = view.row._tags[view.row.side]
    assert painted_height(picture_of(tag, smaller=2), theme.colour("on_left")) >= window[1] / 10
    picture = view.stage.geometry()
    mat.run_to(PhaseKind.HOLD)
    assert view.stage.geometry() == picture
    mat.player.stop()


def test_a_screen_reader_is_told_it_once_with_the_phase(
    qtbot: QtBot, theme: Theme, pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    mat = noted(qtbot, theme, pictures)
    mat.run_to(PhaseKind.HOLD)
    spoken = [words for words in told if NOTE in words]
    assert len(spoken) == 1
    assert spoken[0].startswith("Left side, get ready, ")
    mat.player.stop()


def test_what_wants_care_stands_before_the_note_while_its_exercise_is_prepared(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    mat = Mat(qtbot, theme, pictures, beside={"a1": Beside("Take care: wrist pain.", "Pad under the knee")})
    mat.player.start()
    note = mat.page.mat.note
    assert note.text() == "Take care: wrist pain. Your note: Pad under the knee"
    mat.stand.run_to_next_phase()
    assert not note.isVisible()
