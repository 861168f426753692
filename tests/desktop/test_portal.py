"""The desktop's own dialog for files is used where a portal can show it, and nowhere else."""

import os
from pathlib import Path

import pytest

from supple.desktop.portal import (
    PORTAL_THEME,
    THEME_VARIABLE,
    hand_back_environment,
    has_portal,
    prefer_portal,
)


@pytest.fixture
def desktop(tmp_path: Path) -> dict[str, str]:
    """The environment of a desktop with a portal."""
    portals = tmp_path / "share/xdg-desktop-portal/portals"
    portals.mkdir(parents=True)
    (portals / "some.portal").write_text(
        "[portal]\nDBusName=org.example.portal\nInterfaces=org.freedesktop.impl.portal.FileChooser;\n"
    )
    return {"XDG_DATA_DIRS": str(tmp_path / "share"), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}


def test_a_desktop_with_a_portal_for_files_has_one(desktop: dict[str, str]) -> None:
    assert has_portal(desktop)


def test_without_a_session_bus_there_is_none(desktop: dict[str, str]) -> None:
    del desktop["DBUS_SESSION_BUS_ADDRESS"]
    assert not has_portal(desktop)


def test_a_portal_that_asks_for_no_files_is_none(desktop: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "share/xdg-desktop-portal/portals/some.portal").write_text(
        "[portal]\nInterfaces=Screenshot;\n"
    )
    assert not has_portal(desktop)


def test_nothing_is_asked_where_nobody_sees_a_window(desktop: dict[str, str]) -> None:
    assert not has_portal({**desktop, "QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.skipif("sys.platform != 'linux'", reason="portals are for Linux")
def test_whoever_chose_a_platform_theme_keeps_it(
    desktop: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in desktop.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv(THEME_VARIABLE, "mine")
    assert not prefer_portal()
    assert os.environ[THEME_VARIABLE] == "mine"
    monkeypatch.delenv(THEME_VARIABLE)
    assert prefer_portal()
    assert os.environ[THEME_VARIABLE] == PORTAL_THEME
    hand_back_environment()  # programs that are opened later have a theme of their own
    assert THEME_VARIABLE not in os.environ
