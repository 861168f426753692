"""The copies of photos that a person keeps: small and bare, with their self-test, gone when they are deleted."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from supple.cli import main
from supple.domain.checks.kept_photo import MOST_PX, PhotoRecord
from supple.domain.checks.photo import Marking, Point
from supple.domain.findings import Finding
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.services.writes import AddSelfTest, DropPhoto, KeepPhoto
from supple.storage import DATABASE
from supple.storage.backup import make_backup
from supple.storage.copies import keep_copy
from supple.storage.database import open_history
from supple.storage.history import SqlHistory
from supple.storage.photo_copy import small_copy
from supple.storage.photo_file import PhotoFile
from supple.storage.rescue import keep_unsaved, read_unsaved
from supple.storage.restore import look_into, restore
from supple.storage.salvage import bring_salvaged
from supple.storage.whole import read_through

from .conftest import NOW

RELEASED = Path(__file__).resolve().parents[1] / "data" / "databases" / "0.1.0.db"
PIXELS = bytes(range(256)) * 400
MARKED = Marking(
    hip=Point(600, 450), knee=Point(312.5, 367.25), horizontal=(Point(620, 560), Point(1100, 560))
)


def photo(photo_id: str = "p1", *, of: str = "t", side: Side = Side.LEFT) -> PhotoRecord:
    return PhotoRecord(
        photo_id=photo_id,
        self_test_id=of,
        kept_at=NOW,
        side=side,
        width=1280,
        height=960,
        marking=MARKED,
        pixels=PIXELS + photo_id.encode(),
    )


def one_try(photo_id: str = "p1", *, number: int = 1, side: Side = Side.LEFT) -> CheckRecord:
    return CheckRecord(
        check=Check.HIP_LENGTH_EDGE,
        side=side,
        try_number=number,
        answer="back flat, camera level, marked at 16.0, and 17.0",
        finding=Finding.LIMITED,
        rules_version="photo-1",
        photo_id=photo_id,
    )


def self_test(*tries: CheckRecord, self_test_id: str = "t") -> SelfTestRecord:
    return SelfTestRecord(self_test_id=self_test_id, taken_at=NOW, checks=tries)


def kept(history: SqlHistory) -> list[str]:
    return [each.photo_id for each in history.read(PhotoRecord)]


@pytest.fixture
def with_photo(history: SqlHistory) -> SqlHistory:
    history.write(AddSelfTest(self_test=self_test(one_try())))
    history.write(KeepPhoto(photo=photo()))
    return history


def test_a_copy_comes_back_as_it_was_and_its_try_knows_it(with_photo: SqlHistory) -> None:
    assert with_photo.photo("p1") == photo()
    [taken] = with_photo.read(SelfTestRecord)
    assert taken.checks[0].photo_id == "p1"


def test_written_again_it_is_there_once(with_photo: SqlHistory) -> None:
    with_photo.write(KeepPhoto(photo=photo()))
    assert kept(with_photo) == ["p1"]


def test_an_ankle_is_kept_too(history: SqlHistory) -> None:
    history.write(AddSelfTest(self_test=self_test(one_try())))
    with_ankle = replace(photo(), marking=replace(MARKED, ankle=Point(200, 700)))
    history.write(KeepPhoto(photo=with_ankle))
    assert history.photo("p1") == with_ankle


def test_nothing_is_kept_for_a_try_that_was_taken_back_meanwhile(history: SqlHistory) -> None:
    history.write(AddSelfTest(self_test=self_test(one_try("other"))))
    history.write(KeepPhoto(photo=photo()))
    history.write(KeepPhoto(photo=photo(of="a self-test that is not there")))
    assert kept(history) == []


def test_a_photo_goes_with_its_try_and_the_others_stay(with_photo: SqlHistory) -> None:
    both = self_test(one_try(), one_try("p2", number=2))
    with_photo.write(AddSelfTest(self_test=both))
    with_photo.write(KeepPhoto(photo=photo("p2")))
    with_photo.write(AddSelfTest(self_test=self_test(one_try("p2"))))
    assert kept(with_photo) == ["p2"]
    with_photo.write(AddSelfTest(self_test=self_test(one_try(""))))
    assert kept(with_photo) == []


def test_a_deleted_photo_leaves_its_angle_and_can_be_brought_back(with_photo: SqlHistory) -> None:
    with_photo.write(DropPhoto(photo_id="p1"))
    assert with_photo.photo("p1") is None
    [taken] = with_photo.read(SelfTestRecord)
    assert taken.checks == (one_try(""),)
    with_photo.write(KeepPhoto(photo=photo()))
    assert with_photo.photo("p1") == photo()
    [taken] = with_photo.read(SelfTestRecord)
    assert taken.checks == (one_try(),)


def test_a_self_test_that_is_deleted_leaves_no_photo(folder: Path, with_photo: SqlHistory) -> None:
    with_photo.close()
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM checks WHERE self_test_id = 't'")
        connection.execute("DELETE FROM self_tests WHERE self_test_id = 't'")
        connection.commit()
        assert connection.execute("SELECT count(*) FROM photos").fetchone() == (0,)
    assert read_through(folder / DATABASE).is_whole


def test_the_last_photo_is_of_the_same_side_and_of_another_check(with_photo: SqlHistory) -> None:
    with_photo.write(
        AddSelfTest(self_test=self_test(one_try("p2"), one_try("p3", side=Side.RIGHT), self_test_id="later"))
    )
    with_photo.write(KeepPhoto(photo=photo("p2", of="later")))
    with_photo.write(KeepPhoto(photo=photo("p3", of="later", side=Side.RIGHT)))
    assert with_photo.last_photo(Side.LEFT, ()) == photo("p2", of="later")
    assert with_photo.last_photo(Side.LEFT, {"p2"}) == photo()
    assert with_photo.last_photo(Side.RIGHT, {"p3"}) is None


def test_nothing_of_a_deleted_photo_lies_in_the_file(folder: Path, with_photo: SqlHistory) -> None:
    with_photo.write(DropPhoto(photo_id="p1"))
    with_photo.close()
    assert PIXELS[:64] not in (folder / DATABASE).read_bytes()
    assert not list(folder.glob("*-wal"))


def test_a_photo_deleted_right_before_a_crash_stays_deleted(
    folder: Path, with_photo: SqlHistory, tmp_path: Path
) -> None:
    with_photo.write(DropPhoto(photo_id="p1"))
    shutil.copytree(folder, tmp_path / "after the crash")
    again = open_history(tmp_path / "after the crash", now=NOW)
    assert kept(again) == []
    assert again.log_care is None
    again.close()


def test_a_backup_takes_photos_along_and_restoring_brings_them_back(
    folder: Path, with_photo: SqlHistory, tmp_path: Path
) -> None:
    with_photo.close()
    make_backup(folder, tmp_path / "all.zip", now=NOW)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    held = look_into(tmp_path / "all.zip", elsewhere).history
    assert held is not None
    assert held.is_whole
    restore(tmp_path / "all.zip", elsewhere, now=NOW)
    again = open_history(elsewhere, now=NOW)
    assert again.photo("p1") == photo()
    again.close()


def test_the_copies_that_the_program_keeps_by_itself_hold_no_photo(
    folder: Path, with_photo: SqlHistory
) -> None:
    with_photo.close()
    copy = keep_copy(folder / DATABASE, now=NOW)
    assert PIXELS[:64] not in copy.read_bytes()
    assert copy.stat().st_size < 200_000
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert read_through(copy).is_whole
    shutil.copyfile(copy, folder / DATABASE)
    again = open_history(folder, now=NOW)
    [taken] = again.read(SelfTestRecord)
    assert taken.checks == (one_try(""),)
    again.close()


def test_a_damaged_history_gives_its_photos_back_with_the_rest(folder: Path, with_photo: SqlHistory) -> None:
    with_photo.close()
    bring_salvaged(folder / DATABASE, now=NOW)
    again = open_history(folder, now=NOW)
    assert again.photo("p1") == photo()
    again.close()


def test_what_could_not_be_written_waits_in_a_file_and_comes_back(folder: Path) -> None:
    folder.mkdir()
    writes = (AddSelfTest(self_test=self_test(one_try())), KeepPhoto(photo=photo()), DropPhoto(photo_id="p1"))
    file = keep_unsaved(writes, folder, now=NOW)
    assert file is not None
    assert read_unsaved(file) == writes


def test_a_history_of_an_older_schema_gets_room_for_photos(tmp_path: Path) -> None:
    shutil.copy(RELEASED, tmp_path / DATABASE)
    history = open_history(tmp_path, now=NOW)
    taken = list(history.read(SelfTestRecord))
    assert {row.photo_id for test in taken for row in test.checks} == {""}
    history.write(AddSelfTest(self_test=self_test(one_try())))
    history.write(KeepPhoto(photo=photo()))
    history.close()
    again = open_history(tmp_path, now=NOW + timedelta(days=1))
    assert again.photo("p1") == photo()
    assert len(list(again.read(SelfTestRecord))) == len(taken) + 1
    again.close()


def test_no_table_has_a_photo_or_says_that_there_is_one(
    folder: Path, with_photo: SqlHistory, tmp_path: Path
) -> None:
    with_photo.close()
    assert main(["--data-dir", str(folder), "export", str(tmp_path / "t.csv"), "--what", "self-tests"]) == 0
    table = (tmp_path / "t.csv").read_text("utf-8-sig")
    assert "photo" not in table.splitlines()[0]
    assert "p1" not in table


def taken_with(orientation: int, size: tuple[int, int], path: Path) -> Path:
    """By a phone that writes where and when."""
    image = Image.new("RGB", size, (90, 120, 150))
    image.paste((250, 20, 20), (0, 0, size[0] // 2, size[1] // 2))
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "A phone of somebody"
    tags.get_ifd(0x8825)[1] = "N"
    tags.get_ifd(0x8825)[2] = (48.0, 12.0, 30.0)
    image.save(path, exif=tags, comment=b"somebody", dpi=(300, 300))
    return path


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_copy_is_small_the_right_way_up_and_holds_nothing_but_its_pixels(
    tmp_path: Path, orientation: int
) -> None:
    path = taken_with(orientation, (3000, 2000), tmp_path / "hip.jpg")
    assert b"somebody" in path.read_bytes()
    opened = PhotoFile(path)
    opened.preview()
    opened.load()
    made = small_copy(opened)
    assert max(made.width, made.height) == MOST_PX
    assert (made.width > made.height) is (orientation < 5)
    assert made.factor == pytest.approx(MOST_PX / 3000, abs=1e-3)
    copy = Image.open(BytesIO(made.pixels))
    assert (copy.format, copy.size) == ("WEBP", (made.width, made.height))
    assert not set(copy.info) & {"exif", "icc_profile", "xmp", "comment", "dpi"}
    assert dict(copy.getexif()) == {}
    assert b"EXIF" not in made.pixels
    assert b"somebody" not in made.pixels
    seen = opened.part((0, 0, *map(float, opened.size)), width=made.width, height=made.height)
    whole = Image.frombytes("RGB", (seen.width, seen.height), seen.data, "raw", "BGRX")
    for at in ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9)):
        place = (int(at[0] * made.width), int(at[1] * made.height))
        one, other = copy.convert("RGB").getpixel(place), whole.getpixel(place)
        assert isinstance(one, tuple)
        assert isinstance(other, tuple)
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) < 25


def test_a_small_photo_is_not_made_larger(tmp_path: Path) -> None:
    opened = PhotoFile(taken_with(1, (640, 480), tmp_path / "hip.jpg"))
    opened.preview()
    opened.load()
    made = small_copy(opened)
    assert (made.width, made.height, made.factor) == (640, 480, 1.0)
