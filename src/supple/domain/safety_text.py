"""The words around the safety questions: who it is for, what to do after a yes, and the stop rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from supple.domain.consent import Consent
from supple.domain.pain import Light
from supple.domain.safety import Clearance, Group, SafetyQuestion, Urgency

ENDED = "ended"
"""The key of the action for a person under 18; all other keys are those of Urgency and of Consent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupText:
    """What stands over one screen of questions; `heading` names the same list under "Warning signs"."""

    title: str
    intro: str
    heading: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionText:
    """What to do after a yes: `call` stands large in a frame, `steps` are a plain list under it."""

    title: str
    sentence: str
    call: str
    call_hint: str
    steps: tuple[str, ...]
    closed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRule:
    """One light: the feeling and what to do."""

    light: Light
    word: str
    feeling: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyContent:
    """Everything of safety.json."""

    questions: tuple[SafetyQuestion, ...]
    groups: Mapping[Group, GroupText]
    actions: Mapping[str, ActionText]
    welcome_title: str
    welcome_lead: str
    welcome_points: tuple[str, ...]
    statements: tuple[str, str, str]
    not_reviewed: str
    all_no_text: str
    disclaimer: str
    stop_rules: tuple[StopRule, ...]
    consents: Mapping[Consent, str]

    def action(self, clearance: Clearance) -> ActionText | None:
        """What to do when the rooms are closed; None while they are open."""
        if clearance.urgency is not Urgency.NONE:
            action = self.actions[clearance.urgency]
            own = tuple(question.step for question in clearance.holding if question.step)
            return replace(action, steps=(*own, *action.steps)) if own else action
        if clearance.ended:
            return self.actions[ENDED]
        return self.actions[clearance.waits_for[0]] if clearance.waits_for else None


def by_urgency(
    questions: Iterable[SafetyQuestion],
) -> tuple[tuple[Urgency, tuple[SafetyQuestion, ...]], ...]:
    """The questions by how soon each wants somebody to look, the most urgent first; the order stays within each."""
    asked = tuple(questions)
    found = ((u, tuple(q for q in asked if q.urgency is u)) for u in reversed(Urgency))
    return tuple((urgency, those) for urgency, those in found if those)
