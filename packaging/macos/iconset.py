"""Draws the icon's pictures for macOS: python packaging/macos/iconset.py SVG FOLDER.iconset"""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "desktop")]
from make_desktop import draw_icons
from plist import ICONSET


def draw(svg: Path, iconset: Path) -> None:
    """One file for each entry of ICONSET, out of the sizes that are drawn for all systems."""
    work = iconset.with_suffix(".work")
    draw_icons(svg, work)
    iconset.mkdir(parents=True, exist_ok=True)
    for name, size_px in ICONSET.items():
        drawn = work / f"hicolor/{size_px}x{size_px}/apps/supple.png"
        (iconset / name).write_bytes(drawn.read_bytes())


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
