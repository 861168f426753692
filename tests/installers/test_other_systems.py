"""What can be said of the installers for Windows and macOS on any machine: their parts, layout and papers."""

import plistlib
import struct
from pathlib import Path

import pytest
from assemble import MODULES, followed, goes_in, ico
from contents import Contents
from identity import Identity
from make_desktop import ICON_PX
from plist import ICONSET, plist
from wheels import SYSTEMS, needed

from supple import __version__
from supple.commands.working import QT_MODULES

ROOT = Path(__file__).resolve().parents[2]
LOCK = """alembic==1.20.1 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
jeepney==0.9.0 ; platform_system == 'FreeBSD' or sys_platform == 'linux' \\
    --hash=sha256:cc
pywin32-ctypes==0.2.3 ; sys_platform == 'win32' \\
    --hash=sha256:dd
"""
CONTENTS = Contents.read()


@pytest.mark.parametrize(
    ("system", "names"),
    [
        ("windows", ["alembic==1.20.1", "pywin32-ctypes==0.2.3"]),
        ("macos-arm64", ["alembic==1.20.1"]),
        ("linux", ["alembic==1.20.1", "jeepney==0.9.0"]),
    ],
)
def test_each_system_gets_its_own_share_of_the_lock_with_all_hashes(system: str, names: list[str]) -> None:
    found = needed(LOCK, SYSTEMS[system])
    assert [line.split(" ")[0] for line in found] == names
    assert found[0].count("--hash=sha256:") == 2


def test_the_real_lock_holds_qt_for_every_system() -> None:
    lock = (ROOT / "requirements/app.lock").read_text(encoding="utf-8")
    for system in SYSTEMS.values():
        assert any(line.startswith("pyside6-essentials==") for line in needed(lock, system))


def test_windows_gets_the_parts_of_qt_that_supple_imports_and_no_browser() -> None:
    assert goes_in("PySide6/QtMultimedia.pyd", CONTENTS)
    assert goes_in("PySide6/plugins/platforms/qwindows.dll", CONTENTS)
    assert goes_in("PySide6/plugins/multimedia/windowsmediaplugin.dll", CONTENTS)
    assert goes_in("sqlalchemy/engine/base.py", CONTENTS)
    for name in (
        "PySide6/QtWebEngineCore.pyd",
        "PySide6/Qt6WebEngineCore.dll",
        "PySide6/plugins/multimedia/ffmpegmediaplugin.dll",
        "PySide6/qml/QtQuick/qmldir",
        "PySide6/QtCore.pyi",
        "sqlalchemy/testing/engines.py",
        "alembic-1.20.1.dist-info/RECORD",
    ):
        assert not goes_in(name, CONTENTS), name


def test_libraries_on_windows_are_followed_whatever_their_capitals() -> None:
    needs = {"qtcore.pyd": ["qt6core.dll", "kernel32.dll"], "qt6core.dll": ["icuuc.dll"], "qt6quick.dll": []}
    assert followed(needs, ["QtCore.pyd"]) == {"qtcore.pyd", "qt6core.dll"}


def test_the_icon_for_windows_holds_each_size_at_its_place() -> None:
    packed = ico({16: b"small", 256: b"large one"})
    assert struct.unpack_from("<3H", packed) == (0, 1, 2)
    for number, (size, body) in enumerate(((16, b"small"), (0, b"large one"))):
        width, *_, length, offset = struct.unpack_from("<4B2H2I", packed, 6 + 16 * number)
        assert (width, packed[offset : offset + length]) == (size, body)


def test_the_windows_installer_is_64_bit_from_its_first_line_and_asks_for_no_administrator() -> None:
    script = (ROOT / "packaging/windows/supple.nsi").read_text(encoding="utf-8")
    assert script.startswith("Target amd64-unicode\n")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert "$LOCALAPPDATA\\supple" not in script.replace("%LOCALAPPDATA%", "")


def test_the_macos_papers_are_whole_and_every_picture_of_its_icon_is_drawn() -> None:
    papers = plistlib.loads(plistlib.dumps(plist(Identity.read(), __version__)))
    assert papers["CFBundleShortVersionString"] == __version__
    assert papers["NSHighResolutionCapable"]
    assert set(ICONSET.values()) <= set(ICON_PX)
    assert ICONSET["icon_256x256@2x.png"] == 512


def test_windows_gets_every_part_of_qt_that_doctor_looks_for() -> None:
    assert set(QT_MODULES) <= set(MODULES)
