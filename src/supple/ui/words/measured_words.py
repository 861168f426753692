"""What a check measured in words: an angle in its band and with its error, a hold in seconds, and what changed."""

from PySide6.QtCore import QCoreApplication

from supple.domain.checks.bands import LEVEL_DEG, Change, told_band, whole_degrees
from supple.domain.checks.retest import Retest
from supple.domain.measurement import Measurement

translate = QCoreApplication.translate


def band_words(angle: Measurement) -> str:
    """The band of an angle: "15° to 20° above level"."""
    low, high = told_band(angle.value)
    if low == -LEVEL_DEG:
        return translate("Measured", "{low}° below to {high}° above").format(low=-low, high=high)
    if low > 0:
        return translate("Measured", "{low}° to {high}° above level").format(low=low, high=high)
    return translate("Measured", "{low}° to {high}° below level").format(low=-high, high=-low)


def angle_words(angle: Measurement) -> str:
    """An angle with its error: "16° above level, give or take 3°"; no sign, which would have to be learnt."""
    degrees, error = whole_degrees(angle.value), whole_degrees(angle.error or 0.0)
    if degrees == 0:
        words = translate("Measured", "level, give or take {error}°")
    elif degrees > 0:
        words = translate("Measured", "{angle}° above level, give or take {error}°")
    else:
        words = translate("Measured", "{angle}° below level, give or take {error}°")
    return words.replace("{angle}", str(abs(degrees))).replace("{error}", str(error))


def hold_words(hold: Measurement, *, cap_s: float | None = None) -> str:
    """Whole seconds, rounded down: "26 s of 30 s"."""
    seconds = str(int(hold.value))
    if cap_s is None:
        return translate("Measured", "{seconds} s").replace("{seconds}", seconds)
    words = translate("Measured", "{seconds} s of {most} s")
    return words.replace("{seconds}", seconds).replace("{most}", str(int(cap_s)))


def change_words(retest: Retest) -> str:
    """What became of a check since the last time; with care where the rules were others."""
    words = {
        Change.CHANGED: translate("Measured", "Since last time: changed."),
        Change.UNSURE: translate("Measured", "Since last time: could be measurement."),
        Change.SAME: translate("Measured", "Since last time: about the same."),
    }[retest.change]
    if retest.same_rules:
        return words
    care = translate("Measured", "It was asked or read in another way then: compare with care.")
    return f"{words} {care}"
