"""Settings survive; a file that makes no sense is kept beside and told, never a reason not to start."""

import json
import os
import time
from dataclasses import fields, replace
from pathlib import Path

import pytest

from supple.domain.exercise import Caution
from supple.domain.routine import Pace
from supple.domain.settings import (
    Avoided,
    Clock,
    DayStyle,
    Lengths,
    Look,
    Motion,
    Settings,
    Sound,
    ThemeChoice,
    WeekBegins,
)
from supple.domain.verbosity import Verbosity
from supple.storage.files import SETTINGS_FILE
from supple.storage.first_look import first_look
from supple.storage.settings_file import ASIDE, Misread, SettingsFile


def test_what_was_saved_is_loaded(folder: Path) -> None:
    settings = Settings(
        days=DayStyle(clock=Clock.TWELVE, week_begins=WeekBegins.SUNDAY, lengths=Lengths.INCHES),
        look=Look(theme=ThemeChoice.DARK, text_percent=150, motion=Motion.REDUCED),
        pace=Pace(prepare_s=12),
        sound=Sound(verbosity=Verbosity.CHIMES_ONLY, tick_volume=20),
        avoided=Avoided(cautions=tuple(Caution)[:2], put_away=("a2",)),
    )
    SettingsFile(folder).save(settings)
    assert SettingsFile(folder).load() == settings
    assert (folder / SETTINGS_FILE).stat().st_mode & 0o777 == 0o600


def test_without_a_file_the_shipped_settings_hold(folder: Path) -> None:
    file = SettingsFile(folder)
    assert file.load() == Settings()
    assert file.misread is None
    assert not folder.exists()


def write(folder: Path, content: bytes | str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / SETTINGS_FILE).write_bytes(content if isinstance(content, bytes) else content.encode())


def aside(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(folder.glob(f"{ASIDE}*"))]


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe", b"[" * 100_000, b'"' + b"\xc3\x28"])
def test_a_file_that_makes_no_sense_is_kept_beside(folder: Path, content: bytes) -> None:
    write(folder, content)
    file = SettingsFile(folder)
    assert file.load() == Settings()
    assert file.misread is not None
    assert file.misread.names == ()
    assert file.misread.kept.read_bytes() == content
    file.save(Settings(sound=Sound(volume=20)))
    assert aside(folder) == [content]


GOOD = {
    "text_percent": 140,
    "sound_on": False,
    "avoids": ["OSTEO", "WRIST"],
    "put_away": ["pigeon"],
    "notes": {"a1_piriformis_supine": "pad under the knee"},
}
KEPT = Settings(
    look=Look(text_percent=140),
    sound=Sound(on=False),
    avoided=Avoided(cautions=(Caution.OSTEO, Caution.WRIST), put_away=("pigeon",)),
)


@pytest.mark.parametrize(
    ("wrong", "names", "kept"),
    [
        ({"theme": "sepia"}, ("theme",), KEPT),
        ({"verbosity": 7}, ("verbosity",), KEPT),
        ({"volume": 70.5}, (), replace(KEPT, sound=replace(KEPT.sound, volume=70))),
        ({"volume": "loud"}, ("volume",), KEPT),
        ({"volume": 1e300}, (), replace(KEPT, sound=replace(KEPT.sound, volume=0))),
        ({"sound_checked": "yes"}, ("sound_checked",), KEPT),
        ({"avoids": ["OSTEO", "KNEES", "WRIST"]}, ("avoids",), KEPT),
        ({"put_away": ["pigeon", 4]}, ("put_away",), KEPT),
        ({"notes": {"a1_piriformis_supine": "pad under the knee", "a2": 5}}, ("notes",), KEPT),
        ({"notes": "none"}, ("notes",), KEPT),
    ],
)
def test_a_value_that_makes_no_sense_costs_its_field_alone_and_is_told(
    folder: Path, wrong: dict[str, object], names: tuple[str, ...], kept: Settings
) -> None:
    content = json.dumps({**GOOD, **wrong}).encode()
    write(folder, content)
    file = SettingsFile(folder)
    assert file.load() == kept
    assert (file.misread.names if file.misread else ()) == names
    assert aside(folder) == ([content] if names else [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_read_as_what_it_is(folder: Path, encoding: str) -> None:
    write(folder, json.dumps(GOOD).encode(encoding))
    file = SettingsFile(folder)
    assert file.load() == KEPT
    assert file.misread is None


def test_the_first_paint_knows_the_settings_behind_a_byte_order_mark(folder: Path) -> None:
    write(folder, json.dumps({"theme": "dark"}).encode("utf-8-sig"))
    assert first_look(folder).theme == "dark"


def test_a_second_bad_file_does_not_overwrite_the_first_that_was_kept(folder: Path) -> None:
    for content in (b"{", b"]", b"{"):
        write(folder, content)
        SettingsFile(folder).load()
    assert sorted(aside(folder)) == [b"]", b"{"]


def test_what_the_system_does_not_let_us_read_is_not_written_over(folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / SETTINGS_FILE)
    file = SettingsFile(folder)
    assert file.load() == Settings()
    assert file.misread == Misread(kept=folder / SETTINGS_FILE)
    with pytest.raises(OSError, match="plain file"):
        file.save(Settings(sound=Sound(volume=10)))
    assert (folder / SETTINGS_FILE).is_fifo()


def test_a_file_that_is_far_too_large_is_moved_aside_and_told(folder: Path) -> None:
    write(folder, b"{" + b" " * 5 * 1024**2)
    file = SettingsFile(folder)
    assert file.load() == Settings()
    assert isinstance(file.misread, Misread)
    assert file.misread.kept.name.startswith(ASIDE)
    assert not (folder / SETTINGS_FILE).exists()
    file.save(Settings(look=Look(text_percent=150)))
    assert SettingsFile(folder).load().look.text_percent == 150


def test_a_folder_that_was_taken_away_is_not_made_anew_by_a_save(folder: Path) -> None:
    write(folder, "{}")
    file = SettingsFile(folder)
    file.load()
    (folder / SETTINGS_FILE).unlink()
    folder.rmdir()
    with pytest.raises(FileNotFoundError):
        file.save(Settings())
    assert not folder.exists()


def test_numbers_out_of_range_are_brought_into_it(folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_text(
        '{"text_percent": 900, "volume": -5, "prepare_s": 1, "switch_s": null, "voice_volume": 300}'
    )
    settings = SettingsFile(folder).load()
    assert settings.sound.voice_volume == 100
    assert (
        settings.look.text_percent,
        settings.sound.volume,
        settings.pace.prepare_s,
        settings.pace.switch_s,
    ) == (
        200,
        0,
        5,
        None,
    )


def test_a_setting_of_a_newer_version_is_passed_over(folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_text('{"volume": 30, "perfume": "lavender"}')
    assert SettingsFile(folder).load() == Settings(sound=Sound(volume=30))


def test_notes_of_a_file_that_others_wrote_are_one_short_line_each(folder: Path) -> None:
    folder.mkdir()
    notes = {"a1": "Pad\nunder\tthe knee ", "a2": " \r\n", "a3": "so " * 100}
    (folder / SETTINGS_FILE).write_text(json.dumps({"notes": notes}))
    file = SettingsFile(folder)
    file.load()
    kept = file.old_notes
    assert kept["a1"] == "Pad under the knee"
    assert "a2" not in kept
    assert len(kept["a3"]) <= 120


def test_notes_of_an_earlier_version_stay_in_the_file_until_they_are_let_go_of(folder: Path) -> None:
    write(folder, json.dumps(GOOD))
    file = SettingsFile(folder)
    settings = file.load()
    file.save(replace(settings, sound=replace(settings.sound, volume=5)))
    again = SettingsFile(folder)
    again.load()
    assert again.old_notes == GOOD["notes"]
    again.let_go_of_old_notes()
    again.save(settings)
    assert "notes" not in json.loads((folder / SETTINGS_FILE).read_bytes())
    assert again.load() == settings


def test_a_file_from_before_there_was_a_voice_is_read_and_gets_one(folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_text('{"sound_on": true, "volume": 45, "sound_checked": true}')
    settings = SettingsFile(folder).load()
    assert settings == Settings(sound=Sound(volume=45, heard_once=True))
    assert settings.sound.heard is Verbosity.FULL


def test_sound_that_was_off_stays_off(folder: Path) -> None:
    folder.mkdir()
    (folder / SETTINGS_FILE).write_text('{"sound_on": false}')
    assert SettingsFile(folder).load().sound.heard is Verbosity.SILENT


def test_nothing_by_halves_is_left_when_the_file_cannot_be_replaced(folder: Path) -> None:
    (folder / SETTINGS_FILE).mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        SettingsFile(folder).save(Settings())
    assert [path.name for path in folder.iterdir()] == [SETTINGS_FILE]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="zones are told otherwise there")
def test_a_zone_of_a_day_does_not_keep_a_bad_file_from_being_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "XXX24")
    time.tzset()
    try:
        write(folder, b"{")
        SettingsFile(folder).load()
        assert aside(folder) == [b"{"]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_file_has_the_names_that_every_version_knows(folder: Path) -> None:
    SettingsFile(folder).save(Settings(window="10,20,1000,700"))
    names = list(json.loads((folder / SETTINGS_FILE).read_bytes()))
    assert sorted(names) == [
        *(
            "avoids",
            "chime_volume",
            "clock",
            "lengths",
            "motion",
            "pointers",
            "prepare_s",
            "prepare_waits",
            "put_away",
            "sound_checked",
        ),
        *("sound_delay_ms", "sound_device", "sound_device_name", "sound_on", "switch_s", "switch_waits"),
        *("text_percent", "theme", "tick_volume", "verbosity", "voice_volume", "volume"),
        *("week_begins", "window"),
    ]


def test_every_setting_has_its_name_in_the_file(folder: Path) -> None:
    groups = [getattr(Settings(), field.name) for field in fields(Settings) if field.name != "window"]
    SettingsFile(folder).save(Settings())
    written = json.loads((folder / SETTINGS_FILE).read_bytes())
    assert len(written) == 1 + sum(len(fields(group)) for group in groups)


@pytest.mark.parametrize("percent", [50, 100, 140, 200, 900])
def test_the_first_paint_and_the_window_agree_on_the_size_of_text(folder: Path, percent: int) -> None:
    write(folder, json.dumps({"text_percent": percent}))
    assert first_look(folder).text_percent == SettingsFile(folder).load().look.text_percent
