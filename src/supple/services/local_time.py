"""The clock on the person's wall."""

from datetime import UTC, datetime


def local_now() -> datetime:
    """Now, with the offset of where the person is; in UTC where the system's offset is of no place on earth."""
    try:
        return datetime.now().astimezone()
    except ValueError:  # a TZ of a whole day or more
        return datetime.now(UTC)
