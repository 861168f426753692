"""How long something took that was done, in the words that stand for it everywhere."""

from PySide6.QtCore import QCoreApplication

from supple.domain.minutes import MINUTE_S, SECOND_MS, is_under_a_minute, whole_minutes


def done_words(length_ms: float) -> str:
    """ "12 min", or "under 1 min": several short sessions are not a minute each and two together."""
    if is_under_a_minute(length_ms):
        return QCoreApplication.translate("Time", "under 1 min")
    return QCoreApplication.translate("Time", "{minutes} min").format(minutes=whole_minutes(length_ms))


def long_done_words(length_ms: float) -> str:
    """The same where hours may come together: "3 h 5 min"."""
    hours, minutes = divmod(whole_minutes(length_ms), MINUTE_S)
    if not hours:
        return done_words(length_ms)
    return QCoreApplication.translate("Time", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def seconds_ms(done_s: float) -> float:
    """What a record holds in seconds, as the words above take it."""
    return done_s * SECOND_MS
