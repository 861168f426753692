"""What package managers, menus and software centres are told, out of the version, CHANGELOG.md and identity.toml."""

import configparser
import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from identity import Identity, package_version, releases, source_version
from make_desktop import metainfo
from stage_deb import control, debian_changelog

from supple import __version__
from supple.cli import STARTS

ROOT = Path(__file__).resolve().parents[2]
COMMIT = "250ef19b4f3a95548235b0d3d974a80ccedcdbed"
PAGE = f"""# Changelog

## [Unreleased]

### Added
- Something `new` for
  everybody.

## [0.1.0] - 2026-11-25

Commit `{COMMIT}`; its database is kept.

- The first version.
"""
EPOCH_S = 1_795_600_000  # 2026-11-25 09:46:40 UTC


def test_the_version_is_the_one_in_the_source() -> None:
    assert source_version(ROOT) == __version__


def test_the_changelog_is_read_with_versions_commits_and_changes() -> None:
    coming, first = releases(PAGE)
    assert (coming.version, coming.commit, coming.changes) == ("", "", ("Something `new` for everybody.",))
    assert (first.version, first.date, first.commit) == ("0.1.0", "2026-11-25", COMMIT)


def test_a_build_after_a_release_sorts_behind_it_and_the_release_itself_has_its_plain_version() -> None:
    known = releases(PAGE)
    assert package_version("0.1.0", known, commit=COMMIT, epoch_s=EPOCH_S) == "0.1.0"
    later = package_version("0.1.0", known, commit="f" * 40, epoch_s=EPOCH_S)
    assert later == "0.1.0+git202611250946.fffffff"
    assert package_version("0.2.0", known, commit="f" * 40, epoch_s=EPOCH_S) == "0.2.0"


def test_the_menu_entry_starts_what_the_command_line_knows() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(ROOT / "packaging/desktop/supple.desktop", encoding="utf-8")
    actions = entry["Desktop Entry"]["Actions"].strip(";").split(";")
    assert tuple(actions) == STARTS
    for action in actions:
        assert entry[f"Desktop Action {action}"]["Exec"] == f"supple --start {action}"


def test_the_software_centre_page_is_whole_and_names_the_version() -> None:
    identity = Identity.read()
    page = ElementTree.fromstring(  # noqa: S314 - our own words
        metainfo(identity, releases(PAGE), version="0.2.0", day="2026-12-01")
    )
    assert page.findtext("launchable") == "supple.desktop"
    assert [r.attrib["version"] for r in page.iter("release")] == ["0.2.0", "0.1.0"]
    for image in page.iter("image"):
        assert (ROOT / "docs/screenshots" / Path(image.text or "").name).is_file()


def test_the_packages_summary_has_no_capital_and_its_paragraphs_stand_apart() -> None:
    words = control(Identity.read(), version="0.1.0", needs=["libc6 (>= 2.36)", "zlib1g"], installed_kb=1)
    assert "\nDepends: libc6 (>= 2.36), zlib1g\n" in words
    assert "\nDescription: check your hips" in words
    assert "\n .\n" in words
    assert max(len(line) for line in words.splitlines()) <= 80


def test_the_packages_changelog_begins_with_what_is_packed() -> None:
    text = debian_changelog(Identity.read(), releases(PAGE), version="0.1.0+git1", epoch_s=EPOCH_S)
    assert text.startswith(
        "supple (0.1.0+git1) stable; urgency=medium\n\n  * Something `new` for everybody.\n"
    )
    assert "supple (0.1.0) stable" in text


@pytest.mark.skipif(not hasattr(os, "access"), reason="rights are told otherwise there")
@pytest.mark.parametrize("name", ["freeze", "make-deb", "make-run", "prove", "clean-root"])
def test_the_commands_can_be_started(name: str) -> None:
    assert os.access(ROOT / "packaging" / name, os.X_OK)
