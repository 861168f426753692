"""Turns a run of the guided check into the record that is kept, and an unfinished record back into a run."""

from datetime import datetime

from supple.domain.findings import RULES_VERSION, Finding, Touch
from supple.domain.record import MILD_PAIN, Check, CheckRecord, SelfTestRecord
from supple.domain.resume import OFFERED_FOR
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Try

_BACK = {True: "back flat", False: "back not flat", None: "back not sure"}
_PAIN = "pain"


def self_test_record(
    run: SelfTestRun, *, self_test_id: str, taken_at: datetime, ended: bool = True
) -> SelfTestRecord | None:
    """One row for each try, with the finding of its side once the check has `ended`; None if no hip was checked."""
    findings = {result.side: result.finding for result in run.results}
    if not findings:
        return None
    return SelfTestRecord(
        self_test_id=self_test_id,
        taken_at=taken_at,
        checks=tuple(
            CheckRecord(
                check=Check.HIP_LENGTH_FLOOR,
                side=each.side,
                try_number=each.try_number,
                answer=answer_words(each),
                finding=findings[each.side] if ended else None,
                rules_version=RULES_VERSION,
            )
            for each in run.tries
        ),
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


def run_of(record: SelfTestRecord) -> SelfTestRun:
    """The run whose tries `record` holds, at the page that would have come next."""
    floor = (each for each in record.checks if each.check is Check.HIP_LENGTH_FLOOR)
    return SelfTestRun.after(tuple(try_of(each) for each in floor))


def run_to_go_on(record: SelfTestRecord | None, *, now: datetime) -> SelfTestRun | None:
    """What may be gone on with: up to three hours after the check was begun, and not after pain that stopped it."""
    if record is None or record.is_finished or not record.checks:
        return None
    try:
        run = run_of(record)
    except ValueError:  # nothing Supple wrote: no order in which this can be answered
        return None
    stopped = run.page is None or run.ended_by_pain
    return None if stopped or now - record.taken_at > OFFERED_FOR else run
