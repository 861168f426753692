"""The rows of a plan in `plan.csv`: how it began, each change with its cause, and its end (docs/EVIDENCE.md 11)."""

from collections.abc import Iterator

from supple.domain.plan import PlanChange, PlanControls, PlanRecord
from supple.services.csv_cells import number_cell, optional_time_cell, text_cell, time_cell

BEGUN, ENDED = "begun", "ended"
"""What the first row of a plan says, and the last of one that is over."""
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PLAN_COLUMNS = (
    "plan_id",
    "at",
    "day",
    "change",
    "because",
    "routine_id",
    "days",
    "week",
    "number",
    "exercise_id",
    "until",
    "session_id",
    "taken_back_at",
    "rules_version",
    "note",
)


def plan_cells(plan: PlanRecord) -> Iterator[list[str]]:
    """The beginning of `plan`, every change of it, and its end when it has one."""
    yield _row(
        plan,
        {
            "at": time_cell(plan.created_at),
            "day": plan.starts_on.isoformat(),
            "change": BEGUN,
            "because": plan.basis.lead,
            "number": number_cell(plan.basis.difference_deg),
            "note": plan.basis.side or "",
            **_controls(plan.begun_with),
        },
    )
    for change in plan.changes:
        yield _row(plan, _change(change))
    if plan.ended_at is not None:
        ended = {"at": time_cell(plan.ended_at), "day": plan.ended_at.date().isoformat(), "change": ENDED}
        yield _row(plan, ended)


def _change(change: PlanChange) -> dict[str, str]:
    step = change.step
    cells = {
        "at": time_cell(change.at),
        "day": change.day.isoformat(),
        "change": change.move,
        "because": change.cause,
        "week": number_cell(change.week),
        "number": number_cell(change.number),
        "until": change.until.isoformat() if change.until is not None else "",
        "session_id": text_cell(change.session_id),
        "taken_back_at": optional_time_cell(change.taken_back_at),
        "note": text_cell(change.words),
    }
    if step is not None:
        cells |= {
            "exercise_id": text_cell(step.exercise_id),
            "number": number_cell(step.amount or None),
            "note": step.rung,
        }
    return cells if change.controls is None else cells | _controls(change.controls)


def _controls(controls: PlanControls) -> dict[str, str]:
    days = " ".join(WEEKDAYS[day] for day in sorted(controls.days))
    return {"routine_id": text_cell(controls.routine_id), "days": days}


def _row(plan: PlanRecord, cells: dict[str, str]) -> list[str]:
    known = {"plan_id": text_cell(plan.plan_id), "rules_version": text_cell(plan.rules_version), **cells}
    return [known.get(column, "") for column in PLAN_COLUMNS]
