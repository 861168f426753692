"""Pictures and the stage: the side shown is the side asked for, and nothing missing stops the window."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand

from supple.domain.side import Side
from supple.ui.figure.pictures import SMALL, Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.theme import Theme

LEFT_MARK, RIGHT_MARK = QColor("#ff0000"), QColor("#0000ff")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """One exercise drawn with the left leg: red at the left edge, blue at the right, and four frames."""
    folder = tmp_path / "pictures" / "lunge"
    folder.mkdir(parents=True)
    image = QImage(80, 60, QImage.Format.Format_ARGB32)
    image.fill(QColor("#00ff00"))
    for y in range(60):
        for x in range(8):
            image.setPixelColor(x, y, LEFT_MARK)
            image.setPixelColor(79 - x, y, RIGHT_MARK)
    names = ["card", "step_1", *(f"loop_{n:02d}" for n in range(4))]
    for name in names:
        image.save(str(folder / f"{name}.webp"), quality=100)
    facts = {"drawn_side": "left", "scenes": {"card": {}, "step_1": {}, "loop": {"frames": 4}}}
    (folder / "pictures.json").write_text(json.dumps(facts))
    return tmp_path / "pictures"


@pytest.fixture
def pictures(root: Path) -> Pictures:
    return Pictures(str(root))


def left_edge(image: QImage) -> str:
    colour = image.pixelColor(3, 30)
    return "red" if colour.red() > colour.blue() else "blue"


def test_a_picture_is_shown_as_drawn_for_its_own_side(pictures: Pictures) -> None:
    picture = pictures.still("lunge", "card", side=Side.LEFT)
    assert picture is not None
    assert (picture.side, picture.mirrored, left_edge(picture.image)) == (Side.LEFT, False, "red")


def test_a_picture_is_mirrored_for_the_other_side(pictures: Pictures) -> None:
    picture = pictures.still("lunge", "card", side=Side.RIGHT)
    assert picture is not None
    assert (picture.side, picture.mirrored, left_edge(picture.image)) == (Side.RIGHT, True, "blue")


def test_every_frame_of_a_loop_turns_with_the_side(pictures: Pictures) -> None:
    for index in range(pictures.loop_frames("lunge")):
        picture = pictures.loop_frame("lunge", index, side=Side.RIGHT)
        assert picture is not None
        assert left_edge(picture.image) == "blue"


def test_a_missing_picture_is_told_once_and_shown_as_words(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    told: list[str] = []
    pictures.trouble_found.connect(told.append)
    stage = Stage(theme, pictures)
    qtbot.addWidget(stage)
    stage.show_still("lunge", "nowhere", side=Side.LEFT, alt="Kneeling on the left knee.")
    stage.resize(300, 200)
    stage.grab()
    stage.grab()
    assert stage.side is None
    assert len(told) == 1
    assert told[0].endswith("lunge/nowhere.webp")
    assert stage.accessibleDescription() == "Kneeling on the left knee."


def test_a_damaged_picture_is_told_and_does_not_stop_anything(root: Path) -> None:
    (root / "lunge" / "card.webp").write_bytes(b"no picture")
    pictures = Pictures(str(root))
    assert pictures.still("lunge", "card", side=Side.LEFT) is None
    assert len(pictures.troubles) == 1


def test_a_damaged_list_of_pictures_is_told(root: Path) -> None:
    (root / "lunge" / "pictures.json").write_text('{"drawn_side": "up"}')
    pictures = Pictures(str(root))
    assert pictures.still("lunge", "card", side=Side.LEFT) is None
    assert pictures.troubles[0].endswith("pictures.json")


def test_memory_for_pictures_stays_within_its_budget(root: Path) -> None:
    pictures = Pictures(str(root), budget_bytes=3 * 80 * 60 * 4)
    for index in range(4):
        for side in (Side.LEFT, Side.RIGHT):
            pictures.loop_frame("lunge", index, side=side)
    assert pictures._used_bytes <= 3 * 80 * 60 * 4


def test_the_stage_says_which_side_it_shows(qtbot: QtBot, theme: Theme, pictures: Pictures) -> None:
    stage = Stage(theme, pictures)
    qtbot.addWidget(stage)
    stage.show_still("lunge", "card", side=Side.RIGHT, alt="Right knee on the mat.")
    assert stage.side is Side.RIGHT
    assert stage.accessibleName() == "Picture, right side"


def test_a_loop_moves_only_while_it_is_seen(qtbot: QtBot, theme: Theme, pictures: Pictures) -> None:
    theme.set_reduced_motion(False)
    stage = Stage(theme, pictures)
    qtbot.addWidget(stage)
    stage.show_loop("lunge", side=Side.LEFT, alt="")
    stage.play()
    assert not stage._timer.isActive()
    stage.show()
    assert stage._timer.isActive()
    stage.hide()
    assert not stage._timer.isActive()


def test_reduced_motion_shows_the_hold_and_never_moves(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    stage = Stage(theme, pictures)
    qtbot.addWidget(stage)
    stage.show_loop("lunge", side=Side.LEFT, alt="")
    stage.play()
    assert not stage.is_playing
    assert stage._frame == 3


def test_the_session_can_show_any_effort_directly(qtbot: QtBot, theme: Theme, pictures: Pictures) -> None:
    theme.set_reduced_motion(False)
    stage = Stage(theme, pictures)
    qtbot.addWidget(stage)
    stage.show_loop("lunge", side=Side.LEFT, alt="")
    stage.set_effort(1.0)
    assert stage._frame == 3
    stage.set_effort(0.0)
    assert stage._frame == 0


def test_a_small_picture_is_read_small_and_the_large_one_stays_large(root: Path) -> None:
    large = QImage(1280, 960, QImage.Format.Format_ARGB32)
    large.fill(LEFT_MARK)
    large.save(str(root / "lunge" / "card.webp"))
    pictures = Pictures(str(root))
    small = pictures.still("lunge", "card", side=Side.LEFT, small=True)
    whole = pictures.still("lunge", "card", side=Side.LEFT)
    assert small is not None
    assert whole is not None
    assert small.image.size() == SMALL
    assert whole.image.width() == 1280


def seen(stage: Stage) -> QColor:
    return stage.grab().toImage().pixelColor(stage.width() // 2, stage.height() // 2)


@pytest.mark.parametrize("reduced", [False, True])
def test_a_picture_that_comes_after_its_ground_comes_softly(
    qtbot: QtBot, theme: Theme, root: Path, monkeypatch: pytest.MonkeyPatch, *, reduced: bool
) -> None:
    monkeypatch.setattr("supple.ui.figure.pictures.TURN_S", 0.0)  # one picture a turn: the second comes late
    (root / "other").mkdir()
    for file in (root / "lunge").iterdir():
        (root / "other" / file.name).write_bytes(file.read_bytes())
    theme.set_reduced_motion(reduced)
    pictures, holder = Pictures(str(root)), QWidget()
    row = QHBoxLayout(holder)
    first, second = Stage(theme, pictures), Stage(theme, pictures)
    for stage, exercise_id in ((first, "lunge"), (second, "other")):
        stage.show_still(exercise_id, "card", side=Side.LEFT, alt="")
        row.addWidget(stage)
    greens: list[int] = []
    late = second.paintEvent

    def watch(event: object) -> None:
        late(event)
        if second._coming.share < 1:
            greens.append(round(100 * second._coming.share))

    monkeypatch.setattr(second, "paintEvent", watch)
    window = stand(qtbot, holder, 600, 300)
    qtbot.waitUntil(lambda: second._scaled is not None and second._coming.share == 1)
    whole = QColor("#00ff00")
    for stage in (first, second):
        colour = seen(stage)
        assert abs(colour.green() - whole.green()) < 12
        assert colour.red() < 12
    assert bool(greens) is not reduced
    assert greens == sorted(greens)
    window.hide()


def reads_of(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files read from now on."""
    reads: list[str] = []
    read = pictures._read

    def noted(path: str, *, size: QSize | None = None) -> QImage | None:
        reads.append(path)
        return read(path, size=size)

    monkeypatch.setattr(pictures, "_read", noted)
    return reads


def red_width(stage: Stage) -> int:
    """How many pixels of the middle row are the left mark's."""
    seen = stage.grab().toImage()
    row = (seen.pixelColor(x, seen.height() // 2) for x in range(seen.width()))
    return sum(colour.red() > 200 and colour.blue() < 60 and colour.green() < 60 for colour in row)


def test_a_hidden_still_comes_back_as_it_was_without_its_file_being_read(
    qtbot: QtBot, theme: Theme, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = Pictures(str(root), budget_bytes=1)
    stage = Stage(theme, pictures, margin=0, framed=False)
    stage.show_still("lunge", "card", side=Side.LEFT, alt="a lunge")
    stand(qtbot, stage)
    before = red_width(stage)
    reads = reads_of(pictures, monkeypatch)
    stage.hide()
    assert stage._picture is not None
    assert stage._picture.image.isNull(), "nobody sees it: only what was painted is kept"
    stage.show()
    assert (red_width(stage), stage.side, reads) == (before, Side.LEFT, [])


def test_a_still_that_was_hidden_is_read_again_for_another_size(
    qtbot: QtBot, theme: Theme, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = Pictures(str(root), budget_bytes=1)
    stage = Stage(theme, pictures, margin=0, framed=False)
    stage.show_still("lunge", "card", side=Side.LEFT, alt="a lunge")
    holder = QWidget()
    stage.setParent(holder)
    stage.resize(200, 150)
    stand(qtbot, holder)
    assert red_width(stage) == pytest.approx(20, abs=3)
    pictures.still("lunge", "step_1", side=Side.LEFT)  # what is kept within bounds is another now
    stage.hide()
    reads = reads_of(pictures, monkeypatch)
    stage.resize(400, 300)
    stage.show()
    qtbot.waitUntil(lambda: bool(reads))
    qtbot.wait(50)
    assert red_width(stage) == pytest.approx(40, abs=5)
    assert len(reads) == 1


def test_a_picture_of_a_fixed_size_keeps_only_what_was_painted(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    stage = Stage(theme, pictures, margin=0, framed=False)
    stage.setFixedSize(200, 150)
    stage.show_still("lunge", "card", side=Side.RIGHT, alt="a lunge")
    stand(qtbot, stage)
    assert red_width(stage) > 0
    assert stage._picture is not None
    assert stage._picture.image.isNull()
    stage.setFixedSize(400, 300)
    qtbot.waitUntil(lambda: red_width(stage) > 30)
    stage.show_still("lunge", "step_1", side=Side.LEFT, alt="another")
    qtbot.waitUntil(lambda: red_width(stage) > 30)
