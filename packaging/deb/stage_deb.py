"""Lays out the Debian package: the frozen program without what the distribution has, and what a package must bring.

usage: python packaging/deb/stage_deb.py SOURCE FROZEN ORIGINS TARGET   TARGET is filled; dpkg-deb packs it then
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "desktop"), str(HERE.parent / "frozen")]
from contents import is_of_the_system
from depends import depends
from identity import Identity, Release, package_version, releases, source_version
from make_desktop import make as make_desktop

ARCHITECTURE = "amd64"


def copy_program(frozen: Path, origins: dict[str, str], target: Path) -> None:
    """The frozen folder, less the libraries that come with the distribution: Depends names them instead."""
    shutil.copytree(frozen, target, symlinks=True)
    for name, file in origins.items():
        if is_of_the_system(name, file):
            (target / "_internal" / name).unlink()
    shutil.rmtree(target / "_internal/licences/debian", ignore_errors=True)
    for file in target.rglob("*"):
        if file.is_symlink():
            continue
        is_program = file.is_dir() or file.name == "supple"
        file.chmod(0o755 if is_program else 0o644)


def control(identity: Identity, *, version: str, needs: list[str], installed_kb: int) -> str:
    """The file that tells dpkg what this is."""
    description = "\n .\n".join(
        textwrap.fill(paragraph, 78, initial_indent=" ", subsequent_indent=" ")
        for paragraph in identity.description
    )
    lines = [
        f"Package: {identity.package}",
        f"Version: {version}",
        f"Architecture: {ARCHITECTURE}",
        f"Maintainer: {identity.contact}",
        f"Installed-Size: {installed_kb}",
        f"Depends: {', '.join(needs)}",
        "Recommends: xdg-desktop-portal, xdg-utils",
        "Suggests: speech-dispatcher",
        "Section: misc",
        "Priority: optional",
        f"Homepage: {identity.site}",
        f"Description: {identity.summary[0].lower()}{identity.summary[1:]}",
        description,
        "",
    ]
    return "\n".join(lines)


def debian_changelog(identity: Identity, known: list[Release], *, version: str, epoch_s: int) -> str:
    """CHANGELOG.md in Debian's form; a build between two releases stands at the top with what it changes."""
    entries = []
    made = datetime.fromtimestamp(epoch_s, UTC)
    if version not in [release.version for release in known]:
        changes = next((release.changes for release in known if not release.version), ()) or (
            "A build to try.",
        )
        entries.append((version, made, changes))
    for release in known:
        if release.version:
            day = datetime.fromisoformat(release.date).replace(tzinfo=UTC) if release.date else made
            entries.append((release.version, day, release.changes))
    text = ""
    for number, day, changes in entries:
        items = (textwrap.fill(c, 78, initial_indent="  * ", subsequent_indent="    ") for c in changes)
        text += f"{identity.package} ({number}) stable; urgency=medium\n\n" + "\n".join(items)
        text += f"\n\n -- {identity.contact}  {format_datetime(day)}\n\n"
    return text


def pack_text(text: str, file: Path) -> None:
    """gzip without a name and without a time, as Debian wants it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as packed, gzip.GzipFile("", "wb", 9, packed, mtime=0) as content:
        content.write(text.encode())


def write_checksums(target: Path) -> None:
    """DEBIAN/md5sums, so that debsums can look later whether a file was damaged."""
    files = sorted(
        file.relative_to(target).as_posix()
        for file in target.rglob("*")
        if file.is_file() and not file.is_symlink() and target / "DEBIAN" not in file.parents
    )
    said = subprocess.run(["md5sum", *files], cwd=target, capture_output=True, text=True, check=True).stdout
    (target / "DEBIAN/md5sums").write_text(said, encoding="utf-8")


def main(source: Path, frozen: Path, origins: Path, target: Path) -> None:
    """Do it all; prints the version of the package."""
    identity = Identity.read()
    epoch_s = int(os.environ["SOURCE_DATE_EPOCH"])
    known = releases((source / "CHANGELOG.md").read_text(encoding="utf-8"))
    commit = subprocess.run(
        ["git", "-C", str(source), "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    # Which commit was released is known to the changelog after it, not to its own.
    newest = releases((HERE.parent.parent / "CHANGELOG.md").read_text(encoding="utf-8"))
    version = package_version(source_version(source), newest, commit=commit, epoch_s=epoch_s)
    documents = target / "usr/share/doc/supple"
    copy_program(frozen, json.loads(origins.read_text(encoding="utf-8")), target / "usr/lib/supple")
    (target / "usr/bin").mkdir(parents=True)
    (target / "usr/bin/supple").symlink_to("../lib/supple/supple")
    make_desktop(source, target / "usr/share", day=f"{datetime.fromtimestamp(epoch_s, UTC):%Y-%m-%d}")
    pack_text((HERE / "supple.1").read_text(encoding="utf-8"), target / "usr/share/man/man1/supple.1.gz")
    pack_text(debian_changelog(identity, known, version=version, epoch_s=epoch_s), documents / "changelog.gz")
    shutil.copyfile(HERE / "copyright", documents / "copyright")
    overrides = target / "usr/share/lintian/overrides/supple"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(HERE / "lintian-overrides", overrides)
    installed_kb = sum(f.lstat().st_size for f in target.rglob("*") if not f.is_dir()) // 1024
    (target / "DEBIAN").mkdir()
    (target / "DEBIAN/control").write_text(
        control(identity, version=version, needs=depends(target), installed_kb=installed_kb), encoding="utf-8"
    )
    write_checksums(target)
    print(version)


if __name__ == "__main__":
    main(*(Path(word).resolve() for word in sys.argv[1:5]))
