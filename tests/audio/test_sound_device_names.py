"""Sound devices with names that nobody expects: each is listed, and none hides another."""

import sys

import pytest

from supple.audio.sound_devices import SoundReport, look_for_sound
from supple.commands import doctor

ANSWERS = (
    b"listing\ndevice 61\ndevice 62  \ndevice 63 Box\xe9 \xff\n"
    b"device zz Broken\ndevice\ndevice 64 Good speakers\n"
)


@pytest.fixture(autouse=True)
def odd_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    program = f"import os; os.write(1, {ANSWERS!r})"
    for place in ("sound_helper", "sound_devices"):
        monkeypatch.setattr(f"supple.audio.{place}.helper_program", lambda: (sys.executable, ["-c", program]))
    monkeypatch.setenv("LC_ALL", "C")


def test_devices_without_a_readable_name_are_listed_beside_the_good_ones() -> None:
    report: SoundReport = look_for_sound()
    assert [(device.id, device.name) for device in report.devices] == [
        (b"a", "a"),
        (b"b", "b"),
        (b"c", "Box\ufffd \ufffd"),
        (b"d", "Good speakers"),
    ]


def test_the_doctor_names_them_all() -> None:
    finding = doctor._sound()
    assert not finding.broken
    assert finding.words == "a, b, Box\ufffd \ufffd, Good speakers"
