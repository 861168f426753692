"""Turns a run of the floor check into the rows that are kept, and rows back into a run."""

from collections.abc import Iterable

from supple.domain.findings import RULES_VERSION, Finding, Touch, combine
from supple.domain.record import MILD_PAIN, Check, CheckRecord
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import SIDES, SideResult, Try

_BACK = {True: "back flat", False: "back not flat", None: "back not sure"}
_PAIN = "pain"


def floor_checks(run: SelfTestRun, *, ended: bool = True) -> tuple[CheckRecord, ...]:
    """One row for each try, with the finding of its side once the check has `ended`."""
    findings = {result.side: result.finding for result in run.results}
    return tuple(
        CheckRecord(
            check=Check.HIP_LENGTH_FLOOR,
            side=each.side,
            try_number=each.try_number,
            answer=answer_words(each),
            finding=findings[each.side] if ended else None,
            rules_version=RULES_VERSION,
        )
        for each in run.tries
    )


def answer_words(each: Try) -> str:
    """What was answered on one try, as the record and the CSV say it: "clearly lifted, back flat", "pain"."""
    words = [str(each.touch), _BACK[each.back_flat]] if each.touch is not None else []
    if each.reading is Finding.PAIN:
        words = [*words[:1], _PAIN, *([MILD_PAIN] if each.mild else [])]
    return ", ".join(words)


def try_of(record: CheckRecord) -> Try:
    """The try whose answers `record` says; the opposite of `answer_words`."""
    words = record.answer.split(", ")
    touch = next((each for each in Touch if each == words[0]), None)
    back_flat = next((flat for flat, said in _BACK.items() if said in words), None)
    return Try(
        side=record.side,
        try_number=record.try_number,
        touch=touch,
        back_flat=back_flat,
        pain=_PAIN in words,
        mild=MILD_PAIN in words,
    )


def floor_run(checks: Iterable[CheckRecord]) -> SelfTestRun:
    """The run whose tries `checks` hold, at the page that would have come next.

    Raises ValueError for what Supple did not write: no order in which it can be answered.
    """
    return SelfTestRun.after(tuple(try_of(each) for each in _floor(checks)))


def floor_results(checks: Iterable[CheckRecord]) -> tuple[SideResult, ...]:
    """The finding of each side that had a try on the floor, left before right."""
    tries = [try_of(each) for each in _floor(checks)]
    found = []
    for side in SIDES:
        readings = tuple(each.reading for each in tries if each.side is side)
        if readings:
            finding, differed = combine(readings)
            found.append(SideResult(side=side, finding=finding, tries_differed=differed))
    return tuple(found)


def _floor(checks: Iterable[CheckRecord]) -> Iterable[CheckRecord]:
    return (each for each in checks if each.check is Check.HIP_LENGTH_FLOOR)
