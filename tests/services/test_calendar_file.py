"""The calendar file of a plan, read back by a reader of our own: days, words and names of entries, and nothing more."""

from datetime import UTC, date, datetime, timedelta

from tests.domain.plan_life import MONDAY, Life, plan_of

from supple.domain.plan import PlanCause
from supple.domain.plan_changes import paused
from supple.services.calendar_file import CalendarEntry, EntryWords, calendar_file, planned_entries

NOW = datetime(2026, 6, 29, 7, 30, tzinfo=UTC)
WORDS = EntryWords(session="Length-first plan, {minutes} min", check="Check your hips again")
Entry = dict[str, str]


def read(content: bytes) -> tuple[Entry, list[Entry]]:
    """The calendar's own properties and those of its events, by RFC 5545 3.1: unfolded, unescaped."""
    text = content.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    head: Entry = {}
    events: list[Entry] = []
    at = head
    for line in lines[1:-2]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            at = {}
        elif line == "END:VEVENT":
            events.append(at)
            at = head
        else:
            plain = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
            at[name] = plain
    return head, events


def test_every_session_and_check_to_come_is_a_day_in_the_calendar() -> None:
    life = Life(plan_of())
    rows = life.look().rows
    entries = planned_entries("p", rows, WORDS, today=MONDAY)
    head, events = read(calendar_file(entries, name="Length-first plan", now=NOW))
    assert (head["VERSION"], head["X-WR-CALNAME"]) == ("2.0", "Length-first plan")
    planned = [day for row in rows for day in row.days if day.mark == "planned" or day.is_check]
    assert [event["DTSTART;VALUE=DATE"] for event in events] == [f"{day.day:%Y%m%d}" for day in planned]
    for event, day in zip(events, planned, strict=True):
        assert event["DTEND;VALUE=DATE"] == f"{day.day + timedelta(days=1):%Y%m%d}"
        words = f"Length-first plan, {day.minutes} min" if day.minutes else "Check your hips again"
        assert event["SUMMARY"] == words
    assert len({event["UID"] for event in events}) == len(events)
    assert {event["DTSTAMP"] for event in events} == {"20260629T073000Z"}


def test_what_is_behind_paused_or_done_is_not_in_it() -> None:
    life = Life(plan_of())
    life.green()
    life.plan = paused(life.plan, PlanCause.HOLIDAY, life.now, last=date(2026, 7, 5))
    entries = planned_entries("p", life.look().rows, WORDS, today=life.day)
    assert entries[0].day == date(2026, 7, 6)


def test_an_entry_keeps_its_name_when_it_is_written_again() -> None:
    rows = Life(plan_of()).look().rows
    first, later = (planned_entries("p", rows, WORDS, today=MONDAY + timedelta(days=n)) for n in (0, 7))
    assert {entry.entry_id for entry in later} < {entry.entry_id for entry in first}


def test_words_of_any_language_come_back_as_they_were() -> None:
    words = "Плани, 14 хв; кожного дня: " + "дуже довга назва " * 8
    entry = CalendarEntry(entry_id="x", day=MONDAY, words=words)
    (event,) = read(calendar_file([entry], name="x", now=NOW))[1]
    assert event["SUMMARY"] == words
