"""The angle of the hips by photo, from Today to what was kept of it."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.app.conftest import Open
from tests.app.photo_walk import (
    answer,
    mark,
    marking_page,
    measure,
    open_page,
    open_photo,
    pasted,
    photo_of_a_thigh,
    to_the_edge,
    to_the_photo,
)
from tests.app.window import now, sees, words

from supple.app.demo.hand import press
from supple.app.program import Program
from supple.domain.checks.photo_run import Said
from supple.domain.checks.photo_spots import Spot
from supple.domain.findings import Finding
from supple.domain.record import Check, SelfTestRecord
from supple.domain.side import Side
from supple.storage.database import open_history
from supple.ui.check.photo_sort_page import PhotoSortPage
from supple.ui.figure.stage import Stage


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return photo_of_a_thigh(tmp_path / "hip.jpg", 16)


def kept(data: Path) -> SelfTestRecord:
    history = open_history(data, now=now())
    try:
        [record] = history.read(SelfTestRecord)
        return record
    finally:
        history.close()


def test_two_photos_of_each_hip_lead_to_the_findings(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    for _ in range(2):
        measure(program, photo, 16, second=17)
    press("Two are enough")
    for _ in range(2):
        measure(program, photo, 0)
    press("Two are enough")
    qtbot.waitUntil(sees("What your photos showed"))
    program.window.resize(1280, 1000)
    qtbot.wait(100)
    assert "15° to 20° above level" in words()
    assert "Your left thigh stayed above level in every photo." in words()
    assert "give or take 5°" in words()
    assert "Your sides differ on this check: the left one stayed higher." in words()
    press("Continue")
    opened.end(program)
    record = kept(data)
    assert record.finding(Check.HIP_LENGTH_EDGE, Side.LEFT) is Finding.LIMITED
    assert record.finding(Check.HIP_LENGTH_EDGE, Side.RIGHT) is Finding.LEVEL
    first = record.checks[0].measured
    assert first is not None
    assert first.value == pytest.approx(16.5, abs=0.7)  # a click is as good as a pixel of the screen
    assert not [path for path in data.rglob("*") if path.suffix in (".jpg", ".png", ".webp")]


def test_whoever_has_no_photos_yet_is_led_through_the_edge_by_any_key(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_edge(qtbot, "Continue", "Continue")
    page = program.window.full
    assert page is not None
    seen: list[str] = []
    for _ in range(2 + 4 * 4):
        seen.append(words())
        QTest.keyClick(page, Qt.Key.Key_A)
    assert sum("Take the photo of your left side" in each for each in seen) == 2
    assert sum("Take the photo of your right side" in each for each in seen) == 2
    assert "Sit up over your side" in words()
    QTest.keyClick(page, Qt.Key.Key_A)  # one sits there: a key that means nothing does nothing
    press("Continue")
    qtbot.waitUntil(sees("Drop photo 1 of your left hip here"))
    measure(program, photo, 16)
    assert "Drop photo 2 of your left hip here" in words()


def test_a_photo_that_was_marked_in_two_places_is_named_and_can_be_left_out(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    measure(program, photo, 16, second=31)
    measure(program, photo, 24)
    press("Two are enough")
    for _ in range(2):
        measure(program, photo, 0)
    press("Two are enough")
    qtbot.waitUntil(sees("What your photos showed"))
    assert "Photo 1 was marked 15° apart; over 12° cannot be read" in words()
    press("Leave photo 1 out")
    qtbot.waitUntil(sees("One photo alone tells too little"))
    assert "was marked 15° apart" not in words()


def test_the_second_marking_sees_nothing_of_the_first(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    answer(open_photo(program, photo))
    press("Continue")
    page = marking_page(program)
    mark(page.canvas, 16)
    assert page.panel.number.endswith("above level")
    press("Mark once more")
    assert page.panel.number == ""
    assert "above level" not in words()
    assert not page.done.isEnabled()
    mark(page.canvas, 14)
    assert "above level" not in words()
    assert page.done.isEnabled()


@pytest.mark.parametrize(
    ("back", "camera", "said"),
    [
        (Said.NO, Said.YES, "an arched back would hide what the hip does"),
        (Said.NOT_SURE, Said.YES, "an arched back would hide what the hip does"),
        (Said.YES, Said.NOT_SURE, "from above or from an angle a raised thigh can look level"),
    ],
)
def test_an_arched_back_or_a_camera_from_elsewhere_keeps_the_photo_out(
    qtbot: QtBot, opened: Open, data: Path, photo: Path, back: Said, camera: Said, said: str
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    page = open_photo(program, photo)
    assert not page.go_on.isEnabled()
    answer(page, back, camera)
    assert said in words()
    press("Go on without it")
    assert "That photo was kept out." in words()
    assert "Drop photo 1 of your left hip here" in words()


def test_what_is_no_photo_says_so_and_the_page_stays(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    (tmp_path / "hip notes.pdf").write_bytes(b"%PDF-1.7 and so on for a while")
    pasted(open_page(program), tmp_path / "hip notes.pdf")
    qtbot.waitUntil(sees("This file cannot be read as a photo: “hip notes.pdf”."))
    pasted(open_page(program), tmp_path)
    qtbot.waitUntil(sees("This is a folder:"))
    assert not open_page(program).go_on.isEnabled()


def test_a_photo_that_ends_early_after_it_was_seen_small_is_taken_away_again(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    large = Image.effect_noise((640, 480), 60).resize((6400, 4800))
    large.save(tmp_path / "large.jpg", progressive=True)
    whole = (tmp_path / "large.jpg").read_bytes()
    (tmp_path / "large.jpg").write_bytes(whole[: len(whole) * 9 // 10])
    pasted(open_page(program), tmp_path / "large.jpg")
    qtbot.waitUntil(sees("The file ends too early or is damaged: “large.jpg”."), timeout=20_000)
    assert open_page(program).photo is None
    assert "Drop photo 1 of your left hip here" in words()


def test_several_photos_are_sorted_to_their_hips_first(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    files = [photo_of_a_thigh(tmp_path / f"{name}.jpg", 10) for name in ("one", "two", "three")]
    pasted(open_page(program), *files)
    qtbot.waitUntil(sees("Which hip does each photo show?"))
    qtbot.waitUntil(sees("three.jpg"))
    page = program.window.full
    assert isinstance(page, PhotoSortPage)
    for choice, key in zip(page.choices, ("right", "left", "neither"), strict=True):
        assert choice.key is None
        choice.button(key).click()
    press("Continue")
    qtbot.waitUntil(lambda: open_page(program).photo is not None)
    answer(open_page(program))
    press("Continue")
    assert "Left hip, photo 1 of 3, first marking" in words()
    mark(marking_page(program).canvas, 10)
    press("Mark once more")
    mark(marking_page(program).canvas, 10)
    press("Done")
    assert "Drop photo 2 of your left hip here" in words()
    press("Leave the left hip out")
    qtbot.waitUntil(lambda: open_page(program).photo is not None)
    assert "Right hip, photo 1 of 3" in words()


def sort_page(program: Program) -> PhotoSortPage:
    page = program.window.full
    assert isinstance(page, PhotoSortPage)
    return page


def sort_to(page: PhotoSortPage, *sides: str) -> None:
    for choice, key in zip(page.choices, sides, strict=True):
        choice.button(key).click()


def test_a_hip_takes_three_photos_and_says_so_in_a_plain_sentence(
    qtbot: QtBot, opened: Open, data: Path, photo: Path, tmp_path: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    measure(program, photo, 10)
    files = [photo_of_a_thigh(tmp_path / f"{name}.jpg", 10) for name in ("one", "two", "three")]
    pasted(open_page(program), *files)
    qtbot.waitUntil(sees("three.jpg"))
    page = sort_page(program)
    sort_to(page, "left", "left", "left")
    assert "Your left hip would have 4 photos. Three at most are measured" in words()
    assert "Left hip, photo 2" in words()
    assert not page.go_on.isEnabled()
    page.choices[2].button("right").click()
    assert "Three at most are measured" not in words()
    assert "Right hip, photo 1" in words()
    assert page.go_on.isEnabled()


def test_photos_of_a_hip_that_is_done_are_not_taken(
    qtbot: QtBot, opened: Open, data: Path, photo: Path, tmp_path: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    press("Leave the left hip out")
    pasted(open_page(program), photo, photo_of_a_thigh(tmp_path / "other.jpg", 3))
    qtbot.waitUntil(sees("other.jpg"))
    sort_to(sort_page(program), "left", "right")
    assert "The photos of your left hip are done. Leave out what shows it, or go back." in words()
    assert not sort_page(program).go_on.isEnabled()


def test_the_order_in_which_photos_are_measured_is_the_persons(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    files = [photo_of_a_thigh(tmp_path / f"{name}.jpg", 10) for name in ("one", "two")]
    pasted(open_page(program), *files)
    qtbot.waitUntil(sees("two.jpg"))
    sort_to(sort_page(program), "left", "left")
    assert words().index("one.jpg") < words().index("two.jpg")
    press("Measure two.jpg earlier")
    assert [row.file.name for row in sort_page(program)._rows] == ["two.jpg", "one.jpg"]
    focused = program.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() != "Measure one.jpg earlier"
    press("Continue")
    qtbot.waitUntil(lambda: open_page(program).photo is not None)
    assert "Left hip, photo 1 of 3" in words()


def test_points_are_placed_and_moved_by_the_keyboard_alone(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    answer(open_photo(program, photo))
    press("Continue")
    page = marking_page(program)
    qtbot.waitUntil(lambda: page.canvas.handles[Spot.HIP].hasFocus())
    names = []
    for _ in range(5):
        handle = program.window.focusWidget()
        assert handle is not None
        before = handle.accessibleName()
        for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            QTest.keyClick(handle, Qt.Key.Key_Right, modifier)
        names.append((before, handle.accessibleName()))
        QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert names[0] == ("Hip, 800 by 450, not placed yet", "Hip, 811 by 450, placed")
    assert names[1] == ("Knee, 400 by 450, not placed yet", "Knee, 411 by 450, placed")
    assert page.panel.number == "Level"
    QTest.keyClick(page.canvas.handles[Spot.KNEE], Qt.Key.Key_2)
    knee = program.window.focusWidget()
    assert knee is not None
    for _ in range(8):
        QTest.keyClick(knee, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert page.panel.number == "11° above level"
    QTest.keyClick(knee, Qt.Key.Key_Escape)
    assert page.panel.number == "10° above level"
    QTest.keyClick(knee, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert knee.accessibleName() == "Knee, 411 by 380, placed"
    QTest.keyClick(knee, Qt.Key.Key_Plus)
    assert "125 %" in words()
    QTest.keyClick(knee, Qt.Key.Key_0)
    assert "100 %" in words()
    QTest.keyClick(knee, Qt.Key.Key_Return)
    assert "The number shows when you are done." in words()


def landmarks(program: Program) -> list[str]:
    """What the pictures beside the points are said to show."""
    return [
        stage.alt for stage in marking_page(program).panel.points.findChildren(Stage) if stage.isVisible()
    ]


def test_the_bony_point_to_be_set_is_shown_on_a_body_of_the_same_side(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    answer(open_photo(program, photo))
    press("Continue")
    page = marking_page(program)
    page.canvas.choose(Spot.HIP)
    assert [alt.partition(",")[0] for alt in landmarks(program)] == ["The left hip from the side"]
    page.canvas.choose(Spot.KNEE)
    assert [alt.partition(",")[0] for alt in landmarks(program)] == ["The left knee from the side"]
    page.canvas.choose(Spot.HORIZONTAL_1)
    assert landmarks(program) == []
    press("Leave this photo out")
    press("Leave the left hip out")
    answer(open_photo(program, photo))
    press("Continue")
    assert [alt.partition(",")[0] for alt in landmarks(program)] == ["The right hip from the side"]


def test_pain_ends_the_check_and_leads_to_the_warning_signs(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    measure(program, photo, 4)
    press("It hurts")
    qtbot.waitUntil(sees("What your checks showed"))
    opened.end(program)
    assert kept(data).finding(Check.HIP_LENGTH_EDGE, Side.LEFT) is Finding.PAIN
