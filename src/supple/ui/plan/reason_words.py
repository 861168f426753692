"""Why a plan looks as it does, a sentence for each suggestion with what it comes from."""

from PySide6.QtCore import QCoreApplication

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Equipment
from supple.domain.plan import PlanBasis
from supple.domain.plan_proposal import PlanReason, PlanWhy, Proposal
from supple.domain.plan_session import Fitted, Unfit
from supple.domain.plan_weeks import GENTLE_WEEK
from supple.domain.side import Side
from supple.ui.words.content_words import equipment_words
from supple.ui.words.day_words import number_words
from supple.ui.words.inside import inside

translate = QCoreApplication.translate


def reason_words(proposal: Proposal, catalogue: Catalogue) -> tuple[str, ...]:
    """One reason a line, **what** it is about first; what stands beside every plan last."""
    lines = [_reason(reason, proposal, catalogue) for reason in proposal.reasons]
    lines.append(
        translate(
            "PlanWords",
            "**Beside it,** walk, change position every 30 to 60 minutes, and raise running and lifting gradually.",
        )
    )
    return tuple(lines)


def _reason(reason: PlanReason, proposal: Proposal, catalogue: Catalogue) -> str:
    if reason.fitted is not None and reason.why in (PlanWhy.REPLACED, PlanWhy.LEFT_OUT):
        return _fitted(reason.fitted, catalogue)
    gentle = proposal.controls.routine_id == GENTLE_WEEK
    return {
        PlanWhy.LENGTH_FIRST: _length(proposal.basis),
        PlanWhy.STRENGTH_FIRST: _strength(proposal.basis),
        PlanWhy.COMBINED: _combined(proposal.basis),
        PlanWhy.NEITHER: translate(
            "PlanWords", "**What suits your day,** because neither length nor strength stood out."
        ),
        PlanWhy.CANNOT_TELL: translate(
            "PlanWords",
            "**A gentle start,** because the checks could not tell. They can be done again when you like.",
        ),
        PlanWhy.CHOSEN: _chosen(gentle=gentle, is_checked=bool(proposal.basis.self_test_id)),
        PlanWhy.ONE_MORE: _one_more(reason),
        PlanWhy.AT_THE_EDGE: translate("PlanWords", "**At the bed edge,** because you have one."),
        PlanWhy.NO_EDGE: translate(
            "PlanWords", "**Two more sets half-kneeling,** because the stretch at an edge is not in it."
        ),
        PlanWhy.FRONT_THIGH: translate(
            "PlanWords", "**The front of the thigh too,** because a check pointed to it."
        ),
        PlanWhy.NO_FRONT_THIGH: translate(
            "PlanWords", "**No front-thigh stretch,** because nothing pointed to it."
        ),
        PlanWhy.GENTLE_FIRST: translate(
            "PlanWords",
            "**A gentle first week,** to learn how your hips take it. It steps up only after two easy sessions.",
        ),
        PlanWhy.DAY_BETWEEN: translate("PlanWords", "**Days apart,** because strength needs a day between."),
        PlanWhy.SHORTER: translate("PlanWords", "**Fewer sets,** because you set about ten minutes a day."),
    }.get(reason.why, _chosen(gentle=False, is_checked=True))


def _chosen(*, gentle: bool, is_checked: bool) -> str:
    """Before a check the gentle plan is what is proposed, and nobody chose it."""
    if gentle and not is_checked:
        return translate("PlanWords", "**A gentle start,** because your hips were not checked yet.")
    if gentle:
        return translate("PlanWords", "**A gentle start,** because you chose it.")
    return translate("PlanWords", "**This plan,** because you chose it.")


def _combined(basis: PlanBasis) -> str:
    """A short hold, or a hip that may be limited while nothing was told of its strength."""
    if basis.held_s is not None:
        return translate(
            "PlanWords",
            "**A little of both,** because a hold ended early and length stood out too, or was not told.",
        )
    return {
        Side.LEFT: translate(
            "PlanWords",
            "**A little of both,** because your left thigh stayed up and nothing was told of strength.",
        ),
        Side.RIGHT: translate(
            "PlanWords",
            "**A little of both,** because your right thigh stayed up and nothing was told of strength.",
        ),
        Side.BOTH: translate(
            "PlanWords",
            "**A little of both,** because both thighs stayed up alike and nothing was told of strength.",
        ),
    }[basis.side or Side.BOTH]


def _one_more(reason: PlanReason) -> str:
    """With by how much the sides differ, as far as that was measured."""
    left = reason.side is Side.LEFT
    if reason.number is None:
        if left:
            return translate(
                "PlanWords",
                "**One more set on the left,** because your left thigh stayed higher. The right keeps its sets.",
            )
        return translate(
            "PlanWords",
            "**One more set on the right,** because your right thigh stayed higher. The left keeps its sets.",
        )
    words = (
        translate(
            "PlanWords",
            "**One more set on the left,** because your sides differ by {0}°. The right keeps its sets.",
        )
        if left
        else translate(
            "PlanWords",
            "**One more set on the right,** because your sides differ by {0}°. The left keeps its sets.",
        )
    )
    return words.replace("{0}", number_words(round(reason.number)))


def _length(basis: PlanBasis) -> str:
    """With the holds as far as they were timed."""
    if basis.held_s is not None:
        return {
            Side.LEFT: translate(
                "PlanWords",
                "**Stretching first,** because your left thigh stayed up and your holds were good.",
            ),
            Side.RIGHT: translate(
                "PlanWords",
                "**Stretching first,** because your right thigh stayed up and your holds were good.",
            ),
            Side.BOTH: translate(
                "PlanWords",
                "**Stretching first,** because both thighs stayed up and your holds were good.",
            ),
        }[basis.side or Side.BOTH]
    return {
        Side.LEFT: translate("PlanWords", "**Stretching first,** because your left thigh stayed up."),
        Side.RIGHT: translate("PlanWords", "**Stretching first,** because your right thigh stayed up."),
        Side.BOTH: translate("PlanWords", "**Stretching first,** because both thighs stayed up."),
    }[basis.side or Side.BOTH]


def _strength(basis: PlanBasis) -> str:
    if basis.held_s is None:
        return translate(
            "PlanWords",
            "**Strength first,** because a hold ended early or was not steady, and length did not stand out.",
        )
    words = {
        Side.LEFT: translate(
            "PlanWords",
            "**Strength first,** because your left hold ended after {0} s and length did not stand out.",
        ),
        Side.RIGHT: translate(
            "PlanWords",
            "**Strength first,** because your right hold ended after {0} s and length did not stand out.",
        ),
    }.get(
        basis.side or Side.BOTH,
        translate(
            "PlanWords",
            "**Strength first,** because your shorter hold ended after {0} s and length did not stand out.",
        ),
    )
    return words.replace("{0}", number_words(round(basis.held_s)))


def _fitted(each: Fitted, catalogue: Catalogue) -> str:
    """What does not stand in the plan as it is in the routine, and why."""
    name = catalogue.exercise(each.exercise_id).name
    if each.instead:
        words = {
            Unfit.LEFT_OUT: translate(
                "PlanWords", "**{instead} for {name},** because that one is left out for you."
            ),
            Unfit.KNEELS: translate("PlanWords", "**{instead} for {name},** because you set no kneeling."),
            Unfit.NOT_AT_A_DESK: translate(
                "PlanWords", "**{instead} for {name},** because that one is not done at a desk."
            ),
            Unfit.NOT_AT_HAND: translate(
                "PlanWords", "**{instead} for {name},** because what that one needs is not at hand: {thing}."
            ),
            Unfit.NOTHING_POINTS_TO_IT: translate(
                "PlanWords", "**{instead} for {name},** because nothing pointed to the front of the thigh."
            ),
        }[each.unfit]
        words = words.replace("{instead}", catalogue.exercise(each.instead).name)
    else:
        words = {
            Unfit.LEFT_OUT: translate("PlanWords", "**Without {name},** because it is left out for you."),
            Unfit.KNEELS: translate("PlanWords", "**Without {name},** because you set no kneeling."),
            Unfit.NOT_AT_A_DESK: translate(
                "PlanWords", "**Without {name},** because it is not done at a desk."
            ),
            Unfit.NOT_AT_HAND: translate(
                "PlanWords", "**Without {name},** because what it needs is not at hand: {thing}."
            ),
            Unfit.NOTHING_POINTS_TO_IT: translate(
                "PlanWords", "**Without {name},** because nothing pointed to the front of the thigh."
            ),
        }[each.unfit]
    thing = inside(equipment_words((each.missing or Equipment.NONE,)))
    return words.replace("{name}", name).replace("{thing}", thing)
