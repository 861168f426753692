"""What is left out at a start stays out: PySide reading sources, and looking for garbage."""

import subprocess
import sys

READ_SOURCES = """
import linecache
from PySide6 import QtCore
{begin}
import supple.storage.database
print(sum(entry[0] for entry in linecache.cache.values() if len(entry) > 1))
"""


def sources_kept(begin: str) -> int:
    """Characters of source that Python keeps in its line cache."""
    program = READ_SOURCES.format(begin=begin)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_the_sources_of_what_is_imported_are_neither_read_nor_kept() -> None:
    assert sources_kept("from supple.lean import begin_lean; begin_lean()") < 500_000


def test_nor_is_what_was_read_before_it_kept_once_the_window_has_settled() -> None:
    before = "import typing; import argparse; from supple.lean import begin_lean, end_lean; begin_lean(); end_lean()"
    assert sources_kept(before) < 50_000


def test_without_it_they_are_so_that_this_is_still_worth_its_lines() -> None:
    assert sources_kept("") > 2_000_000
