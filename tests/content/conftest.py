"""The shipped content, and a copy in which one thing can be spoilt."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from supple.domain.catalogue import Catalogue
from supple.domain.catalogue_validation import problems
from supple.storage.content import load_catalogue

ASSETS = Path(__file__).parents[2] / "assets"
CHECKS = (
    "hip_length_floor",
    "hip_length_edge",
    "hip_hold",
    "bridge_hold",
    "march",
    "heel_to_buttock",
    "lessons",
)


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Every content file by its name, and the words of the voice."""
    content = {path.name: path.read_bytes() for path in sorted((ASSETS / "content" / "en").glob("*.json"))}
    return content | {"spoken.json": (ASSETS / "voice" / "en" / "spoken.json").read_bytes()}


@pytest.fixture(scope="session")
def has_picture() -> Callable[[str, str], bool]:
    """Whether a picture is among the assets."""

    def look(folder: str, scene: str) -> bool:
        return (ASSETS / "pictures" / folder / f"{scene}.webp").is_file()

    return look


@pytest.fixture(scope="session")
def catalogue(files: dict[str, bytes], has_picture: Callable[[str, str], bool]) -> Catalogue:
    """The catalogue as it ships."""
    return load_catalogue(files.__getitem__, has_picture=has_picture)


def _described(folder: str, scene: str) -> bool:
    """Pictures of the article's exercises, the checks and the lessons: what the content always shows."""
    return folder[:3] in ("a1_", "a2_", "a3_") or folder in CHECKS


class Spoiler:
    """A copy of the content in which a test makes a mistake and reads what is said about it."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = {name: json.loads(content) for name, content in files.items()}
        self.pictures: Callable[[str, str], bool] = _described

    def entry(self, name: str, entry_id: str) -> dict[str, Any]:
        """The entry of this id, to be changed in place."""
        found: dict[str, Any] = next(entry for entry in self._files[name] if entry["id"] == entry_id)
        return found

    def file(self, name: str) -> Any:
        """The whole file, to be changed in place."""
        return self._files[name]

    def load(self) -> Catalogue:
        """The spoilt content, decoded, with what there is to read."""
        catalogue = load_catalogue(self._read, has_picture=self.pictures)
        catalogue.reading()
        return catalogue

    def problems(self) -> tuple[str, ...]:
        """What the check says about the spoilt content."""
        return problems(self.load(), has_picture=self.pictures)

    def _read(self, name: str) -> bytes:
        return json.dumps(self._files[name]).encode()


@pytest.fixture
def spoiler(files: dict[str, bytes]) -> Spoiler:
    """A fresh copy of the content, with the pictures of the article."""
    return Spoiler(files)
