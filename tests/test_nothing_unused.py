"""Nothing lies about: what is written is called, what is told is heard, what is drawn shown, what is kept read."""

import ast
import dataclasses
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from supple.domain.checks.context import Context
from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.measurement import Measurement
from supple.domain.plan import PlanRecord
from supple.domain.record import (
    CheckRecord,
    NoteRecord,
    PainRecord,
    ReadingRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.routine import Pace
from supple.domain.settings import Avoided, Look, Settings, Sound
from supple.storage.schema import metadata

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/supple"
WORD = re.compile(r"\w+")

FOR_TESTS_ALONE = {
    "whole_round": "the one way to say in a test that all groups were answered at once",
    "plain_text": "shows that the guard of a CSV cell can be taken away again",
    "problems": "checks the content that ships; there is no content at run time that was not checked",
    "is_ready": "whether the system's voice can speak: a state that no widget shows",
    "is_asked": "whether the desktop keeps awake: nobody sees it, and nothing else tells it",
    "today_completed": "the tests' and the benchmarks' way to know that the window is whole",
}
"""What the program does not call and tests do, outside of widgets: short, and each with its reason."""
CALLED_BY_OTHERS = {
    "handleError": "logging calls it",
    "down_revision": "Alembic reads it",
    "revision": "Alembic reads it",
    "upgrade": "Alembic calls it",
    "branch_labels": "Alembic reads it",
    "depends_on": "Alembic reads it",
}
READ_BY_NAME = {"Tokens": "colours are asked for by their name"}
RECORDS = (
    ReadingRecord,
    Context,
    SessionRecord,
    SetRecord,
    SelfTestRecord,
    CheckRecord,
    Measurement,
    PainRecord,
    SafetyRecord,
    NoteRecord,
    PlanRecord,
    PhotoRecord,
)
FIELDS_FOR_OTHERS = {
    "_RoutineFile.total_s": "a promise of the content, which a test compares with the timeline",
    "Manifest.program": "stands in the backup for whoever opens it",
    "Manifest.schema": "stands in the backup for whoever opens it",
    "Clip.hash": "tells the maker of the voice which words a clip was made of",
    "CountdownReached.seconds_left": "a handle: tests count by it",
}
NOT_IN_THE_FILES = {
    "PainRecord.pain_id": "only tells ratings apart",
    "CheckRecord.photo_id": "the copy of its photo, which Progress shows and a backup takes along",
    "SessionRecord.plan": "what a session that was cut short goes on with",
}
OF_QT = {"reader_interfaces.py", "flow_layout.py"}
"""Accessible interfaces and layouts: Qt calls their methods, and the bindings do not list them all."""


@cache
def texts() -> dict[Path, str]:
    """Each module of the program."""
    return {file: file.read_text("utf-8") for file in sorted(SOURCE.rglob("*.py"))}


@cache
def words_of_the_program() -> Counter[str]:
    """How often each word stands in it."""
    return Counter(word for text in texts().values() for word in WORD.findall(text))


@cache
def words_beside_it() -> frozenset[str]:
    """The words of tools, benchmarks and assets: they call the program as a person does."""
    files = (
        file for folder in ("packaging", "benchmarks", "assets") for file in (ROOT / folder).rglob("*.py")
    )
    return frozenset(word for file in files for word in WORD.findall(file.read_text("utf-8")))


@cache
def words_of_tests() -> frozenset[str]:
    """The words of the tests, but for this one."""
    return frozenset(
        word
        for file in (ROOT / "tests").rglob("*.py")
        if file != Path(__file__)
        for word in WORD.findall(file.read_text("utf-8"))
    )


@cache
def names_of_qt() -> frozenset[str]:
    """What Qt calls by itself."""
    kinds = [
        kind
        for module in (QtCore, QtGui, QtWidgets)
        for kind in vars(module).values()
        if inspect.isclass(kind)
    ]
    return frozenset(name for kind in kinds for name in dir(kind))


def defined() -> Iterator[tuple[Path, str]]:
    """Each function, method, class, signal and constant with its module."""
    for file, text in texts().items():
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                yield file, node.name
        values = [
            *tree.body,
            *(node for each in tree.body if isinstance(each, ast.ClassDef) for node in _signals(each)),
        ]
        for node in values:
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    for name in target.elts if isinstance(target, ast.Tuple) else [target]:
                        if isinstance(name, ast.Name):
                            yield file, name.id


def _signals(kind: ast.ClassDef) -> list[ast.stmt]:
    return [
        node
        for node in kind.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == "Signal"
    ]


def not_called() -> dict[str, set[Path]]:
    """What stands in the program only where it is defined."""
    places: dict[str, set[Path]] = {}
    number: Counter[str] = Counter()
    for file, name in defined():
        places.setdefault(name, set()).add(file)
        number[name] += 1
    return {
        name: files
        for name, files in places.items()
        if words_of_the_program()[name] <= number[name]
        and not name.startswith("__")
        and name not in CALLED_BY_OTHERS
        and name not in names_of_qt()
        and not all(file.name in OF_QT for file in files)
        and name not in words_beside_it()
    }


def test_everything_that_is_written_is_called() -> None:
    dead = {name for name in not_called() if name not in words_of_tests()}
    assert not dead


def test_what_only_tests_call_is_a_handle_of_a_widget_or_has_its_reason() -> None:
    rules = {
        name
        for name, files in not_called().items()
        if name in words_of_tests() and any("ui" not in file.relative_to(SOURCE).parts for file in files)
    }
    assert rules <= set(FOR_TESTS_ALONE)


@pytest.mark.parametrize("verb", ["emit", "connect"])
def test_every_signal_is_told_and_heard(verb: str) -> None:
    whole = "\n".join(texts().values())
    signals = {
        match.group(1)
        for text in texts().values()
        for match in re.finditer(r"^    (\w+) = Signal\(", text, re.MULTILINE)
    }
    passed_on = set(re.findall(r"connect\((?:\w+\.)*(\w+)\)", whole))
    used = set(re.findall(rf"(\w+)\.{verb}\b", whole)) | (passed_on if verb == "emit" else set())
    assert signals - used - set(FOR_TESTS_ALONE) == set()


def test_every_icon_is_drawn() -> None:
    told = set(re.findall(r"[\w-]+", "\n".join([*texts().values(), *_other_texts()])))
    assert {file.stem for file in (ROOT / "assets/icons").glob("*.svg")} - told == set()


def test_every_cue_is_played() -> None:
    from supple.domain.cue import Cue

    assert {file.stem for file in (ROOT / "assets/cues").glob("*.wav")} == {str(cue) for cue in Cue}


def test_every_property_of_the_style_sheet_is_set_somewhere() -> None:
    style = (ROOT / "assets/style/supple.qss").read_text("utf-8")
    whole = "\n".join(texts().values())
    properties = set(re.findall(r'\[(\w+)="', style))
    assert {name for name in properties if f'"{name}"' not in whole} == set()
    roles = set(re.findall(r'\[role="([\w-]+)"', style))
    assert {role for role in roles if f'"{role}"' not in whole} == set()


def _other_texts() -> Iterator[str]:
    for folder, ending in (
        ("assets/style", "*.qss"),
        ("assets/content/en", "*.json"),
        ("assets/voice/en", "*.json"),
    ):
        for file in (ROOT / folder).glob(ending):
            yield file.read_text("utf-8")


def test_every_field_of_every_value_is_read() -> None:
    read: set[str] = set()
    fields: set[tuple[str, str]] = set()
    for text in texts().values():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                read.add(node.attr)
            elif isinstance(node, ast.MatchClass):
                read.update(node.kwd_attrs)
            elif isinstance(node, ast.ClassDef) and node.name not in READ_BY_NAME:
                fields |= {
                    (node.name, each.target.id)
                    for each in node.body
                    if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
                }
    assert {f"{kind}.{name}" for kind, name in fields if name not in read} == set(FIELDS_FOR_OTHERS)


@pytest.mark.parametrize(
    "kind", [SessionRecord, SetRecord, SelfTestRecord, CheckRecord, PainRecord, SafetyRecord, NoteRecord]
)
def test_whatever_is_kept_stands_in_the_files_that_are_exported(kind: type) -> None:
    """A column of the history is a field of one of these; what nobody can look at need not be kept."""
    tree = ast.parse((SOURCE / "services/csv_tables.py").read_text("utf-8"))
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    kept = {field.name for field in dataclasses.fields(kind)} - read
    assert {name for name in kept if f"{kind.__name__}.{name}" not in NOT_IN_THE_FILES} == set()


def test_every_column_of_the_history_is_a_field_of_a_record() -> None:
    fields = {field.name for kind in RECORDS for field in dataclasses.fields(kind)}
    left = {
        column.name
        for table in metadata.tables.values()
        for column in table.columns
        if re.sub(r"(_offset_min|_json)$", "", column.name) not in fields
        and re.sub(r"_offset_min$", "_at", column.name) not in fields
    }
    assert left == {
        "number",
        "points",
        "check_name",
        "details",
        "left_rule",
        "left_grade",
        "right_rule",
        "right_grade",
    }  # the order; the marking; `check` is a word of SQL; what came with 0002; how each side was read


def test_every_setting_can_be_seen_or_heard() -> None:
    outside = "\n".join(
        text for file, text in texts().items() if file.relative_to(SOURCE).parts[0] in {"ui", "app", "audio"}
    )
    groups = (Settings, Sound, Look, Pace, Avoided)
    looked_at = outside + inspect.getsource(Sound)
    names = {f"{group.__name__}.{f.name}" for group in groups for f in dataclasses.fields(group)}
    unread = {name for name in names if not re.search(rf"\.{name.partition('.')[2]}\b", looked_at)}
    assert unread == set()
