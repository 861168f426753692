"""What is said of a file that cannot be opened as a photo: the thing, its name, and the way out."""

from PySide6.QtCore import QCoreApplication

from supple.domain.checks.photo_trouble import MOST_MEGAPIXELS, PhotoTrouble


def photo_trouble_words(trouble: PhotoTrouble, name: str) -> tuple[str, str]:
    """What is wrong, and with which file and what can be done; `name` is "" for what was pasted."""
    bold, sentence = _words(trouble)
    shown = name or QCoreApplication.translate("PhotoTrouble", "the pasted picture")
    named = QCoreApplication.translate("PhotoTrouble", "“{name}”.").replace("{name}", shown)
    return bold, f"{named} {sentence}"


def _words(trouble: PhotoTrouble) -> tuple[str, str]:
    return {
        PhotoTrouble.NOT_A_PHOTO: (
            QCoreApplication.translate("PhotoTrouble", "This file cannot be read as a photo:"),
            QCoreApplication.translate("PhotoTrouble", "JPEG, PNG, WebP and HEIC work. Choose another file."),
        ),
        PhotoTrouble.EMPTY: (
            QCoreApplication.translate("PhotoTrouble", "This file is empty:"),
            QCoreApplication.translate("PhotoTrouble", "Copy it again from the phone."),
        ),
        PhotoTrouble.ENDS_EARLY: (
            QCoreApplication.translate("PhotoTrouble", "The file ends too early or is damaged:"),
            QCoreApplication.translate("PhotoTrouble", "Copy it again from the phone."),
        ),
        PhotoTrouble.TOO_LARGE: (
            QCoreApplication.translate(
                "PhotoTrouble", "This photo has over {megapixels} megapixels:"
            ).replace("{megapixels}", str(MOST_MEGAPIXELS)),
            QCoreApplication.translate("PhotoTrouble", "Save it smaller."),
        ),
        PhotoTrouble.MOVING: (
            QCoreApplication.translate("PhotoTrouble", "This is a moving picture:"),
            QCoreApplication.translate("PhotoTrouble", "Choose a photo that stands still."),
        ),
        PhotoTrouble.FOLDER: (
            QCoreApplication.translate("PhotoTrouble", "This is a folder:"),
            QCoreApplication.translate("PhotoTrouble", "Open it and choose the photos in it."),
        ),
        PhotoTrouble.GONE: (
            QCoreApplication.translate("PhotoTrouble", "This photo is not there any more:"),
            QCoreApplication.translate("PhotoTrouble", "Choose it where it is now."),
        ),
        PhotoTrouble.NO_RIGHT: (
            QCoreApplication.translate("PhotoTrouble", "This file may not be read:"),
            QCoreApplication.translate(
                "PhotoTrouble", "Copy it to a folder of your own, or allow it to be read."
            ),
        ),
        PhotoTrouble.UNREADABLE: (
            QCoreApplication.translate("PhotoTrouble", "This file cannot be reached:"),
            QCoreApplication.translate("PhotoTrouble", "Copy it to this computer first."),
        ),
        PhotoTrouble.NO_HEIC: (
            QCoreApplication.translate("PhotoTrouble", "HEIC cannot be read here:"),
            QCoreApplication.translate("PhotoTrouble", "Save the photo as JPEG."),
        ),
        PhotoTrouble.NO_MEMORY: (
            QCoreApplication.translate("PhotoTrouble", "There is not enough memory for this photo:"),
            QCoreApplication.translate("PhotoTrouble", "Close other programs, or save it smaller."),
        ),
    }[trouble]
