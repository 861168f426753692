"""The language of the window: its sentences, and the folders in which its content and its voice are looked for."""

from PySide6.QtCore import QCoreApplication, QDir, QFile, QLibraryInfo, QLocale, QTranslator

ENGLISH = "en"


def language_of_the_person() -> str:
    """The first of the system's languages that there are sentences of; English where there is none."""
    names = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in names if QFile.exists(_sentences(name))), ENGLISH)


def speak(language: str) -> tuple[QTranslator, ...]:
    """Let all that is made from now on be in `language`, and what is missing in it in English; gives what translates.

    A content file is looked for in the language's folder and then in the English one. A voice is taken as a whole:
    the words of a session belong together. Whether all runs from right to left is said by Qt's own sentence
    QT_LAYOUT_DIRECTION, and without the English plurals a number stands before "set(s)".
    """
    folders = tuple(dict.fromkeys((language, ENGLISH)))
    QDir.setSearchPaths("content", [f":/content/{each}" for each in folders])
    voice = next(each for each in folders if each == ENGLISH or QFile.exists(f":/voice/{each}/clips.json"))
    QDir.setSearchPaths("voice", [f":/voice/{voice}"])
    QLocale.setDefault(QLocale(QLocale(language).language(), QLocale.system().territory()))
    qt = QTranslator(QCoreApplication.instance())  # names of keys, and the buttons of Qt's own dialogs
    if language != ENGLISH and qt.load(
        f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        QCoreApplication.installTranslator(qt)
    translators = []
    for each in reversed(folders):
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(_sentences(each)):
            QCoreApplication.installTranslator(translator)
            translators.append(translator)
    return tuple(translators)


def voice_folder() -> str:
    """Where the clips of the voice are; to be asked after `speak`."""
    return QDir.searchPaths("voice")[0]


def _sentences(language: str) -> str:
    return f":/i18n/supple_{language}.qm"
