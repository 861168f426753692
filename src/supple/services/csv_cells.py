"""How values stand in the cells of our CSV files, and how they are read out of them again."""

from datetime import datetime

_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


def text_cell(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: one apostrophe before a first character that could be."""
    return f"'{text}" if text.startswith(_GUARDED) else text


def plain_text(cell: str) -> str:
    """The text of a cell, without the apostrophe that guarded it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_GUARDED) else cell


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
