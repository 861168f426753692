"""Where things are kept on disk; importing this package imports no database, so that the window can be shown first."""

DATABASE = "history.db"
"""The history's file inside the data folder."""

REVISIONS = ("0001", "0002", "0003")
"""Every schema there ever was, oldest first: the names of the migrations."""
