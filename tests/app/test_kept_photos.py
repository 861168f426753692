"""A copy of a photo is kept if that was ticked, seen in Progress, deleted, brought back, and laid on the next one."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import press
from supple.app.program import Program
from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.checks.photo import thigh_deg
from supple.domain.record import SelfTestRecord
from supple.domain.side import Side
from supple.storage.database import open_history
from supple.ui.check.photo_marking_page import PhotoMarkingPage
from supple.ui.kit.room import Room
from supple.ui.progress.photos_sheet import PhotosSheet
from supple.ui.progress.progress_page import ProgressPage

from .conftest import Open
from .photo_folders import WAS, with_photos
from .photo_walk import answer, mark, marking_page, measure, open_photo, photo_of_a_thigh, to_the_photo
from .window import as_root, fill, now, ready_folder, sees, words


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return photo_of_a_thigh(tmp_path / "hip.jpg", 16)


def kept(data: Path) -> tuple[list[PhotoRecord], list[SelfTestRecord]]:
    history = open_history(data, now=now())
    try:
        return list(history.read(PhotoRecord)), list(history.read(SelfTestRecord))
    finally:
        history.close()


def measure_and_keep(program: Program, path: Path, angle: float) -> None:
    answer(open_photo(program, path))
    press("Continue")
    page = marking_page(program)
    mark(page.canvas, angle)
    page.panel.keep.tick.click()
    press("Mark once more")
    mark(marking_page(program).canvas, angle)
    press("Done")


def first_marking(qtbot: QtBot, program: Program, path: Path) -> PhotoMarkingPage:
    to_the_photo(qtbot, program)
    answer(open_photo(program, path))
    press("Continue")
    return marking_page(program)


def progress(qtbot: QtBot, program: Program) -> ProgressPage:
    program.window.rail.button(Room.PROGRESS).click()
    qtbot.waitUntil(lambda: isinstance(program.window.page(Room.PROGRESS), ProgressPage))
    page = program.window.page(Room.PROGRESS)
    assert isinstance(page, ProgressPage)
    qtbot.waitUntil(lambda: bool(page.self_tests.rows))
    return page


def sheet_of(qtbot: QtBot, program: Program) -> PhotosSheet:
    page = progress(qtbot, program)
    page.self_tests.rows[0].photos.click()
    [sheet] = program.window.findChildren(PhotosSheet)
    qtbot.waitUntil(lambda: sheet.still.is_shown)
    return sheet


def test_a_ticked_photo_is_kept_small_with_its_points_and_no_other_is(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    measure_and_keep(program, photo, 16)
    measure(program, photo, 17)  # the box was empty again
    opened.end(program)
    photos, [taken] = kept(data)
    assert [row.photo_id != "" for row in taken.checks] == [True, False]
    [copy] = photos
    assert (copy.photo_id, copy.side) == (taken.checks[0].photo_id, Side.LEFT)
    assert (copy.width, copy.height) == (1200, 900)
    assert thigh_deg(copy.marking) == pytest.approx(16, abs=0.7)
    assert Image.open(BytesIO(copy.pixels)).size == (1200, 900)
    assert {path.name for path in data.rglob("*") if path.suffix in {".jpg", ".webp", ".png"}} == set()


def test_the_box_is_empty_and_says_what_is_kept_and_where(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    page = first_marking(qtbot, program, photo)
    program.window.resize(1280, 900)
    qtbot.wait(50)
    assert not page.panel.keep.tick.isChecked()
    assert "At most 1280 pixels, without place and date, in your data folder and in your backups." in words()
    assert "Else only the angle is kept." in words()


def test_a_photo_that_is_taken_back_takes_its_copy_along(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    measure_and_keep(program, photo, 16)
    press("Back")
    qtbot.waitUntil(sees("The photo before was taken back."))
    opened.end(program)
    assert kept(data)[0] == []


def test_a_check_cut_off_keeps_its_photos_and_the_one_left_out_later_goes(
    qtbot: QtBot, opened: Open, data: Path, photo: Path
) -> None:
    program = opened(data)
    to_the_photo(qtbot, program)
    measure_and_keep(program, photo, 16)
    measure_and_keep(program, photo, 18)
    opened.end(program)
    photos, [taken] = kept(data)
    assert [each.photo_id for each in photos] == [row.photo_id for row in taken.checks]
    assert not taken.is_finished
    again = opened(data)
    qtbot.waitUntil(sees("Go on"))
    press("Go on")
    qtbot.waitUntil(sees("Drop photo 3 of your left hip here"))
    press("Back")
    qtbot.waitUntil(sees("The photo before was taken back."))
    opened.end(again)
    left, [taken] = kept(data)
    assert [each.photo_id for each in left] == [taken.checks[0].photo_id] == [photos[0].photo_id]


def test_a_kept_photo_is_seen_in_progress_with_its_angle_deleted_and_brought_back(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    data = with_photos(tmp_path / "data")
    program = opened(data)
    program.window.resize(1280, 900)
    sheet = sheet_of(qtbot, program)
    assert "Left hip, photo 1: 25° above level, give or take 5°." in words()
    assert "1 of 2" in words()
    assert seen_colour(sheet.still.grab().toImage().pixelColor(sheet.still.width() // 2, 12)) == WAS
    sheet.after.click()
    qtbot.waitUntil(sees("Left hip, photo 2: 25° above level"))
    qtbot.waitUntil(lambda: sheet.still.is_shown)
    press("Delete this photo")
    assert "This photo is deleted; its angle stays." in words()
    assert not sheet.still.is_shown
    press("Bring it back")
    assert sheet.still.is_shown
    press("Delete this photo")
    press("Close")
    page = progress(qtbot, program)
    qtbot.waitUntil(lambda: page.self_tests.rows[0].photos.text() == "1 photo")
    qtbot.wait(100)
    page.ensureWidgetVisible(page.self_tests.rows[0])
    assert "Photo, left: 25° above level, give or take 5°." in words()
    opened.end(program)
    photos, [taken] = kept(data)
    assert [each.photo_id for each in photos] == ["p0"]
    assert [row.measured.value for row in taken.checks if row.measured is not None] == [25.0, 25.0]


def test_the_photos_are_walked_deleted_and_brought_back_by_the_keyboard_alone(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(with_photos(tmp_path / "data"))
    page = progress(qtbot, program)
    page.self_tests.rows[0].photos.setFocus()
    QTest.keyClick(page.self_tests.rows[0].photos, Qt.Key.Key_Return)
    [sheet] = program.window.findChildren(PhotosSheet)
    qtbot.waitUntil(lambda: sheet.still.is_shown)
    names = []
    for _ in range(5):
        focused = program.window.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or getattr(focused, "text", str)())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"Close", "Photo before", "Next photo", "Delete this photo"} <= set(names)
    sheet.delete.setFocus()
    QTest.keyClick(sheet.delete, Qt.Key.Key_Space)
    assert program.window.focusWidget() is sheet.undo
    QTest.keyClick(sheet.undo, Qt.Key.Key_Return)
    assert program.window.focusWidget() is sheet.delete
    QTest.keyClick(sheet.delete, Qt.Key.Key_Space)
    QTest.keyClick(sheet.undo, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    photos = page.self_tests.rows[0].photos
    qtbot.waitUntil(lambda: photos.text() == "1 photo")
    assert program.window.focusWidget() is photos


def test_last_times_photo_is_laid_on_aligned_at_hip_and_knee_when_it_is_wanted(
    qtbot: QtBot, opened: Open, tmp_path: Path, photo: Path
) -> None:
    program = opened(with_photos(tmp_path / "data"))
    page = first_marking(qtbot, program, photo)
    last = page.last_time
    qtbot.waitUntil(last.chip.isEnabled)
    mark(page.canvas, 16)
    before = ground_of(page)
    assert last.slider.isHidden()
    last.chip.click()
    assert last.slider.isVisible()
    mixed = ground_of(page)
    assert mixed != before
    QTest.keyClick(last.slider, Qt.Key.Key_End)
    assert seen_colour(ground_of(page)) == WAS
    QTest.keyClick(last.slider, Qt.Key.Key_Home)
    assert ground_of(page) == before
    last.chip.click()
    assert last.slider.isHidden()
    assert ground_of(page) == before


def test_the_second_marking_sees_nothing_of_last_time_either(
    qtbot: QtBot, opened: Open, tmp_path: Path, photo: Path
) -> None:
    program = opened(with_photos(tmp_path / "data"))
    page = first_marking(qtbot, program, photo)
    qtbot.waitUntil(page.last_time.chip.isEnabled)
    mark(page.canvas, 16)
    page.last_time.chip.click()
    QTest.keyClick(page.last_time.slider, Qt.Key.Key_End)
    press("Mark once more")
    mark(page.canvas, 16)
    qtbot.wait(100)
    assert page.last_time.isHidden()
    assert page.panel.keep.isHidden()
    assert seen_colour(ground_of(page)) != WAS
    press("Done")
    answer(open_photo(program, photo))
    press("Continue")
    qtbot.waitUntil(page.last_time.chip.isEnabled)
    assert not page.last_time.is_on


def test_a_photo_of_the_other_hip_or_of_this_very_check_is_not_offered(
    qtbot: QtBot, opened: Open, tmp_path: Path, photo: Path
) -> None:
    program = opened(with_photos(tmp_path / "data", sides=(Side.RIGHT,)))
    to_the_photo(qtbot, program)
    measure_and_keep(program, photo, 16)
    answer(open_photo(program, photo))
    press("Continue")
    qtbot.wait(200)
    chip = marking_page(program).last_time.chip
    assert not chip.isEnabled()
    assert chip.accessibleName() == "Last time: no copy of a photo of this hip was kept"


@as_root
def test_a_full_disk_keeps_no_copy_says_so_and_loses_no_mark(
    qtbot: QtBot, disk: Path, opened: Open, tmp_path: Path
) -> None:
    data = ready_folder(disk / "data")
    noise = tmp_path / "noise.png"
    Image.effect_noise((1280, 960), 200).save(noise)  # a copy that takes all the room there is
    program = opened(data)
    to_the_photo(qtbot, program)
    measure(program, noise, 12)
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    ballast = fill(disk)
    with ballast.open("rb+") as file:
        file.truncate(ballast.stat().st_size - 64 * 1024)  # for a few tries, not for a photo
    measure_and_keep(program, noise, 16)
    qtbot.waitUntil(sees("The copy of the photo was not kept."))
    assert "The disk is full. What you marked and its angle stay." in words()
    ballast.unlink()
    measure(program, noise, 17)
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    opened.end(program)
    photos, [taken] = kept(data)
    assert photos == []
    assert [round(row.measured.value) for row in taken.checks if row.measured is not None] == [12, 16, 17]


def ground_of(page: PhotoMarkingPage) -> QColor:
    """The colour right of the hip, over the bed, where there are no marks."""
    return page.canvas.grab().toImage().pixelColor(page.canvas.width() // 2 + 60, page.canvas.height() // 4)


def seen_colour(colour: QColor) -> tuple[int, int, int]:
    """The colour of then if it is nearly that."""
    found = (colour.red(), colour.green(), colour.blue())
    return WAS if all(abs(a - b) < 8 for a, b in zip(found, WAS, strict=True)) else found
