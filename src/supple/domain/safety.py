"""The safety questions, what the ticked ones close, hide and mark, and which are to be asked again.

Questions, codes and actions are those of content/safety.json. Nothing ticked is NOT clearance.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from supple.domain.consent import MILD_HIP, Consent
from supple.domain.exercise import Caution
from supple.domain.pain import is_strong

if TYPE_CHECKING:
    from supple.domain.record import PainRecord, SafetyRecord

ASK_EVERY = {"A": timedelta(days=7), "B": timedelta(days=28), "C": timedelta(days=56)}
"""How long the answers of a group hold, counted in days."""
SEEN_DAYS = 28
"""How long "a doctor or physiotherapist has looked at this" holds; then it is asked again."""
FIRST_YEAR = timedelta(days=365)
LATE_PREGNANCY = timedelta(weeks=16)
LONGEST_PREGNANCY = timedelta(weeks=42)
AFTER_BIRTH = timedelta(days=92)

PREGNANCY = "C3"
"""The question about pregnancy and birth."""
SURGERY_ON = "surgery_on"
PREGNANT_SINCE = "pregnant_since"
BIRTH_ON = "birth_on"
"""Keys of what a record notes beside its answers: dates, the latest that what was told allows."""

HIDING = frozenset(
    {
        Caution.THR,
        Caution.THR_ANT,
        Caution.THR_90,
        Caution.OSTEO,
        Caution.PREG_SUPINE,
        Caution.PREG_TWIST,
        Caution.ABD,
        Caution.FAI,
        Caution.HIP_ANT,
        Caution.SPINE_ACUTE,
    }
)
"""From an answer these hide an exercise, all other codes mark it."""

SETTABLE = frozenset(
    {
        Caution.SCIATICA,
        Caution.SPINE_EXT,
        Caution.SPINE_FLEX,
        Caution.SPINE_ACUTE,
        Caution.KNEE_CROSSED,
        Caution.KNEE_TWIST,
        Caution.WRIST,
        Caution.SHOULDER,
        Caution.LATHIP,
        Caution.PUBIC,
    }
)
"""What a person may set without a safety question: Settings, "What I avoid"."""


class Group(StrEnum):
    """The three screens of questions, in the order they are asked."""

    EMERGENCY = "A"
    SEE_DOCTOR = "B"
    CHECK_FIRST = "C"


class Asked(StrEnum):
    """Where a question is asked; one that is asked no more is still judged when an old record holds it."""

    LISTED = "listed"
    AGE = "age"
    FOLLOW_UP = "follow-up"
    NO_MORE = "no more"


class SelfTestRule(StrEnum):
    """What a yes does to the self-test."""

    OPEN = "open"
    CLOSED = "closed"
    CLOSED_AFTER_16_WEEKS = "closed after 16 weeks"
    CLOSED_FIRST_YEAR = "closed in the first year"
    EDGE_CLOSED = "edge version closed"


class Urgency(StrEnum):
    """How soon a person should be seen, mildest first."""

    NONE = "none"
    WITHIN_DAYS = "within a few days"
    SAME_DAY_IF_WORSENING = "same day if worsening"
    SAME_DAY = "same day"
    EMERGENCY = "emergency"


WARNING_GROUPS = (Group.EMERGENCY, Group.SEE_DOCTOR)
"""What is asked again after strong pain or a red sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpAnswer:
    """One answer to a follow-up: the id it ticks, and the date `days` before today that it notes under `noted`."""

    text: str
    ticks: str = ""
    noted: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What a yes is asked further; exactly one answer is taken."""

    text: str
    answers: tuple[FollowUpAnswer, ...]

    @property
    def ids(self) -> frozenset[str]:
        """What its answers tick."""
        return frozenset(answer.ticks for answer in self.answers if answer.ticks)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyQuestion:
    """One item of a group: `text` asks, `sign` says the same as a plain statement, `short` follows "You ticked:".

    `step` is what to do beside the steps of its urgency. `consent` opens again what a yes closes; `first_year` and
    `later` are cautions that hold in the year after the surgery and from then on. `becomes` is the question that asks
    today what this one asked once.
    """

    id: str
    group: Group
    text: str
    section: str = ""
    sign: str = ""
    short: str = ""
    step: str = ""
    urgency: Urgency = Urgency.NONE
    consent: Consent | None = None
    cautions: tuple[Caution, ...] = ()
    first_year: tuple[Caution, ...] = ()
    later: tuple[Caution, ...] = ()
    self_test: SelfTestRule = SelfTestRule.OPEN
    self_test_reason: str = ""
    advice: str = ""
    start_with: str = ""
    chair_first: bool = False
    follow_up: FollowUp | None = None
    asked: Asked = Asked.LISTED
    becomes: str = ""
    ends: bool = False

    @property
    def opened_by(self) -> Consent | None:
        """The consent without which a yes closes everything; None when it closes nothing, or for good."""
        return Consent.SEEN if self.urgency is not Urgency.NONE else self.consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """What the answers open and close; made by `judge`, never "all clear".

    `holding` are the yeses that close everything now, `urgency` is theirs; `agreed` are the consents that hold, with
    their dates, `told` is what was told about a sign. `start_with` is the routine to begin with, `chair_first` puts
    chair and standing versions first. `pregnant_weeks` is counted today; surgery counts as recent before
    `recent_until`, and the months after a birth last up to `birth_until`. `mild_hip_at` is when pain in the hip check
    was last said to be mild and in the muscle.
    """

    ticked: tuple[SafetyQuestion, ...] = ()
    holding: tuple[SafetyQuestion, ...] = ()
    agreed: Mapping[Consent, datetime] = field(default_factory=dict)
    urgency: Urgency = Urgency.NONE
    ended: bool = False
    self_test_reasons: tuple[str, ...] = ()
    edge_closed: bool = False
    cautions: frozenset[Caution] = frozenset()
    advice: tuple[str, ...] = ()
    start_with: str | None = None
    chair_first: bool = False
    pregnant_weeks: int | None = None
    recent_until: date | None = None
    birth_until: date | None = None
    told: str = ""
    mild_hip_at: datetime | None = None

    @property
    def answers(self) -> tuple[SafetyQuestion, ...]:
        """The yeses, each once: what was asked further is told by what was answered then."""
        ids = {question.id for question in self.ticked}
        return tuple(q for q in self.ticked if q.follow_up is None or ids.isdisjoint(q.follow_up.ids))

    @property
    def waits_for(self) -> tuple[Consent, ...]:
        """The consents that would open everything again."""
        wanted = {question.opened_by for question in self.holding}
        return tuple(consent for consent in Consent if consent in wanted)

    @property
    def emergency(self) -> bool:
        """Whether emergency help is needed now."""
        return self.urgency is Urgency.EMERGENCY

    @property
    def see_doctor(self) -> bool:
        """Whether a doctor should look first, but not as an emergency."""
        return self.urgency not in (Urgency.NONE, Urgency.EMERGENCY)

    @property
    def closed(self) -> bool:
        """Whether the self-test and all exercises are closed."""
        return self.ended or self.urgency is not Urgency.NONE or bool(self.holding)

    @property
    def closes_the_edge(self) -> bool:
        """Whether the version of the check at an edge is not for this person."""
        return self.edge_closed or self.closed


def judge_record(record: "SafetyRecord", questions: Sequence[SafetyQuestion], now: datetime) -> Clearance:
    """What follows from a round of answers on the day of `now`: consents run out, weeks count on."""
    return judge(record.ticked, questions, agreed_at=record.agreed_at, noted=record.noted, now=now)


def judge(
    ticked: Iterable[str],
    questions: Sequence[SafetyQuestion],
    *,
    agreed_at: Mapping[str, datetime] = MappingProxyType({}),
    noted: Mapping[str, str] = MappingProxyType({}),
    now: datetime | None = None,
) -> Clearance:
    """What follows from the ids that were ticked; ids that no question knows are ignored.

    Without `now` no date is known: surgery counts as recent, and a pregnancy as early unless an id says otherwise.
    """
    ids = frozenset(ticked)
    yes = tuple(question for question in questions if question.id in ids)
    today = None if now is None else now.date()
    pregnant = time_since(noted.get(PREGNANT_SINCE), today)
    recent = _is_recent(noted.get(SURGERY_ON), today)
    held = {c: at for c, at in agreed_at.items() if now is None or not _has_run_out(c, at, now)}
    holding = tuple(q for q in yes if q.opened_by and not _covers(q, held, noted))
    rules = [(question, _self_test_rule(question, pregnant=pregnant, recent=recent)) for question in yes]
    urgencies = [question.urgency for question in holding]
    return Clearance(
        ticked=yes,
        holding=holding,
        agreed={consent: held[consent] for consent in Consent if consent in held},
        urgency=max(urgencies, key=list(Urgency).index, default=Urgency.NONE),
        ended=any(question.ends for question in yes),
        self_test_reasons=tuple(q.self_test_reason for q, rule in rules if rule is SelfTestRule.CLOSED),
        edge_closed=any(rule is not SelfTestRule.OPEN for _, rule in rules),
        cautions=frozenset(caution for question in yes for caution in _cautions(question, recent=recent)),
        advice=tuple(q.advice for q in yes if q.advice and (q.opened_by is None or q in holding)),
        start_with=_start_with(yes),
        chair_first=any(question.chair_first for question in yes),
        pregnant_weeks=None if pregnant is None or PREGNANCY not in ids else pregnant.days // 7,
        recent_until=_day_after(noted.get(SURGERY_ON), FIRST_YEAR),
        birth_until=_day_after(noted.get(BIRTH_ON), AFTER_BIRTH),
        told=noted.get(Consent.SIGN, "") if Consent.SIGN in held else "",
        mild_hip_at=agreed_at.get(MILD_HIP),
    )


def due_groups(
    record: "SafetyRecord | None",
    now: datetime,
    pains: "Iterable[PainRecord]" = (),
    signs: "Iterable[PainRecord]" = (),
) -> tuple[Group, ...]:
    """What must be asked before anything starts: a group that was never asked or whose time is over, counted in days,
    and A and B after strong pain or a red sign since. An answer dated more than a day ahead (the clock was set back)
    counts as over. C also while it is not known how far a pregnancy is, and once it or the months after it are over.
    """
    if record is None:
        return tuple(Group)
    warned = [pain.rated_at for pain in (*pains, *signs) if _warns(pain)]
    due = []
    for group in Group:
        asked = record.asked_at.get(group)
        over = asked is None or _is_over(asked, now, ASK_EVERY[group])
        warned_since = asked is not None and any(at > asked for at in warned)
        if group is Group.CHECK_FIRST:
            over = over or _pregnancy_unknown(record, now)
        if over or (warned_since and group in WARNING_GROUPS):
            due.append(group)
    return tuple(due)


def in_group(questions: Iterable[SafetyQuestion], group: Group) -> tuple[SafetyQuestion, ...]:
    """The questions of one screen, in order."""
    return tuple(q for q in questions if q.group is group and q.asked is Asked.LISTED)


def ids_of(questions: Iterable[SafetyQuestion], group: Group) -> frozenset[str]:
    """Every id a record may hold for `group`: follow-ups and what was asked once with it, but not the age."""
    return frozenset(q.id for q in questions if q.group is group and q.asked is not Asked.AGE)


def time_since(day: str | None, today: date | None) -> timedelta | None:
    """From `day`, as a record notes it, to `today`; None for no date or one that cannot be read."""
    since = noted_day(day)
    return None if since is None or today is None else today - since


def noted_day(day: str | None) -> date | None:
    """The date a record notes; None for none, or one that cannot be read."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None


def _warns(pain: "PainRecord") -> bool:
    return bool(pain.red_signs) or is_strong(pain.score)


def _is_over(asked: datetime, now: datetime, holds: timedelta) -> bool:
    days = (now.date() - asked.date()).days
    return days >= holds.days or days < -1


def _pregnancy_unknown(record: "SafetyRecord", now: datetime) -> bool:
    if PREGNANCY not in record.ticked:
        return False
    pregnant = time_since(record.noted.get(PREGNANT_SINCE), now.date())
    born = time_since(record.noted.get(BIRTH_ON), now.date())
    if pregnant is None and born is None:
        return True
    return (pregnant or LATE_PREGNANCY) > LONGEST_PREGNANCY or (born or timedelta()) > AFTER_BIRTH


def _has_run_out(consent: str, at: datetime, now: datetime) -> bool:
    """Whether it is to be given again; one of the future (the clock was set back) is."""
    days = (now.date() - at.date()).days
    return days < -1 or (consent == Consent.SEEN and days >= SEEN_DAYS)


def _covers(question: SafetyQuestion, held: Mapping[str, datetime], noted: Mapping[str, str]) -> bool:
    """Whether a consent that holds was given for this very answer; one without a list was given for all."""
    if question.opened_by not in held:
        return False
    covered = noted.get(question.opened_by or "")
    return not covered or question.id in covered.split()


def _start_with(yes: Sequence[SafetyQuestion]) -> str | None:
    """The routine to begin with: on a chair and standing before anything on the floor."""
    found = sorted((q for q in yes if q.start_with), key=lambda question: not question.chair_first)
    return found[0].start_with if found else None


def asked_again_on(consent: Consent, agreed_at: datetime) -> date | None:
    """The day on which a consent is asked for again; None for one that holds until the answers change."""
    return (agreed_at + timedelta(days=SEEN_DAYS)).date() if consent is Consent.SEEN else None


def _day_after(noted: str | None, time: timedelta) -> date | None:
    day = noted_day(noted)
    return None if day is None else day + time


def _is_recent(surgery_on: str | None, today: date | None) -> bool:
    day = noted_day(surgery_on)
    return day is None or today is None or today < day + FIRST_YEAR


def _cautions(question: SafetyQuestion, *, recent: bool) -> tuple[Caution, ...]:
    return question.cautions + (question.first_year if recent else question.later)


def _self_test_rule(question: SafetyQuestion, *, pregnant: timedelta | None, recent: bool) -> SelfTestRule:
    """What a yes does to the self-test today."""
    match question.self_test:
        case SelfTestRule.CLOSED_AFTER_16_WEEKS:
            late = pregnant is not None and pregnant > LATE_PREGNANCY
            return SelfTestRule.CLOSED if late else SelfTestRule.OPEN
        case SelfTestRule.CLOSED_FIRST_YEAR:
            return SelfTestRule.CLOSED if recent else SelfTestRule.EDGE_CLOSED
        case rule:
            return rule
