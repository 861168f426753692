"""The frozen program starts here: PyInstaller wants a script, not a package."""

import os
import sys

# What the frozen program was started with is not for others: a browser or a file manager that Supple opens must
# find its own libraries and plugins. Our own are found by their places.
if sys.platform == "linux":
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    if os.environ.get(name, "").startswith(getattr(sys, "_MEIPASS", "?")):
        del os.environ[name]

from supple.cli import main

sys.exit(main())
