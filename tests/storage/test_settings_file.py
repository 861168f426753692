"""Settings survive; a file that makes no sense is kept beside and told, never a reason not to start."""

import json
from pathlib import Path

import pytest

from supple.domain.exercise import Caution
from supple.domain.settings import Motion, Settings, ThemeChoice
from supple.domain.verbosity import Verbosity
from supple.storage.files import SETTINGS_FILE
from supple.storage.settings_file import BAD_FILE, SettingsFile


def test_what_was_saved_is_loaded(folder: Path) -> None:
    settings = Settings(
        theme=ThemeChoice.DARK,
        text_percent=150,
        motion=Motion.REDUCED,
        prepare_s=12,
        verbosity=Verbosity.CHIMES_ONLY,
        tick_volume=20,
        avoids=tuple(Caution)[:2],
        put_away=("a2",),
        notes={"a1": "Pad under the knee", "a3": "膝の下にパッド 🧘"},
    )
    SettingsFile(folder).save(settings)
    assert SettingsFile(folder).load() == settings
    assert (folder / SETTINGS_FILE).stat().st_mode & 0o777 == 0o600


def test_without_a_file_the_shipped_settings_hold(folder: Path) -> None:
    file = SettingsFile(folder)
    assert file.load() == Settings()
    assert file.set_aside is None
    assert not folder.exists()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1, 2]", b"\xff\xfe", b'{"theme": "mauve"}', b'{"volume": "loud"}']
)
def test_a_file_that_makes_no_sense_is_kept_beside(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_bytes(content)
    file = SettingsFile(folder)
    assert file.load() == Settings()
    assert file.set_aside == folder / BAD_FILE
    assert (folder / BAD_FILE).read_bytes() == content


def test_numbers_out_of_range_are_brought_into_it(folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_text(
        '{"text_percent": 900, "volume": -5, "prepare_s": 1, "switch_s": null, "voice_volume": 300}'
    )
    settings = SettingsFile(folder).load()
    assert settings.voice_volume == 100
    assert (settings.text_percent, settings.volume, settings.prepare_s, settings.switch_s) == (
        200,
        0,
        5,
        None,
    )


def test_a_setting_of_a_newer_version_is_passed_over(folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_text('{"volume": 30, "perfume": "lavender"}')
    assert SettingsFile(folder).load() == Settings(volume=30)


def test_notes_of_a_file_that_others_wrote_are_one_short_line_each(folder: Path) -> None:
    folder.mkdir()
    notes = {"a1": "Pad\nunder\tthe knee ", "a2": " \r\n", "a3": "so " * 100}
    (folder / SETTINGS_FILE).write_text(json.dumps({"notes": notes}))
    kept = SettingsFile(folder).load().notes
    assert kept["a1"] == "Pad under the knee"
    assert "a2" not in kept
    assert len(kept["a3"]) <= 120


def test_a_file_from_before_there_was_a_voice_is_read_and_gets_one(folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_text('{"sound_on": true, "volume": 45, "sound_checked": true}')
    settings = SettingsFile(folder).load()
    assert settings == Settings(volume=45, sound_checked=True)
    assert settings.heard is Verbosity.FULL


def test_sound_that_was_off_stays_off(folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_text('{"sound_on": false}')
    assert SettingsFile(folder).load().heard is Verbosity.SILENT


def test_nothing_by_halves_is_left_when_the_file_cannot_be_replaced(folder: Path) -> None:
    (folder / SETTINGS_FILE).mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        SettingsFile(folder).save(Settings())
    assert [path.name for path in folder.iterdir()] == [SETTINGS_FILE]
