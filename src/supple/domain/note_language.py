"""In which language a note is, as far as a line of words tells: a voice of another one would only make noise of it."""

import unicodedata

ENGLISH = "en"
_SCRIPTS = {  # the language of the system decides within one; these are written in others than Latin
    "CYRILLIC": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"),
    "GREEK": ("el",),
    "HEBREW": ("he", "yi"),
    "ARABIC": ("ar", "fa", "ur", "ps", "ckb"),
    "DEVANAGARI": ("hi", "mr", "ne", "sa"),
    "BENGALI": ("bn", "as"),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "THAI": ("th",),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
    "HANGUL": ("ko",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "CJK": ("zh", "ja", "yue"),
}
_WRITTEN_OTHERWISE = frozenset(language for languages in _SCRIPTS.values() for language in languages)
_WORDS = """
the and or of to with without under before after between behind your my is are be do don't not no more less only
first then when if than that this it stay keep hold breathe breath breathing slow slowly slower gently gentle easy
easier careful carefully both side sides left right knee knees hip hips back foot feet leg legs heel ankle thigh
shoulder shoulders neck hand hands pad pillow cushion cushions towel block chair wall mat half range push pull press
lift bend lean tilt relax stop pain hurts hurt sore stretch straight down up out feel until long short time times
seconds minute minutes too far much little use start end each for from at against
"""
_ENGLISH_WORDS = frozenset(_WORDS.split())
"""What a note in English has, and one in another language of Latin letters seldom: "on", "in", "an" are not there."""

_SHARE = 3  # one word in three


def language_of(note: str, *, system: str) -> str:
    """The language (ISO 639) of `note`, written by somebody whose system speaks `system`; "" when it cannot be told.

    Numbers alone are of any language.
    """
    script = _script_of(note)
    if script is None:
        return system
    if script != "LATIN":
        languages = _SCRIPTS.get(script, ())
        return system if system in languages else next(iter(languages), "")
    if _reads_english(note):
        return ENGLISH
    if system in _WRITTEN_OTHERWISE or (system == ENGLISH and not note.isascii()):
        return ""
    return system


def _script_of(note: str) -> str | None:
    """The script of most of its letters; None without a letter."""
    found: dict[str, int] = {}
    for letter in note:
        if letter.isalpha():
            script = unicodedata.name(letter, "?").split()[0].removesuffix("-COMPATIBILITY")
            found[script] = found.get(script, 0) + 1
    if found.get("HIRAGANA") or found.get("KATAKANA"):
        return "HIRAGANA"
    return max(found, key=lambda script: found[script]) if found else None


def _reads_english(note: str) -> bool:
    words = [
        "".join(c for c in word if c.isalpha() or c == "'") for word in note.replace("’", "'").lower().split()
    ]
    words = [word for word in words if word]
    return (
        note.replace("’", "'").isascii()
        and sum(word in _ENGLISH_WORDS for word in words) * _SHARE >= len(words) > 0
    )
