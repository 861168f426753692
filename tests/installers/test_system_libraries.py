"""What ./run asks apt for: every library that the installed Qt needs of the system, and nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import system_libraries
from elf import Asks

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring these along")


@linux
@pytest.mark.skipif(not shutil.which("objdump"), reason="./test installs it")
def test_the_list_names_just_the_libraries_that_the_installed_files_need() -> None:
    rows = [line.split() for line in system_libraries.LIST.read_text(encoding="utf-8").splitlines()]
    assert {row[1] for row in rows} == system_libraries.needed().keys(), (
        "run packaging/system_libraries.py on Debian"
    )


@linux
def test_set_up_asks_for_every_library_of_the_list(tmp_path: Path) -> None:
    program = 'root=$1; source "$1/packaging/setup.sh"; printf "%s" "$app_needs"'
    told = subprocess.run(
        ["bash", "-c", program, "bash", str(system_libraries.ROOT)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for line in system_libraries.LIST.read_text(encoding="utf-8").splitlines():
        assert line in told


def test_a_library_is_found_through_others_and_parts_of_every_system_are_left_out() -> None:
    asks = {
        "QtA.abi3.so": Asks(("libQt6A.so.6", "libc.so.6"), {}),
        "libQt6A.so.6": Asks(("libkrb.so.2",), {}),
        "libQt6B.so.6": Asks(("libother.so.1",), {}),
    }
    assert system_libraries.outside(asks, ["QtA.abi3.so"]) == {"libkrb.so.2": {"libQt6A.so.6"}}


def test_what_only_one_part_needs_is_named_after_it() -> None:
    assert system_libraries.purpose({"libQt6Multimedia.so.6"}) == "sound"
    assert system_libraries.purpose({"libQt6Multimedia.so.6", "libQt6Gui.so.6"}) == "the window"
