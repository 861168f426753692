"""The words and pictures of the guided check; every text is a template in which {target} is the leg WATCHED."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from supple.domain.findings import Finding
from supple.domain.self_test_pages import Answer, CheckPage, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture and its alternative text; `scene` is a file of the check's pictures."""

    scene: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerText:
    """One answer: a bold word, a sentence after it, and the picture that follows it (None: the page's own)."""

    word: str
    sentence: str = ""
    shot: Shot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """One page: what to do, the question or instruction, a small note, the words under the picture.

    `lead_again` stands for `lead` on a second try, `before_a_hip` for lead and question while no leg is watched yet.
    """

    question: str
    shot: Shot
    lead: str = ""
    lead_again: str = ""
    before_a_hip: tuple[str, str] | None = None
    note: str = ""
    caption: str = ""
    answers: Mapping[Answer, AnswerText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingText:
    """How a finding is worded for one side, and the picture that shows it."""

    word: str
    sentence: str
    shot: Shot


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTestText:
    """Everything of self_test.json."""

    exercise_id: str
    title: str
    hip: str
    pages: Mapping[Question, PageText]
    findings: Mapping[Finding, FindingText]
    scale: tuple[str, str, str]
    redo: str
    not_checked: FindingText
    sides_differ: str
    tries_differed: str
    pain_advice: str
    pain_mild: str
    always_say: tuple[str, ...]
    disclaimer: str

    def shot(self, page: CheckPage, answer: Answer | None) -> Shot:
        """The picture of `page`, following the answer chosen; nothing chosen shows the page's own."""
        text = self.pages[page.question]
        chosen = text.answers.get(answer) if answer is not None else None
        return chosen.shot if chosen is not None and chosen.shot is not None else text.shot
