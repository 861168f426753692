"""On a page that fills the window a banner has room of its own: it lies on nothing that is read or pressed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.kit.banner import Tone
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.safety.first_start import FirstStart
from supple.ui.session.session_page import SessionPage
from supple.ui.shell.banner_area import MakesRoom
from supple.ui.shell.main_window import MainWindow

from . import fit
from .conftest import Open
from .test_sizes import named

LOOKED_AT = (
    "first-start",
    "questions-1",
    "check-03",
    "findings",
    "mat-hold",
    "mat-paused",
    "mat-sound-question",
)
SIZES = (((900, 600), 100), ((900, 600), 200), ((860, 500), 200), ((1280, 800), 100))

CROWDED = ("first-start", "mat-sound-question")  # with large text there is no room for one more thing


def nothing() -> None:
    """What the banner's button does here."""


def pinned_of(page: QWidget | None) -> QWidget:
    """What stays where the hand has it."""
    if isinstance(page, SessionPage):
        return page.controls
    assert isinstance(page, FirstStart | DialogPage)
    return page.foot_bar or page.findChild(QAbstractButton)


def in_window(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def lain_on(window: MainWindow, banner: QWidget) -> list[str]:
    """What can be read or pressed and has the banner on it."""
    its = in_window(banner, window)
    found = []
    for widget in window.findChildren(QWidget):
        told = isinstance(widget, QLabel) and widget.text()
        pressed = isinstance(widget, fit.CONTROLS) and widget.isEnabled()
        if widget.isVisible() and (told or pressed) and not banner.isAncestorOf(widget):
            shared = fit.seen_of(widget, window) & its
            if shared.isValid():
                found.append(f"{fit.name_of(widget)}, {shared.width()} x {shared.height()}")
    return found


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_banner_covers_nothing_of_a_full_page(
    qtbot: QtBot, opened: Open, tmp_path: Path, name: str
) -> None:
    place = named(name)
    program = opened(place.folder(tmp_path / "data"), speed=place.speed, complete=place.complete)
    window = program.window
    window.resize(1280, 800)
    place.reach(program)
    qtbot.waitUntil(lambda: isinstance(window.full, MakesRoom))
    for size, percent in SIZES:
        window.theme.set_text_percent(percent)
        window.resize(*size)
        qtbot.wait(60)
        pinned = pinned_of(window.full)
        before = in_window(pinned, window)
        window.show_banner(
            "saving",
            tone=Tone.CAUTION,
            bold="Not saved yet.",
            sentence="The disk is full: what you did waits in memory, and is written as soon as there is room.",
            action=("Try again", nothing),
        )
        qtbot.wait(60)
        banner = window.banner("saving")
        assert banner is not None
        may_wait = percent == 200 and (size == (860, 500) or name in CROWDED)
        assert banner.isVisible() or may_wait, (size, percent)
        if not banner.isVisible():
            window.hide_banner("saving")
            continue
        assert window.rect().contains(in_window(banner, window))
        assert lain_on(window, banner) == [], (size, percent)
        assert fit.cut_words(window) == [], (size, percent)
        assert in_window(pinned, window) == before  # nothing moves away under a hand
        window.hide_banner("saving")
        qtbot.wait(30)
        assert in_window(pinned, window) == before
    window.set_close_guard(None)
