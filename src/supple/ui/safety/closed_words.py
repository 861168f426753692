"""Why something does not begin, and what to do instead, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from supple.domain.gate import Back, Standing, Verdict, Way, Why
from supple.domain.pain import AMBER_TO, GENTLE_TO, Sign
from supple.domain.safety_text import SafetyContent
from supple.ui.kit.banner import Tone
from supple.ui.safety.stop_words import ticked_words
from supple.ui.words.inside import inside
from supple.ui.words.pain_words import sign_word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedWords:
    """A title, a sentence with the reason, and what to do as a list."""

    title: str
    sentence: str
    points: tuple[str, ...] = ()
    tone: Tone = Tone.CAUTION


def closed_words(verdict: Verdict, standing: Standing, content: SafetyContent) -> ClosedWords:
    """What stands in the sheet for the first reason."""
    why, way = verdict.reasons[0], verdict.way
    match why:
        case Why.ENDED | Why.ANSWERS:
            found = _of_answers(standing, content)
        case Why.UNANSWERED:
            found = ClosedWords(
                title=translate("Closed", "First the safety questions"),
                sentence=translate(
                    "Closed", "Nothing begins before they are answered. They take a minute or two."
                ),
                tone=Tone.INFO,
            )
        case Why.DUE:
            found = ClosedWords(
                title=translate("Closed", "Some questions first"),
                sentence=translate(
                    "Closed", "The safety questions are due again. Nothing begins before they are answered."
                ),
                points=(
                    translate("Closed", "They come back from time to time, because things change."),
                    translate(
                        "Closed",
                        "They also come after strong pain or a sign such as tingling or a leg that gives way.",
                    ),
                ),
                tone=Tone.INFO,
            )
        case Why.SIGN:
            found = _of_signs(standing.signs)
        case Why.STRONG_PAIN:
            found = _of_strong_pain(standing.pain or 0)
        case Why.TOO_SORE:
            found = _of_sore(way)
        case Why.SORE_HIP:
            walk = translate("Closed", "Easy walking is fine as long as it stays comfortable.")
            found = ClosedWords(
                title=translate("Closed", "No stretching today"),
                sentence=translate("Closed", "It hurt in today's hip check."),
                points=(
                    walk
                    if standing.may_walk
                    else translate("Closed", "Rest today, in the position that is easiest."),
                    translate("Closed", "Look at the warning signs: some of them need a doctor."),
                    translate(
                        "Closed",
                        "If it was sharp or pinching, in the back or groin, went down the leg or tingled, ask a doctor "
                        "or physiotherapist before stretching.",
                    ),
                ),
            )
        case Why.CHECK_ANSWER:
            found = ClosedWords(
                title=translate("Closed", "The hip check is closed for now"),
                sentence=translate(
                    "Closed", "The routines need no check. Exercises that do not suit your answers say so."
                ),
                points=standing.clearance.self_test_reasons,
            )
        case Why.CHECK_AVOIDED:
            found = ClosedWords(
                title=translate("Closed", "The hip check is closed for now"),
                sentence=translate(
                    "Closed",
                    "Under “What I avoid” you set severe back pain in its first days, or back surgery "
                    "in the last year.",
                ),
                points=(
                    translate("Closed", "Lying flat and hugging a knee can make a painful back worse."),
                    translate(
                        "Closed", "When it is over, switch it off in Settings, and the check is open again."
                    ),
                    translate(
                        "Closed", "If it does not ease in a few days, ask a doctor or physiotherapist."
                    ),
                ),
            )
        case Why.HURT_TODAY:
            found = ClosedWords(
                title=translate("Closed", "This exercise is over for today"),
                sentence=translate("Closed", "You told of sharp, pinching or catching pain in it."),
                points=(
                    translate("Closed", "Another day, begin with its easier version and a small range."),
                    translate("Closed", "If the pain stays or comes back, ask a doctor or physiotherapist."),
                ),
            )
        case Why.LEFT_OUT:
            found = _of_what_is_left_out(verdict.back)
    return found


def _of_what_is_left_out(back: tuple[Back, ...]) -> ClosedWords:
    points = []
    if Back.SETTINGS in back:
        points.append(
            translate(
                "Closed",
                "You put an exercise of it away, or avoid what it needs: Settings lists both, and brings it back.",
            )
        )
    if Back.CHANGE_ANSWERS in back:
        points.append(
            translate(
                "Closed",
                "One of your safety answers leaves an exercise of it out. You can change your answers.",
            )
        )
    points.append(translate("Closed", "Other routines may have exercises that suit you."))
    return ClosedWords(
        title=translate("Closed", "Nothing of this is offered to you"),
        sentence=translate(
            "Closed", "Every exercise of it is left out for you. The Library says why of each."
        ),
        points=tuple(points),
    )


def _of_answers(standing: Standing, content: SafetyContent) -> ClosedWords:
    """The words of the stop sheet; its frame and steps stand in the sheet's body."""
    clearance = standing.clearance
    action = content.action(clearance)
    if action is None:
        return ClosedWords(
            title=translate("Closed", "Closed for now"),
            sentence=translate("Closed", "One of your safety answers closes this for now."),
            points=clearance.advice,
        )
    return ClosedWords(
        title=action.title,
        sentence=" ".join(words for words in (ticked_words(clearance), action.sentence) if words),
        tone=Tone.CAUTION if clearance.ended else Tone.STOP,
    )


def _of_signs(signs: frozenset[Sign]) -> ClosedWords:
    words = [sign_word(sign) for sign in Sign if sign in signs]
    told = "; ".join(inside(word) for word in words)
    points = [
        translate(
            "Closed",
            "Ask a doctor or physiotherapist: today if it stays or is getting worse, otherwise within a few days. If a "
            "leg or foot is getting weaker, or it is numb between the legs, get emergency help now.",
        ),
        translate("Closed", "Say what you noticed, when it began and what has changed."),
        translate("Closed", "If a warning sign from the emergency list appears, get emergency help."),
    ]
    if signs == {Sign.CHEST}:
        points.pop(0)
    if Sign.CHEST in signs:
        points.insert(
            0,
            translate(
                "Closed",
                "For chest pain or trouble breathing call your local emergency number now, even if it eases. For "
                "dizziness ask a doctor today.",
            ),
        )
    return ClosedWords(
        title=translate("Closed", "Have it looked at first"),
        sentence=translate(
            "Closed", "You noticed: {signs}. Nothing begins until somebody has looked at it."
        ).replace("{signs}", told),
        points=tuple(points),
        tone=Tone.STOP,
    )


def _of_strong_pain(score: int) -> ClosedWords:
    sentence = translate(
        "Closed", "You rated your pain {score} of 10. Nothing begins until it is {limit} or less."
    )
    return ClosedWords(
        title=translate("Closed", "Not with pain as strong as this"),
        sentence=sentence.replace("{score}", str(score)).replace("{limit}", str(GENTLE_TO)),
        points=(
            translate("Closed", "Rest in the position that is easiest, and walk a little if you can."),
            translate("Closed", "Rate the pain again when it has eased."),
            translate("Closed", "If it stays this strong, or you are worried, ask a doctor today."),
        ),
    )


def _of_sore(way: Way) -> ClosedWords:
    later = {
        Way.CHECK: translate("Closed", "The hip check can be taken when your pain is {limit} or less."),
        Way.RESUME: translate(
            "Closed", "A session that was cut short goes on when your pain is {limit} or less."
        ),
        Way.PLAN: translate("Closed", "A plan can begin when your pain is {limit} or less."),
        Way.PAPER: translate("Closed", "A sheet is for days on which your pain is {limit} or less."),
    }
    return ClosedWords(
        title=translate("Closed", "Not with pain of {score}").replace("{score}", str(GENTLE_TO)),
        sentence=later.get(way, "").replace("{limit}", str(AMBER_TO)),
        points=(translate("Closed", "A routine can be begun gently: half the dose, and easier versions."),),
    )
