"""An angle of the thigh in words: above and below need no sign that has to be learnt."""

from PySide6.QtCore import QCoreApplication, QLocale

from supple.domain.checks.bands import whole_degrees, whole_error


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


def short_angle_words(angle_deg: float) -> str:
    """ "16° above", for a cell of a table."""
    whole = whole_degrees(angle_deg)
    if whole == 0:
        return QCoreApplication.translate("Angle", "level")
    told = (
        QCoreApplication.translate("Angle", "{angle}° above")
        if whole > 0
        else QCoreApplication.translate("Angle", "{angle}° below")
    )
    return told.format(angle=QLocale().toString(abs(whole)))


def error_words(error_deg: float) -> str:
    """ "give or take 5°", rounded up."""
    return QCoreApplication.translate("Angle", "give or take {error}°").format(error=whole_error(error_deg))


def scale_words() -> tuple[str, str, str]:
    """The three words under a scale."""
    return (
        QCoreApplication.translate("Angle", "Below level"),
        QCoreApplication.translate("Angle", "About level"),
        QCoreApplication.translate("Angle", "Above level"),
    )
