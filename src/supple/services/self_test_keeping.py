"""Turns a finished run of the guided check into the record that is kept."""

from datetime import datetime

from supple.domain.findings import RULES_VERSION, Finding
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.self_test import SelfTestRun, Try

_BACK = {True: "back flat", False: "back not flat", None: "back not sure"}


def self_test_record(run: SelfTestRun, *, self_test_id: str, taken_at: datetime) -> SelfTestRecord | None:
    """One row for each try, with the finding of its side; None if no hip was checked."""
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
                finding=findings[each.side],
                rules_version=RULES_VERSION,
            )
            for each in run.tries
        ),
    )


def answer_words(each: Try) -> str:
    """What was answered on one try, as the record and the CSV say it: "clearly lifted, back flat", "pain"."""
    words = [str(each.touch), _BACK[each.back_flat]] if each.touch is not None else []
    if each.reading is Finding.PAIN:
        words = [*words[:1], "pain"]
    return ", ".join(words)
