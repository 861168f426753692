"""Whoever writes with fcitx is helped by its speaking ibus, where Qt has no plugin for it."""

import sys
from pathlib import Path

import pytest

from supple.desktop.input_method import ask_ibus_for_fcitx, give_back

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="input methods are others there")


@pytest.mark.parametrize(
    ("asked", "tried"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "fcitx;ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "fcitx5;ibus"),
        ({"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "fcitx"}, "wayland;fcitx;ibus"),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus"}, "wayland;fcitx;ibus"),
        ({"QT_IM_MODULE": "ibus"}, None),
        ({"QT_IM_MODULE": "compose"}, None),
        ({}, None),
    ],
)
def test_ibus_is_tried_where_fcitx_is_asked_for_and_the_environment_is_given_back(
    tmp_path: Path, asked: dict[str, str], tried: str | None
) -> None:
    environment = dict(asked)
    before = ask_ibus_for_fcitx(environment, tmp_path)
    assert environment.get("QT_IM_MODULES") == tried
    give_back(environment, before)
    assert environment == asked


def test_with_a_plugin_for_fcitx_it_is_left_to_it(tmp_path: Path) -> None:
    plugin = tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so"
    plugin.parent.mkdir()
    plugin.touch()
    environment = {"QT_IM_MODULE": "fcitx"}
    assert ask_ibus_for_fcitx(environment, tmp_path) is None
    assert environment == {"QT_IM_MODULE": "fcitx"}
