"""The two commands: what ./run passes on, what it says without a screen, and how missing packages are asked for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = (
    "bash",
    "cat",
    "dirname",
    "env",
    "find",
    "grep",
    "mktemp",
    "readlink",
    "rm",
    "sha256sum",
    "sort",
    "uname",
)


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/bash\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that is set up already, in a folder with a space, whose Python only tells how it was called."""
    project = tmp_path / "my projects" / "supple"
    for folder in ("packaging", "requirements", "src/supple", "assets", ".venv/bin"):
        (project / folder).mkdir(parents=True)
    for name in (
        "run",
        "packaging/setup.sh",
        "requirements/app.lock",
        "requirements/libraries.txt",
        "resources.qrc",
    ):
        shutil.copy(ROOT / name, project / name)
    script(
        project / ".venv/bin/python", 'printf "<%s>" "$@"; printf " %s" "${PYTHONDONTWRITEBYTECODE-unset}"'
    )
    (project / "src/supple/supple.rcc").touch()
    stamp = 'root=$1; source "$1/packaging/setup.sh"; stamp_text "$1/requirements/app.lock" >"$1/.venv/.supple-app"'
    subprocess.run(["bash", "-c", stamp, "bash", str(project)], check=True)
    return project


def start(command: Path, *arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    kept.pop("WAYLAND_DISPLAY", None)
    return subprocess.run(
        [str(command), *arguments],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=30,
    )


def test_run_passes_every_argument_on_from_whatever_folder(project: Path, tmp_path: Path) -> None:
    result = start(project / "run", "export", "my sets.csv", "--what", "sets", cwd=tmp_path)
    assert result.stdout == "<-P><-m><supple><export><my sets.csv><--what><sets> unset"
    assert result.stderr == ""


def test_run_works_through_a_link(project: Path, tmp_path: Path) -> None:
    link = tmp_path / "supple"
    link.symlink_to(project / "run")
    assert start(link, "--version", cwd=tmp_path).stdout == "<-P><-m><supple><--version> unset"


def test_run_opens_the_window_where_there_is_a_screen(project: Path, tmp_path: Path) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        result = start(project / "run", cwd=tmp_path, **{variable: ":7"})
        assert result.stdout == "<-P><-m><supple> unset"


def test_run_without_a_screen_says_so_and_plays_the_demo(project: Path, tmp_path: Path) -> None:
    result = start(project / "run", cwd=tmp_path)
    assert result.stdout == "<-P><-m><supple><demo><./demo-out> unset"
    assert "there is no screen here" in result.stderr


def test_run_keeps_byte_code_even_where_the_machine_forbids_it(project: Path, tmp_path: Path) -> None:
    result = start(project / "run", "--version", cwd=tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert result.stdout.endswith(" unset")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The programs of a machine without any library; it has no apt-get until a test gives it one."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None, tool
        (programs / tool).symlink_to(found)
    script(programs / "ldconfig", "true")
    script(programs / "id", "echo 1000")
    return programs


def with_apt(machine: Path) -> None:
    """An apt that has glib under its newer name only, and writes down what it is asked for."""
    script(machine / "apt-get", 'echo "apt-get $*" >>"$CALLS"')
    script(machine / "apt-cache", 'case $* in *glib2.0-0t64|*libgl1) echo "Package: x";; esac')


def install(machine: Path, needs: str) -> tuple[int, str, str]:
    """The exit code, what a person reads, and what apt-get was asked for."""
    calls = machine / "calls"
    program = (
        'set -euo pipefail; root=$1; source "$1/packaging/setup.sh"; install_system_packages "$2"; echo done'
    )
    result = subprocess.run(
        ["/bin/bash", "-c", program, "bash", str(ROOT), needs],
        env={"PATH": str(machine), "CALLS": str(calls), "TMPDIR": str(machine)},
        capture_output=True,
        text=True,
        timeout=30,
    )
    return result.returncode, result.stderr, calls.read_text(encoding="utf-8") if calls.exists() else ""


NEEDS = """
library libglib-2.0.so.0 libglib2.0-0 the window
library libGL.so.1 libgl1 the window
program bash bash nothing that is missing
"""


def test_missing_packages_are_named_with_their_purpose_and_installed_with_sudo(machine: Path) -> None:
    with_apt(machine)
    script(machine / "sudo", 'echo "sudo" >>"$CALLS"; exec "$@"')
    code, told, calls = install(machine, NEEDS)
    assert code == 0
    assert "libgl1               the window" in told
    assert "may ask for your password" in told
    assert "nothing that is missing" not in told
    assert calls.startswith("sudo\napt-get install")


def test_a_package_is_found_under_its_newer_name(machine: Path) -> None:
    with_apt(machine)
    script(machine / "sudo", 'exec "$@"')
    code, _, calls = install(machine, NEEDS)
    assert code == 0
    assert " libglib2.0-0t64" in calls
    assert "apt-get update" not in calls


def test_an_old_list_of_packages_is_refreshed_first(machine: Path) -> None:
    with_apt(machine)
    script(machine / "apt-cache", "true")
    script(machine / "sudo", 'exec "$@"')
    _, _, calls = install(machine, NEEDS)
    assert calls.startswith("apt-get update")


def test_without_apt_the_packages_are_named_and_nothing_is_touched(machine: Path) -> None:
    code, told, calls = install(machine, NEEDS)
    assert code == 1
    assert "libgl1               the window" in told
    assert "there is no apt-get here" in told
    assert calls == ""


def test_without_sudo_the_command_for_an_administrator_is_named(machine: Path) -> None:
    with_apt(machine)
    code, told, calls = install(machine, NEEDS)
    assert code == 1
    assert "please have an administrator run: apt-get install" in told
    assert calls == ""


def test_what_apt_said_is_shown_when_it_fails(machine: Path) -> None:
    with_apt(machine)
    script(machine / "apt-get", 'echo "no space left on device"; exit 100')
    script(machine / "sudo", 'exec "$@"')
    code, told, _ = install(machine, NEEDS)
    assert code != 0
    assert "no space left on device" in told


def test_a_machine_that_has_everything_is_asked_for_nothing(machine: Path) -> None:
    with_apt(machine)
    script(
        machine / "ldconfig",
        'printf "\\tlibglib-2.0.so.0 (libc6,x86-64) => x\\n\\tlibGL.so.1 (libc6) => y\\n"',
    )
    assert install(machine, NEEDS) == (0, "", "")


def test_a_worker_that_dies_ends_the_tests_with_a_failure(tmp_path: Path) -> None:
    line = next(
        line for line in (ROOT / "test").read_text(encoding="utf-8").splitlines() if "set -- -n" in line
    )
    arguments = line.partition("set -- ")[2].split()
    (tmp_path / "test_dying.py").write_text(
        "import os, pytest\n"
        "@pytest.mark.parametrize('number', range(60))\n"
        "def test_one(number):\n"
        "    assert number != 17 or os.abort()\n",
        encoding="utf-8",
    )
    said = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:randomly", *arguments, "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert said.returncode == 1
    assert "crashed while running 'test_dying.py::test_one[17]'" in said.stdout


HOSTILE = "import pathlib; pathlib.Path(__file__).with_name('was-run').touch()\n"


@pytest.mark.parametrize("start", [("run", "--version"), ("cue",), ("voice",)])
def test_a_module_in_the_current_folder_is_never_run(tmp_path: Path, start: tuple[str, ...]) -> None:
    from supple.audio.sound_helper import helper_program, voice_program

    for name in ("argparse", "json", "logging", "supple", "wave", "signal"):
        (tmp_path / f"{name}.py").write_text(HOSTILE, encoding="utf-8")
    python = (
        (ROOT / "run").read_text(encoding="utf-8").partition('exec "$python" ')[2].split(' "$@"')[0].split()
    )
    programs = {"run": [sys.executable, *python, "--version"]}
    for name, (program, arguments) in {"cue": helper_program(), "voice": voice_program()}.items():
        programs[name] = [program, *arguments, "--help"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        programs[start[0]],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert not (tmp_path / "was-run").exists()
