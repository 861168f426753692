"""The Info.plist of the macOS program, and the sizes of its icon.

usage: python packaging/macos/plist.py VERSION   prints JSON for supple.spec
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from identity import Identity

ICONSET = {
    f"icon_{px}x{px}{suffix}.png": px * times
    for px in (16, 32, 128, 256)
    for suffix, times in (("", 1), ("@2x", 2))
}
"""File of an .iconset, to the size of its picture in pixels."""


def plist(identity: Identity, version: str) -> dict[str, object]:
    """What macOS must know; PyInstaller adds the program's file and its icon."""
    return {
        "CFBundleName": identity.name,
        "CFBundleDisplayName": identity.name,
        "CFBundleIdentifier": identity.id,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSMinimumSystemVersion": "13.0",  # of Qt 6.11's wheels
        "LSApplicationCategoryType": "public.app-category.healthcare-fitness",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # light and dark as the system is
        "NSHumanReadableCopyright": f"{identity.developer}, MIT",
    }


if __name__ == "__main__":
    print(json.dumps(plist(Identity.read(), sys.argv[1])))
