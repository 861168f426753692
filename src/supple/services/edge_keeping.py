"""Turns what was measured at the edge into the rows that are kept, and rows back into tries."""

import re
from collections.abc import Iterable, Sequence

from supple.domain.checks.edge_pages import EdgeTry, EdgeWay
from supple.domain.checks.tape import Tape
from supple.domain.findings import RULES_VERSION, Finding
from supple.domain.record import MILD_PAIN, Check, CheckRecord
from supple.domain.self_test_pages import SideResult

_BACK = {True: "back flat", False: "back not flat", None: "back not sure"}
_PAIN = "pain"
_TAPE = re.compile(r"hip (\d+(?:\.\d+)?) cm, knee (\d+(?:\.\d+)?) cm, thigh (\d+(?:\.\d+)?) cm")


def edge_records(
    tries: Iterable[EdgeTry], results: Sequence[SideResult] = (), *, way: EdgeWay = EdgeWay.TAPE
) -> tuple[CheckRecord, ...]:
    """One row for each try, with the finding of its side where `results` have it: none while the check goes on.

    On the way to photos only pain makes a try.
    """
    findings = {result.side: result.finding for result in results}
    return tuple(
        CheckRecord(
            check=Check.HIP_LENGTH_TAPE if way is EdgeWay.TAPE else Check.HIP_LENGTH_EDGE,
            side=each.side,
            try_number=each.try_number,
            answer=tape_answer(each),
            finding=findings.get(each.side),
            measured=each.tape.measured if each.tape is not None else None,
            rules_version=RULES_VERSION,
        )
        for each in tries
    )


def tape_answer(each: EdgeTry) -> str:
    """What the tape said on one try, as the record and the CSV say it."""
    words = []
    if each.tape is not None:
        tape = each.tape
        words += [f"hip {tape.hip_cm:g} cm, knee {tape.knee_cm:g} cm, thigh {tape.thigh_cm:g} cm"]
        words += [_BACK[each.back_flat]]
    if each.reading is Finding.PAIN:
        words += [_PAIN, *([MILD_PAIN] if each.mild else [])]
    return ", ".join(words)


def tape_try_of(record: CheckRecord) -> EdgeTry:
    """The try whose numbers and answers `record` says; raises ValueError for numbers that no leg has."""
    words = record.answer.split(", ")
    found = _TAPE.match(record.answer)
    numbers = [float(number) for number in found.groups()] if found else []
    return EdgeTry(
        side=record.side,
        try_number=record.try_number,
        tape=Tape(hip_cm=numbers[0], knee_cm=numbers[1], thigh_cm=numbers[2]) if numbers else None,
        back_flat=next((flat for flat, said in _BACK.items() if said in words), None),
        pain=_PAIN in words,
        mild=MILD_PAIN in words,
    )
