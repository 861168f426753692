"""Which content each picture was made from, so that only what changed is rendered and a stopped run goes on."""

import hashlib
import json
from pathlib import Path

from .recipe import Exercise

# What moves a point of the figure or a colour; the rest of the studio may change without new pictures.
_SOURCES = (
    "breathing", "contacts", "dress", "edges", "figure", "figure_data", "flesh", "floor", "framing", "grips", "hair",
    "hands", "looks", "mistakes", "muscles", "positions", "props", "recipe", "rotation", "anatomy", "sculpt",
    "shot", "shots", "skeleton", "solve", "terms", "view",
)  # fmt: skip


class Ledger:
    """Written after every picture."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._made: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}

    def is_made(self, picture: Path, name: str, fingerprint: str) -> bool:
        """Whether the file is there and was made from the same content."""
        return picture.exists() and self.knows(name, fingerprint)

    def knows(self, name: str, fingerprint: str) -> bool:
        """Whether this was noted last."""
        return self._made.get(name) == fingerprint

    def note(self, name: str, fingerprint: str) -> None:
        """Remember what a picture was made from."""
        if self._path.exists():  # somebody may have rendered another exercise at the same time
            self._made = {**json.loads(self._path.read_text("utf-8")), **self._made}
        self._made[name] = fingerprint
        self._path.write_text(json.dumps(self._made, indent=1, sort_keys=True) + "\n", "utf-8")


def exercise_key(exercise: Exercise, look: str) -> str:
    """Stays the same as long as no picture of the exercise can have changed; known without posing anything."""
    digest = hashlib.sha256(repr(exercise).encode() + look.encode())
    for name in _SOURCES:
        path = Path(__file__).parent / f"{name}.py"
        if path.exists():
            digest.update(path.read_bytes())
    digest.update((Path(__file__).parent / "muscles.toml").read_bytes())
    return digest.hexdigest()[:16]
