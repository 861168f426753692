"""A plan as a calendar file: one whole-day entry for each session and each check to come, as calendars read them.

Nothing of pain, findings or names stands in it: a calendar is shown on lock screens and shared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from supple import __version__
from supple.domain.plan_calendar import DayMark, PlanRow

PRODUCT = f"-//Supple//Supple {__version__}//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One day in a calendar; `entry_id` is the same whenever it is written, so that it takes its own place again."""

    entry_id: str
    day: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWords:
    """What entries are called: `session` with {minutes} in it, and `check`."""

    session: str
    check: str


def planned_entries(
    plan_id: str, rows: Iterable[PlanRow], words: EntryWords, *, today: date
) -> tuple[CalendarEntry, ...]:
    """What is planned from `today` on, in order; a check on the day of a session comes after it."""
    found = []
    for day in (day for row in rows for day in row.days if day.day >= today):
        if day.mark is DayMark.PLANNED:
            called = words.session.replace("{minutes}", str(day.minutes))
            found.append(CalendarEntry(entry_id=f"{plan_id}-{day.day}", day=day.day, words=called))
        if day.is_check and not day.is_checked:
            entry_id = f"{plan_id}-{day.day}-check"
            found.append(CalendarEntry(entry_id=entry_id, day=day.day, words=words.check))
    return tuple(found)


def calendar_file(entries: Iterable[CalendarEntry], *, name: str, now: datetime) -> bytes:
    """The entries as a file of RFC 5545, in UTF-8; `name` is what the calendar is called."""
    from icalendar import Calendar, Event  # 80 ms, and seldom needed

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.entry_id}@supple")
        event.add("dtstamp", now)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.words)
        event.add("transp", "TRANSPARENT")  # it takes no time away from others
        calendar.add_component(event)
    return bytes(calendar.to_ical())
