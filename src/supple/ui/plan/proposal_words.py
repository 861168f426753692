"""A proposal in words: its name, what can be set, its weeks and its reasons."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Equipment
from supple.domain.plan_proposal import THINGS, Proposal
from supple.domain.plan_weeks import GENTLE_WEEK, GOES_UP, DayClosed, most_days
from supple.domain.side import Side
from supple.ui.plan.calendar_words import calendar_words, totals_words
from supple.ui.plan.proposal_controls import SetChoices
from supple.ui.plan.proposal_page import ProposalShown
from supple.ui.plan.reason_words import reason_words
from supple.ui.words.content_words import minutes_words
from supple.ui.words.day_words import day_and_month, weekday_and_date
from supple.ui.words.left_out import left_out_words
from supple.ui.words.plan_counts import PlanCounts

translate = QCoreApplication.translate
SHORT, WHOLE = "short", "whole"
WEEK = 7


def proposal_words(
    proposal: Proposal, catalogue: Catalogue, *, today: date, checked_on: date | None, changes: bool = False
) -> ProposalShown:
    """All of it; `changes`: it is a plan that runs, set anew."""
    routine = catalogue.routine(proposal.controls.routine_id)
    name = translate("PlanWords", "{name}, for four weeks")
    if routine.id == GENTLE_WEEK:
        name = translate("PlanWords", "Four gentle weeks")
    stays = translate("PlanWords", "You can change it or end it at any time.")
    care = left_out_words(proposal.session.offer, catalogue) if proposal.empty else ""
    return ProposalShown(
        title=translate("PlanWords", "A plan from your checks")
        if proposal.basis.self_test_id
        else translate("PlanWords", "A plan of four weeks"),
        note=day_and_month(checked_on) if checked_on is not None and proposal.basis.self_test_id else "",
        name=name.replace("{name}", routine.name),
        lead=f"{routine.note.split('. ')[0].rstrip('.')}. {stays}",
        choices=_choices(proposal, catalogue),
        weeks=calendar_words(proposal.rows, today=today, begun=False),
        reasons=reason_words(proposal, catalogue),
        totals=totals_words(proposal.rows),
        start=_start(proposal, changes=changes),
        care=care,
    )


def things_word(thing: Equipment) -> str:
    """What can be had, as a chip says it."""
    return {
        Equipment.MAT: translate("PlanWords", "Mat"),
        Equipment.CUSHION: translate("PlanWords", "Cushion"),
        Equipment.BED: translate("PlanWords", "Bed edge"),
        Equipment.CHAIR: translate("PlanWords", "Chair"),
        Equipment.WALL: translate("PlanWords", "Wall"),
        Equipment.STRAP: translate("PlanWords", "Strap"),
        Equipment.BAND: translate("PlanWords", "Band"),
    }[thing]


def _choices(proposal: Proposal, catalogue: Catalogue) -> SetChoices:
    controls = proposal.controls
    needed = _needed(proposal, catalogue)
    minutes = {WHOLE: minutes_words(proposal.whole)}
    if proposal.short is not None:
        minutes = {SHORT: minutes_words(proposal.short), **minutes}
    return SetChoices(
        days=controls.days,
        closed={day: _closed(why, controls.routine_id) for day, why in proposal.closed.items()},
        days_caption=_days_caption(controls.routine_id),
        minutes=minutes,
        minutes_key=SHORT if controls.shorter and proposal.short is not None else WHOLE,
        more=_more(proposal),
        more_on=controls.one_more is not None,
        no_kneeling=controls.no_kneeling,
        at_a_desk=controls.at_a_desk,
        things={thing.value: things_word(thing) for thing in THINGS if thing in needed},
        has=frozenset(thing.value for thing in controls.has),
    )


def _needed(proposal: Proposal, catalogue: Catalogue) -> frozenset[Equipment]:
    """What the plan needs or would need for what is not in it: nothing else is asked for."""
    session, controls = proposal.session, proposal.controls
    ids = set(session.offer.shown.exercise_ids)
    if controls.routine_id in GOES_UP and not controls.at_a_desk:
        ids |= set(catalogue.routine(GENTLE_WEEK).exercise_ids)
    there = {thing for each in ids for thing in catalogue.exercise(each).equipment}
    return frozenset(there | {each.missing for each in session.fitted if each.missing is not None})


def _closed(why: DayClosed, routine_id: str) -> str:
    match why:
        case DayClosed.BETWEEN:
            return translate("PlanWords", "Strength needs a day between.")
        case DayClosed.MOST:
            return PlanCounts.tr("This plan has at most %n day(s) a week.", "", most_days(routine_id))


def _days_caption(routine_id: str) -> str:
    most = most_days(routine_id)
    if most >= WEEK:
        return ""
    if routine_id in GOES_UP:
        return PlanCounts.tr("Up to %n day(s); the first weeks may use fewer of them.", "", most)
    return PlanCounts.tr("Up to %n day(s).", "", most)


def _more(proposal: Proposal) -> str:
    if not proposal.may_one_more:
        return ""
    if (proposal.controls.one_more or proposal.basis.side) is Side.LEFT:
        return translate("PlanWords", "One more set on the left")
    return translate("PlanWords", "One more set on the right")


def _start(proposal: Proposal, *, changes: bool) -> str:
    if proposal.empty:
        return ""
    if changes:
        return translate("PlanWords", "Change the plan")
    words = translate("PlanWords", "Start on {day}")
    return words.replace("{day}", weekday_and_date(proposal.starts_on))
