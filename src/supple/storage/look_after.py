"""What is done for an open history once in a while: every row read, and the copy of the day kept."""

import logging
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from supple.storage.copies import CopyError, copy_is_due, keep_copy
from supple.storage.faults import sorted_faults
from supple.storage.inspect import lenient_text
from supple.storage.whole import IntegrityReport, read_connection

log = logging.getLogger(__name__)


def look_after(database: Path, *, now: datetime) -> IntegrityReport:
    """Read the open `database` through and keep a copy when one is due; raises HistoryError when it cannot be read."""
    with sorted_faults(database):
        address = f"{database.absolute().as_uri()}?mode=rw"  # never made anew where it was taken away
        with closing(sqlite3.connect(address, uri=True, timeout=2.0)) as connection:
            connection.text_factory = lenient_text
            found = read_connection(connection, patiently=True)
    if found.records and copy_is_due(database, now=now):
        try:
            keep_copy(database, now=now)
        except (CopyError, sqlite3.Error, OSError) as error:
            log.info("the copy of the day has to wait: %s", error)
    return found
