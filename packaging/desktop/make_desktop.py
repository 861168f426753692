"""Makes what a desktop wants of a program: icons in all sizes, the entry in the menu, the page in a software centre.

usage: python packaging/desktop/make_desktop.py SOURCE TARGET   TARGET is the "share" folder to fill
"""

import os
import sys
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from identity import Identity, Release, releases, source_version

HERE = Path(__file__).resolve().parent
ICON_PX = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)


def metainfo(identity: Identity, known: list[Release], *, version: str, day: str) -> str:
    """The AppStream page; a `version` that CHANGELOG.md does not know yet was made on `day`."""
    shown = [release for release in known if release.version]
    if version not in [release.version for release in shown]:
        shown.insert(0, Release(version=version, date=day, commit="", changes=()))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<component type="desktop-application">',
        f"  <id>{identity.id}</id>",
        "  <metadata_license>MIT</metadata_license>",
        "  <project_license>MIT</project_license>",
        f"  <name>{identity.name}</name>",
        f"  <summary>{escape(identity.summary)}</summary>",
        f"  <developer_name>{escape(identity.developer)}</developer_name>",
        "  <description>",
        *(f"    <p>{escape(paragraph)}</p>" for paragraph in identity.description),
        "  </description>",
        '  <launchable type="desktop-id">supple.desktop</launchable>',
        f'  <url type="homepage">{identity.site}</url>',
        '  <content_rating type="oars-1.1"/>',
        "  <provides>",
        "    <binary>supple</binary>",
        "  </provides>",
        "  <screenshots>",
        *(
            line
            for number, shot in enumerate(identity.screenshots)
            for line in _screenshot(identity, number, shot)
        ),
        "  </screenshots>",
        "  <releases>",
        *(line for release in shown for line in _release(release)),
        "  </releases>",
        "</component>",
        "",
    ]
    return "\n".join(lines)


def _screenshot(identity: Identity, number: int, shot: list[str]) -> list[str]:
    file, caption = shot
    kind = ' type="default"' if number == 0 else ""
    return [
        f"    <screenshot{kind}>",
        f"      <caption>{escape(caption)}</caption>",
        f'      <image type="source">{identity.site}/screenshots/{file}</image>',
        "    </screenshot>",
    ]


def _release(release: Release) -> list[str]:
    opening = f'    <release version="{release.version}" date="{release.date}"'
    if not release.changes:
        return [opening + "/>"]
    items = [f"          <li>{escape(change.replace('`', ''))}</li>" for change in release.changes]
    return [
        opening + ">",
        "      <description>",
        "        <ul>",
        *items,
        "        </ul>",
        "      </description>",
        "    </release>",
    ]


def draw_icons(svg: Path, icons: Path) -> None:
    """The icon in every size of the hicolor theme under `icons`, and as it is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication([])
    renderer = QSvgRenderer(str(svg))
    for size_px in ICON_PX:
        image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        file = icons / f"hicolor/{size_px}x{size_px}/apps/supple.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(file)):
            raise OSError(f"{file} could not be written")
    scalable = icons / "hicolor/scalable/apps/supple.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    scalable.write_bytes(svg.read_bytes())
    del application


def make(source: Path, share: Path, *, day: str) -> None:
    """Everything, for the version in `source`."""
    identity = Identity.read()
    known = releases((source / "CHANGELOG.md").read_text(encoding="utf-8"))
    draw_icons(source / "assets/icons/supple.svg", share / "icons")
    for folder in ("applications", "metainfo"):
        (share / folder).mkdir(parents=True, exist_ok=True)
    (share / "applications/supple.desktop").write_bytes((HERE / "supple.desktop").read_bytes())
    (share / f"metainfo/{identity.id}.metainfo.xml").write_text(
        metainfo(identity, known, version=source_version(source), day=day), encoding="utf-8"
    )


if __name__ == "__main__":
    from datetime import UTC, datetime

    today = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    make(Path(sys.argv[1]), Path(sys.argv[2]), day=f"{today:%Y-%m-%d}")
