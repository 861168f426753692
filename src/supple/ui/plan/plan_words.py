"""The page of a running plan in words: its week, its days, what is offered and what changed."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from supple.domain.catalogue import Catalogue
from supple.domain.pain import GREEN_TO
from supple.domain.plan import PlanChange, PlanRecord
from supple.domain.plan_calendar import DayMark, PlanDay, PlanRow
from supple.domain.plan_changes import can_be_taken_back
from supple.domain.plan_day import PlanDue, PlanToday, asked_of_week
from supple.domain.plan_ladder import PlanOffer
from supple.domain.plan_light import PlannedSession
from supple.domain.plan_outlook import activity, ratings
from supple.ui.plan.calendar_words import calendar_words, sums_words, week_name
from supple.ui.plan.change_words import plan_change_words, step_words
from supple.ui.plan.log_card import LogLine
from supple.ui.plan.plan_page import PlanNotice, PlanShown
from supple.ui.plan.week_card import WeekLine
from supple.ui.words.content_words import minutes_words
from supple.ui.words.day_words import day_and_month, number_words, short_day
from supple.ui.words.plan_ways import PlanWay, over_ways, paused_words, resume_word, week_words

translate = QCoreApplication.translate


def plan_words(today: PlanToday, catalogue: Catalogue, *, week_of: date | None = None) -> PlanShown:
    """All of it; `week_of` is a day of the week that is shown under the calendar, None for this one."""
    row = _row(today, week_of or today.today)
    plan = today.plan
    return PlanShown(
        name=catalogue.routine(plan.controls.routine_id).name,
        week=week_words(today),
        weeks=calendar_words(today.rows, today=today.today, begun=True),
        week_title=_week_title(row, today),
        week_sums=_sums(row, today),
        lines=_lines(row, today) if row is not None else (),
        log=tuple(
            LogLine(
                on=day_and_month(change.day),
                words=plan_change_words(change, catalogue),
                key=change.change_id if can_be_taken_back(plan, change) else "",
            )
            for change in sorted(plan.changes, key=_day_of, reverse=True)
        ),
        checks=_checks(today),
        activity=activity(plan),
        rated=_rated(plan),
        offer=_offer(today.offer, catalogue),
        notice=_notice(today),
        can_pause=today.due in (PlanDue.SESSION, PlanDue.REST, PlanDue.DONE, PlanDue.CHECK),
        can_start=today.session.offer.routine is not None and today.due not in (PlanDue.STANDS, PlanDue.OVER),
    )


def _day_of(change: PlanChange) -> date:
    return change.day


def _rated(plan: PlanRecord) -> str:
    """How the activity was rated last; "" for never."""
    found = ratings(plan)
    if not found:
        return ""
    day, score = found[-1]
    words = translate("PlanWords", "Last: {score} of 10, on {day}.")
    return words.replace("{score}", number_words(score)).replace("{day}", day_and_month(day))


def _row(today: PlanToday, day: date) -> PlanRow | None:
    return next((row for row in today.rows if day in row.week.days), None)


def _week_title(row: PlanRow | None, today: PlanToday) -> str:
    if row is None or today.today in row.week.days:
        return translate("PlanWords", "This week")
    return week_name(row.week)


def _sums(row: PlanRow | None, today: PlanToday) -> str:
    asked = asked_of_week(today, row.days[0].day) if row is not None else None
    if row is None or asked is None or not asked.sessions:
        return ""
    minutes = sum(day.minutes for day in row.days if day.mark is DayMark.DONE)
    return sums_words(done=asked.done, planned=asked.sessions, minutes=minutes)


def _lines(row: PlanRow, today: PlanToday) -> tuple[WeekLine, ...]:
    return tuple(
        line
        for day in row.days
        for line in _of_day(day, today)
        if day.mark in (DayMark.DONE, DayMark.PLANNED) or day.is_check or day.day == today.today
    )


def _of_day(day: PlanDay, today: PlanToday) -> tuple[WeekLine, ...]:
    is_today = day.day == today.today
    name = translate("PlanWords", "Today") if is_today else short_day(day.day, today=today.today)
    if day.mark is DayMark.DONE:
        words = translate("PlanWords", "Done, {time}")
        return (
            WeekLine(
                day=name,
                session=words.replace("{time}", minutes_words(day.minutes)),
                pains=_pains(day.sessions),
                is_done=True,
            ),
        )
    if day.mark is DayMark.PLANNED:
        words = translate("PlanWords", "{name}, {time}").replace("{name}", today.session.offer.whole.name)
        if not is_today:
            words = translate("PlanWords", "Planned, {time}")
        return (
            WeekLine(day=name, session=words.replace("{time}", minutes_words(day.minutes)), starts=is_today),
        )
    if day.is_check and not day.is_checked:
        return (WeekLine(day=name, session=translate("PlanWords", "Check your hips again")),)
    if day.is_checked:
        return (WeekLine(day=name, session=translate("PlanWords", "Hips checked again"), is_done=True),)
    if day.mark is DayMark.PAUSED:
        return (WeekLine(day=name, session=translate("PlanWords", "Paused")),)
    return (WeekLine(day=name, session=translate("PlanWords", "Nothing due")),)


def _pains(sessions: tuple[PlannedSession, ...]) -> str:
    """Before, after, the next morning; what was not told is left open."""
    if not sessions:
        return ""
    last = sessions[-1]
    told = (last.session.pain_before, last.session.pain_after, last.pain_morning)
    if all(score is None for score in told):
        return translate("PlanWords", "not rated")
    words = translate("PlanWords", "{0} → {1} → {2}")
    for place, score in enumerate(told):
        words = words.replace(f"{{{place}}}", "–" if score is None else number_words(score))
    return words


def _checks(today: PlanToday) -> str:
    done = [day.day for row in today.rows for day in row.days if day.is_checked and day.day <= today.today]
    parts = []
    if done:
        words = translate("PlanWords", "{day}: done.")
        parts.append(words.replace("{day}", day_and_month(done[-1])))
    if today.next_check is not None:
        words = translate(
            "PlanWords",
            "Next on **{day}**, as before: the same place, the same time of day, after a two-minute walk.",
        )
        parts.append(words.replace("{day}", day_and_month(today.next_check)))
    return " ".join(parts)


def _offer(offer: PlanOffer | None, catalogue: Catalogue) -> tuple[str, str]:
    if offer is None:
        return "", ""
    because = translate(
        "PlanWords",
        "Because two sessions in a row stayed at pain {0} or less, the next mornings too. Nothing else changes.",
    ).replace("{0}", str(GREEN_TO))
    title = step_words(offer.step, catalogue)
    return title, f"{offer.harder} {because}" if offer.harder else because


def _notice(today: PlanToday) -> PlanNotice | None:
    if today.plan.is_newer:
        return PlanNotice(
            title=translate("PlanWords", "Made by a newer version"),
            sentence=translate(
                "PlanWords", "A newer Supple has changed this plan. What this one knows of it is shown."
            ),
        )
    match today.due:
        case PlanDue.PAUSED:
            return PlanNotice(
                title=paused_words(today.pause),
                sentence=translate("PlanWords", "Nothing is due meanwhile, and nothing moves."),
                ways=((PlanWay.RESUME, resume_word()),),
            )
        case PlanDue.OVER:
            return PlanNotice(
                title=translate("PlanWords", "The four weeks are over"),
                sentence=translate(
                    "PlanWords",
                    "A check shows what has changed. Then you can keep going, change to another, or stop.",
                ),
                ways=over_ways(),
            )
        case PlanDue.STANDS:
            return PlanNotice(
                title=translate("PlanWords", "The plan stands still"),
                sentence=translate(
                    "PlanWords",
                    "You told of pain above what it goes on with, or of a sign. It goes on when the questions about "
                    "that were answered.",
                ),
            )
        case _:
            return None
