"""What a plan says outside of the window: on paper, and in a calendar."""

from PySide6.QtCore import QCoreApplication

from supple.services.calendar_file import EntryWords
from supple.ui.words.day_words import first_weekday, short_weekday

translate = QCoreApplication.translate
WEEK = 7


def entry_words(name: str) -> EntryWords:
    """The words of a calendar's entries: nothing of pain or findings, for a lock screen may show them."""
    session = translate("PlanPaper", "{name}, {minutes} min").replace("{name}", name)
    return EntryWords(session=session, check=translate("PlanPaper", "Check your hips again"))


def paper_days(days: frozenset[int]) -> str:
    """The weekdays that were chosen, in the order of the person's week: "Mon, Wed, Fri"."""
    first = first_weekday() - 1
    in_order = [(first + n) % WEEK for n in range(WEEK)]
    return ", ".join(short_weekday(day + 1) for day in in_order if day in days)
