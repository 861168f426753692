"""Which places of the window show minutes: of what is offered, which all must agree, and of anything else, with why."""

import re

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

MINUTES = re.compile(r"\b(\d+) min\b(?! \d+ s| of them)")
"""A length as the program writes it: not the "30 minutes" of a sentence, nor a length to the second."""
OF_WHAT_IS_OFFERED = frozenset(
    {
        "Hero",
        "TrainedCard",
        "RoutineRow",
        "RoutinePage",
        "ExercisePage",
        "StartSheet",
        "GentleSheet",
        "RoutineCard",
        "FindingsPage",
        "PlanCalendar",
        "PlanWeekCard",
        "PlanDoor",
        "ProposalControls",
    }
)
"""The widgets that say how long a routine or an exercise takes; test_one_length_everywhere.py looks at each of them."""
OF_ANYTHING_ELSE = {
    "CheckRowCard": "how long a check takes",
    "ChooseCard": "how long the chosen checks take",
    "ChoosePage": "how long the chosen checks take",
    "WeekCard": "what was done this week",
    "WeekStrip": "what was done on a day",
    "PlanMinutesCard": "what was done of a plan in a week, and what its sessions take together",
    "PlanPlot": "what was done of a plan in a week, and what its sessions take together",
    "HeatStrip": "what was done on a day, and what a plan has on it",
    "ProgressSummary": "what was done, and the scale of the heat strip",
    "SessionList": "how long a session took",
    "AfterSheet": "how long a session took",
    "MorningCard": "how long a session took",
    "CalendarCard": "what the weeks of a plan take together",
    "_Figure": "what was done in some weeks",
}


def tellers(window: QWidget) -> set[str]:
    """The classes of the program's own widgets, the innermost of each, in which minutes can be read."""
    return {_owner(widget) for widget in window.findChildren(QWidget) if MINUTES.search(_told(widget))}


def minutes_in(widget: QWidget) -> set[int]:
    """The minutes that can be read in `widget`."""
    seen = (widget, *widget.findChildren(QWidget))
    return {int(found) for each in seen for found in MINUTES.findall(_told(each))}


def strangers(window: QWidget) -> set[str]:
    """Those that show minutes and that nobody compares."""
    return tellers(window) - OF_WHAT_IS_OFFERED - set(OF_ANYTHING_ELSE)


def _told(widget: QWidget) -> str:
    if not widget.isVisible():
        return ""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return "\n".join((text, widget.accessibleName(), widget.accessibleDescription()))


def _owner(widget: QWidget) -> str:
    """Whose words these are: the nearest widget around them that is no piece of the kit."""
    above: QWidget | None = widget
    while above is not None:
        module = type(above).__module__
        if module.startswith("supple.ui.") and not module.startswith("supple.ui.kit."):
            return type(above).__name__
        above = above.parentWidget()
    return type(widget).__name__
