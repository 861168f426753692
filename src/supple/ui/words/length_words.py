"""Lengths in words: in centimetres or inches, as the person chose or as the system measures."""

import re
from math import ceil, floor

from PySide6.QtCore import QCoreApplication, QLocale

from supple.domain.settings import Lengths

CM_PER_INCH = 2.54
DECIMALS = 1  # of what is shown: a tape is read to half a centimetre
_NUMBER = re.compile(r"\d+(\.\d*)?|\.\d+")
_POINTS = str.maketrans(dict.fromkeys(",\N{ARABIC DECIMAL SEPARATOR}", "."))
_SYSTEM_OF_INCHES = QLocale.MeasurementSystem.ImperialUSSystem


def unit_in_use(lengths: Lengths) -> Lengths:
    """CM or INCHES: what was chosen, else what the system measures in."""
    if lengths is not Lengths.SYSTEM:
        return lengths
    return Lengths.INCHES if QLocale.system().measurementSystem() is _SYSTEM_OF_INCHES else Lengths.CM


def unit_word(unit: Lengths) -> str:
    """ "cm", "in"."""
    if unit is Lengths.INCHES:
        return QCoreApplication.translate("Lengths", "in", "short for inches")
    return QCoreApplication.translate("Lengths", "cm", "short for centimetres")


def read_length(words: str, unit: Lengths) -> float | None:
    """The centimetres that `words` say in `unit`, to a tenth of a millimetre; a comma and a point both divide.

    None for nothing, and for what is no number that a tape can say.
    """
    plain = words.strip().translate(_POINTS)
    if not _NUMBER.fullmatch(plain):
        return None
    return round(float(plain) * (CM_PER_INCH if unit is Lengths.INCHES else 1.0), 2)


def length_words(cm: float, unit: Lengths) -> str:
    """ "67.5", "67,5" without its unit."""
    return QLocale().toString(cm / (CM_PER_INCH if unit is Lengths.INCHES else 1.0), "f", DECIMALS)


def range_words(bounds_cm: tuple[float, float], unit: Lengths) -> tuple[str, str]:
    """The least and the most in whole numbers that both lie inside."""
    least, most = (cm / (CM_PER_INCH if unit is Lengths.INCHES else 1.0) for cm in bounds_cm)
    return QLocale().toString(ceil(least)), QLocale().toString(floor(most))
