"""The sentences for a history that cannot be read or written."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from supple.domain.trouble import Trouble
from supple.ui.words.day_words import time_to_the_second

translate = QCoreApplication.translate


def trouble_title(trouble: Trouble) -> str:
    """What is wrong, in a few words."""
    match trouble:
        case Trouble.DAMAGED:
            return translate("trouble", "Your history is damaged")
        case Trouble.TOO_NEW:
            return translate("trouble", "Your history is newer than this program")
        case Trouble.GONE:
            return translate("trouble", "Your history is not there")
        case _:
            return translate("trouble", "Your history cannot be opened")


def trouble_sentence(trouble: Trouble, *, folder: str) -> str:
    """One sentence that names the thing and the way out."""
    match trouble:
        case Trouble.FULL:
            words = translate("trouble", "The disk that holds {0} is full: free some space, then try again.")
        case Trouble.READ_ONLY:
            words = translate(
                "trouble", "Nothing can be written in {0}: allow it for your user, then try again."
            )
        case Trouble.MISSING:
            words = translate(
                "trouble", "The history in {0} was taken away: connect the disk it is on, then try again."
            )
        case Trouble.GONE:
            words = translate("trouble", "There is no history in {0} any more, but Supple kept a copy of it.")
        case Trouble.REPLACED:
            words = translate(
                "trouble",
                "Another file has taken the place of the history in {0}: try again to open that one.",
            )
        case Trouble.UNKNOWN:
            words = translate(
                "trouble",
                "Supple failed while it opened the history in {0}, and left it as it is: try again, or look into the"
                " log in the folder logs.",
            )
        case Trouble.NOT_OPEN:
            words = translate("trouble", "The history in {0} is not open yet: wait a moment, then try again.")
        case Trouble.BUSY:
            words = translate(
                "trouble", "Another program is using the history in {0}: close it, then try again."
            )
        case Trouble.DAMAGED:
            words = translate("trouble", "The file in {0} cannot be read as a whole any more.")
        case Trouble.TOO_NEW:
            words = translate(
                "trouble", "It was written by a newer version of Supple: install that version to open {0}."
            )
        case Trouble.IO:
            words = translate(
                "trouble", "The disk that holds {0} reports an error: check it, then try again."
            )
    return words.replace("{0}", folder)


def tried_again(sentence: str, at: datetime | None) -> str:
    """The same sentence once more, and when it was tried in vain: a press must be seen to have been followed."""
    if at is None:
        return sentence
    return translate("trouble", "{sentence} Tried again at {time}, in vain.").format(
        sentence=sentence, time=time_to_the_second(at)
    )


def saving_sentence(trouble: Trouble, *, folder: str) -> str:
    """What is said while a session goes on and its records wait in memory."""
    match trouble:
        case Trouble.FULL:
            words = translate(
                "trouble",
                "The disk that holds {0} is full. What you do is kept in memory and saved when there is room.",
            )
        case Trouble.READ_ONLY:
            words = translate(
                "trouble",
                "Nothing can be written in {0}. What you do is kept in memory and saved when it can be.",
            )
        case Trouble.NOT_OPEN:
            words = translate(
                "trouble",
                "The history in {0} is not open yet. What you do is kept in memory and saved when it is.",
            )
        case _:
            words = translate(
                "trouble",
                "{0} cannot be written now. What you do is kept in memory and saved when it can be.",
            )
    return words.replace("{0}", folder)
