"""A wheel built from a clean checkout is a whole program: it has its pictures, icons and sounds."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


def checkout(target: Path) -> Path:
    """What git knows of this work tree, without anything that was made in it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (
            name.startswith(("tests/", "docs/", "benchmarks/", "assets/studio/"))
            or not (ROOT / name).is_file()
        ):
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)
    return target


@pytest.mark.slow
def test_a_wheel_from_a_clean_checkout_is_whole(tmp_path: Path) -> None:
    source, wheels, site = checkout(tmp_path / "checkout"), tmp_path / "wheels", tmp_path / "site"
    assert not list(source.rglob("*.rcc"))
    subprocess.run([sys.executable, "-c", BUILD, str(wheels)], cwd=source, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(site),
    ]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)

    # Without site's own files, so that nothing of the work tree is on the way; what Supple needs lies beside it.
    found = {"PYTHONPATH": os.pathsep.join((str(site), sysconfig.get_path("purelib")))}
    said = subprocess.run(
        [sys.executable, "-S", "-m", "supple", "--data-dir", str(tmp_path / "data"), "doctor"],
        cwd=tmp_path,
        env={**os.environ, **found},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr
    assert "broken" not in said.stdout
    assert "31 exercises have all of theirs" in said.stdout
    made = subprocess.run(
        [sys.executable, "-S", "-c", "import supple; print(supple.__file__)"],
        cwd=tmp_path,
        env={**os.environ, **found},
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout.startswith(str(site))
