"""An angle of the thigh in words: above and below need no sign that has to be learnt."""

from PySide6.QtCore import QCoreApplication, QLocale

from supple.domain.checks.bands import whole_degrees


def level_words(angle_deg: float) -> str:
    """ "16° above level" to the whole degree."""
    whole = whole_degrees(angle_deg)
    if whole == 0:
        return QCoreApplication.translate("Angle", "Level")
    told = (
        QCoreApplication.translate("Angle", "{angle}° above level")
        if whole > 0
        else QCoreApplication.translate("Angle", "{angle}° below level")
    )
    return told.format(angle=QLocale().toString(abs(whole)))
