"""A length in whole minutes: rounded up, from here alone, wherever minutes are shown; and what is under one."""

SECOND_MS = 1000
MINUTE_S = 60


def whole_minutes(length_ms: float) -> int:
    """Whole minutes, rounded up: nobody minds being done early. Nothing at all is 0, anything else at least 1.

    Parts of a second do not count, so that 3 minutes and a breath are 3 minutes.
    """
    if length_ms <= 0:
        return 0
    return max(1, -(-round(length_ms / SECOND_MS) // MINUTE_S))


def is_under_a_minute(length_ms: float) -> bool:
    """Whether something that was done took less than a minute: five of these are not five minutes."""
    return length_ms > 0 and round(length_ms / SECOND_MS) < MINUTE_S
