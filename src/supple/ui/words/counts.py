"""How often and how many, in words, for what is no widget."""

from PySide6.QtCore import QCoreApplication


class Counts:
    """The context of these sentences: the tool for translators sees a number in `tr`, but not in `translate`."""

    @staticmethod
    def tr(words: str, comment: str, number: int) -> str:
        """`words` in the form that goes with `number`."""
        return QCoreApplication.translate("Counts", words, comment, number)


def times_words(number: int) -> str:
    """ "once", "10 times"."""
    return Counts.tr("%n time(s)", "", number)


def times_each_side_words(number: int) -> str:
    """ "once on each side", "10 times on each side"."""
    return Counts.tr("%n time(s) on each side", "", number)


def repetitions_words(number: int, sets: str) -> str:
    """ "10 slow repetitions, 3 times"."""
    return Counts.tr("%n slow repetition(s), {sets}", "", number).format(sets=sets)


def sets_words(number: int) -> str:
    """ "1 set", "4 sets"."""
    return Counts.tr("%n set(s)", "", number)


def seconds_left_words(number: int) -> str:
    """ "1 second left", "8 seconds left"."""
    return Counts.tr("%n second(s) left", "", number)


def pregnant_words(weeks: int) -> str:
    """ "Counted as 20 weeks pregnant today."."""
    return Counts.tr("Counted as %n week(s) pregnant today.", "", weeks)


def seconds_words(number: int) -> str:
    """ "1 second", "8 seconds"."""
    return Counts.tr("%n second(s)", "", number)
