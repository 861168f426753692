"""Databases, logs and backups damaged at random, with a seed: never a traceback, and nothing is lost that was whole."""

import random
import shutil
from pathlib import Path

import pytest

from supple.cli import main
from supple.domain.record import PainRecord, SafetyRecord, SelfTestRecord, SessionRecord, SetRecord
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import AddPain
from supple.storage import DATABASE
from supple.storage.backup import make_backup
from supple.storage.copies import keep_copy
from supple.storage.database import open_history
from supple.storage.restore import BackupError, restore

from .conftest import NOW
from .damage import LOG, cut_off, files_in, with_sessions

SESSIONS = [f"s{number:02}" for number in range(12)]
EXAMPLES = Path(__file__).parents[1] / "data/damage"


def damage(content: bytes, chance: random.Random) -> bytes:
    """One of the ways in which files are spoilt."""
    spoilt = bytearray(content)
    at = chance.randrange(len(spoilt))
    match chance.randrange(6):
        case 0:
            spoilt[at] ^= 1 << chance.randrange(8)
        case 1:
            spoilt[at : at + 512] = bytes([chance.choice((0, 255))]) * min(512, len(spoilt) - at)
        case 2:
            del spoilt[at:]
        case 3:
            spoilt[at : at + 4096] = chance.randbytes(min(4096, len(spoilt) - at))
        case 4:
            spoilt[chance.randrange(min(100, len(spoilt)))] = chance.randrange(256)
        case _:
            del spoilt[at : at + chance.randrange(1, 600)]
    return bytes(spoilt)


def opened_and_read(folder: Path) -> list[str] | Trouble:
    """The sessions the program finds, or what it says instead."""
    try:
        history = open_history(folder, now=NOW)
    except HistoryError as error:
        return error.trouble
    try:
        names = [session.session_id for session in history.read(SessionRecord)]
        for _ in (
            *history.read(SetRecord),
            *history.read(PainRecord),
            *history.read(SafetyRecord),
            *history.read(SelfTestRecord),
        ):
            pass
        history.unfinished_session()
        history.newest(SafetyRecord)
    except HistoryError as error:
        return error.trouble
    finally:
        history.close()
    return names


@pytest.mark.parametrize("seed", range(80))
def test_a_damaged_history_is_read_or_named_and_its_copy_is_whole(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same every time
    folder = tmp_path / "data"
    path = with_sessions(folder, *SESSIONS)
    copy = keep_copy(path, now=NOW)
    kept = copy.read_bytes()
    spoilt = damage(path.read_bytes(), chance)
    path.write_bytes(spoilt)
    found = opened_and_read(folder)
    if isinstance(found, Trouble):
        assert found in (Trouble.DAMAGED, Trouble.GONE, Trouble.TOO_NEW), found
        assert path.read_bytes() == spoilt
    assert copy.read_bytes() == kept


@pytest.mark.parametrize("seed", range(80))
def test_a_damaged_log_is_taken_mended_or_kept(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same every time
    folder = tmp_path / "data"
    cut_off(folder, *SESSIONS)
    spoilt = damage((folder / LOG).read_bytes(), chance)
    (folder / LOG).write_bytes(spoilt)
    found = opened_and_read(folder)
    assert not isinstance(found, Trouble), found
    if found != SESSIONS and len(spoilt) > 100_000:
        kept = [place.read_bytes() for place in folder.glob(f"set-aside-*/{LOG}")]
        assert kept == [spoilt] or found == SESSIONS[: len(found)]


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("backup")
    with_sessions(place / "data", *SESSIONS)
    make_backup(place / "data", place / "b.zip", now=NOW)
    return place / "b.zip"


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_backup_is_whole_or_refused_and_nothing_is_touched(
    tmp_path: Path, backup: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same every time
    file = tmp_path / "b.zip"
    file.write_bytes(damage(backup.read_bytes(), chance))
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(EXAMPLES / "damaged.zip", folder / DATABASE)  # anything: it is not looked at
    before = files_in(folder)
    try:
        restore(file, folder, now=NOW)
    except BackupError as error:
        assert str(error).endswith(".")
        assert files_in(folder) == before
        assert sorted(place.name for place in folder.iterdir()) == [DATABASE]
    else:
        assert opened_and_read(folder) == SESSIONS


@pytest.mark.parametrize(
    "kind", ["deflated, spoilt", "bzip2", "lzma", "a folder", "a pipe", "a huge manifest"]
)
def test_what_is_no_backup_gets_one_sentence(
    tmp_path: Path, backup: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    import os
    import zipfile

    file = tmp_path / "x.zip"
    match kind:
        case "deflated, spoilt":
            shutil.copyfile(EXAMPLES / "damaged.zip", file)
        case "a folder":
            file.mkdir()
        case "a pipe":
            os.mkfifo(file)
        case "a huge manifest":
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("manifest.json", b"[" * 3_000_000)
        case _:
            method = zipfile.ZIP_BZIP2 if kind == "bzip2" else zipfile.ZIP_LZMA
            with zipfile.ZipFile(backup) as old, zipfile.ZipFile(file, "w", method) as new:
                for name in old.namelist():
                    new.writestr(name, old.read(name))
            content = bytearray(file.read_bytes())
            content[200:700] = b"\xff" * 500
            file.write_bytes(content)
    data = tmp_path / "data"
    data.mkdir()
    assert main(["--data-dir", str(data), "restore", str(file)]) == 1
    (sentence,) = capsys.readouterr().err.strip().splitlines()
    assert sentence.startswith(f"supple: {file} is ")
    assert sentence.endswith(".")
    assert "(Success)" not in sentence
    assert list(data.iterdir()) == []


def test_settings_that_cannot_be_read_do_not_refuse_the_history_with_them(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    restore(EXAMPLES / "backup-with-bom.zip", data, now=NOW)
    assert (data / DATABASE).exists()
    assert not isinstance(opened_and_read(data), Trouble)


def test_what_was_written_stands_in_no_message(tmp_path: Path) -> None:
    history = open_history(tmp_path / "data", now=NOW)
    with pytest.raises(Exception, match=r".") as caught:  # the file refuses it
        history.write(AddPain(pain=_pain("my secret")))
    history.close()
    assert "my secret" not in f"{caught.value!r} {caught.value} {caught.value.__context__}"


def _pain(note: str):
    from supple.domain.record import Occasion, PainRecord

    return PainRecord(pain_id="p", rated_at=NOW, occasion=Occasion.AFTER, score=11, note=note)


def test_a_leftover_of_killed_work_is_swept_and_what_others_are_at_is_not(tmp_path: Path) -> None:
    import os

    folder = tmp_path / "data"
    with_sessions(folder, "s1")
    for name in (".work-999999999-abc", ".restore-abc", f".work-{os.getpid()}-abc"):
        (folder / name).mkdir()
        (folder / name / DATABASE).write_bytes(b"health data")
    open_history(folder, now=NOW).close()
    assert sorted(place.name for place in folder.glob(".*")) == [f".work-{os.getpid()}-abc"]


def test_rights_are_changed_of_what_is_ours_only(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    elsewhere.chmod(0o755)
    (tmp_path / "data").symlink_to(elsewhere)
    open_history(tmp_path / "data", now=NOW).close()
    assert elsewhere.stat().st_mode & 0o777 == 0o755
    for part in ("backups", "logs"):
        (elsewhere / part).mkdir(exist_ok=True)
        (elsewhere / part).chmod(0o777)
    keep_copy(tmp_path / "data" / DATABASE, now=NOW)
    assert (elsewhere / "backups").stat().st_mode & 0o777 == 0o700
