"""The room Settings: what a change tells, what is shown, and that the keyboard reaches all of it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from supple import __version__
from supple.domain.catalogue import CautionNote
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
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.settings.settings_about import CreditsSheet, credited, software
from supple.ui.settings.settings_avoid import AvoidSettings
from supple.ui.settings.settings_page import SettingsPage

NOTES = (
    CautionNote(id=Caution.WRIST, name="Wrist pain", when="wrists that hurt", instead="Lean on your fists."),
    CautionNote(id=Caution.THR, name="Hip replacement", when="a hip replacement", instead="Ask your team."),
    CautionNote(
        id=Caution.SHOULDER, name="Painful shoulder", when="a shoulder that hurts", instead="Keep it low."
    ),
)
EXERCISES = {"a": "Bridge", "b": "Arch", "c": "Cat"}
# An open list is raised to the top, which a screen that nobody sees does not know.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path("/home/anna/.local/share/supple")


def _page(qtbot: QtBot, theme: Theme, settings: Settings | None = None) -> SettingsPage:
    page = SettingsPage(theme, settings or Settings(), cautions=NOTES, exercises=EXERCISES, data_dir=FOLDER)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def _told(page: SettingsPage) -> list[Settings]:
    told: list[Settings] = []
    page.settings_changed.connect(told.append)
    return told


def _words(page: QWidget) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text))


def _choose(combo: QComboBox, row: int) -> None:
    """Open the list and press Enter on one of it."""
    assert row >= 0
    combo.showPopup()
    combo.view().setCurrentIndex(combo.model().index(row, 0))
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)


def _choose_heard(page: SettingsPage, heard: Verbosity) -> None:
    _choose(page.sound.heard, page.sound.heard.findData(heard.value))


def test_choosing_silence_is_told_and_rests_every_volume(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    _choose_heard(page, Verbosity.SILENT)
    assert told == [Settings(sound=Sound(on=False))]
    sliders = (page.sound.volume, page.sound.voice, page.sound.chimes, page.sound.ticks)
    assert not any(slider.isEnabled() for slider in sliders)


def test_what_rests_looks_so_as_a_whole_row(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    _choose_heard(page, Verbosity.SILENT)
    resting = {text.text() for text in page.sound.findChildren(Text) if not text.isEnabled()}
    assert {"Volume", "Of all sound", "Voice", "Chimes", "Ticks"} <= resting


def test_both_lists_of_the_sound_are_equally_wide(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    for devices in ((), (("a", "Headphones of a maker with a name"),)):
        page.sound.show_devices(devices)
        QCoreApplication.processEvents()
        assert page.sound.heard.width() == page.sound.output.width()


def test_chimes_only_rests_the_volume_of_the_voice(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    _choose_heard(page, Verbosity.CHIMES_ONLY)
    assert told == [Settings(sound=Sound(verbosity=Verbosity.CHIMES_ONLY))]
    assert not page.sound.voice.isEnabled()
    assert page.sound.chimes.isEnabled()


def test_after_silence_what_was_heard_before_can_be_chosen_again(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme, Settings(sound=Sound(on=False, verbosity=Verbosity.BRIEF)))
    told = _told(page)
    assert page.sound.heard.heard is Verbosity.SILENT
    _choose_heard(page, Verbosity.BRIEF)
    assert told == [Settings(sound=Sound(verbosity=Verbosity.BRIEF))]
    assert page.sound.voice.isEnabled()


def test_each_kind_of_sound_has_a_volume_of_its_own(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    qtbot.keyClick(page.sound.voice.slider, Qt.Key.Key_Left)
    qtbot.keyClick(page.sound.chimes.slider, Qt.Key.Key_Left)
    qtbot.keyClick(page.sound.ticks.slider, Qt.Key.Key_Left)
    assert told[-1] == Settings(sound=Sound(voice_volume=95, chime_volume=95, tick_volume=95))


def test_the_clock_and_the_first_day_of_a_week_can_be_chosen(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    page.days.clock.button(Clock.TWELVE).click()
    page.days.week_begins.button(WeekBegins.SUNDAY).click()
    assert told[-1] == Settings(days=DayStyle(clock=Clock.TWELVE, week_begins=WeekBegins.SUNDAY))


def test_the_unit_of_lengths_can_be_chosen(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    page.days.lengths.button(Lengths.INCHES).click()
    assert told[-1] == Settings(days=DayStyle(lengths=Lengths.INCHES))


def test_the_volume_is_told_once_the_knob_is_let_go(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    slider = page.sound.volume.slider
    slider.setSliderDown(True)
    slider.setSliderPosition(42)
    assert "40 %" in _words(page)
    assert told == []
    slider.setSliderDown(False)
    assert [settings.sound.volume for settings in told] == [40]


def test_the_arrow_keys_change_the_volume_in_steps(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    qtbot.keyClick(page.sound.volume.slider, Qt.Key.Key_Left)
    qtbot.keyClick(page.sound.volume.slider, Qt.Key.Key_Left)
    assert [settings.sound.volume for settings in told] == [65, 60]


def test_a_sound_test_is_asked_for_and_answered(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    with qtbot.waitSignal(page.sound.sound_tested):
        page.sound.test.click()
    assert not page.sound.test.isEnabled()
    page.show_sound("")
    assert page.sound.test.isEnabled()
    assert page.sound.status.startswith("A chime, two ticks and the voice are playing.")
    page.show_sound("No sound device was found.")
    assert page.sound.status == "No sound device was found."
    assert page.sound.status in _words(page)


def test_a_silent_volume_is_named_as_the_reason(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme, Settings(sound=Sound(volume=0)))
    page.show_sound("")
    assert "0 %" in page.sound.status


def test_choosing_dark_is_told(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    page.look.theme_choice.button(ThemeChoice.DARK).click()
    assert told == [Settings(look=Look(theme=ThemeChoice.DARK))]


def test_text_size_goes_from_100_to_200_percent_in_steps_of_ten(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    slider = page.look.text_size.slider
    assert (slider.minimum(), slider.maximum()) == (100, 200)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: [settings.look.text_percent for settings in told] == [110])
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: [settings.look.text_percent for settings in told] == [110, 200])


def test_reduced_motion_can_be_on_off_or_as_the_system_has_it(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    for key in (Motion.REDUCED, Motion.FULL, Motion.SYSTEM):
        page.look.motion.button(key).click()
    assert [settings.look.motion for settings in told] == [Motion.REDUCED, Motion.FULL, Motion.SYSTEM]


def test_arrows_and_rings_can_be_left_out_and_brought_back(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    assert page.look.pointers.isChecked()
    page.look.pointers.click()
    page.look.pointers.click()
    assert told == [Settings(look=Look(pointers=False)), Settings()]


@pytest.mark.parametrize("seconds", [5, 60])
def test_own_times_are_told_in_seconds(qtbot: QtBot, theme: Theme, seconds: int) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    _choose(page.session.prepare, page.session.prepare.findText(f"{seconds} seconds"))
    _choose(page.session.switch, page.session.switch.findText(f"{seconds} seconds"))
    assert told[-1] == Settings(pace=Pace(prepare_s=seconds, switch_s=seconds))


def test_wait_for_me_can_be_chosen_and_taken_back(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    _choose(page.session.switch, page.session.switch.findText("Wait for me"))
    _choose(page.session.switch, page.session.switch.findText("As the routine says"))
    assert told == [Settings(pace=Pace(switch_waits=True)), Settings()]


def test_a_time_that_is_not_on_offer_is_shown_all_the_same(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme, Settings(pace=Pace(prepare_s=12)))
    assert page.session.prepare.currentText() == "12 seconds"
    assert page.session.switch.currentText() == "As the routine says"


def test_only_what_a_person_may_set_is_on_the_list_of_what_to_avoid(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    assert set(page.avoid.toggles) == {Caution.WRIST, Caution.SHOULDER}
    assert "Hip replacement" not in _words(page)


def test_whoever_avoids_what_goes_down_the_leg_is_sent_to_the_warning_signs_when_it_is_new(
    qtbot: QtBot, theme: Theme
) -> None:
    down = CautionNote(id=Caution.SCIATICA, name="Down a leg", when="tingling down a leg", instead="Rest.")
    avoid = AvoidSettings(theme, Avoided(), cautions=[down])
    qtbot.addWidget(avoid)
    assert "Tingling down a leg. If it is new or getting worse, look at Warning signs first." in _words(avoid)


def test_what_was_put_away_is_listed_and_comes_back(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme, Settings(avoided=Avoided(put_away=("a", "gone", "c", "b"))))
    told = _told(page)
    assert [b.accessibleName() for b in page.put_away.buttons.values()] == [
        "Bring back Arch",
        "Bring back Bridge",
        "Bring back Cat",
    ]
    page.put_away.buttons["a"].setFocus()
    page.put_away.buttons["a"].click()
    assert told[-1].avoided.put_away == ("gone", "c", "b")
    assert page.window().focusWidget() is page.put_away.buttons["c"]
    page.show_settings(Settings())
    assert "Nothing is put away." in _words(page)


def test_what_is_avoided_is_told_and_can_be_taken_back(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    page.avoid.toggles[Caution.SHOULDER].click()
    page.avoid.toggles[Caution.WRIST].click()
    page.avoid.toggles[Caution.SHOULDER].click()
    assert set(told[1].avoided.cautions) == {Caution.SHOULDER, Caution.WRIST}
    assert told[2].avoided.cautions == (Caution.WRIST,)


def test_changes_in_different_groups_add_up(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    _choose_heard(page, Verbosity.SILENT)
    page.look.theme_choice.button(ThemeChoice.LIGHT).click()
    page.avoid.toggles[Caution.WRIST].click()
    assert told[-1] == Settings(
        sound=Sound(on=False), look=Look(theme=ThemeChoice.LIGHT), avoided=Avoided(cautions=(Caution.WRIST,))
    )


def test_what_was_changed_elsewhere_is_shown_without_being_told(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    told = _told(page)
    page.show_settings(
        Settings(sound=Sound(volume=15, on=False), look=Look(text_percent=150, motion=Motion.REDUCED))
    )
    assert told == []
    assert "15 %" in _words(page)
    assert "150 %" in _words(page)
    assert page.sound.heard.heard is Verbosity.SILENT
    assert page.look.motion.key == Motion.REDUCED


def test_the_data_folder_is_shown_and_its_path_can_be_copied(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    assert page.data.path.text() == str(FOLDER)
    page.data.copy_path.click()
    assert QGuiApplication.clipboard().text() == str(FOLDER)
    assert page.data.folder_words == "The path is on the clipboard."


@pytest.mark.parametrize(
    ("opens", "words"), [(True, ""), (False, "The folder could not be opened from here")]
)
def test_opening_the_folder_says_when_it_cannot(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch, opens: bool, words: str
) -> None:
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page = _page(qtbot, theme)
    page.data.open_folder.click()
    assert opened == [str(FOLDER)]
    assert page.data.folder_words.startswith(words)
    assert bool(page.data.folder_words) is bool(words)


def test_where_a_backup_went_is_said(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    page.show_backup("Saved.")
    assert "Saved." in _words(page)


def test_about_says_what_it_is_not(qtbot: QtBot, theme: Theme) -> None:
    words = _words(_page(qtbot, theme))
    assert f"Supple {__version__}" in words
    assert "Not a diagnosis or treatment. If unsure, ask a doctor or physiotherapist." in words


def test_the_credits_name_every_origin_and_close_again(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    page.about.show_credits.click()
    sheet = page.window().findChild(CreditsSheet)
    assert isinstance(sheet, CreditsSheet)
    words = "\n".join(text.text() for text in sheet.findChildren(Text))
    assert "LGPL-3.0" in words
    assert "SIL Open Font License" in words
    assert len(credited()) > 4
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_the_credits_name_every_package_that_is_carried(theme: Theme) -> None:
    lock = (ROOT / "requirements/app.lock").read_text(encoding="utf-8")
    packages = set(re.findall(r"^([\w-]+)==", lock, re.MULTILINE))
    named = " ".join(name for name, _, _ in software()).lower()
    parts_of_others = {"pyside6-addons", "pyside6-essentials"}
    assert {package for package in packages - parts_of_others if package not in named} == set()
    assert "pyside6" in named
    assert all(licence for _, _, licence in software())


def test_the_language_stays_hidden_until_there_is_a_second_one(qtbot: QtBot, theme: Theme) -> None:
    assert "Language" not in _words(_page(qtbot, theme))


def test_every_control_has_a_name_and_takes_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QSlider),
        *page.findChildren(QComboBox),
    ]
    for control in controls:
        named = control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
        assert named, control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control


def test_the_list_goes_to_its_group_and_follows_the_scrolling(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    page.resize(1072, 500)
    groups = page.findChild(object, "groups")
    assert groups is not None
    groups.setCurrentRow(2)
    assert page.session.mapTo(page.viewport(), page.session.rect().topLeft()).y() < 100
    page.verticalScrollBar().setValue(0)
    assert groups.currentItem().text() == "Sound"
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert groups.currentItem().text() == "About"
    assert groups.visibleRegion().boundingRect().height() == groups.height()


def test_a_narrow_window_has_a_box_instead_of_the_list(qtbot: QtBot, theme: Theme) -> None:
    page = _page(qtbot, theme)
    page.resize(820, 600)
    groups = page.findChild(object, "groups")
    assert groups is not None
    assert not groups.isVisible()
    boxes = [box for box in page.findChildren(QComboBox) if box.accessibleName() == "Go to"]
    assert boxes[0].isVisible()
    _choose(boxes[0], 5)
    assert page.data.mapTo(page.viewport(), page.data.rect().topLeft()).y() < 200


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_grooves_of_all_sliders_stand_in_line(qtbot: QtBot, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    page = _page(qtbot, theme)
    page.resize(1100, 800)
    page.grab()
    sound = page.sound
    sliders = [part.slider for part in (sound.volume, sound.voice, sound.chimes, sound.ticks, sound.delay)]
    assert len({(s.mapTo(page, s.rect().topLeft()).x(), s.width()) for s in sliders}) == 1
