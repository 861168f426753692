"""Writes cover.json of every language: what Today says before the catalogue is read, taken from the catalogue itself.

Run it after a change to the article's routine or its exercises: ``.venv/bin/python packaging/make_cover.py``.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
CONTENT = ROOT / "assets" / "content"
sys.path.insert(0, str(ROOT / "src"))


def cover_text(language: str) -> str:
    """The text that a language's cover.json should have; there has to be an application, which translates."""
    from PySide6.QtCore import QCoreApplication, QTranslator

    from supple.app.today_offer import offer
    from supple.domain.offered import NO_LIMITS
    from supple.domain.today import WhatIsKnown
    from supple.storage.content import load_catalogue

    def read(name: str) -> bytes:
        own = CONTENT / language / name
        return (own if own.exists() else CONTENT / "en" / name).read_bytes()

    def has_picture(exercise_id: str, scene: str) -> bool:
        return (ROOT / "assets" / "pictures" / exercise_id / f"{scene}.webp").exists()

    translator = QTranslator()
    if translator.load(str(ROOT / "assets" / "i18n" / f"supple_{language}.qm")):
        QCoreApplication.installTranslator(translator)
    catalogue = load_catalogue(read, has_picture=has_picture)
    told = offer(catalogue, NO_LIMITS, WhatIsKnown(now=ANY_DAY))._asdict()
    QCoreApplication.removeTranslator(translator)
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication([])
    for folder in sorted(CONTENT.iterdir()):
        cover = folder / "cover.json"
        cover.write_text(cover_text(folder.name), encoding="utf-8")
        print(f"{cover.relative_to(ROOT)} is written.")
