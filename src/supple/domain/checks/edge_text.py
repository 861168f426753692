"""The words and pictures of the check at the edge; every text is a template in which {target} is the leg that HANGS."""

from collections.abc import Mapping
from dataclasses import dataclass

from supple.domain.checks.edge_pages import EdgePage, EdgeQuestion, EdgeWay
from supple.domain.self_test_text import PageText
from supple.domain.side import Side
from supple.domain.wording import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWayText:
    """What is said otherwise where the angle is read from photos; `skip` is for who has them already."""

    title: str
    skip: str
    pages: Mapping[EdgeQuestion, PageText]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeText:
    """Everything of edge_check.json; `thigh` names what is measured, on the first try and on the second."""

    exercise_id: str
    title: str
    hip: str
    thigh: tuple[str, str]
    pages: Mapping[EdgeQuestion, PageText]
    by_photo: PhotoWayText

    def title_of(self, way: EdgeWay) -> str:
        """What the check is called."""
        return self.title if way is EdgeWay.TAPE else self.by_photo.title

    def page(self, question: EdgeQuestion, way: EdgeWay) -> PageText:
        """The words of one page."""
        own = self.by_photo.pages.get(question) if way is EdgeWay.PHOTO else None
        return own or self.pages[question]


def hanging(template: str, side: Side | None) -> str:
    """`template` for the leg that hangs; pages before the first hip name no leg."""
    return fill(template, side=side or Side.BOTH)


def lead_and_question(text: PageText, page: EdgePage) -> tuple[str, str]:
    """What to do, and what is asked, on `page`."""
    lead = text.lead_again if page.try_number > 1 and text.lead_again else text.lead
    question = text.question
    if page.side is None and text.before_a_hip is not None:
        lead, question = text.before_a_hip
    return hanging(lead, page.side), hanging(question, page.side)
