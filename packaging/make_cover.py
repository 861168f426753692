"""Writes assets/content/en/cover.json: what Today says before the catalogue is read, taken from the catalogue itself.

Run it after a change to the article's routine or its exercises: ``.venv/bin/python packaging/make_cover.py``.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
COVER = ROOT / "assets" / "content" / "en" / "cover.json"
sys.path.insert(0, str(ROOT / "src"))


def cover_text() -> str:
    """The text that cover.json should have."""
    from supple.app.today_offer import offer
    from supple.domain.offered import NO_LIMITS
    from supple.domain.today import WhatIsKnown
    from supple.storage.content import load_catalogue

    def read(name: str) -> bytes:
        return (ROOT / "assets" / "content" / "en" / name).read_bytes()

    def has_picture(exercise_id: str, scene: str) -> bool:
        return (ROOT / "assets" / "pictures" / exercise_id / f"{scene}.webp").exists()

    catalogue = load_catalogue(read, has_picture=has_picture)
    return (
        json.dumps(
            offer(catalogue, NO_LIMITS, WhatIsKnown(now=ANY_DAY))._asdict(), indent=2, ensure_ascii=False
        )
        + "\n"
    )


if __name__ == "__main__":
    COVER.write_text(cover_text(), encoding="utf-8")
    print(f"{COVER.relative_to(ROOT)} is written.")
