"""Why a plan looks as it does: no reason says more than the checks showed, and none says what nobody did."""

from datetime import date

import pytest
from tests.domain.plan_life import CONTENT

from supple.domain.plan import PlanBasis, PlanLead
from supple.domain.plan_proposal import first_controls, propose
from supple.domain.side import Side
from supple.ui.plan.proposal_page import ProposalShown
from supple.ui.plan.proposal_words import proposal_words

SATURDAY = date(2026, 6, 27)


def shown(basis: PlanBasis) -> ProposalShown:
    """The proposal as somebody reads it."""
    proposal = propose(basis, first_controls(basis), CONTENT, today=SATURDAY)
    return proposal_words(proposal, CONTENT.catalogue, today=SATURDAY, checked_on=None)


@pytest.mark.parametrize("held_s", [None, 30.0])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT, None])
def test_a_reason_speaks_of_no_level_where_only_the_floor_was_felt(
    side: Side | None, held_s: float | None
) -> None:
    basis = PlanBasis(lead=PlanLead.LENGTH, side=side, held_s=held_s, self_test_id="t")
    first = shown(basis).reasons[0]
    assert "stayed up" in first
    assert "level" not in first


def test_before_a_check_nobody_is_said_to_have_chosen_the_gentle_plan() -> None:
    basis = PlanBasis(lead=PlanLead.CHOSEN)
    proposal = propose(basis, first_controls(basis, routine_id="gentle_week1"), CONTENT, today=SATURDAY)
    words = proposal_words(proposal, CONTENT.catalogue, today=SATURDAY, checked_on=None)
    assert words.reasons[0] == "**A gentle start,** because your hips were not checked yet."


def test_what_is_not_at_hand_is_named_inside_of_the_sentence() -> None:
    reasons = shown(PlanBasis(lead=PlanLead.COMBINED, self_test_id="t")).reasons
    missing = [reason for reason in reasons if "not at hand" in reason]
    assert missing
    assert all(reason.endswith(": band.") for reason in missing)
