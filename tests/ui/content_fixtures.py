"""The shipped catalogue, and the pictures of the resource file."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from supple.domain.catalogue import Catalogue
from supple.storage.content import load_catalogue
from supple.ui.kit.button import Button

ASSETS = Path(__file__).parents[2] / "assets"
A1, A2, A3 = "a1_piriformis_supine", "a2_glute_seated_twist", "a3_half_kneeling_hip_flexor"


def shipped() -> Catalogue:
    def read(name: str) -> bytes:
        return (ASSETS / "content" / "en" / name).read_bytes()

    def has_picture(folder: str, scene: str) -> bool:
        return (ASSETS / "pictures" / folder / f"{scene}.webp").is_file()

    return load_catalogue(read, has_picture=has_picture)


def words(page: QWidget) -> str:
    """Everything that can be read on a page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page: QWidget, name: str) -> Button:
    """The button a screen reader calls `name`."""
    for found in page.findChildren(Button):
        if found.isVisible() and name in (found.accessibleName(), found.text()):
            return found
    raise AssertionError(f"there is no button {name}")
