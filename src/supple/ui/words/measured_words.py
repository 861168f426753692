"""What a check measured in words: an angle in its band and with its error, a hold in seconds, and what changed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from supple.domain.checks.bands import LEVEL_DEG, Change, told_band, whole_degrees, whole_error
from supple.domain.checks.retest import Retest
from supple.domain.measurement import Measurement
from supple.domain.record import Check
from supple.domain.side import Side

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
    degrees, error = whole_degrees(angle.value), whole_error(angle.error or 0.0)
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


def changes_words(changes: Sequence[Retest]) -> str:
    """Each check that was taken before, side by side: "On the floor, left: about the same."; "" without any."""
    said = [_of_a_side(each) for each in changes]
    if any(each.change is Change.SAME for each in changes):
        said.append(translate("Measured", "About the same is a fine result."))
    if not all(each.same_rules for each in changes):
        said.append(translate("Measured", "It was asked or read in another way then: compare with care."))
    return " ".join(said)


def of_a_side(check: Check, side: Side, said: str) -> str:
    """What is `said` of one check on one side: "Photo, left: 16° above level, give or take 5°."."""
    left = {
        Check.HIP_LENGTH_FLOOR: translate("Measured", "On the floor, left: {change}."),
        Check.HIP_LENGTH_EDGE: translate("Measured", "Photo, left: {change}."),
        Check.HIP_LENGTH_TAPE: translate("Measured", "Tape, left: {change}."),
        Check.HIP_HOLD: translate("Measured", "Lift hold, left: {change}."),
        Check.BRIDGE_HOLD: translate("Measured", "Bridge hold, left: {change}."),
        Check.MARCH: translate("Measured", "Slow march, left: {change}."),
        Check.HEEL_TO_BUTTOCK: translate("Measured", "Heel to the buttock, left: {change}."),
    }
    right = {
        Check.HIP_LENGTH_FLOOR: translate("Measured", "On the floor, right: {change}."),
        Check.HIP_LENGTH_EDGE: translate("Measured", "Photo, right: {change}."),
        Check.HIP_LENGTH_TAPE: translate("Measured", "Tape, right: {change}."),
        Check.HIP_HOLD: translate("Measured", "Lift hold, right: {change}."),
        Check.BRIDGE_HOLD: translate("Measured", "Bridge hold, right: {change}."),
        Check.MARCH: translate("Measured", "Slow march, right: {change}."),
        Check.HEEL_TO_BUTTOCK: translate("Measured", "Heel to the buttock, right: {change}."),
    }
    what = left if side is Side.LEFT else right
    return what[check].replace("{change}", said)


def _of_a_side(retest: Retest) -> str:
    change = {
        Change.CHANGED: translate("Measured", "changed"),
        Change.UNSURE: translate("Measured", "could be measurement"),
        Change.SAME: translate("Measured", "about the same"),
    }[retest.change]
    return of_a_side(retest.check, retest.side, change)
