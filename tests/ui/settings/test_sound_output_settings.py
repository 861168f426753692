"""Choosing where sound comes from and how late it is heard, in Settings."""

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.settings.test_settings_page import _choose, _page, _told, _words

from supple.domain.settings import Settings, Sound
from supple.storage.settings_file import decode_settings, encode
from supple.ui.kit.theme import Theme
from supple.ui.settings.settings_page import SettingsPage

# An open list is raised to the top, which a screen that nobody sees does not know.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DEVICES = (("alsa_output.usb", "USB speaker"), ("bluez_output.1", "Headphones"))


def offered(page: SettingsPage) -> list[str]:
    return [page.sound.output.itemText(row) for row in range(page.sound.output.count())]


def choose(page: SettingsPage, name: str) -> None:
    _choose(page.sound.output, page.sound.output.findText(name))


def test_the_devices_are_asked_for_when_the_room_is_shown(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    page.hide()
    with qtbot.waitSignal(page.sound.devices_wanted):
        page.show()
    page.show_devices(DEVICES)
    assert offered(page) == ["As the system has it", "USB speaker", "Headphones"]
    assert page.sound.output.currentText() == "As the system has it"


def test_a_device_is_chosen_by_its_name_and_kept_by_the_systems(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    page.show_devices(DEVICES)
    choose(page, "Headphones")
    chosen = Settings(sound=Sound(device="bluez_output.1", device_name="Headphones"))
    assert told[-1] == chosen
    assert decode_settings(encode(chosen, notes={})).settings == chosen
    choose(page, "As the system has it")
    assert told[-1] == Settings()


def test_a_chosen_device_that_is_not_there_stays_chosen_and_says_so(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme, Settings(sound=Sound(device="bluez_output.1", device_name="Headphones")))
    page.show_devices(DEVICES[:1])
    assert page.sound.output.currentText() == "Headphones (not connected)"
    page.show_devices(DEVICES)
    assert page.sound.output.currentText() == "Headphones"


def test_the_delay_goes_up_to_three_hundred_milliseconds(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    page.sound.delay.slider.setValue(184)
    assert told[-1].sound.delay_ms == 180
    assert "180 ms" in _words(page)
    assert page.sound.delay.slider.maximum() == 300
    assert decode_settings(b'{"sound_delay_ms": 900}')[0].sound.delay_ms == 300
