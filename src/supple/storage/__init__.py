"""Where things are kept on disk; importing this package imports no database, so that the window can be shown first."""

from pathlib import Path

DATABASE = "history.db"
"""The history's file inside the data folder."""

_MIGRATIONS = Path(__file__).parent / "migrations" / "versions"
REVISIONS = tuple(sorted(file.name[:4] for file in _MIGRATIONS.glob("[0-9]*.py")))
"""Every schema there ever was, oldest first: the names of the migrations."""
