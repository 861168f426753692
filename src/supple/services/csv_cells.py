"""How values stand in the cells of our CSV files, and how they are read out of them again."""

import re
from datetime import datetime

_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"  # the wide ones too: some spreadsheets take them for the same
_BLANK = "[\\s\u200b\u2060\ufeff]*"
_FIRST = re.compile(f"[\t\r\n']|{_BLANK}[{_FORMULA}]")
_AFTER_SEMICOLON = re.compile(
    f"(;{_BLANK})('*[{_FORMULA}])"
)  # many languages' spreadsheets begin a cell there
_GUARDED_AFTER_SEMICOLON = re.compile(f"(;{_BLANK})'('*[{_FORMULA}])")


def text_cell(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: one apostrophe before whatever could begin one."""
    inside = _AFTER_SEMICOLON.sub(r"\1'\2", text)
    return f"'{inside}" if _FIRST.match(text) else inside


def plain_text(cell: str) -> str:
    """The text of a cell, without the apostrophes that guarded it."""
    text = cell[1:] if cell.startswith("'") and _FIRST.match(cell[1:]) else cell
    return _GUARDED_AFTER_SEMICOLON.sub(r"\1\2", text)


def time_cell(moment: datetime) -> str:
    """ISO 8601 with offset; milliseconds, or microseconds where there are some."""
    return moment.isoformat(timespec="microseconds" if moment.microsecond % 1000 else "milliseconds")


def optional_time_cell(moment: datetime | None) -> str:
    """The same, empty for None."""
    return "" if moment is None else time_cell(moment)


def number_cell(number: float | None) -> str:
    """At most one decimal for seconds and degrees, whole numbers as they are; empty for None."""
    if number is None:
        return ""
    return str(number) if isinstance(number, int) else f"{number:.1f}"


def day_cell(moment: datetime) -> str:
    """The local day."""
    return moment.date().isoformat()


def clock_cell(moment: datetime) -> str:
    """The local time of day."""
    return moment.strftime("%H:%M:%S")
