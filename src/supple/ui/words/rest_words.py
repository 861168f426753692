"""What stands wherever something could be begun on a day that hurt: the advice, and what was left out and why."""

from PySide6.QtCore import QCoreApplication

from supple.domain.rest import Rest


def rest_words(rest: Rest, left_out: str = "") -> str:
    """The advice in a sentence or two, and what is `left_out`; "" when there is neither."""
    match rest:
        case Rest.OR_WALK:
            advice = QCoreApplication.translate(
                "Rest", "A session hurt today: rest, or walk a little. Tomorrow is soon enough for more."
            )
        case Rest.ONLY:
            advice = QCoreApplication.translate(
                "Rest", "A session hurt today: rest. Tomorrow is soon enough for more."
            )
        case Rest.EASIER:
            advice = QCoreApplication.translate(
                "Rest",
                "After what you said of this morning do less today: half as far, half as long. Stop if the pain grows.",
            )
        case Rest.SEEN:
            advice = QCoreApplication.translate(
                "Rest",
                "You told of a warning sign. Nothing begins until a doctor or physiotherapist has looked at it.",
            )
        case Rest.NONE:
            advice = ""
    return " ".join(words for words in (advice, left_out) if words)
