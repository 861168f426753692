"""A language that nobody speaks, made of the English one: accents on every letter, words 40 % longer, sides of its own.

It is made as a real one is: of what pyside6-lupdate finds, compiled into a resource file with its content beside it.
So a sentence that goes round translation shows itself by its plain letters. One of the two runs from right to left.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree as ET

import make_resources
import make_translations
from PySide6.QtCore import QCoreApplication, QLocale, QResource
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView, QWidget

from supple.app.languages import speak
from supple.app.shipped_files import read_safety, read_voice

LONGER = 0.4
PSEUDO, PSEUDO_FROM_RIGHT = "eo", "yi"  # Qt must know a language for its numbers; no language of either ships
VOWELS = "aeiouyAEIOUY"
ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒğĥíĵķĺɱñóþǫŕšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĹṀÑÓÞǪŔŠŢÚṼŴẊÝŽ",
)
KEPT = re.compile(r"(\{[^}]*\}|%n|%\d|<[^>]*>|\[\^?[\w, -]+\]|\]\([^)]*\))")
NAMES = {"supple", "csv", "pdf", "zip", "linux", "root"}
TEXTS = frozenset(
    """
    name when instead purpose felt brief text alt dose_note right_alt wrong_alt easier harder evidence card_alt loop_alt
    lead_again
    title lead caption days note sign short step advice self_test_reason intro heading sentence call call_hint closed
    welcome_title welcome_lead not_reviewed all_no_text disclaimer word feeling action question redo sides_differ
    tries_differed pain_advice pain_mild found words due equipment left_out trained_words hip picture_alt instead_words
    live second drop kept_out feel skip one_more apart_why
    section ready stop_when full late because check_side see_someone
    """.split()  # noqa: SIM905 - a column of words
)
LISTS = frozenset(
    {
        "aliases",
        "points",
        "steps",
        "welcome_points",
        "statements",
        "scale",
        "always_say",
        "before_a_hip",
        "thigh",
        "how_to",
        "angle_scale",
    }
)
MAPS = frozenset(
    ["consents", "grades", "floor", "angle", "lift", "length", "strength", "leans", "follows", "rows"]
)


def pseudo(text: str) -> str:
    """`text` as the language has it; places to be filled stay, and a side gets words of its own."""
    parts = KEPT.split(text)
    return "".join(_filled(part) if number % 2 else _spoken(part) for number, part in enumerate(parts))


def _filled(place: str) -> str:
    if place.strip("{}").lower() not in ("target", "other"):
        return place
    left, right = (
        (_spoken("Left"), _spoken("Right")) if place[1].isupper() else (_spoken("left"), _spoken("right"))
    )
    return f"{place[:-1]}:{left}|{right}}}"


def _spoken(words: str) -> str:
    return re.sub(r"[^\W\d_]+", _stretch, words).translate(ACCENTED)


def _stretch(match: re.Match[str]) -> str:
    word = match.group()
    more = round(len(word) * LONGER)
    vowels = [i for i, letter in enumerate(word) if letter in VOWELS] or [len(word) - 1]
    at = vowels[len(vowels) // 2]
    return word[: at + 1] + word[at].lower() * more + word[at + 1 :]


def make(folder: Path) -> Path:
    """The resource file of both languages."""
    for language in (PSEUDO, PSEUDO_FROM_RIGHT):
        source = folder / f"supple_{language}.ts"
        make_translations.extract(source, language)
        _translate(source, from_right=language == PSEUDO_FROM_RIGHT)
        make_translations.compile_sentences(source, source.with_suffix(".qm"))
    lines = [f'<file alias="i18n/{file.name}">{file}</file>' for file in folder.glob("*.qm")]
    for file in (make_resources.ASSETS / "content" / "en").glob("*.json"):
        copy = folder / file.name
        copy.write_text(json.dumps(_content(json.loads(file.read_bytes()))), "utf-8")
        lines += [  # the second has no sources of its own: those are the English ones
            f'<file alias="content/{language}/{file.name}">{copy}</file>'
            for language in (PSEUDO, PSEUDO_FROM_RIGHT)
            if language == PSEUDO or file.name != "sources.json"
        ]
    qrc, made = folder / "pseudo.qrc", folder / "pseudo.rcc"
    qrc.write_text(f"<RCC><qresource>{''.join(lines)}</qresource></RCC>")
    run = [
        sys.executable,
        "-c",
        make_resources.RUN_RCC,
        "--binary",
        "--no-compress",
        str(qrc),
        "-o",
        str(made),
    ]
    subprocess.run(run, check=True)
    return made


@contextmanager
def spoken(file: Path, language: str) -> Iterator[None]:
    """The window in this language."""
    assert QResource.registerResource(str(file))
    translators = speak(language)
    assert len(translators) == 2
    _read_anew()
    yield
    _read_anew()
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    for english in speak("en"):
        QCoreApplication.removeTranslator(english)  # the one of all tests is still there
    QResource.unregisterResource(str(file))


def _read_anew() -> None:
    """A program speaks one language all its life, and keeps what it has read."""
    read_safety.cache_clear()
    read_voice.cache_clear()


def _translate(source: Path, *, from_right: bool) -> None:
    tree = ET.parse(source)  # noqa: S314 - just written
    root = tree.getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            words = message.findtext("source") or ""
            said = words if context.findtext("name") == "Days" else pseudo(words)
            target = message.find("translation")
            assert target is not None
            target.attrib.pop("type", None)
            if message.get("numerus"):
                for form in target.iter("numerusform"):
                    form.text = said
            else:
                target.text = said
    keys = ET.SubElement(root, "context")  # which a real language has from Qt
    ET.SubElement(keys, "name").text = "QShortcut"
    for key in (
        "Left",
        "Right",
        "Up",
        "Down",
        "Shift",
        "Ctrl",
        "Alt",
        "Esc",
        "Space",
        "Enter",
        "Return",
        "Home",
        "End",
    ):
        message = ET.SubElement(keys, "message")
        ET.SubElement(message, "source").text = key
        ET.SubElement(message, "translation").text = pseudo(key)
    if from_right:
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = "QGuiApplication"
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = "QT_LAYOUT_DIRECTION"
        ET.SubElement(message, "translation").text = "RTL"
    tree.write(source, "utf-8")


def _content(value: object, key: str = "") -> object:
    if isinstance(value, dict):
        return {
            name: pseudo(each) if key in MAPS and isinstance(each, str) else _content(each, name)
            for name, each in value.items()
        }
    if isinstance(value, list):
        return [
            pseudo(each) if key in LISTS and isinstance(each, str) else _listed(each, key) for each in value
        ]
    return pseudo(value) if isinstance(value, str) and key in TEXTS else value


def _listed(value: object, key: str) -> object:
    return value if isinstance(value, str) else _content(value, key)


def left_in_english(window: QWidget, *, own: str = "") -> list[str]:
    """Words that can be read or heard in the window with plain letters; `own` is what the person wrote or did."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            for words in _said(widget):
                plain = plain_words(words) - plain_words(own)
                if plain:
                    found.append(f"{type(widget).__name__}: “{words}” ({', '.join(sorted(plain))})")
    return list(dict.fromkeys(found))


def _said(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    if isinstance(widget, QTableView) and widget.model() is not None:
        model = widget.model()
        yield from (
            str(model.index(row, column).data() or "")
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        )


def plain_words(words: str) -> set[str]:
    """Words of plain letters, but for names and the days and months that Qt knows in this language."""
    locale = QLocale()
    known = {locale.dayName(day, form) for day in range(1, 8) for form in QLocale.FormatType}
    known |= {locale.monthName(month, form) for month in range(1, 13) for form in QLocale.FormatType}
    text = re.sub(r"<[^>]*>|https?://\S+|/[\w./-]+", " ", words)
    accented = "|".join(
        re.escape(name) for name in known if not name.isascii()
    )  # or its plain letters are found
    text = re.sub(rf"\b(?:{accented})\b", " ", text) if accented else text
    return (
        {word.lower() for word in re.findall(r"[A-Za-z]{2,}", text)}
        - NAMES
        - {name.lower() for name in known}
    )
