"""A check of strength or steadiness with a clock: one try, what a side amounts to, and how it is kept.

The lines are those of docs/EVIDENCE.md 3.7, our own: no norm exists, sides are compared, nobody is "weak".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from supple.domain.checks.bands import EARLY_S, LESS_S
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import MILD_PAIN, Check, CheckRecord
from supple.domain.side import Side

HOLD_RULES_VERSION = "hold-1"
"""Kept with every finding of a hold."""
SIDES = (Side.LEFT, Side.RIGHT)
LEAST_S = 1.0
"""A clock that was stopped sooner was never meant to be."""
_PAIN = "pain"
_CUT = "cut short"
_SET_BACK = "set back from "


class HoldForm(StrEnum):
    """What ended a hold; the value is kept."""

    STEADY = "steady"
    LEANED = "leaned back"
    HITCHED = "hip hitched"
    SANK = "knee sank"
    DROPPED = "pelvis dropped"
    TURNED = "pelvis turned"
    ARCHED = "back arched"
    ROCKED = "pelvis rocked"
    NEAR = "near the buttock"
    PAST = "past upright"
    SHORT = "not past upright"
    NOT_SURE = "not sure"


_MILD = (HoldForm.STEADY, HoldForm.NEAR, HoldForm.PAST)
"""Answers after which nothing stands out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRules:
    """`cap_s`: the clock stops there by itself, 0 for a check without one; `tries` on each side.

    `line`: whether a short hold is a finding. `both_first`: only who did it on both legs, steady and without pain,
    goes on to one. `by_turns`: both legs work in one go, no time is kept, and how it went is asked of each side.
    """

    cap_s: int
    tries: int
    line: bool
    forms: tuple[HoldForm, ...]
    both_first: bool = False
    by_turns: bool = False

    @property
    def is_timed(self) -> bool:
        """Whether seconds are kept."""
        return self.cap_s > 0 and not self.by_turns


RULES = {
    Check.HIP_HOLD: HoldRules(
        cap_s=30,
        tries=2,
        line=True,
        forms=(
            HoldForm.STEADY,
            HoldForm.LEANED,
            HoldForm.HITCHED,
            HoldForm.SANK,
            HoldForm.NOT_SURE,
        ),
    ),
    Check.BRIDGE_HOLD: HoldRules(
        cap_s=60,
        tries=1,
        line=False,
        forms=(HoldForm.STEADY, HoldForm.DROPPED, HoldForm.TURNED, HoldForm.NOT_SURE),
        both_first=True,
    ),
    Check.MARCH: HoldRules(
        cap_s=80,
        tries=1,
        line=False,
        forms=(HoldForm.STEADY, HoldForm.ARCHED, HoldForm.ROCKED, HoldForm.NOT_SURE),
        by_turns=True,
    ),
    Check.HEEL_TO_BUTTOCK: HoldRules(
        cap_s=0,
        tries=2,
        line=False,
        forms=(HoldForm.NEAR, HoldForm.PAST, HoldForm.SHORT, HoldForm.NOT_SURE),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldTry:
    """One try: the clock stopped at `stopped_s`; `set_back_s` is where the form was lost before, never later.

    `form` None: it was not asked yet, or it hurt.
    """

    side: Side
    try_number: int
    stopped_s: float = 0.0
    form: HoldForm | None = None
    set_back_s: int | None = None
    pain: bool = False
    mild: bool = False

    @property
    def seconds(self) -> float:
        """How long it counts."""
        return self.stopped_s if self.set_back_s is None else float(min(self.set_back_s, int(self.stopped_s)))

    @property
    def is_readable(self) -> bool:
        """Whether the time can be read: nothing hurt, and what ended it is known."""
        return not self.pain and self.form not in (None, HoldForm.NOT_SURE)


def best_of(tries: Iterable[HoldTry], side: Side) -> float | None:
    """The best of the tries of `side` that can be read, in seconds; None without one."""
    return max((each.seconds for each in tries if each.side is side and each.is_readable), default=None)


def finding_of(tries: Sequence[HoldTry], side: Side, rules: HoldRules) -> Finding:
    """What the tries of `side` amount to: LIMITED where it may tire early or was not steady, LEVEL where it was."""
    if any(each.pain for each in tries if each.side is side):
        return Finding.PAIN
    if not rules.is_timed:
        return _finding_of_forms([each for each in tries if each.side is side], rules)
    best, other = best_of(tries, side), best_of(tries, side.other)
    if best is None:
        return Finding.UNKNOWN
    early = best < EARLY_S or (other is not None and other - best >= LESS_S)
    return Finding.LIMITED if rules.line and early else Finding.LEVEL


def _finding_of_forms(tries: Sequence[HoldTry], rules: HoldRules) -> Finding:
    """Of answers without a time the milder counts; LIMITED only where every try can be read and says so."""
    told = [each.form for each in tries if each.is_readable]
    if any(form in _MILD for form in told):
        return Finding.LEVEL
    return Finding.LIMITED if len(told) == rules.tries else Finding.UNKNOWN


def hold_checks(check: Check, tries: Sequence[HoldTry], *, ended: bool = True) -> tuple[CheckRecord, ...]:
    """One row for each try, left before right, with the finding of its side once the check has `ended`."""
    rules = RULES[check]
    in_order = sorted(tries, key=lambda each: (SIDES.index(each.side), each.try_number))
    return tuple(
        CheckRecord(
            check=check,
            side=each.side,
            try_number=each.try_number,
            answer=hold_answer(each, rules),
            finding=finding_of(tries, each.side, rules) if ended else None,
            measured=Measurement(value=each.seconds, unit=Unit.SECONDS)
            if rules.is_timed and not each.pain
            else None,
            rules_version=HOLD_RULES_VERSION,
        )
        for each in in_order
    )


def is_cut_short(each: HoldTry, rules: HoldRules) -> bool:
    """Whether legs that take turns were stopped before all was done: then nobody can call it steady."""
    return rules.by_turns and each.stopped_s < rules.cap_s


def forms_of(each: HoldTry, rules: HoldRules) -> tuple[HoldForm, ...]:
    """What can be answered on `each`."""
    cut = is_cut_short(each, rules)
    return tuple(form for form in rules.forms if not (cut and form is HoldForm.STEADY))


def hold_answer(each: HoldTry, rules: HoldRules) -> str:
    """What was answered on one try, as the record and the CSV say it: "leaned back, set back from 17.4 s", "pain"."""
    if each.pain:
        return ", ".join([_PAIN, *([MILD_PAIN] if each.mild else [])])
    set_back = [f"{_SET_BACK}{each.stopped_s:.1f} s"] if each.set_back_s is not None else []
    cut = [_CUT] if is_cut_short(each, rules) else []
    return ", ".join([*([each.form] if each.form is not None else []), *set_back, *cut])


def hold_try(record: CheckRecord) -> HoldTry:
    """The try that `record` says; the opposite of `hold_checks`. Raises ValueError for what Supple did not write."""
    words = record.answer.split(", ")
    pain = _PAIN in words
    each = HoldTry(side=record.side, try_number=record.try_number, pain=pain, mild=MILD_PAIN in words)
    if pain:
        return each
    form = next((form for form in HoldForm if form == words[0]), None)
    rules = RULES[record.check]
    if not rules.is_timed:
        return replace(each, stopped_s=0.0 if _CUT in words else float(rules.cap_s), form=form)
    if record.measured is None:
        raise ValueError(f"a hold without seconds: {record.answer}")
    from_s = next((word.removeprefix(_SET_BACK) for word in words if word.startswith(_SET_BACK)), "")
    held = record.measured.value
    return replace(
        each,
        stopped_s=float(from_s.removesuffix(" s")) if from_s else held,
        set_back_s=int(held) if from_s else None,
        form=form,
    )


def hold_tries(records: Iterable[CheckRecord], check: Check) -> tuple[HoldTry, ...]:
    """Every try of `check` among `records`; raises ValueError for what Supple did not write."""
    return tuple(hold_try(record) for record in records if record.check is check)
