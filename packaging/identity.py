"""Who Supple is and what was released when: identity.toml, the version in the source, and CHANGELOG.md."""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """identity.toml as it stands there; `description` is paragraphs, `screenshots` file names and captions."""

    package: str
    name: str
    id: str
    site: str
    contact: str
    developer: str
    summary: str
    description: list[str]
    screenshots: list[list[str]]

    @classmethod
    def read(cls) -> "Identity":
        """From the file beside this one."""
        return cls(**tomllib.loads(Path(__file__).with_name("identity.toml").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One version of CHANGELOG.md; `date` is "" for what is not released, `commit` "" when none is named."""

    version: str
    date: str
    commit: str
    changes: tuple[str, ...]


def releases(changelog: str) -> list[Release]:
    """What CHANGELOG.md says, the newest first; what is not released yet has the version ""."""
    found = []
    for part in re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        named = re.match(r"\[([\d.]+)\](?: - (\S+))?", heading)
        commit = re.search(r"^Commit `([0-9a-f]{40})`", body, re.MULTILINE)
        changes = re.findall(r"^- (.+(?:\n  .+)*)", body, re.MULTILINE)
        found.append(
            Release(
                version=named[1] if named else "",
                date=(named[2] or "") if named else "",
                commit=commit[1] if commit else "",
                changes=tuple(" ".join(change.split()) for change in changes),
            )
        )
    return found


def source_version(source: Path) -> str:
    """The one place of the version."""
    text = (source / "src/supple/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError(f"{source} names no version")
    return found[1]


def package_version(version: str, known: list[Release], *, commit: str, epoch_s: int) -> str:
    """The version for package managers: a build after the release of `version` sorts behind that release."""
    is_later = any(release.version == version and release.commit not in ("", commit) for release in known)
    day = datetime.fromtimestamp(epoch_s, UTC)
    return f"{version}+git{day:%Y%m%d%H%M}.{commit[:7]}" if is_later else version
