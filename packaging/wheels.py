"""Which wheels of a lock another system needs, and whether all of them are to be had; the lock is for all systems.

usage: python packaging/wheels.py LOCK windows|macos-arm64|macos-x86_64|linux TARGET
TARGET is a folder: the wheels are downloaded into it by pip, each checked against its hash.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What a lock's markers and pip call a system; `tags` are those of its wheels, the best first."""

    environment: dict[str, str]
    tags: tuple[str, ...]
    python: str


WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
}
MACOS = {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"}
LINUX = {
    "sys_platform": "linux",
    "platform_system": "Linux",
    "os_name": "posix",
    "platform_machine": "x86_64",
}
SYSTEMS = {
    "windows": System(environment=WINDOWS, tags=("win_amd64",), python="3.13"),
    "macos-arm64": System(
        environment=MACOS | {"platform_machine": "arm64"},
        tags=("macosx_13_0_universal2", "macosx_13_0_arm64", "macosx_11_0_arm64", "macosx_10_13_universal2"),
        python="3.13",
    ),
    "macos-x86_64": System(
        environment=MACOS | {"platform_machine": "x86_64"},
        tags=("macosx_13_0_universal2", "macosx_13_0_x86_64", "macosx_10_13_x86_64", "macosx_10_9_x86_64"),
        python="3.13",
    ),
    "linux": System(
        environment=LINUX,
        tags=(
            "manylinux_2_34_x86_64",
            "manylinux_2_28_x86_64",
            "manylinux_2_17_x86_64",
            "manylinux2014_x86_64",
        ),
        python="3.11",
    ),
}


def needed(lock: str, system: System) -> list[str]:
    """The requirements of `lock` that hold on `system`, each with its hashes and without its marker."""
    version = {"python_version": system.python, "python_full_version": f"{system.python}.0"}
    environment = system.environment | version | {"implementation_name": "cpython"}
    found = []
    for requirement in lock.replace("\\\n", " ").splitlines():
        named, _, hashes = requirement.partition(" --hash=")
        package, _, marker = named.partition(" ; ")
        if not marker or Marker(marker).evaluate(environment):
            found.append(f"{package.strip()} --hash={hashes}")
    return found


def download(lock: Path, system: System, target: Path) -> None:
    """Get them all; raises CalledProcessError when one is not to be had for this system."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "requirements.txt"
        requirements.write_text(
            "\n".join(needed(lock.read_text(encoding="utf-8"), system)) + "\n", encoding="utf-8"
        )
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
                *("--no-deps", "--only-binary", ":all:", "--require-hashes", "--dest", str(target)),
                *(
                    "--python-version",
                    system.python,
                    "--implementation",
                    "cp",
                    "--abi",
                    f"cp{system.python.replace('.', '')}",
                ),
                *("--abi", "abi3", "--abi", "none"),
                *(word for tag in system.tags for word in ("--platform", tag)),
                *("--requirement", str(requirements)),
            ],
            check=True,
        )


if __name__ == "__main__":
    download(Path(sys.argv[1]), SYSTEMS[sys.argv[2]], Path(sys.argv[3]))
