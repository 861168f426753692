"""What the morning card says: what it asks, after which session, and what was answered."""

from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from supple.domain.record import SessionRecord
from supple.ui.words.day_words import weekday
from supple.ui.words.time_words import done_words, seconds_ms

translate = QCoreApplication.translate

NOON = 12


class MorningWords(NamedTuple):
    """The question and where it comes from; `answered` is what the card folds to, with "{score}"."""

    question: str
    about: str
    answered: str


def morning_words(session: SessionRecord, now: datetime) -> MorningWords:
    """What is asked about `session`; after noon it is no longer the morning that is asked about."""
    early = now.hour < NOON
    return MorningWords(
        question=translate("MorningCard", "How is your back this morning?")
        if early
        else translate("MorningCard", "How is your back today?"),
        about=_about(session, now),
        answered=translate("MorningCard", "Pain {score} this morning.")
        if early
        else translate("MorningCard", "Pain {score} today."),
    )


def _about(session: SessionRecord, now: datetime) -> str:
    if now.date() - session.day == timedelta(days=1):
        words = translate("MorningCard", "After yesterday’s session: {routine}, {time}.")
    else:
        words = translate("MorningCard", "After the session on {day}: {routine}, {time}.")
    time = done_words(seconds_ms(session.done_s))
    words = words.format(day=weekday(session.day), routine=session.routine, time=time)
    before, after = session.pain_before, session.pain_after
    if before is not None and after is not None:
        then = translate("MorningCard", "{session} Then: pain {before} before, {after} after.")
    elif before is not None:
        then = translate("MorningCard", "{session} Then: pain {before} before.")
    elif after is not None:
        then = translate("MorningCard", "{session} Then: pain {after} after.")
    else:
        return words
    return then.format(session=words, before=before, after=after)
