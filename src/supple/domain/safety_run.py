"""The way through the safety questions: who it is for, A, B, C, and the stop that a yes in A or B is."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from supple.domain.record import SafetyRecord
from supple.domain.safety import Group, SafetyQuestion, ids_of, in_group, judge


class SafetyStep(StrEnum):
    """One screen of the safety questions."""

    WHO_FOR = "who it is for"
    EMERGENCY = "A"
    SEE_DOCTOR = "B"
    CHECK_FIRST = "C"
    FOLLOW_UP = "follow-up"
    STOP = "stop"
    DONE = "done"


_GROUP = {
    SafetyStep.EMERGENCY: Group.EMERGENCY,
    SafetyStep.SEE_DOCTOR: Group.SEE_DOCTOR,
    SafetyStep.CHECK_FIRST: Group.CHECK_FIRST,
}
_STEP = {group: step for step, group in _GROUP.items()}


class SafetyRun:
    """The screens shown and the ids ticked; a yes in A or B stops at once, before the next group is asked."""

    def __init__(
        self,
        questions: Sequence[SafetyQuestion],
        *,
        earlier: Iterable[str] = (),
        groups: Sequence[Group] = tuple(Group),
        with_welcome: bool = False,
    ) -> None:
        """Ask `groups`; answers of groups that are not asked stay as they were in `earlier`."""
        self._questions = tuple(questions)
        self._earlier = frozenset(earlier)
        self._groups = tuple(groups)
        self._answers: dict[Group, frozenset[str]] = {}
        first = SafetyStep.WHO_FOR if with_welcome else _STEP[self._groups[0]]
        self._trail = [first]

    @property
    def step(self) -> SafetyStep:
        """The screen to show."""
        return self._trail[-1]

    @property
    def group(self) -> Group | None:
        """The group asked on this screen."""
        return _GROUP.get(self.step)

    @property
    def asked(self) -> tuple[SafetyQuestion, ...]:
        """The questions of this screen; for the follow-up the question it belongs to."""
        if self.step is SafetyStep.FOLLOW_UP:
            return self._followed_up()
        return in_group(self._questions, self.group) if self.group else ()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a screen before this one."""
        return len(self._trail) > 1

    @property
    def answered(self) -> bool:
        """Whether this screen was answered before in this run, so that "None of these" may stand chosen."""
        return self.group in self._answers

    @property
    def shown(self) -> frozenset[str]:
        """The ids that stand ticked on this screen: of this run, or from earlier."""
        group = Group.CHECK_FIRST if self.step is SafetyStep.FOLLOW_UP else self.group
        if group is None:
            return frozenset()
        return self._answers.get(group, self._earlier & ids_of(self._questions, group))

    @property
    def ticked(self) -> frozenset[str]:
        """Everything that counts as ticked now: this run's answers over the earlier ones."""
        kept = self._earlier
        for group in self._answers:
            kept -= ids_of(self._questions, group)
        return kept.union(*self._answers.values())

    @property
    def finished(self) -> bool:
        """Whether nothing more is asked: a stop, or all groups answered."""
        return self.step in (SafetyStep.STOP, SafetyStep.DONE)

    def agree(self) -> None:
        """Go on from the first screen; anywhere else nothing happens."""
        if self.step is SafetyStep.WHO_FOR:
            self._trail.append(_STEP[self._groups[0]])

    def answer(self, ticked: Iterable[str]) -> None:
        """Take the ids ticked on this group's screen (none = "None of these"); ValueError for any other id."""
        ids = frozenset(ticked)
        if self.group is None or not ids <= ids_of(self._questions, self.group):
            raise ValueError(f"{sorted(ids)} does not answer {self.step}")
        group = self.group
        follow_ups = frozenset(
            q.follow_up_id
            for q in self.asked
            if q.follow_up_id and q.id in ids and q.follow_up_id in self.shown
        )
        self._answers[group] = ids | follow_ups
        if judge(ids, self._questions).closed:
            self._trail.append(SafetyStep.STOP)
        elif self._followed_up():
            self._trail.append(SafetyStep.FOLLOW_UP)
        else:
            self._trail.append(self._after(group))

    def answer_follow_up(self, *, yes: bool) -> None:
        """Take the answer to the follow-up question."""
        if self.step is not SafetyStep.FOLLOW_UP:
            raise ValueError(f"no follow-up is asked at {self.step}")
        ids = frozenset(question.follow_up_id for question in self._followed_up())
        kept = self._answers[Group.CHECK_FIRST] - ids
        self._answers[Group.CHECK_FIRST] = kept | ids if yes else kept
        self._trail.append(SafetyStep.DONE)

    def back(self) -> None:
        """Return to the screen before; what was ticked there is shown."""
        if self.can_go_back:
            self._trail.pop()

    def _followed_up(self) -> tuple[SafetyQuestion, ...]:
        ticked = self._answers.get(Group.CHECK_FIRST, frozenset())
        return tuple(q for q in self._questions if q.follow_up and q.id in ticked)

    def _after(self, group: Group) -> SafetyStep:
        later = self._groups[self._groups.index(group) + 1 :]
        return _STEP[later[0]] if later else SafetyStep.DONE


def groups_to_ask_again(last: SafetyRecord, questions: Sequence[SafetyQuestion]) -> tuple[Group, ...]:
    """What a weekly question asks: group A alone, or everything if the last answers had closed the rooms."""
    return tuple(Group) if judge(last.ticked, questions).closed else (Group.EMERGENCY,)
