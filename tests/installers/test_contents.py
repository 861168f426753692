"""What goes into the frozen program: what Supple uses stays, what it does not stays out."""

import pytest
from contents import Contents, is_of_the_system
from elf import Asks

CONTENTS = Contents.read()
QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Concurrent.so.6",
        f"{QT}/lib/libQt6Multimedia.so.6",
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/platforms/libqwayland.so",
        f"{QT}/plugins/platformthemes/libqxdgdesktopportal.so",
        f"{QT}/plugins/imageformats/libqwebp.so",
        f"{QT}/translations/qtbase_de.qm",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "supple/storage/migrations/versions/0001_first.py",
        "supple/storage/migrations/versions/0002_consents_and_signs.py",
    ],
)
def test_what_supple_uses_goes_in(name: str) -> None:
    assert CONTENTS.goes_in(name)


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libavcodec.so.61",
        f"{QT}/lib/libQt6Quick.so.6",
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/multimedia/libffmpegmediaplugin.so",
        f"{QT}/plugins/imageformats/libqpdf.so",
        f"{QT}/translations/qtbase_ja.qm",
        f"{QT}/translations/designer_de.qm",
        "libssl.so.3",
        "libstdc++.so.6",
    ],
)
def test_what_nothing_needs_stays_out(name: str) -> None:
    assert not CONTENTS.goes_in(name)


def test_a_library_of_the_builder_that_nothing_carried_needs_any_more_stays_out() -> None:
    entries = [
        ("PySide6/QtCore.abi3.so", "/build/QtCore.abi3.so", "EXTENSION"),
        ("libglib-2.0.so.0", "/lib/x86_64-linux-gnu/libglib-2.0.so.0", "BINARY"),
        ("libpcre2-8.so.0", "/lib/x86_64-linux-gnu/libpcre2-8.so.0", "BINARY"),
        ("libgtk-3.so.0", "/lib/x86_64-linux-gnu/libgtk-3.so.0", "BINARY"),
        ("libpython3.11.so.1.0", "/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "BINARY"),
    ]
    asks = {
        "PySide6/QtCore.abi3.so": Asks(("libglib-2.0.so.0", "libc.so.6"), {}),
        "libglib-2.0.so.0": Asks(("libpcre2-8.so.0",), {}),
        "libpcre2-8.so.0": Asks((), {}),
        "libgtk-3.so.0": Asks(("libglib-2.0.so.0",), {}),
        "libpython3.11.so.1.0": Asks((), {}),
    }
    kept = [name for name, _, _ in CONTENTS.needed(entries, asks)]
    assert kept == [
        "PySide6/QtCore.abi3.so",
        "libglib-2.0.so.0",
        "libpcre2-8.so.0",
        "libpython3.11.so.1.0",
    ]


def test_pythons_own_library_and_modules_are_always_carried() -> None:
    assert is_of_the_system("libz.so.1", "/lib/x86_64-linux-gnu/libz.so.1")
    assert not is_of_the_system("libpython3.11.so.1.0", "/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert not is_of_the_system("python3.11/lib-dynload/_json.so", "/usr/lib/python3.11/lib-dynload/_json.so")
    assert not is_of_the_system("PySide6/QtCore.abi3.so", "/home/x/PySide6/QtCore.abi3.so")


def test_a_frozen_program_without_a_part_that_sound_needs_is_refused() -> None:
    names = [f"{QT}/lib/libQt6Multimedia.so.6"]
    missing = CONTENTS.missing(names)
    assert "*/libQt6Concurrent.so.6" in missing
    assert "*/libQt6Multimedia.so.6" not in missing
